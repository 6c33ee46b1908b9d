"""Two people side by side in the browser: what speaks for one person and against it, one answer, the next pair, and back."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from homeward.matching.core.fields import LEVELS
from homeward.matching.core.said import STRENGTHS
from homeward.matching.models import Pair
from homeward.people.queries import identities
from homeward.web.matching.words import DIRECTIONS, SENTENCES
from tests.doors.web.matching.desks import CASE, REVIEW, Seats, at, judged_as
from tests.doors.web.people.registered import readings_of
from tests.doors.web.seeing.looking import source_of, words_of
from tests.grounds.databases import Database
from tests.spec.matching.rooms import SALMA


def test_two_people_stand_side_by_side_with_what_speaks_for_it_and_against(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "لمياء درويش", sex="other")
    seats.pair("Omar Tell", "Omar Tel", 700)

    page = seats.officer.get(at(pair))

    said = words_of(page, within="main")
    assert "rather one person than two 800 of 1,000" in said and "1 left" in said
    assert "speaks strongly for it" not in said, "nobody kept how much each level says"
    assert "speaks for it Both give the same day of birth." in said
    assert "speaks against it They are given as of different sex." in said
    assert "A relative" in said or "The ministry of Northland" in said, "each value has who gave it"
    assert re.search(r"row-same.*?Birth", source_of(page), flags=re.DOTALL)
    assert re.search(r"row-differs.*?Names", source_of(page), flags=re.DOTALL)
    assert "If they are one person, 2 records are told of one." in said
    assert source_of(page).index("لمياء درويش") < source_of(page).index("</main>")
    assert not re.search(r"(checked|selected|autofocus)", source_of(page).split("<main")[1].split("</main>")[0])


def test_an_answer_is_recorded_and_the_next_pair_comes(seats: Seats) -> None:
    first, second = seats.pair("Lamia Darvish", "L. Darvish", 900), seats.pair("Omar Tell", "Omar Tel", 700)

    answer = seats.judges(first, "same")

    assert answer.status_code == 302 and at(second) in answer.headers["Location"]
    ref = judged_as(answer)
    next_page = words_of(seats.officer.get(answer.headers["Location"]), within="main")
    assert f"Recorded as {ref}. Undo withdraws it; both stay in the ledger." in next_page
    assert "0 left" in next_page
    with seats.room.desk.acting():
        assert identities(seats.room.register.asked(), first).of(first[0]) == set(first)


def test_undo_leads_back_to_the_pair_and_nobody_is_joined(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish", 900)
    ref = judged_as(seats.judges(pair, "same"))

    back = seats.officer.post(f"{REVIEW}judgements/{ref}/take-back/", {"once": str(uuid4())}, follow=True)

    assert back.redirect_chain[-1][0].startswith(at(pair))
    assert f"{ref} is withdrawn. Both stay in the ledger." in words_of(back)
    with seats.room.desk.acting():
        assert identities(seats.room.register.asked(), pair).of(pair[0]) == {pair[0]}


def test_who_did_not_judge_takes_it_back_for_a_reason_alone(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish", 900)
    address = f"{REVIEW}judgements/{judged_as(seats.judges(pair, 'same'))}/take-back/"

    assert seats.second.post(address, {"once": str(uuid4())}).status_code == 422
    done = seats.second.post(address, {"once": str(uuid4()), "reason": "They are cousins."})

    assert done.status_code == 302


def test_what_goes_against_the_evidence_asks_why_and_waits_for_another_person(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "Omar Tell", 100)

    asked = seats.judges(pair, "same")
    assert asked.status_code == 422
    assert "Two persons must judge alike before it holds" in words_of(asked, within="main")
    assert "Error:" not in source_of(asked).split("</title>")[0], "nothing was done wrong yet"
    assert re.search(r"<textarea[^>]*autofocus", source_of(asked)), "one goes on typing"
    missed = seats.judges(pair, "same", asked_why="on", reason=" ")
    assert "Error:" in source_of(missed).split("</title>")[0]
    told = seats.judges(pair, "same", asked_why="on", reason="Both voices described one photograph.")
    assert told.status_code == 302

    mine = seats.judges(pair, "same", asked_why="on", reason="Once more.")
    assert mine.status_code == 422 and "Ask somebody else" in words_of(mine)
    for_second = words_of(seats.second.get(at(pair)), within="main")
    assert "a second person must judge alike" in for_second and "Judged first: one person" in for_second
    assert "Olga Officer" in for_second and "Both voices described one photograph." in for_second
    assert seats.judges(pair, "same", by=seats.second, asked_why="on", reason="I saw it too.").status_code == 302
    with seats.room.desk.acting():
        assert identities(seats.room.register.asked(), pair).of(pair[0]) == set(pair)


def test_a_press_that_comes_twice_is_recorded_once(seats: Seats) -> None:
    pair, once = seats.pair("Lamia Darvish", "L. Darvish"), str(uuid4())

    first, again = (seats.judges(pair, "unsure", once=once) for _ in range(2))

    assert judged_as(first) == judged_as(again)


def test_pairs_of_the_very_same_evidence_are_judged_in_one_statement(seats: Seats) -> None:
    pairs = [seats.pair(name, f"{name}h") for name in ("Lamia Darvis", "Omar Darvis", "Nura Darvis")]
    other = seats.pair("Ivan Third", "Ivan Therd", birth="1 May 1999", given="alike")
    page = words_of(seats.officer.get(REVIEW), within="main")
    assert "3 pairs of the very same evidence" in page
    values = [f"{one}.{two}" for one, two in pairs]

    none = seats.officer.post(f"{REVIEW}alike", {"judgement": "same"})
    assert none.status_code == 422 and "Choose the pairs that you looked at." in words_of(none)
    assert (
        seats.officer.post(f"{REVIEW}alike", {"judgement": "same", "pair": [f"{other[0]}.{other[1]}"]}).status_code
        == 422
    )
    done = seats.officer.post(
        f"{REVIEW}alike", {"judgement": "same", "pair": values[:2], "once": str(uuid4())}, follow=True
    )

    assert "2 pairs were judged in one statement." in words_of(done)
    with seats.room.desk.acting():
        (known,) = {
            each.statement for pair in pairs[:2] for each in identities(seats.room.register.asked(), pair).judgements
        }
        assert known and identities(seats.room.register.asked(), pairs[2]).of(pairs[2][0]) == {pairs[2][0]}


def test_who_may_read_alone_is_shown_no_form_and_judges_nothing(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish")

    page = seats.reader.get(at(pair))

    assert page.status_code == 200 and 'method="post"' not in source_of(page).split('id="main"')[1].split("</main>")[0]
    assert seats.judges(pair, "same", by=seats.reader).status_code == 403
    assert seats.outsider.get(at(pair)).status_code == 404


def test_who_sees_one_compartment_alone_sees_no_pair_across(seats: Seats) -> None:
    narrow = seats.room.register.room("narrow")
    one, other = seats.room.tells("Lamia Darvish"), seats.room.tells("L. Darvish", room=narrow)
    seats.room.near(one, other, rooms=(seats.room.desk.compartment.id, narrow.id))

    assert "No pair waits." in words_of(seats.officer.get(REVIEW), within="main")
    assert seats.officer.get(at((one, other))).status_code == 404
    assert seats.officer.get(f"{CASE}people/{one}/").status_code == 200
    assert "May be the same" not in words_of(seats.officer.get(f"{CASE}people/{one}/"))


def test_two_whom_nobody_held_to_be_one_have_no_page(seats: Seats) -> None:
    one, other = seats.room.tells("Lamia Darvish"), seats.room.tells("Omar Tell")

    assert seats.officer.get(at((one, other))).status_code == 404


def test_in_the_past_nothing_is_judged(lasting_seats: Seats) -> None:
    seats = lasting_seats
    pair = seats.pair("Lamia Darvish", "L. Darvish")
    with seats.room.desk.acting():
        last = seats.room.register.person(pair[0]).fields[0].values[0].given[0].recorded_at
    later = seats.room.desk.now.isoformat()

    page = seats.officer.get(at(pair), {"known_at": max(last.isoformat(), later)})

    assert 'name="judgement"' not in source_of(page)
    posted = seats.officer.post(f"{at(pair)}?known_at={last.isoformat().replace('+', '%2B')}", {"judgement": "same"})
    assert posted.status_code == 409


def test_whoever_is_shown_stands_in_the_log_and_in_no_address(lasting_seats: Seats, fresh_database: Database) -> None:
    pair = lasting_seats.pair("Lamia Darvish", "L. Darvish")

    page = lasting_seats.officer.get(at(pair))

    last = readings_of(fresh_database)[-1]
    assert all(str(each) in str(last["people"]) for each in pair) and last["view"] == "pair of people"
    assert not [link for link in re.findall(r'href="([^"]*)"', source_of(page)) if "Lamia" in link or "Darvish" in link]


def test_the_page_of_a_person_says_with_whom_they_are_one_and_who_judged(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish", 900)
    may = words_of(seats.officer.get(f"{CASE}people/{pair[0]}/"), within="may-be")
    assert "May be the same person as" in may and "very likely one person" in may
    ref = judged_as(seats.judges(pair, "same"))

    page = seats.officer.get(f"{CASE}people/{pair[0]}/")

    told = words_of(page, within="one-with")
    assert "One with 1 other entry" in told and "Olga Officer" in told and ref in told
    assert f"{REVIEW}judgements/{ref}/take-back/" in source_of(page)


def test_judgements_that_contradict_each_other_are_told(seats: Seats) -> None:
    one, two = seats.pair("Lamia Darvish", "L. Darvish", 900)
    three = seats.room.tells("Lamia Darwish")
    seats.left_open(one, three, 900)
    seats.left_open(two, three, 900)
    assert seats.judges((one, two), "same").status_code == 302
    assert seats.judges((one, three), "not the same").status_code == 302

    refused = seats.judges((two, three), "same")

    assert refused.status_code == 422 and "two of these people are two" in words_of(refused)


@pytest.mark.parametrize("answer", ["", "certainly"])
def test_an_answer_that_is_none_is_asked_for_again(seats: Seats, answer: str) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish")

    page = seats.judges(pair, answer)

    assert page.status_code == 422 and "Say which" in words_of(page)


def test_the_room_of_lists_says_that_pairs_wait(seats: Seats) -> None:
    seats.pair("Lamia Darvish", "L. Darvish")
    seats.room.takes(SALMA)

    page = seats.officer.get(f"{CASE}lists/")

    assert "1 pair of people waits to be judged" in words_of(page)
    assert "war-room/" in source_of(page)


def test_today_says_how_many_pairs_wait_in_each_case(seats: Seats) -> None:
    assert "judged" not in words_of(seats.officer.get("/"), within="main")
    one = seats.pair("Lamia Darvish", "L. Darvish")
    other = seats.pair("Omar Tell", "Omar Tel")
    third = seats.room.tells("Lamia Darwish")
    seats.left_open(one[0], third, 900)

    page = seats.officer.get("/")
    assert "3 pairs of people wait to be judged" in words_of(page, within="main")
    assert f'href="{REVIEW}"' in source_of(page)
    assert seats.judges(other, "unsure").status_code == 302
    assert seats.judges(one, "same").status_code == 302

    assert "1 pair of people waits to be judged" in words_of(seats.officer.get("/"), within="main")
    assert "judged" not in words_of(seats.outsider.get("/"), within="main")


def test_how_much_each_level_says_is_told_in_words(seats: Seats) -> None:
    pair = seats.pair("Lamia Darvish", "L. Darvish", 900, sex="other")
    with seats.room.desk.acting():
        Pair.objects.update(bits=[0.4, 0.0, 4.0, 10.5, 0.0, -5.4, 0.0, 0.0, 0.0])

    said = words_of(seats.officer.get(at(pair)), within="main")

    assert "says little The given names are usual spellings of one name." in said
    assert "speaks for it The family names are spelled alike." in said
    assert "speaks strongly for it Both give the same day of birth." in said
    assert "speaks against it They are given as of different sex." in said


def test_every_level_has_its_sentence() -> None:
    assert [(field, level) for field, of in LEVELS.items() for level in of if (field, level) not in SENTENCES] == []
    assert set(STRENGTHS) < set(DIRECTIONS)
