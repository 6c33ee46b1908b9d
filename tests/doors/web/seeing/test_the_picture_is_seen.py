"""The picture as a page: the demonstration up to noon of 4 November, and as it was known on 30 October."""

from __future__ import annotations

import re

import pytest

from tests.doors.web.seeing.looking import GAZA, NOON, OCTOBER, for_programs, links_of, source_of, words_of


@pytest.fixture(scope="module")
def noon(house):
    return house.reader.get(f"{GAZA}?{NOON}")


@pytest.fixture(scope="module")
def october(house):
    return house.reader.get(f"{GAZA}?{OCTOBER}")


def test_the_part_stands_under_the_whole_with_its_rival_and_the_verdict(noon):
    people = words_of(noon, within="people")

    assert "s02#2 is part of s02#1, said in one breath." in people
    whole, part = people.index("more than 900 (901 or more)"), people.index("more than 500 (501 or more)")
    rival = people.index("about 600 (540 to 660)")
    assert whole < part < rival
    assert "s02#2 and s04#1 overlap: 540 to 660." in people
    assert "part of all persons on the Russian list · 2 origins" in people


def test_what_may_happen_is_never_shown_as_done(noon):
    people = words_of(noon, within="people")

    assert "possible: 8 h07#1" in people
    assert "conditional: 8 h01#1" in people
    assert "planned: more than 730" in people
    assert not re.search(r"(?<!possible: )(?<!conditional: )\b8 h0[17]#1", people)


def test_a_vague_condition_stays_a_question(noon):
    conditions = words_of(noon, within="conditions")

    assert '"as soon as there will be the conditions"' in conditions
    assert "unknown vague" in conditions
    assert (
        "A question to put to Hamas, with its border authority in Gaza: what would show that it is met?" in conditions
    )
    assert "Nobody has said whether it is met." in conditions
    assert "unmet" in conditions


def test_one_utterance_is_counted_once(noon):
    assert "s02 and s03 are one utterance: one origin, not 2." in words_of(noon, within="seems")


def test_each_party_has_its_last_word_by_topic(noon):
    words = words_of(noon, within="words")

    assert "Qatar halt of hostilities 4 Nov 2023 · q03" in words
    assert "Dmitry Peskov, Kremlin" in words


def test_what_nobody_has_said_is_a_question_to_somebody(noon):
    gaps = words_of(noon, within="gaps")

    assert "What does Israel say? Nothing of it is known here. Put it to Israel" in gaps


def test_as_known_in_october_nothing_of_november_is_there(october):
    known = words_of(october, within="main").replace("Gaza, to 4 November 2023", "")

    assert "Nov 2023" not in known
    assert "more than 500" not in known
    assert "about 700 (630 to 770)" in words_of(october, within="people")
    assert "possibly known" in known
    assert not [link for link in links_of(october) if "/statements/s02/" in link]


def test_the_moment_rides_on_every_link_of_the_case(october):
    inside = [link for link in links_of(october) if link.startswith(GAZA)]

    back_to_now = [link for link in inside if "as_of=" not in link]
    assert inside
    assert set(back_to_now) <= {GAZA}


@pytest.mark.parametrize("asked", [NOON, OCTOBER, "known_at=2023-11-02&clock=published"])
def test_its_numbers_are_those_for_programs(house, asked):
    page = house.reader.get(f"{GAZA}?{asked}")
    answer = for_programs(house.reader, page)
    people = words_of(page, within="people")

    figures = [figure for group in answer["populations"] for figure in group["current"]]
    assert figures
    for one in figures:
        put = f"{one['outlook']}: " if one["outlook"] else ""
        assert re.search(rf"{re.escape(put + one['words'])} (\(.*?\) )?{re.escape(one['ref'])}\b", people), one["ref"]
    shown = re.findall(r"[a-z]\d\d#\d", people)
    assert {one["ref"] for one in figures} <= set(shown)
    for one in answer["gaps"]:
        assert one["question"] in words_of(page, within="gaps")


def test_the_timeline_goes_by_event_or_by_when_things_were_known(house, noon):
    by_known = house.reader.get(f"{GAZA}?{NOON}&by=known")

    def first_words(page):
        return re.findall(r"statements/([\w-]+)/", source_of(page)[source_of(page).index('id="timeline"') :])

    assert first_words(noon) != first_words(by_known)
    assert "5 days, nothing said" in words_of(noon, within="timeline")
    assert for_programs(house.reader, by_known)["timeline"]["by"] == "known"


def test_what_changed_since_is_asked_in_words(house):
    page = house.reader.get(f"{GAZA}?{NOON}&since=1+Nov")

    assert "Became known since end of 1 Nov 2023" in words_of(page, within="changed")
    assert for_programs(house.reader, page)["changed"]["since"] == "2023-11-01T22:00:00.000000Z"


def test_a_time_that_cannot_be_read_is_told_beside_its_field_and_the_picture_stays(house):
    page = house.reader.get(f"{GAZA}?{NOON}&since=soon")

    assert page.status_code == 422
    assert 'value="soon"' in source_of(page)
    assert 'aria-describedby="since-wrong"' in source_of(page)
    assert "Write, for example, 4 Nov 12:00" in words_of(page, within="since-wrong")
    assert "more than 900" in words_of(page, within="people")


def test_a_moment_that_cannot_be_read_is_refused_in_words(house):
    page = house.reader.get(f"{GAZA}?as_of=soon")

    assert page.status_code == 422
    assert "Write, for example, 4 Nov 12:00" in words_of(page)
