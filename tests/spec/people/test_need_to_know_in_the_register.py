"""Who may not see a compartment sees nobody in it, and no search, count or refusal gives away that somebody is there."""

from __future__ import annotations

import pytest

from homeward.ledger import actions as ledger
from homeward.ledger.models import Statement
from homeward.people import actions, queries
from homeward.people.queries import NoSuchPerson
from homeward.refusals import Refused
from tests.apps.people.registers import Register, named
from tests.cast import once
from tests.grounds.databases import Database


def test_somebody_of_a_hidden_compartment_is_as_missing_as_nobody(register: Register) -> None:
    reader = register.desk.person("Rita Reader", may="read")
    hidden = register.enter(named("Lamia Darvish"), room=register.room("channel-two"))
    register.enter(named("Omar Tell"))
    register.found("Lamia Darvish")

    assert register.found("Lamia Darvish", by=reader) == []
    with register.desk.acting(reader):
        counted = queries.register(register.asked())
        board = queries.quality(register.asked())
        with pytest.raises(NoSuchPerson) as unseen:
            queries.person(register.asked(), hidden)
    assert (counted.people, counted.records, board.people, board.records) == (1, 1, 1, 1)
    with register.desk.acting(reader), pytest.raises(NoSuchPerson) as missing:
        queries.person(register.asked(), register.case().id)
    assert unseen.value.message == missing.value.message


def test_a_need_told_in_a_narrower_compartment_is_seen_there_alone(register: Register) -> None:
    reader = register.desk.person("Rita Reader", may="read")
    person = register.enter(named("Lamia Darvish"))
    register.does(actions.need, person=person, code="SM", words="dialysis", room=register.room("medical").id)

    assert [need.code for need in register.person(person).needs] == ["SM"]
    assert register.person(person, by=reader).needs == ()
    assert register.person(person, by=reader).names == ("Lamia Darvish",)


def test_who_only_reads_writes_nothing(register: Register) -> None:
    reader = register.desk.person("Rita Reader", may="read")
    person = register.enter(named("Lamia Darvish"))

    for act in (
        lambda: register.enter(named("Omar Tell"), by=reader),
        lambda: register.does(actions.say, by=reader, person=person, values=named("Other")),
        lambda: register.does(actions.ask_erasure, by=reader, person=person, reason="Because."),
    ):
        with pytest.raises(Refused, match="may not do this"):
            act()


def test_what_is_withdrawn_in_a_narrower_compartment_is_told_there_alone(register: Register) -> None:
    reader = register.desk.person("Rita Reader", may="read")
    person = register.enter(named("Lamia Darvish"))
    need = register.does(actions.need, person=person, code="SM", room=register.room("medical").id)
    with register.desk.acting() as actor:
        shared = {"case": register.case(), "by": actor, "at": register.desk.now}
        ref = ledger.withdraw(ref=need.ref, reason="Meant for another.", once=once(), **shared).ref

    assert [each.given.standing for each in register.person(person).needs] == ["retracted"]
    with register.desk.acting(reader):
        assert not Statement.objects.filter(ref__in=[ref, need.ref]).exists()


def test_every_reading_leaves_a_line_that_names_nobody(lasting_register: Register, fresh_database: Database) -> None:
    register = lasting_register
    person = register.enter(named("Lamia Darvish"))
    with register.desk.acting() as actor:
        actions.note_reading(case=register.case(), people=[person], view="person", by=actor, at=register.desk.now)

    (line,) = fresh_database.superuser("SELECT entry FROM access_event WHERE kind = 'people.read'").splitlines()

    assert str(person) in line
    assert "Lamia" not in line
