"""The reference: one pair at a time, by the rules as they are written in the core."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homeward.matching.core.days import birth_level
from homeward.matching.core.evidence import Evidence
from homeward.matching.core.fields import MISSING, NOT_LOOKED_AT, SAME_DAYS, part_level
from homeward.matching.core.frequencies import Frequencies
from homeward.matching.core.household import household_level, is_one
from homeward.matching.core.naming import Aligned, aligned
from homeward.matching.core.numbers import number_level
from homeward.matching.core.sides import Parts, Sides
from homeward.matching.core.weights import LOOKED_AT_FROM, Bits, Weights, bits
from homeward.matching.engines.seen import Ints, Seen
from homeward.names import script


def seen(both: Sides, i: Ints, j: Ints, often: Frequencies, weights: Weights, at_home: float = LOOKED_AT_FROM) -> Seen:
    """Levels and weights of pairs (i of the left, j of the right)."""
    found = [_weighed(both, a, b, often, weights, at_home) for a, b in zip(i.tolist(), j.tolist(), strict=True)]
    return Seen.of([each for each, _ in found], [said for _, said in found])


def _weighed(
    both: Sides, i: int, j: int, often: Frequencies, weights: Weights, at_home: float
) -> tuple[Evidence, Bits]:
    found = evidence(both, i, j, at_home=False)
    said = bits(found, often, weights)
    if sum(said.same) < at_home:
        return found, said
    found = evidence(both, i, j)
    return found, bits(found, often, weights)


def evidence(both: Sides, i: int, j: int, *, at_home: bool = True) -> Evidence:
    """What is seen when one record of the left is held against one of the right; of households only `at_home`."""
    one, other = both.left.records[i], both.right.records[j]
    name, given, fathers, family, parts = _names(both, both.left.names(i), both.right.names(j))
    birth = birth_level(one.births, other.births)
    number = number_level(one.numbers, other.numbers)
    days = {each.start for each in one.births[:2]} & {each.start for each in other.births[:2]}
    held = {each.key for each in one.numbers} & {each.key for each in other.numbers}
    return Evidence(
        levels=(
            given,
            fathers,
            family,
            birth,
            number,
            _equal(one.sex, other.sex),
            _shared(one.nationalities, other.nationalities),
            _household(both, both.left.family(i), both.right.family(j)) if at_home else NOT_LOOKED_AT,
            _place(both.left.places(i), both.right.places(j)),
        ),
        given=parts[0],
        fathers=parts[1],
        family=parts[2],
        across=name,
        day=min(days) if birth in SAME_DAYS and days else None,
        number=min(held) if held else "",
    )


def best_way(both: Sides, ones: Sequence[Parts], others: Sequence[Parts]) -> tuple[Parts, Parts, Aligned] | None:
    """Of all names of two records the two that fit best, and how they lie; None where one of them has no name."""
    best: tuple[Parts, Parts, Aligned] | None = None
    for one in ones:
        for other in others:
            found = laid(both, one, other)
            if found is not None and (best is None or found.total > best[2].total):
                best = one, other, found
    return best


def laid(both: Sides, one: Parts, other: Parts) -> Aligned | None:
    """How a name of the left lies beside one of the right."""
    costs = both.left.book.costs(one), both.right.book.costs(other)
    return aligned(*costs, (len(one), len(other)), lambda a, b: both.spellings.value(one[a], other[b]))


def _names(
    both: Sides, ones: Sequence[Parts], others: Sequence[Parts]
) -> tuple[bool, str, str, str, tuple[int, tuple[int, ...], int]]:
    best = best_way(both, ones, others)
    if best is None:
        return False, MISSING, MISSING, MISSING, (-1, (), -1)
    one, other, way = best

    def level(pair: tuple[int, int]) -> str:
        a, b = pair
        return part_level(both.spellings.value(one[a], other[b])) if a >= 0 and b >= 0 else MISSING

    def part(pair: tuple[int, int]) -> int:
        return one[pair[0]] if pair[0] >= 0 and pair[1] >= 0 else -1

    across = bool(both.left.book.scripts[one[0]] != both.right.book.scripts[other[0]])
    fathers = " ".join(map(level, way.fathers)) or MISSING
    parts = part(way.given), tuple(map(part, way.fathers)), part(way.family)
    return across, level(way.given), fathers, level(way.family), parts


def _equal(one: str, other: str) -> str:
    return MISSING if not one or not other else "same" if one == other else "other"


def _shared(ones: Iterable[str], others: Iterable[str]) -> str:
    first, second = set(ones), set(others)
    return MISSING if not first or not second else "same" if first & second else "other"


def _place(ones: Iterable[str], others: Iterable[str]) -> str:
    """Whether a place is the same; words of different scripts are not held against each other."""
    first, second = set(ones), set(others)
    readable = {script(one) for one in first} & {script(other) for other in second}
    return _shared(first, second) if readable else MISSING


def _household(both: Sides, ones: Sequence[Parts], others: Sequence[Parts]) -> str:
    """How many of the smaller household find their own name in the other, each once."""
    if not ones or not others:
        return MISSING
    pairs = [
        (way.total, a, b)
        for a, one in enumerate(ones)
        for b, other in enumerate(others)
        if (way := laid(both, one, other)) is not None and _is_one(both, one, other, way)
    ]
    return household_level(pairs, min(len(ones), len(others)))


def _is_one(both: Sides, one: Parts, other: Parts, way: Aligned) -> bool:
    held = [(a, b) for a, b in (way.given, *way.fathers, way.family) if a >= 0 and b >= 0]
    values = [both.spellings.value(one[a], other[b]) for a, b in held]
    return way.given[0] >= 0 and is_one(values[0], values)
