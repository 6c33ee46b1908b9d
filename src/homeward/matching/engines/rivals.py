"""Whoever competes for one place and may be one: two entries of a register that nobody has joined yet."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from homeward.matching.core.competing import Ones, Told, alone
from homeward.matching.core.frequencies import Frequencies, frequencies
from homeward.matching.core.ragged import times
from homeward.matching.core.sides import Side, Sides, read, sides
from homeward.matching.core.weights import Weights
from homeward.matching.engines.seen import Floats, Ints, Seen

STRONG = 10.0
"""Odds against nobody from which two candidates are held against each other."""
EACH = 4
"""So many candidates of one record, the strongest."""

Weigh = Callable[[Sides, Ints, Ints, Frequencies, Weights], Seen]


def rivals(both: Sides, i: Ints, j: Ints, told: Told, weigh: Weigh, weights: Weights) -> tuple[Ones, Ones]:
    """How likely candidates of one left record are one person, and those of one right record."""
    return (
        _ones(both.right, i, j, told.alone, weigh, weights),
        _ones(both.left, j, i, told.alone, weigh, weights),
    )


def _ones(side: Side, place: Ints, candidate: Ints, odds: Floats, weigh: Weigh, weights: Weights) -> Ones:
    """Of strong pairs that share a place, how likely their candidates, all of one side, are one person."""
    strong = np.flatnonzero(odds >= STRONG)
    order = strong[np.lexsort((candidate[strong], -odds[strong], place[strong]))]
    starts = np.searchsorted(place[order], place[order])
    order = order[np.arange(len(order)) - starts < EACH]
    sizes = np.unique(place[order], return_counts=True)[1]
    row, within = times(sizes * sizes)
    begin = (np.cumsum(sizes) - sizes)[row]
    pair, other = order[begin + within // sizes[row]], order[begin + within % sizes[row]]
    # Two born in years far from each other are two, and need not be weighed.
    years = side.born.years()[candidate]
    apart = (years[pair] > 0) & (years[other] > 0) & (np.abs(years[pair] - years[other]) > 1)
    two = (pair != other) & ~apart
    pair, other = pair[two], other[two]
    return Ones(pair, other, _likely(side, candidate[pair], candidate[other], weigh, weights))


def _likely(side: Side, one: Ints, other: Ints, weigh: Weigh, weights: Weights) -> Floats:
    """How likely two records of a side are one person, each two weighed once."""
    if not len(one):
        return np.zeros(0)
    many = len(side.records)
    codes, back = np.unique(np.minimum(one, other) * many + np.maximum(one, other), return_inverse=True)
    first, second = np.divmod(codes, many)
    rows, places = np.unique(first, return_inverse=True)
    few = read([side.records[at] for at in rows.tolist()])
    both = sides(few, side)
    seen = weigh(both, places, second, frequencies(both), weights)
    return alone(seen.same, seen.kin, many, weights)[0][back]
