"""A family is taken apart only where some stand there and some do not; children and parents apart come first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.matching.core.families import Age, Member, age, in_order, split
from homeward.matching.core.places import Stand

PEOPLE = [UUID(int=n) for n in range(1, 7)]
MOTHER, FATHER, CHILD, BABY = PEOPLE[:4]
ages = st.none() | st.builds(lambda least, more: Age(least, least + more), st.integers(0, 90), st.integers(0, 3))
ON = date(2026, 1, 5)


@st.composite
def families(draw: st.DrawFn) -> list[Member]:
    there = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    return [
        Member(
            each,
            draw(st.sampled_from(list(Stand))),
            draw(ages),
            draw(st.frozensets(st.sampled_from([other for other in PEOPLE if other != each]), max_size=2)),
            draw(st.booleans()),
        )
        for each in there
    ]


def test_a_child_off_the_list_of_a_parent_is_left() -> None:
    found = split([grown(MOTHER, Stand.IN), child(CHILD, Stand.OUT)])

    assert found and found.children_left == (CHILD,) and found.separated


def test_a_child_on_the_list_without_a_parent_is_alone_and_with_one_of_two_is_not() -> None:
    alone = split([grown(MOTHER, Stand.OUT), grown(FATHER, Stand.NEVER), child(CHILD, Stand.IN)])
    with_one = split([grown(MOTHER, Stand.IN), grown(FATHER, Stand.NEVER), child(CHILD, Stand.IN)])

    assert alone and alone.children_alone == (CHILD,)
    assert with_one and not with_one.separated and [each.person for each in with_one.missing] == [FATHER]


def test_parents_who_are_away_leave_nobody_alone() -> None:
    assert split([Member(MOTHER, Stand.OUT, Age(30, 30), away=True), child(CHILD, Stand.IN)]) is None


def test_told_parents_count_before_whoever_is_grown() -> None:
    aunt = grown(FATHER, Stand.IN)
    found = split([aunt, grown(MOTHER, Stand.NEVER), child(CHILD, Stand.IN, MOTHER)])

    assert found and found.children_alone == (CHILD,)


def test_a_near_miss_is_never_called_missing() -> None:
    found = split([grown(MOTHER, Stand.IN), child(CHILD, Stand.DOUBTFUL)])

    assert found and found.missing == () and [each.person for each in found.doubtful] == [CHILD]


@given(families())
def test_a_family_is_taken_apart_only_where_some_stand_there_and_some_do_not(family: list[Member]) -> None:
    found = split(family)

    inside = {each.person for each in family if each.stand is Stand.IN and not each.away}
    off = {each.person for each in family if each.stand is not Stand.IN and not each.away}
    assert (found is not None) == bool(inside and off)
    if found:
        told = [each.person for each in (*found.missing, *found.doubtful)]
        assert set(told) == off and len(told) == len(off)
        assert all(each.stand is Stand.DOUBTFUL for each in found.doubtful)
        assert set(found.children_left) <= off and set(found.children_alone) <= inside


def _moved(member: Member, by: int) -> Member:
    person, *carers = (UUID(int=each.int + by) for each in (member.person, *member.cared_for_by))
    return replace(member, person=person, cared_for_by=frozenset(carers))


@given(st.lists(families(), max_size=6))
def test_children_and_parents_apart_come_first_and_then_where_more_are_off(several: list[list[Member]]) -> None:
    # Nobody stands in two families.
    apart_from_others = [[_moved(member, 10 * at) for member in each] for at, each in enumerate(several)]
    ordered = in_order(found for each in apart_from_others if (found := split(each)))

    apart = [each.separated for each in ordered]
    assert apart == sorted(apart, reverse=True)
    for one, next_one in pairwise(ordered):
        if one.separated == next_one.separated:
            assert len(one.missing) >= len(next_one.missing)
    assert in_order(reversed(ordered)) == ordered


@given(st.dates(date(1900, 1, 1), ON), st.integers(1, 800))
def test_an_age_holds_for_every_day_that_was_meant(start: date, days: int) -> None:
    until = min(start + timedelta(days=days), ON + timedelta(days=1))
    found = age([(start, until)], ON)

    assert found is not None
    for born in (start, until - timedelta(days=1)):
        assert found.least <= whole_years(born, ON) <= found.most


def test_an_age_is_known_to_the_day() -> None:
    assert age([(date(2008, 1, 5), date(2008, 1, 6))], ON) == Age(18, 18)
    assert age([(date(2008, 1, 6), date(2008, 1, 7))], ON) == Age(17, 17)
    assert age([(date(2008, 1, 1), date(2009, 1, 1))], ON) == Age(17, 18)
    assert age([], ON) is None


def whole_years(born: date, on: date) -> int:
    """How many birthdays came by a day; who was born on 29 February has it on 1 March in other years."""
    count = 0
    while True:
        try:
            birthday = born.replace(year=born.year + count + 1)
        except ValueError:
            birthday = date(born.year + count + 1, 3, 1)
        if birthday > on:
            return count
        count += 1


def grown(person: UUID, stand: Stand) -> Member:
    return Member(person, stand, Age(35, 35))


def child(person: UUID, stand: Stand, *cared_for_by: UUID) -> Member:
    return Member(person, stand, Age(10, 10), frozenset(cared_for_by))
