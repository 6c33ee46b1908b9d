"""What is known of a person is shared with those to whom the person, or the family for them, agreed, until it is taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from homeward.people import actions
from homeward.refusals import Unacceptable
from tests.apps.people.registers import Register, named


@pytest.fixture
def person(register: Register) -> UUID:
    return register.enter(named("Lamia Darvish"))


def agrees(
    register: Register, person: UUID, state: str, by: str, *scope: str, said: str = "2 Jan 2026", **more: Any
) -> None:
    register.does(
        actions.consent, person=person, state=state, given_by=by, scope=scope, speaking={"said": said}, **more
    )


def test_without_consent_nothing_is_shared(register: Register, person: UUID) -> None:
    assert register.person(person).shared_with == ()


def test_consent_counts_for_those_it_names(register: Register, person: UUID) -> None:
    agrees(register, person, "given", "person", "authorities", "neutral_body")

    assert register.person(person).shared_with == ("authorities", "neutral_body")


def test_what_is_taken_back_counts_no_more_and_the_rest_does(register: Register, person: UUID) -> None:
    agrees(register, person, "given", "person", "authorities", "public")
    agrees(register, person, "withdrawn", "person", "public", said="3 Jan 2026")

    view = register.person(person)

    assert view.shared_with == ("authorities",)
    assert [(each.state, each.holds) for each in view.consent] == [("given", ("authorities",)), ("withdrawn", ())]


def test_the_person_takes_back_what_the_family_agreed_to_and_not_the_other_way_round(
    register: Register, person: UUID
) -> None:
    agrees(register, person, "given", "family", "public")
    agrees(register, person, "given", "person", "authorities")
    agrees(register, person, "withdrawn", "family", "authorities", "public", said="3 Jan 2026")

    assert register.person(person).shared_with == ("authorities",)

    agrees(register, person, "withdrawn", "person", "authorities", said="4 Jan 2026")

    assert register.person(person).shared_with == ()


def test_consent_ends_on_its_day(register: Register, person: UUID) -> None:
    agrees(register, person, "given", "person", "mediators", until="4 Jan 2026")

    assert register.person(person, as_of="2026-01-03").shared_with == ("mediators",)
    assert register.person(person, as_of="2026-01-04").shared_with == ()


def test_consent_without_a_scope_is_none(register: Register, person: UUID) -> None:
    with pytest.raises(Unacceptable) as refused:
        agrees(register, person, "given", "person")

    assert [finding.where for finding in refused.value.findings] == ["scope"]
