"""Households are those whom somebody puts into one, or one list gives one number; guardians are told across them."""

from __future__ import annotations

from uuid import UUID, uuid4

from homeward.people import actions, queries
from tests.apps.people.registers import Register, citizen, named


def people(register: Register) -> tuple[UUID, UUID, UUID]:
    mother = register.enter(named("Salma Darvish", nationalities=citizen("XN")))
    child = register.enter(named("Noor Darvish", nationalities=citizen("XS")))
    uncle = register.enter(named("Karim Darvish", nationalities=citizen("XS", "XN")))
    return mother, child, uncle


def test_a_household_with_no_country_of_all_is_split(register: Register) -> None:
    mother, child, uncle = people(register)
    register.does(actions.relate, person=mother, relation="household_with", other=child)
    register.does(actions.relate, person=mother, relation="parent_of", other=child)
    register.does(actions.relate, person=uncle, relation="guardian_of", other=child)

    with register.desk.acting():
        household = queries.household_of(register.asked(), child)
        assert queries.count_households(register.asked()) == (1, 1)

    assert {line.id for line in household.members} == {mother, child}
    assert household.split
    assert {(each.guardian, each.relation) for each in household.guardians} == {
        (mother, "parent_of"),
        (uncle, "guardian_of"),
    }


def test_one_country_of_all_carries_a_household(register: Register) -> None:
    _, child, uncle = people(register)
    register.does(actions.relate, person=uncle, relation="household_with", other=child)

    with register.desk.acting():
        assert not queries.household_of(register.asked(), child).split
        assert queries.split_households(register.asked()) == []


def test_one_number_in_one_list_is_one_household_and_in_another_list_it_says_nothing(register: Register) -> None:
    one, two, three = uuid4(), uuid4(), uuid4()
    register.takes((one, named("Aisha Nur", household="7")), (two, named("Bilal Nur", household="7")))
    register.takes((three, named("Ivan Third", household="7")), authority="Another office")

    with register.desk.acting():
        assert {line.id for line in queries.household_of(register.asked(), one).members} == {one, two}
        assert {line.id for line in queries.household_of(register.asked(), three).members} == {three}


def test_kin_are_told_from_both_sides_by_whom_it_was_said(register: Register) -> None:
    mother, child, _ = people(register)
    register.does(
        actions.relate, person=mother, relation="parent_of", other=child, speaking={"speaker": "The civil registry"}
    )

    (down,) = register.person(mother).kin
    (up,) = register.person(child).kin

    assert (down.other_names, down.relation, down.direction) == (("Noor Darvish",), "parent_of", "to")
    assert (up.other_names, up.relation, up.direction) == (("Salma Darvish",), "parent_of", "from")
    assert up.given.speaker == "The civil registry"


def test_who_looks_for_somebody_is_told_with_the_request(register: Register) -> None:
    mother, child, _ = people(register)
    register.does(
        actions.seek,
        sought=child,
        inquirer=mother,
        speaking={"told_by": mother, "words": "She wore a green coat.", "said": "3 Jan 2026"},
    )

    (request,) = register.person(child).sought

    assert (request.inquirer_names, request.words, request.state) == (
        ("Salma Darvish",),
        "She wore a green coat.",
        "open",
    )
    assert register.person(mother).seeks[0].request == request.request
    register.does(actions.seek, sought=child, inquirer=mother, request=request.request, state="answered")
    assert [each.state for each in register.person(child).sought] == ["open", "answered"]


def test_needs_come_from_a_list_that_the_desk_keeps(register: Register) -> None:
    _, child, _ = people(register)
    register.does(actions.list_need, code="XM", labels={"en": "Needs milk powder", "ar": "يحتاج إلى حليب"})
    register.does(actions.need, person=child, code="XM", words="every four hours")
    register.does(actions.list_need, code="XM", labels={"en": "Infant food"}, in_use=False)

    (need,) = register.person(child).needs

    assert (need.code, need.labels, need.words) == ("XM", {"en": "Infant food"}, "every four hours")
