"""How far everybody is with each authority, as of any hour; what runs out by a day; who of a family is cleared."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.clearances import queries
from homeward.clearances.queries import State
from homeward.ledger.queries.sources import NoSuchSource
from homeward.people import actions as people
from tests.apps.people.clearing import BORDER, INTERIOR, Clearing
from tests.apps.people.judging import Judging
from tests.apps.people.registers import born, named, paper


def funnel(clearing: Clearing, by: Any = None, **when: str) -> dict[str, dict[str, int]]:
    """By authority, how many people stand how; `confirmed` of the granted, and who was not asked."""
    with clearing.register.desk.acting(by):
        view = queries.funnel(clearing.register.asked(**when))
    return {
        each.authority.name: {
            **{state.value: count for state, count in each.counts.items() if count},
            **({"confirmed": each.confirmed} if each.confirmed else {}),
            "not asked": each.not_asked,
        }
        for each in view.authorities
    }


def authority(clearing: Clearing, name: str = BORDER) -> UUID:
    with clearing.register.desk.acting():
        view = queries.funnel(clearing.register.asked())
    return next(each.authority.id for each in view.authorities if each.authority.name == name)


@pytest.fixture
def four(clearing: Clearing) -> list[UUID]:
    """Four people: two asked for, one of them granted and confirmed; one refused by another authority; one of whom nobody asked."""
    those = [clearing.register.enter(named(name)) for name in ("Lamia One", "Omar Two", "Nour Three", "Sami Four")]
    clearing.ask(those[0], those[1], asked="1 Jan 2026")
    clearing.grants(those[0], "1 Jan 2026", "9 Jan 2026", said="3 Jan 2026")
    clearing.tell(those[2], "refused", authority=INTERIOR, said="4 Jan 2026")
    return those


def test_everybody_is_counted_once_with_each_authority(clearing: Clearing, four: list[UUID]) -> None:
    assert funnel(clearing, as_of="2026-01-06") == {
        BORDER: {"requested": 1, "granted": 1, "confirmed": 1, "not asked": 2},
        INTERIOR: {"refused": 1, "not asked": 3},
    }


def test_as_of_an_earlier_hour_it_is_as_it_was_then(clearing: Clearing, four: list[UUID]) -> None:
    assert funnel(clearing, as_of="2026-01-02T12:00Z") == {BORDER: {"requested": 2, "not asked": 2}}
    assert funnel(clearing, as_of="2025-12-31T23:00Z") == {}
    assert funnel(clearing, as_of="2026-01-10")[BORDER] == {"requested": 1, "lapsed": 1, "not asked": 2}


def test_two_who_are_one_are_counted_once(clearing: Clearing, four: list[UUID]) -> None:
    Judging(clearing.register).same(four[0], four[1])

    # Asked for twice and granted once: the grant stands.
    assert funnel(clearing, as_of="2026-01-06")[BORDER] == {"granted": 1, "confirmed": 1, "not asked": 2}


def test_who_does_not_see_the_register_counts_nobody(clearing: Clearing) -> None:
    room = clearing.register.room("medical")
    lamia = clearing.register.enter(named("Lamia One"), room=room)
    clearing.tell(lamia, "granted", room=room.id)

    assert funnel(clearing)[BORDER]["granted"] == 1
    assert funnel(clearing, by=clearing.second) == {}


def test_the_people_of_an_authority_by_how_they_stand(clearing: Clearing, four: list[UUID]) -> None:
    with clearing.register.desk.acting():
        asked = clearing.register.asked(as_of="2026-01-06")
        granted = queries.of_authority(asked, authority(clearing), state="granted")
        everybody = queries.of_authority(asked, authority(clearing))
        unconfirmed = queries.of_authority(asked, authority(clearing), state="unconfirmed")

    assert [line.person.names for line in granted.lines] == [("Lamia One",)]
    assert (everybody.count, unconfirmed.count) == (2, 0)
    assert {line.last.state for line in everybody.lines} == {State.GRANTED, State.REQUESTED}
    with clearing.register.desk.acting(), pytest.raises(NoSuchSource):
        queries.of_authority(clearing.register.asked(), four[0])


def test_the_pace_of_an_authority_comes_from_what_it_was_asked(clearing: Clearing, four: list[UUID]) -> None:
    with clearing.register.desk.acting():
        told = queries.pace(clearing.register.asked(as_of="2026-01-06"))

    assert set(told) == {authority(clearing)}
    assert (told[authority(clearing)].answered, told[authority(clearing)].waiting) == (1, 1)
    assert told[authority(clearing)].probability == pytest.approx(2 / 3)


def lapses(clearing: Clearing, by: str, **when: str) -> list[tuple[str, str, str]]:
    """Who, what, and its last day."""
    with clearing.register.desk.acting():
        view = queries.lapsing(clearing.register.asked(**when), date.fromisoformat(by))
    return [
        (each.person.names[0], each.authority.name if each.authority else each.paper, each.on.isoformat())
        for each in view.lapses
    ]


def test_a_clearance_that_ends_by_the_day_is_told_unless_the_next_one_goes_on(clearing: Clearing) -> None:
    lamia, omar, nour = (clearing.register.enter(named(name)) for name in ("Lamia One", "Omar Two", "Nour Three"))
    clearing.grants(lamia, "1 Jan 2026", "9 Jan 2026", said="1 Jan 2026")
    clearing.grants(omar, "1 Jan 2026", "9 Jan 2026", said="1 Jan 2026")
    clearing.grants(omar, "10 Jan 2026", "20 Jan 2026", said="2 Jan 2026")
    clearing.grants(nour, said="1 Jan 2026")

    assert lapses(clearing, "2026-01-08", as_of="2026-01-05") == []
    assert lapses(clearing, "2026-01-09", as_of="2026-01-05") == [("Lamia One", BORDER, "2026-01-09")]
    assert lapses(clearing, "2026-01-09", as_of="2026-01-10") == []  # it has lapsed, and is told so elsewhere


def test_papers_of_people_on_the_way_that_run_out_by_the_day_are_told(clearing: Clearing) -> None:
    old = paper("P1730264", expires=born("9 Jan 2026", "2026-01-09", "2026-01-10"))
    new = paper("P9999999", expires=born("9 Jan 2030", "2030-01-09", "2030-01-10"))
    vague = paper("P5555555", expires=born("Jan 2026", "2026-01-01", "2026-02-01"))
    lamia = clearing.register.enter(named("Lamia One", documents=(old,)))
    omar = clearing.register.enter(named("Omar Two", documents=(old, new)))
    nour = clearing.register.enter(named("Nour Three", documents=(vague,)))
    clearing.register.enter(named("Sami Four", documents=(old,)))
    clearing.ask(lamia, omar, nour, asked="1 Jan 2026")

    assert lapses(clearing, "2026-01-08", as_of="2026-01-05") == [("Nour Three", "P5555555", "2026-01-31")]
    assert lapses(clearing, "2026-01-09", as_of="2026-01-05") == [
        ("Lamia One", "P1730264", "2026-01-09"),
        ("Nour Three", "P5555555", "2026-01-31"),
    ]


def test_of_a_family_some_are_cleared_and_some_are_not(clearing: Clearing) -> None:
    register = clearing.register
    mother, child, other = (register.enter(named(name)) for name in ("Salma One", "Lina One", "Omar Two"))
    register.does(people.relate, person=mother, relation="parent_of", other=child)
    alone = register.enter(named("Sami Four"))
    clearing.grants(mother, said="1 Jan 2026")
    clearing.tell(child, "granted", said="1 Jan 2026")
    clearing.grants(other, said="1 Jan 2026")

    with register.desk.acting():
        view = queries.families(register.asked(as_of="2026-01-06"))
    (family,) = view.families

    assert [line.names[0] for line in family.members] == ["Lina One", "Salma One"]
    assert family.cleared == {authority(clearing): 1}
    assert (view.count, view.parted) == (1, 1)
    assert family.held[child][authority(clearing)].confirmed is False
    assert alone not in view.people


def test_what_waits_for_a_second_person_is_told_with_who_recorded_it(clearing: Clearing) -> None:
    lamia = clearing.register.enter(named("Lamia One"))
    told = clearing.tell(lamia, "granted", said="1 Jan 2026", conditions=("on foot",))
    desk, second = clearing.register.desk, clearing.second

    with desk.acting():
        mine = queries.waiting(clearing.register.asked(), actor=desk.operator.id)
    with desk.acting(second):
        theirs = queries.waiting(clearing.register.asked(), actor=second.id)

    assert [(each.ref, each.own, each.conditions) for each in mine.lines] == [(told.ref, True, ("on foot",))]
    assert [each.own for each in theirs.lines] == [False]
    clearing.confirm(told.statement)
    with desk.acting():
        assert queries.count_waiting(clearing.register.asked()) == 0


def test_the_page_of_a_person_tells_every_word_also_what_counts_no_more(clearing: Clearing) -> None:
    lamia = clearing.register.enter(named("Lamia One"))
    clearing.ask(lamia, asked="1 Jan 2026", via=("A liaison officer",))
    wrong = clearing.grants(lamia, said="2 Jan 2026", conditions=("on foot",))
    clearing.take_back(wrong.ref)
    clearing.tell(lamia, "refused", said="3 Jan 2026", speaker="A spokesman of the authority", via=("A courier",))

    with clearing.register.desk.acting():
        view = queries.of_person(clearing.register.asked(as_of="2026-01-06"), lamia)
    (border,) = view.authorities
    refused, granted, asked = border.words

    assert (border.state, border.authority.name) == (State.REFUSED, BORDER)
    assert [each.state for each in border.words] == ["refused", "granted", "requested"]
    assert (granted.counts, granted.given.standing, granted.confirmed_by) == (False, "retracted", "Bela Second")  # type: ignore[union-attr]
    assert granted.conditions == ("on foot",)
    assert (refused.given.speaker, refused.given.via) == ("A spokesman of the authority", ("A courier",))  # type: ignore[union-attr]
    assert (asked.purpose, asked.given.via) == ("exit through the southern crossing", ("A liaison officer",))  # type: ignore[union-attr]
