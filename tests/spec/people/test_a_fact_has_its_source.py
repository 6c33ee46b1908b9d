"""What is known of a person is what voices gave, each with its statement; values that differ stand side by side."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.ledger import actions as ledger
from homeward.ledger.models import Statement
from homeward.people import actions, queries
from homeward.people.queries import NoSuchPerson
from homeward.people.queries.views import FieldView, PersonView
from homeward.refusals import Refused, Unacceptable
from tests.apps.people.registers import Register, born, citizen, named, paper, told
from tests.cast import once


def field(view: PersonView, name: str) -> FieldView:
    return next(each for each in view.fields if each.name == name)


def speakers(view: PersonView, name: str) -> dict[str, list[str]]:
    return {value.words: [given.speaker for given in value.given] for value in field(view, name).values}


def test_a_name_in_two_scripts_keeps_who_gave_each(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"), speaker="The family's lawyer")
    register.does(
        actions.say, person=person, values=named("لمياء درويش"), speaking={"speaker": "The consulate of Southland"}
    )

    view = register.person(person)

    assert speakers(view, "names") == {
        "Lamia Darvish": ["The family's lawyer"],
        "لمياء درويش": ["The consulate of Southland"],
    }
    assert not field(view, "names").conflicting


def test_one_value_from_two_voices_is_told_once_with_both(register: Register) -> None:
    person = register.enter(named("Lamia Darvish", nationalities=citizen("XN")), speaker="One")
    register.does(actions.say, person=person, values=named("Lamia Darvish"), speaking={"speaker": "Two"})

    assert speakers(register.person(person), "names") == {"Lamia Darvish": ["One", "Two"]}


def test_two_days_of_birth_are_a_conflict_and_neither_is_left_out(register: Register) -> None:
    person = register.enter(named("Lamia Darvish", birth=born("3 May 1990", "1990-05-03", "1990-05-04")), speaker="One")
    other = named("Lamia Darvish", birth=born("5 March 1990", "1990-03-05", "1990-03-06"))
    register.does(actions.say, person=person, values=other, speaking={"speaker": "Two"})

    view = register.person(person)

    assert speakers(view, "birth") == {"3 May 1990": ["One"], "5 March 1990": ["Two"]}
    assert field(view, "birth").conflicting


def test_a_row_of_a_list_is_told_with_its_list_and_number(register: Register) -> None:
    person = uuid4()
    register.takes((uuid4(), named("Somebody Else")), (person, named("Lamia Darvish")))

    (value,) = field(register.person(person), "names").values

    (given,) = value.given
    assert (given.speaker, given.row, given.list is not None) == ("The consulate of Southland", 2, True)


def test_a_corrected_fact_stays_and_counts_no_more(register: Register) -> None:
    person = register.enter(named("Lamia Darwish"))
    (first,) = field(register.person(person), "names").values
    register.does(
        actions.say,
        person=person,
        values=named("Lamia Darvish"),
        instead_of=first.given[0].ref,
        reason="Misspelled on the telephone.",
    )

    view = register.person(person)

    assert view.names == ("Lamia Darvish",)
    assert {value.words: value.given[0].standing for value in field(view, "names").values} == {
        "Lamia Darvish": "current",
        "Lamia Darwish": "corrected",
    }


def test_a_withdrawn_statement_takes_its_facts_with_it_and_a_doubted_one_does_not(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"))
    wrong = register.does(actions.say, person=person, values=named("Somebody Else"))
    doubted = register.does(actions.say, person=person, values=named("Lamiya Darvish"))
    with register.desk.acting() as actor:
        shared = {"case": register.case(), "by": actor, "at": register.desk.now}
        ledger.withdraw(ref=wrong.ref, reason="Meant for another.", once=once(), **shared)
        ledger.doubt(ref=doubted.ref, figure=0, reason="Heard badly.", once=once(), **shared)

    assert register.person(person).names == ("Lamia Darvish", "Lamiya Darvish")


def test_a_row_that_reads_otherwise_in_the_next_version_is_superseded(register: Register) -> None:
    person, a_list = uuid4(), uuid4()
    (before,) = register.takes((person, named("Lamia Darwish")), list=a_list)
    register.takes((person, named("Lamia Darvish")), list=a_list, instead={person: before})

    view = register.person(person)

    assert view.names == ("Lamia Darvish",)
    assert [value.given[0].standing for value in field(view, "names").values] == ["current", "superseded"]
    assert register.found("Darwish") == [person]
    with register.desk.acting():
        assert [hit.words for hit in queries.found(register.asked(), "Darwish")] == ["Lamia Darvish"]


def test_what_was_said_later_is_not_known_before(lasting_register: Register) -> None:
    person = lasting_register.enter(named("Lamia Darvish"), said="2 Jan 2026")
    lasting_register.does(actions.say, person=person, values=named("Lamiya Darvish"), speaking={"said": "5 Jan 2026"})

    assert lasting_register.person(person, known_at="2026-01-03", clock="said").names == ("Lamia Darvish",)
    with pytest.raises(NoSuchPerson):
        lasting_register.person(person, known_at="2025-12-31", clock="said")


def test_a_private_person_who_speaks_is_named_by_their_place_in_the_register_alone(register: Register) -> None:
    mother = register.enter(named("Salma Darvish"))
    person = register.enter(named("Lamia Darvish"), told_by=mother)

    (value,) = field(register.person(person), "names").values

    assert value.given[0].told_by == mother
    assert value.given[0].speaker == f"a person of the register ({mother.hex[:12]})"


def test_papers_are_held_against_the_day_asked_about(register: Register) -> None:
    person = register.enter(
        named(
            "Lamia Darvish",
            documents=(
                paper("N 123", expires=born("4 Feb 2026", "2026-02-04", "2026-02-05")),
                paper("N 456", expires=born("2026", "2026-01-01", "2027-01-01")),
                paper("N 789"),
            ),
        )
    )

    def expiry(day: str) -> list[str]:
        return [view.expiry for view in register.person(person, as_of=day).papers]

    assert expiry("2026-02-04") == ["valid", "perhaps", "unknown"]
    assert expiry("2026-02-05") == ["expired", "perhaps", "unknown"]
    assert expiry("2027-01-01") == ["expired", "expired", "unknown"]


def test_every_fault_of_a_form_is_told_with_its_field(register: Register) -> None:
    with register.desk.acting() as actor, pytest.raises(Unacceptable) as refused:
        actions.enter(
            case=register.case(),
            values=named("", "x\0y"),
            told=told("", said="", modality="sure"),
            once=once(),
            by=actor,
            at=register.desk.now,
        )

    assert {finding.where for finding in refused.value.findings} == {
        "speaker",
        "modality",
        "said",
        "names.0",
        "names.1.words",
    }


def test_the_same_form_twice_is_one_person_and_with_other_facts_is_refused(register: Register) -> None:
    key = once()
    first = register.does(actions.enter, values=named("Lamia Darvish"), once=key)
    again = register.does(actions.enter, values=named("Lamia Darvish"), once=key)

    assert first == again
    with pytest.raises(Refused, match="recorded before with other words"):
        register.does(actions.enter, values=named("Another"), once=key)


def test_no_value_stands_in_the_ledger_in_plain(register: Register) -> None:
    person = register.enter(named("Lamia Darvish"), words="My sister Lamia is at the bridge.")
    register.whereabouts(person, "seen", place="By the bridge of Quellin")
    register.does(actions.need, person=person, code="SM", words="insulin")

    entries = " ".join(Statement.objects.values_list("entry", flat=True))
    for secret in ("Lamia", "Quellin", "insulin", '"SM"'):
        assert secret not in entries
    assert register.person(person).words[0][0] == "My sister Lamia is at the bridge."
