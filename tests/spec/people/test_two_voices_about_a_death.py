"""That somebody died is told by who says so; the return of remains is another word, and a word of life beside it is a contest."""

from __future__ import annotations

from uuid import UUID

import pytest

from homeward.people.queries.views import StageView
from tests.apps.people.registers import Register, named


@pytest.fixture
def person(register: Register) -> UUID:
    return register.enter(named("Lamia Darvish"))


def told(views: StageView) -> tuple[str, list[tuple[str, str]], list[tuple[str, str]]]:
    def both(side: tuple) -> list[tuple[str, str]]:  # type: ignore[type-arg]
        return [(view.state, view.given.speaker) for view in side]

    return views.state, both(views.said_by), both(views.against)


def test_a_reported_death_names_its_voice(register: Register, person: UUID) -> None:
    register.whereabouts(person, "held", "A captor", occurred="1 Jan 2026")
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026", modality="alleged")

    assert told(register.person(person).stage) == ("dead", [("dead", "A captor")], [])


def test_the_return_of_remains_is_told_apart_from_the_death(register: Register, person: UUID) -> None:
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026")
    register.whereabouts(person, "remains_returned", "The neutral body", occurred="3 Jan 2026")

    view = register.person(person)

    assert told(view.stage) == ("remains_returned", [("remains_returned", "The neutral body")], [])
    assert [(each.state, each.given.speaker) for each in view.whereabouts] == [
        ("dead", "A captor"),
        ("remains_returned", "The neutral body"),
    ]


def test_one_says_dead_and_another_saw_them_alive_later(register: Register, person: UUID) -> None:
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026")
    register.whereabouts(person, "seen", "A delegate", occurred="3 Jan 2026")

    assert told(register.person(person).stage) == ("seen", [("seen", "A delegate")], [("dead", "A captor")])


def test_a_word_of_life_about_an_earlier_day_contests_no_death(register: Register, person: UUID) -> None:
    register.whereabouts(person, "seen", "A delegate", occurred="1 Jan 2026", said="4 Jan 2026")
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026", said="3 Jan 2026")

    assert told(register.person(person).stage) == ("dead", [("dead", "A captor")], [])


def test_who_denies_a_death_contests_it(register: Register, person: UUID) -> None:
    register.whereabouts(person, "dead", "The ministry", occurred="2 Jan 2026")
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026", modality="denied")

    assert told(register.person(person).stage) == ("dead", [("dead", "The ministry")], [("dead", "A captor")])


def test_two_who_say_the_same_stand_both_as_those_who_say_so(register: Register, person: UUID) -> None:
    register.whereabouts(person, "dead", "A captor", occurred="2 Jan 2026")
    register.whereabouts(person, "dead", "The mediator", occurred="2 Jan 2026", modality="reported")

    state, by, against = told(register.person(person).stage)
    assert (state, {speaker for _, speaker in by}, against) == ("dead", {"A captor", "The mediator"}, [])
