"""What was said of populations, against a plain walk over the pairs."""

from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.populations import Populations, Standing

names = st.sampled_from("abcdef")
said = st.lists(st.tuples(names, names), max_size=7)


def reaches(start, goal, equal, part_of):
    """Whether a walk along part-of steps, with at least one of them, leads from one name to another."""
    seen, waiting = set(), [(start, False)]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        name, stepped = at
        waiting += [(other, stepped) for pair in equal for one, other in (pair, pair[::-1]) if one == name]
        waiting += [(whole, True) for part, whole in part_of if part == name]
    return (goal, True) in seen, (goal, False) in seen


@given(said, said, names, names)
def test_standing_follows_the_pairs(equal, part_of, one, other):
    populations = Populations(equal, part_of)
    below, same = reaches(one, other, equal, part_of)
    above, _ = reaches(other, one, equal, part_of)
    expected = (
        Standing.SAME
        if same
        else Standing.CIRCULAR
        if below and above
        else Standing.PART
        if below
        else Standing.WHOLE
        if above
        else Standing.UNSAID
    )
    assert populations.standing(one, other) is expected
    assert populations.is_part(one, other) == (expected is Standing.PART)


@given(said, said)
def test_rings_are_found(equal, part_of):
    populations = Populations(equal, part_of)
    in_rings = {name for ring in populations.cycles() for name in ring}
    for name in "abcdef":
        assert (populations.name(name) in in_rings) == reaches(name, name, equal, part_of)[0]


def test_a_ring_is_named_once():
    assert Populations(part_of=[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]).cycles() == [("a", "b", "c")]


def test_more_may_be_said_later():
    populations = Populations(part_of=[("a", "b")]).with_parts([("b", "c")])
    assert populations.is_part("a", "c")
