"""Who is one with whom follows from the judgements that hold, whatever came between."""

from __future__ import annotations

from itertools import combinations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.persons import Judgement
from homeward.people.core.identities import Judged, Pair, bundles, contradicted, joinable, standings, way

SAME, NOT_SAME, UNSURE = Judgement.SAME, Judgement.NOT_SAME, Judgement.UNSURE
PEOPLE = [UUID(int=n) for n in range(1, 7)]
PAIRS = list(combinations(PEOPLE, 2))
ANNA, BORIS = UUID(int=101), UUID(int=102)


def judged(pair: Pair, judgement: Judgement, *, n: int = 1, by: UUID = ANNA, second: bool = False) -> Judged:
    return Judged(UUID(int=1000 + n), pair, judgement, by, second=second)


def people_together(judgements: list[Judged]) -> set[frozenset[UUID]]:
    return {group.people for group in bundles(standings(judgements)) if not group.contested}


judgements = st.lists(
    st.builds(
        judged,
        st.sampled_from(PAIRS),
        st.sampled_from([SAME, SAME, NOT_SAME, UNSURE]),
        n=st.integers(1, 40),
        by=st.sampled_from([ANNA, BORIS]),
        second=st.booleans(),
    ),
    max_size=14,
)


def test_two_pairs_with_one_person_in_common_make_three_people_one() -> None:
    one, two, three = PEOPLE[:3]

    assert people_together([judged((one, two), SAME), judged((two, three), SAME, n=2)]) == {
        frozenset({one, two, three})
    }


def test_the_last_judgement_of_a_pair_counts() -> None:
    pair = PAIRS[0]

    assert people_together([judged(pair, SAME), judged(pair, UNSURE, n=2)]) == set()
    assert people_together([judged(pair, NOT_SAME), judged(pair, SAME, n=2)]) == {frozenset(pair)}


def test_where_two_of_a_group_are_judged_to_be_two_nobody_of_it_is_joined() -> None:
    one, two, three = PEOPLE[:3]
    made = [judged((one, two), SAME), judged((two, three), SAME, n=2), judged((one, three), NOT_SAME, n=3)]

    (group,) = bundles(standings(made))

    assert group.people == {one, two, three} and group.contested


def test_a_judgement_that_needs_two_persons_holds_once_another_judges_alike() -> None:
    pair = PAIRS[0]
    first = judged(pair, SAME, second=True)

    assert standings([first])[pair].waiting is SAME
    assert people_together([first]) == set()
    assert people_together([first, judged(pair, SAME, n=2, second=True)]) == set(), "the same person twice"
    assert people_together([first, judged(pair, SAME, n=2, by=BORIS, second=True)]) == {frozenset(pair)}


def test_what_waits_leaves_standing_what_held_before() -> None:
    pair = PAIRS[0]
    made = [judged(pair, SAME), judged(pair, NOT_SAME, n=2, second=True)]

    assert people_together(made) == {frozenset(pair)}
    assert people_together([*made, judged(pair, NOT_SAME, n=3, by=BORIS, second=True)]) == set()


@given(judgements, st.integers(0, 14), st.data())
def test_a_judgement_taken_away_leaves_what_followed_without_it(
    made: list[Judged], place: int, data: st.DataObject
) -> None:
    more = data.draw(st.builds(judged, st.sampled_from(PAIRS), st.sampled_from(list(Judgement)), second=st.booleans()))
    place = min(place, len(made))

    assert people_together([*made[:place], *made[place:]]) == people_together(made)
    with_it = [*made[:place], more, *made[place:]]
    assert people_together([each for each in with_it if each is not more]) == people_together(made)


@given(judgements)
def test_nobody_is_in_two_groups_and_groups_follow_ways_of_judgements(made: list[Judged]) -> None:
    standing = standings(made)
    found = bundles(standing)

    assert sum(len(each.people) for each in found) == len({person for each in found for person in each.people})
    for group in found:
        for one, other in combinations(sorted(group.people), 2):
            steps = way(standing, one, other)
            assert steps and all(standing[step].judgement is SAME for step in steps)
            assert {one, other} <= {person for step in steps for person in step}


@given(judgements, st.lists(st.sampled_from(PAIRS), max_size=8, unique=True))
def test_what_a_rule_may_join_contradicts_nothing(made: list[Judged], wanted: list[Pair]) -> None:
    standing = standings(made)
    before = contradicted(standing, [])

    joined = joinable(standing, wanted)

    assert not {pair for pair in joined if pair in standing}
    assert contradicted(standing, joined) == before
    for pair in wanted:
        if pair not in joined and pair not in standing:
            one_already = bool(way(standings([*made, *(judged(p, SAME, n=90) for p in joined)]), *pair))
            assert one_already or contradicted(standing, [*joined, pair]) != before
