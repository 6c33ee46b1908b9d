"""Whoever is one is told as one, wherever the register answers: their page, a search, a household, the numbers."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from homeward.people import actions, queries
from homeward.people.core.values import Values
from tests.apps.people.judging import Judging
from tests.apps.people.registers import Register, born, citizen, named


@pytest.fixture
def judging(register: Register) -> Judging:
    return Judging(register)


@pytest.fixture
def two(register: Register) -> tuple[UUID, UUID]:
    """The same woman, told of by her brother and on a list of the consulate."""
    one = register.enter(named("Lamia Darvish", birth=born("1991")))
    (other,) = _listed(register, named("لمياء درويش", nationalities=citizen("RUS"), household="7"))
    return one, other


def _listed(register: Register, *rows: Values) -> list[UUID]:
    people = [uuid4() for _ in rows]
    register.takes(*zip(people, rows, strict=True))
    return people


def test_the_page_of_either_tells_what_was_said_of_both(judging: Judging, two: tuple[UUID, UUID]) -> None:
    one, other = two
    judging.register.whereabouts(other, "held")
    judging.same(one, other)

    for asked, joined in ((one, other), (other, one)):
        page = judging.register.person(asked)
        assert set(page.names) == {"Lamia Darvish", "لمياء درويش"}
        assert page.one_with == (joined,)
        assert page.stage.state == "held"
        assert {given.speaker for field in page.fields for value in field.values for given in value.given} == {
            "The ministry of Northland",
            "The consulate of Southland",
        }
        assert set(page.people) == {one, other}
        (judged,) = page.judgements
        assert (judged.by, judged.judgement) == ("operator", "same")


def test_a_judgement_taken_back_gives_each_their_own_page_again(judging: Judging, two: tuple[UUID, UUID]) -> None:
    one, other = two
    judging.register.does(actions.need, person=other, code="SM", words="insulin")
    before = [judging.register.person(each) for each in two]
    done = judging.same(one, other)
    assert judging.register.person(one).needs

    judging.take_back(done.ref)

    assert [judging.register.person(each) for each in two] == before


def test_to_tell_of_the_death_of_one_ends_with_the_join(judging: Judging, two: tuple[UUID, UUID]) -> None:
    one, other = two
    done = judging.same(one, other)
    judging.register.whereabouts(one, "dead")
    assert judging.register.person(other).stage.state == "dead"

    judging.take_back(done.ref)

    assert judging.register.person(one).stage.state == "dead"
    assert judging.register.person(other).stage.state == ""


def test_a_search_finds_them_once(judging: Judging, two: tuple[UUID, UUID]) -> None:
    assert len(judging.register.found("Lamia Darvish")) == 2
    judging.same(*two)

    assert judging.register.found("Lamia Darvish") == [two[0]]


def test_they_are_counted_once(judging: Judging, two: tuple[UUID, UUID]) -> None:
    judging.same(*two)

    with judging.register.desk.acting():
        asked = judging.register.asked()
        assert queries.register(asked).people == 1
        assert queries.quality(asked).people == 1


def test_the_household_of_one_is_that_of_the_other(judging: Judging, two: tuple[UUID, UUID]) -> None:
    one, other = two
    brother = judging.register.enter(named("Omar Darvish"))
    judging.register.does(actions.relate, person=brother, relation="household_with", other=one)
    judging.register.does(actions.relate, person=brother, relation="guardian_of", other=other)
    judging.same(one, other)

    with judging.register.desk.acting():
        household = queries.household_of(judging.register.asked(), other)

    assert {line.id for line in household.members} == {one, brother}
    assert [(each.guardian, each.ward) for each in household.guardians] == [(brother, one)]


def test_before_somebody_is_forgotten_it_is_told_who_else_is_one_with_them(
    judging: Judging, two: tuple[UUID, UUID]
) -> None:
    judging.same(*two)

    with judging.register.desk.acting():
        assert queries.closing(judging.register.asked(), two[0]).alike == (two[1],)


def test_where_judgements_contest_a_join_nobody_is_joined_and_the_page_says_so(judging: Judging) -> None:
    register = judging.register
    one, two, last = (register.enter(named(name)) for name in ("Lamia Darvish", "Lamia D.", "L. Darvish"))
    judging.same(one, two)
    apart = judging.not_same(one, last)
    withdrawal = judging.take_back(apart.ref)
    judging.same(two, last)
    judging.uphold(withdrawal)

    page = register.person(one)

    assert page.contested
    assert page.one_with == ()
