"""Entries are one thing each, people stand in one place on a list, and the numbers of a funnel add up, whatever is put in."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.matching.core.funnel import BEST_FIRST, best, funnel, worst
from homeward.matching.core.places import Held, Sort, Stand, household_pairs, placed, sorted_entries
from homeward.people.core.households import joined

PEOPLE = [UUID(int=n) for n in range(1, 9)]
LISTS = [UUID(int=n) for n in range(101, 105)]
people = st.sampled_from(PEOPLE)
some = st.frozensets(people)
stands = st.dictionaries(people, st.sampled_from(list(Stand)))
lists = st.dictionaries(st.sampled_from(LISTS), stands)
held = st.lists(st.builds(Held, people, st.booleans()))
groupings = st.lists(st.tuples(people, people)).map(
    lambda pairs: {person: group for group in joined(pairs) for person in group}
)


@given(held, groupings, some, some)
def test_every_entry_is_one_thing_and_they_add_up(
    entries: list[Held], groups: dict[UUID, frozenset[UUID]], ours: frozenset[UUID], near: frozenset[UUID]
) -> None:
    sorts = sorted_entries(entries, groups=groups, ours=ours, near=near)

    assert len(sorts) == len(entries) == sum(Counter(sorts).values())
    for entry, sort in zip(entries, sorts, strict=True):
        group = groups.get(entry.person, {entry.person})
        assert (sort is Sort.CLOSED) == (not entry.opens)
        assert (sort is Sort.MATCHED) == (entry.opens and bool(ours & set(group)))
        assert sort is not Sort.DOUBTFUL or near & set(group)


@given(held, groupings, some, some, people)
def test_what_is_told_of_one_is_told_of_whoever_is_one_with_them(
    entries: list[Held], groups: dict[UUID, frozenset[UUID]], ours: frozenset[UUID], near: frozenset[UUID], one: UUID
) -> None:
    group = groups.get(one, frozenset({one}))

    sorts = sorted_entries([Held(each) for each in group], groups=groups, ours=ours, near=near)

    assert len(set(sorts)) == 1


@given(st.lists(st.booleans(), min_size=1), st.booleans())
def test_somebody_stands_in_one_place_since_a_version_that_bears_it_out(stood: list[bool], near: bool) -> None:
    stand, since = placed(stood, near)

    if stood[-1]:
        assert stand is Stand.IN and since is not None
        assert all(stood[since:]) and not (since and stood[since - 1])
    elif any(stood):
        assert stand is (Stand.DOUBTFUL if near else Stand.OUT) and since is not None
        assert stood[since - 1] and not any(stood[since:])
    else:
        assert (stand, since) == (Stand.DOUBTFUL if near else Stand.NEVER, None)


@given(some, lists, st.none() | st.frozensets(st.sampled_from(LISTS)))
def test_a_funnel_counts_everybody_once_at_every_step(
    everyone: frozenset[UUID], where: dict[UUID, dict[UUID, Stand]], counting: frozenset[UUID] | None
) -> None:
    numbers = funnel(everyone, where, counting)

    for step in (numbers.on_any, *numbers.on_each.values(), numbers.on_all):
        assert step.people == numbers.people == len(everyone)
    assert all(numbers.on_any.inside >= step.inside for step in numbers.on_each.values())
    if counting is None or counting & where.keys():
        chosen = [step for id, step in numbers.on_each.items() if counting is None or id in counting]
        assert all(numbers.on_all.inside <= step.inside for step in chosen)


@given(some, lists)
def test_a_further_list_never_adds_to_those_on_all(
    everyone: frozenset[UUID], where: dict[UUID, dict[UUID, Stand]]
) -> None:
    fewer = dict(list(where.items())[:-1])

    if fewer:
        assert funnel(everyone, where).on_all.inside <= funnel(everyone, fewer).on_all.inside
    assert funnel(everyone, where).on_any.inside >= funnel(everyone, fewer).on_any.inside


@given(st.lists(st.sampled_from(list(Stand))))
def test_the_best_and_the_worst_of_several_lists_are_among_them(stands: list[Stand]) -> None:
    if stands:
        assert best(stands) in stands and worst(stands) in stands
        assert BEST_FIRST.index(best(stands)) <= BEST_FIRST.index(worst(stands))
    else:
        assert best(stands) is worst(stands) is Stand.NEVER


versions = st.lists(st.dictionaries(people, st.sampled_from(["1", "2", "3"])), max_size=4)


@given(versions)
def test_who_stands_in_one_household_of_the_last_version_is_one_family(several: list[dict[UUID, str]]) -> None:
    groups = joined(household_pairs(several))

    of = {person: group for group in groups for person in group}
    for one, words in (several or [{}])[-1].items():
        for other, others in several[-1].items():
            if one != other and words == others:
                assert other in of[one]


@given(versions)
def test_nobody_is_put_with_somebody_beside_whom_they_never_stood(several: list[dict[UUID, str]]) -> None:
    for one, other in household_pairs(several):
        assert any(version.get(one) is not None and version.get(one) == version.get(other) for version in several)


@given(st.dictionaries(people, st.sampled_from(["1", "2"]), min_size=2))
def test_a_list_numbered_anew_keeps_its_households(version: dict[UUID, str]) -> None:
    anew = {person: {"1": "2", "2": "1"}[words] for person, words in version.items()}

    assert set(joined(household_pairs([version, anew]))) == set(joined(household_pairs([version])))
