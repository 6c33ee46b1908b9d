"""What blocks whom, on the pages of the demonstration: goals, one goal, each party's own view, and what-if sheets."""

from __future__ import annotations

from uuid import uuid4

from homeward.talks import queries
from tests.doors.web.seeing.looking import GAZA, House, links_of, source_of, words_of
from tests.doors.web.talks.conftest import GOAL, at, seen


def condition(house: House, ref: str) -> str:
    with house.desk.acting():
        view = queries.blockers(house.desk.ask("gaza_2023_11"), GOAL)
    return str(next(leaf.id for leaf in view.conditions if leaf.ref == ref))


def test_the_room_lists_every_goal_with_what_stands_before_it(house: House) -> None:
    page = seen(house.reader, "")

    assert page.status_code == 200
    for goal in ("exit of Russian citizens", "release of the eight", "release of captives", "exit of foreigners"):
        assert goal in words_of(page)
    assert at(goal=GOAL).replace("%20", "+") in links_of(page)
    assert "nothing here is found by the desk" in words_of(page)


def test_a_goal_tells_who_asks_what_of_whom_since_when_with_its_statement(house: House) -> None:
    page = seen(house.reader)
    words = words_of(page)

    assert "passage and safety are agreed with Egypt" in words
    assert "asked by Egypt" in words
    assert "since 3 Nov 2023" in words
    assert "Nobody has said whether it is met." in words
    assert "inferred: of whom it is asked" in words
    assert "This one alone:" in words
    assert f"{GAZA}statements/c7/" in links_of(page)


def test_a_value_is_a_mark_and_a_word(house: House) -> None:
    page = source_of(seen(house.reader))

    assert "#unknown" in page
    assert '<span class="marked unknown">' in page


def test_what_is_vague_is_a_question_to_put_to_the_party(house: House) -> None:
    page = words_of(seen(house.reader, goal="release of foreign captives"))

    assert "as soon as there will be the conditions" in page
    assert "A question to put to Hamas" in page


def test_the_statement_leads_to_the_goal_and_the_picture_too(house: House) -> None:
    to = at(goal=GOAL).replace("%20", "+")

    assert to in links_of(house.reader.get(f"{GAZA}statements/c7/"))
    assert to in links_of(house.reader.get(GAZA))


def test_a_goal_that_nobody_named_is_told_with_the_goals_there_are(house: House) -> None:
    page = seen(house.reader, goal="release of the twelve")

    assert page.status_code == 404
    assert "There is no such goal here" in words_of(page)
    assert "release of captives" in words_of(page)
    assert seen(house.reader, "what-if/", goal="release of the twelve").status_code == 404


def test_without_a_goal_one_is_led_to_all_of_them(house: House) -> None:
    for page in ("goal/", "what-if/"):
        answer = house.reader.get(at(page))
        assert (answer.status_code, answer.headers["Location"]) == (302, at(""))


def test_each_party_has_a_view_of_its_own(house: House) -> None:
    with house.desk.acting():
        parties = {whom.words: whom.source for whom in queries.viewpoints(house.desk.ask("gaza_2023_11"))}
    page = seen(house.reader, goal="release of captives", viewpoint=str(parties["Qatar"]))
    words = words_of(page)

    assert "Only by the words of Qatar" in words
    assert "hostilities stop, or fall by an amount" in words
    assert "a truce, or quiet" not in words
    assert "all voices together" in words


def test_a_view_that_nobody_has_is_not_there(house: House) -> None:
    for nobody in (str(uuid4()), "Qatar", "\N{REPLACEMENT CHARACTER}"):
        assert seen(house.reader, viewpoint=nobody).status_code == 404


def test_what_is_supposed_frees_a_goal_on_its_sheet_and_nowhere_else(house: House) -> None:
    c7 = condition(house, "c7")
    before = words_of(seen(house.reader))
    page = seen(house.reader, "what-if/", **{f"suppose.{c7}": "met"})
    words = words_of(page)

    assert "This is supposed. Nothing of it is recorded" in words
    assert "Supposed:" in source_of(page).split("</title>")[0]
    assert GOAL in words_of(page, within="freed")
    assert words_of(seen(house.reader)) == before


def test_the_sheet_offers_every_condition_and_begins_as_said(house: House) -> None:
    page = source_of(seen(house.reader, "what-if/"))

    assert f'name="suppose.{condition(house, "c7")}"' in page
    assert "What would be free then" not in page


def test_an_address_holds_only_what_is_supposed(house: House) -> None:
    c7 = condition(house, "c7")
    answer = seen(house.reader, "what-if/", **{"suppose.x": "", f"suppose.{c7}": "met"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == at("what-if/", goal=GOAL, **{f"suppose.{c7}": "met"})


def test_what_an_address_supposes_of_anything_else_is_left_out_and_told(house: House) -> None:
    page = seen(house.reader, "what-if/", **{f"suppose.{uuid4()}": "met", "suppose.x": "met", "suppose.y": "maybe"})

    assert page.status_code == 200
    assert "3 conditions that the address names do not stand before this goal" in words_of(page)


def test_in_the_past_a_goal_is_what_was_known_then(house: House) -> None:
    page = seen(house.officer, goal="release of captives", known_at="2023-10-30", clock="said")
    words = words_of(page)

    assert "You are looking at the past" in words
    assert "a truce, or quiet" in words
    assert "fall by an amount" not in words
    assert "Report how it stands" not in words
    unknown = seen(house.officer, known_at="2023-10-20", clock="said")
    assert unknown.status_code == 404
    assert "You are looking at the past" in words_of(unknown)


def test_who_may_not_see_the_case_finds_no_room(house: House) -> None:
    for page in ("", "goal/", "what-if/", "gate/", "report/", "nature/", "settle/"):
        assert house.outsider.get(at(page, goal=GOAL)).status_code == 404, page


def test_who_may_only_read_is_offered_no_act_and_may_do_none(house: House) -> None:
    assert "Report how it stands" not in words_of(seen(house.reader))
    for page in ("gate/", "report/", "nature/", "settle/"):
        assert house.reader.get(at(page, goal=GOAL)).status_code == 403, page
        assert house.officer.get(at(page, goal=GOAL, known_at="2023-11-04")).status_code == 409, page
