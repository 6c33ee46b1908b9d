"""Households hold together: ages, kinship both ways, papers that fit, names that fit."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.invented import DAY, Kinship, Need, Origin, Person, people

BACK = {
    Kinship.PARENT: Kinship.CHILD,
    Kinship.CHILD: Kinship.PARENT,
    Kinship.SPOUSE: Kinship.SPOUSE,
    Kinship.SIBLING: Kinship.SIBLING,
    Kinship.GUARDIAN: Kinship.WARD,
    Kinship.WARD: Kinship.GUARDIAN,
}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 400))
def test_children_are_15_to_50_years_younger_than_their_parents(seed: int, size: int) -> None:
    everybody = {person.id: person for person in people(seed, size)}

    for person in everybody.values():
        for child in person.kin(Kinship.CHILD):
            years = (everybody[child].birth - person.birth).days / 365.25
            assert 15 <= years <= 50


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 400))
def test_kinship_is_told_from_both_sides(seed: int, size: int) -> None:
    told = {(person.id, r.kind, r.to) for person in people(seed, size) for r in person.relations}

    assert all((to, BACK[kind], one) in told for one, kind, to in told)


def test_nobody_is_born_after_the_day(everybody: tuple[Person, ...]) -> None:
    assert all(person.birth <= DAY for person in everybody)


def test_brothers_and_sisters_of_one_house_have_different_names(everybody: tuple[Person, ...]) -> None:
    children = Counter(
        (person.household, person.name.given.own)
        for person in everybody
        if person.kin(Kinship.PARENT) and person.name.given
    )

    assert max(children.values()) == 1


def test_children_bear_the_father_s_name(everybody: tuple[Person, ...]) -> None:
    by_id = {person.id: person for person in everybody}
    for person in everybody:
        fathers = [by_id[parent] for parent in person.kin(Kinship.PARENT) if by_id[parent].sex == "M"]
        if fathers and person.name.fathers:
            assert person.name.fathers[0] is fathers[0].name.given


def test_all_that_the_desk_meets_is_there(everybody: tuple[Person, ...]) -> None:
    households: dict[str, set[tuple[str, ...]]] = {}
    for person in everybody:
        households.setdefault(person.household, set()).add(person.nationalities)

    assert {person.origin for person in everybody} == set(Origin)
    assert {need for person in everybody for need in person.needs} == set(Need)
    assert {relation.kind for person in everybody for relation in person.relations} == set(Kinship)
    assert sum(len(split) > 1 for split in households.values()) > 50
    assert 45 <= sum(person.held for person in everybody) <= 80
    assert {"ISR", "THA", "PHL", "RUS"} <= {country for p in everybody if p.held for country in p.nationalities}


@pytest.mark.parametrize("kind", [Kinship.SIBLING, Kinship.GUARDIAN])
def test_some_kin_live_in_another_house(everybody: tuple[Person, ...], kind: Kinship) -> None:
    house = {person.id: person.household for person in everybody}

    assert any(house[other] != person.household for person in everybody for other in person.kin(kind))


def test_passport_numbers_are_of_one_person(everybody: tuple[Person, ...]) -> None:
    numbers = Counter((d.country, d.kind, d.number) for person in everybody for d in person.documents)

    assert max(numbers.values()) == 1
