"""Two names laid side by side by role: given name to given name, fathers in order, family to family, in the order that fits best.

Lists write the family first or last and leave fathers or the family out, so each name can be meant in a few ways.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

FATHERS = 2
"""Fathers that are counted."""
MIDDLES = 3
"""Parts between given and family name that are looked at."""
UNFAMILIED = (0.0, 0.0, 2.0, 3.0, 6.0)
"""What is taken off where a name of so many parts is read without a family: who writes four leaves it out hardly ever."""
NO_GIVEN, NO_FAMILY, LEFT_OUT = 3.0, 3.0, 0.4
"""What is taken off where given name, family or a father stand on one side only."""
LEAST, MOST = -5.0, 3.0
"""What one pair of parts says at least and at most of how two names lie."""
FATHER, WORST = 0.7, 0.75
"""What a father counts beside a given name, and how much more the worst pair counts when it speaks against."""
KNOWN_OTHERWISE = 2.5
"""What is taken off for a given name that is known as a family name only, or the other way round."""
RAREST_ORDER = 0.003
"""No order of names is held to be rarer than this share of a side."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a name of so many parts is meant: the places of its parts, -1 for none."""

    given: int
    middles: tuple[int, ...]
    family: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """How two names lie side by side: places of the parts held against each other, -1 where one of them lacks."""

    total: float
    given: tuple[int, int] = (-1, -1)
    fathers: tuple[tuple[int, int], ...] = ()
    family: tuple[int, int] = (-1, -1)


@lru_cache(maxsize=64)
def ways(parts: int) -> tuple[Way, ...]:
    """The ways in which a name of so many parts may be meant, the likeliest first."""
    if parts == 0:
        return ()
    if parts == 1:
        return (Way(0, (), -1), Way(-1, (), 0))
    inner = tuple(range(parts))
    return (
        Way(0, inner[1:-1][:MIDDLES], parts - 1),
        Way(1, inner[2:][:MIDDLES], 0),
        Way(0, inner[1:][:MIDDLES], -1),
    )


def costs(kinds: Sequence[int], turned: float) -> tuple[float, ...]:
    """What is taken off for each way of a name, by how unusual it is on its side.

    `kinds` says of each part whether it is known as a given name only (1), a family name only (-1), or neither (0); `turned`
    is the share of names on that side whose family stands first.
    """
    share = min(1 - RAREST_ORDER, max(RAREST_ORDER, turned))
    if len(kinds) == 1:
        order: tuple[float, ...] = (0.0, 0.0)
    else:
        order = (
            -math.log(1 - share),
            -math.log(share),
            UNFAMILIED[min(len(kinds), len(UNFAMILIED) - 1)] - math.log(1 - share),
        )
    return tuple(
        cost
        + KNOWN_OTHERWISE * ((way.given >= 0 and kinds[way.given] < 0) + (way.family >= 0 and kinds[way.family] > 0))
        for way, cost in zip(ways(len(kinds)), order, strict=False)
    )


def aligned(
    left: Sequence[float], right: Sequence[float], parts: tuple[int, int], value: Callable[[int, int], float]
) -> Aligned | None:
    """Two names of so many `parts` in the ways in which they fit best; None when one of them has no part.

    `left` and `right` are the costs of their ways, `value` says of two places what their parts say. Of ways that fit alike
    the first counts.
    """
    best: Aligned | None = None
    for one, cost in zip(ways(parts[0]), left, strict=True):
        for other, more in zip(ways(parts[1]), right, strict=True):
            if passes_by(one, other) or passes_by(other, one):
                continue
            found = _laid(one, other, cost + more, value)
            if best is None or found.total > best.total:
                best = found
    return best


def passes_by(one: Way, other: Way) -> bool:
    """Whether a part read as the father's would only escape the family name that it should be held against.

    A long name without a family beside one that begins with it lays a son's name beside his father's.
    """
    fathers_alone = bool(one.middles) and one.family < 0
    shifted = len(one.middles) > 1 and other.family == 0 and other.given == 1
    return fathers_alone and (shifted or (not other.middles if other.family >= 0 else bool(other.middles)))


def _laid(one: Way, other: Way, cost: float, value: Callable[[int, int], float]) -> Aligned:
    total, worst = -cost, 0.0
    pairs = []
    for a, b, lacking in ((one.given, other.given, NO_GIVEN), (one.family, other.family, NO_FAMILY)):
        if a >= 0 and b >= 0:
            said = min(MOST, max(LEAST, value(a, b)))
            total, worst = total + said, min(worst, said)
            pairs.append((a, b))
        else:
            total -= lacking * ((a >= 0) != (b >= 0))
            pairs.append((-1, -1))
    added, least, fathers = max(_fathers(one.middles, other.middles, value), key=lambda each: each[0])
    return Aligned(total + added + WORST * min(worst, least), pairs[0], fathers, pairs[1])


def _fathers(
    left: tuple[int, ...], right: tuple[int, ...], value: Callable[[int, int], float]
) -> Iterator[tuple[float, float, tuple[tuple[int, int], ...]]]:
    """Fathers in order; where one name has more of them, its first may be left out of the other."""
    for ahead, behind in ((0, 0), (1, 0), (0, 1)):
        if (ahead and len(left) <= len(right)) or (behind and len(right) <= len(left)):
            continue
        pairs = tuple(zip(left[ahead:], right[behind:], strict=False))[:FATHERS]
        said = [min(MOST, max(LEAST, value(a, b))) for a, b in pairs]
        yield FATHER * sum(said) - LEFT_OUT * (ahead + behind), min([0.0, *said]), pairs
