"""Where a compartment is hidden from the one who agrees, somebody is forgotten there by those who see it, and only then."""

from __future__ import annotations

from uuid import UUID

import pytest

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.people import actions, queries
from homeward.people.actions import NotEverywhere, WasForgotten
from tests.apps.people.registers import Register, named

GROUND = "Asked for by themselves."


@pytest.fixture
def medical(register: Register) -> Compartment:
    return register.room("medical")


@pytest.fixture
def person(register: Register, medical: Compartment) -> UUID:
    """Somebody of the register, of whom something more is told in a narrower compartment."""
    person = register.enter(named("Xanthippe Qzelinska"))
    register.does(actions.say, person=person, values=named("X. Qzelinska", remarks="dialysis"), room=medical.id)
    return person


def seeing(register: Register, name: str, *rooms: Compartment, may_write: bool = True) -> Actor:
    """Somebody who writes in the compartment of the case, and sees these others."""
    who = register.desk.person(name, may="write")
    with register.desk.acting() as by:
        for room in rooms:
            access.grant(actor=who, compartment=room, may_write=may_write, by=by, at=register.desk.now)
    return who


def forgotten(register: Register, person: UUID, asks: Actor, agrees: Actor) -> actions.ForgottenPerson:
    ref = register.does(actions.ask_erasure, by=asks, person=person, reason=GROUND)
    return register.does(actions.agree_erasure, by=agrees, ref=ref)


def test_who_writes_in_all_of_them_forgets_in_all_of_them_at_once(register, medical, person):
    both = seeing(register, "Bea Both", medical)

    done = forgotten(register, person, register.desk.operator, both)

    assert (done.keys, len(done.refs)) == (2, 2)
    view = register.person(person)
    assert (view.names, view.forgotten.in_part) == ((), False)
    with pytest.raises(WasForgotten):
        register.does(actions.ask_erasure, person=person, reason=GROUND)


def test_who_sees_one_without_writing_there_forgets_in_none(register, medical, person):
    reads = seeing(register, "Rita Reads", medical, may_write=False)

    with pytest.raises(NotEverywhere):
        forgotten(register, person, register.desk.operator, reads)

    assert set(register.person(person).names) == {"Xanthippe Qzelinska", "X. Qzelinska"}


def test_what_is_hidden_from_the_one_who_agrees_stays_and_is_told_to_those_who_see_it(register, medical, person):
    one = seeing(register, "Agnes Second")

    done = forgotten(register, person, register.desk.operator, one)

    assert (done.keys, len(done.refs)) == (1, 1)
    assert register.person(person, by=one).forgotten.in_part is False
    whole = register.person(person)
    assert (whole.names, whole.forgotten.in_part) == (("X. Qzelinska",), True)
    assert register.found("Xanthippe Qzelinska", by=one) == []


def test_it_is_asked_there_once_more_and_then_nothing_is_left(register, medical, person):
    one, both = seeing(register, "Agnes Second"), seeing(register, "Bea Both", medical)
    forgotten(register, person, register.desk.operator, one)

    ref = register.does(actions.ask_erasure, person=person, reason=GROUND)
    with register.desk.acting(one):
        assert queries.waiting(register.case()) == [], "what is asked in a hidden compartment is hidden"
    done = register.does(actions.agree_erasure, by=both, ref=ref)

    assert (done.keys, len(done.refs)) == (1, 1)
    view = register.person(person)
    assert (view.names, view.forgotten.in_part, view.closed) == ((), False, 2)
    with register.desk.acting():
        assert queries.waiting(register.case()) == []
    for who in (register.desk.operator, one, both):
        with pytest.raises(WasForgotten):
            register.does(actions.ask_erasure, by=who, person=person, reason=GROUND)


def test_nothing_new_is_written_about_somebody_forgotten_in_part(register, medical, person):
    forgotten(register, person, register.desk.operator, seeing(register, "Agnes Second"))

    for room in (None, medical.id):
        with pytest.raises(WasForgotten):
            register.does(actions.say, person=person, values=named("Again"), room=room)


def test_a_reason_is_held_against_what_still_opens(register, medical, person):
    forgotten(register, person, register.desk.operator, seeing(register, "Agnes Second"))

    with pytest.raises(actions.NamesThePerson):
        register.does(actions.ask_erasure, person=person, reason="Qzelinska wants it there too.")
