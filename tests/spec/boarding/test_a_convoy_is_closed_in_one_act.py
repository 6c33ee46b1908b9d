"""Closing a convoy tells the register of everybody who crossed in one act, whatever the convoy's size, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest
from django.db import connection

from homeward.crossings.actions import boarding, closing
from homeward.crossings.queries import boarding as queries
from homeward.ledger.models import Statement
from homeward.people import actions as people
from homeward.people import queries as register
from homeward.people.core.told import Told
from tests.apps.crossings.boarded import Trip
from tests.apps.people.clearing import BORDER, Clearing
from tests.apps.people.registers import Register, named
from tests.cast import Desk

CROSSED = "said.whereabouts"


def across(desk: Desk, *families: str, trip: Trip | None = None) -> Trip:
    """A convoy of which everybody was seen across."""
    trip = trip or Trip.of(desk, seats="40")
    trip.publish(*families)
    phone = trip.phone("A")
    names = " ".join(families).split()
    trip.hand_over(phone, *(trip.word(phone, number, name, "crossed") for number, name in enumerate(names, 1)))
    return trip


def said_of(trip: Trip) -> list[Statement]:
    with trip.desk.acting():
        return list(Statement.objects.filter(kind=CROSSED).order_by("position"))


def questions(trip: Trip, **what: Any) -> int:
    """How often the database is asked while the boarding is closed."""
    asked = 0

    def one_more(execute: Any, *given: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*given)

    with connection.execute_wrapper(one_more):
        trip.does(closing.close_boarding, convoy=trip.convoy, **what)
    return asked


def test_each_person_has_a_statement_of_their_own_and_a_second_sending_adds_none(desk: Desk) -> None:
    trip, once = across(desk, "Anna Boris", "Vera"), uuid4()

    trip.does(closing.close_boarding, convoy=trip.convoy, once=once)
    before = said_of(trip)
    trip.does(closing.close_boarding, convoy=trip.convoy, once=once)

    assert len(before) == len({each.ref for each in before}) == 3
    assert [each.id for each in said_of(trip)] == [each.id for each in before]
    with trip.desk.acting():
        stages = register.stages_of(trip.gate.asked(), list(trip.people.values()))
    assert {each.state for each in stages.values()} == {"crossed"}
    assert {each.said_by[0].place for each in stages.values()} == {"The bridge"}


def test_a_larger_convoy_asks_the_database_no_more_often(desk: Desk) -> None:
    first = across(desk, "Anna", "Boris")
    few = questions(first)
    convoy = first.gate.convoy(first.window, first.gate.pickup("The mill"))
    names = [f"P{number} Q{number} R{number}" for number in range(12)]

    many = questions(across(desk, *names, trip=replace(first, convoy=convoy, people={})))

    assert many <= few + 10, (few, many)


def test_what_many_are_told_is_what_a_form_for_each_would_have_said(desk: Desk) -> None:
    register_of = Register.of(desk)
    told = Told(speaker="The boarding team", speaker_kind="body", said="5 Jan 2026 09:00", occurred="2026-01-05")
    those = [register_of.enter(named(name)) for name in ("Anna", "Boris")]
    once = uuid4()

    def does(action: Any, **what: Any) -> Any:
        with desk.acting() as actor:
            return action(
                case=register_of.case(), told=told, state="crossed", place="The bridge", by=actor, at=desk.now, **what
            )

    one = does(people.tell_whereabouts, person=those[0], once=uuid5(once, str(those[0])))
    both = does(people.tell_whereabouts_of_all, people=those, once=once)
    again = does(people.tell_whereabouts_of_all, people=those, once=once)

    assert both[0] == one
    assert both == again
    with desk.acting():
        assert Statement.objects.filter(kind=CROSSED).count() == 2


def test_of_somebody_who_was_forgotten_meanwhile_nothing_is_said_and_the_numbers_close(desk: Desk) -> None:
    trip = across(desk, "Anna", "Boris")
    trip.register.forgets(trip.people["Anna"])

    trip.does(closing.close_boarding, convoy=trip.convoy)

    with trip.desk.acting():
        spoken_of = {each.entry.count(str(trip.people["Boris"])) for each in Statement.objects.filter(kind=CROSSED)}
    assert len(said_of(trip)) == 1
    assert spoken_of != {0}
    assert trip.board().closed


def test_whoever_is_seen_across_after_the_closing_reaches_the_register_when_it_is_closed_again(desk: Desk) -> None:
    trip = Trip.of(desk, seats="40")
    trip.publish("Anna Boris", "Vera")
    phone = trip.phone("A")
    trip.hand_over(
        phone, *(trip.word(phone, n, name, "boarded") for n, name in enumerate(("Anna", "Boris", "Vera"), 1))
    )
    trip.does(closing.close_boarding, convoy=trip.convoy)
    assert said_of(trip) == []

    trip.hand_over(phone, *(trip.word(phone, n, name, "crossed") for n, name in enumerate(("Anna", "Boris"), 4)))
    assert (trip.board().late, trip.board().closes_otherwise) == (2, True)
    trip.does(closing.close_boarding, convoy=trip.convoy)
    assert len(said_of(trip)) == 2

    trip.hand_over(phone, trip.word(phone, 6, "Vera", "crossed"))
    trip.does(closing.close_boarding, convoy=trip.convoy)
    assert len(said_of(trip)) == 3, "of nobody twice"
    assert trip.board().closes_otherwise is False


def test_it_is_not_closed_again_with_the_same_numbers(desk: Desk) -> None:
    trip = across(desk, "Anna", "Boris")
    trip.does(closing.close_boarding, convoy=trip.convoy)

    with pytest.raises(closing.ClosedSo):
        trip.does(closing.close_boarding, convoy=trip.convoy)


def test_whom_the_register_was_told_of_and_who_is_now_back_is_named_as_a_doubt(desk: Desk) -> None:
    trip = across(desk, "Anna", "Boris")
    trip.does(closing.close_boarding, convoy=trip.convoy)
    seen = [word.id for each in trip.board().board.people for word in each.words]
    trip.does(boarding.settle_check_off, convoy=trip.convoy, person=trip.people["Anna"], state="turned_back", seen=seen)

    done = trip.does(closing.close_boarding, convoy=trip.convoy)

    assert [each.code for each in done.warnings] == ["no-longer-crossed"]
    assert len(said_of(trip)) == 2, "what was said stays until somebody withdraws it"


def test_what_is_withdrawn_while_the_window_is_open_stops_them_and_what_is_said_after_it_does_not(desk: Desk) -> None:
    trip = Trip.of(desk, authorities=(BORDER,))
    trip.publish("Anna", "Boris")
    clearing = Clearing(trip.register)
    for name in ("Anna", "Boris"):
        clearing.grants(trip.people[name], "1 Jan 2026", "6 Jan 2026")
    desk.now = datetime(2026, 1, 6, 15, tzinfo=UTC)
    clearing.tell(trip.people["Anna"], "withdrawn", said="6 Jan 2026 09:30")
    clearing.tell(trip.people["Boris"], "withdrawn", said="6 Jan 2026 14:00")

    assert stopped(trip, "2026-01-06T09:00+02:00") == set()
    assert stopped(trip, "2026-01-06T10:00+02:00") == {"Anna"}
    assert stopped(trip, "2026-01-07T10:00+02:00") == {"Anna"}, "what lapses or is said later tells nothing of them"


def stopped(trip: Trip, as_of: str) -> set[str]:
    names: dict[UUID, str] = {id: name for name, id in trip.people.items()}
    with trip.desk.acting():
        return {names[each] for each in queries.boarding(trip.gate.asked(as_of=as_of), trip.convoy).not_cleared}
