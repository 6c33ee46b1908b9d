"""Households of many pairs of records at once: how many find their own name in the other household."""

from __future__ import annotations

import numpy as np

from homeward.matching.core.fields import BOUNDS, LEVELS, PART_LEVELS, SAME
from homeward.matching.core.household import NEAR_ENOUGH
from homeward.matching.core.ragged import Flags, Ints, spread
from homeward.matching.core.sides import Sides
from homeward.matching.engines.columns.names import Names, laid

_ALL, _MOST, _SOME, _NONE, _MISSING, _NOT_LOOKED_AT = range(len(LEVELS["household"]))


def levels(both: Sides, left: Names, right: Names, i: Ints, j: Ints) -> Ints:
    """The level of each pair as a number."""
    found = np.full(len(i), _MISSING)
    ours, theirs = both.left.at_home, both.right.at_home
    of = np.minimum(ours.sizes[i], theirs.sizes[j])
    found[of > 0] = _NONE
    pair, a, b = spread(ours, theirs, i, j)
    one, other = ours.flat[a], theirs.flat[b]
    may = may_be_one(both, left, right, one, other)
    pair, a, b, one, other = (each[may] for each in (pair, a, b, one, other))
    wide = max(1, len(right.sizes))
    codes, back = np.unique(one * wide + other, return_inverse=True)
    every = laid(both, left, right, codes // wide, codes % wide)
    is_one = ((every.given <= PART_LEVELS.index(SAME)) & (every.least >= NEAR_ENOUGH))[back]
    pair, a, b, total = pair[is_one], a[is_one], b[is_one], every.total[back[is_one]]
    order = np.lexsort((b, a, -total, pair))
    met = _matched(pair[order], a[order], b[order], len(i))
    met_any = met > 0
    found[met_any] = np.where(met == of, _ALL, np.where(2 * met >= of, _MOST, _SOME))[met_any]
    return found


def may_be_one(both: Sides, left: Names, right: Names, one: Ints, other: Ints) -> Flags:
    """Which pairs of names have a given name alike in any way to read them: all others need not be laid side by side."""
    may = np.zeros(len(one), bool)
    for m in (0, 1):
        for n in (0, 1):
            rest = np.flatnonzero(~may)
            values = both.spellings.of(left.parts[one[rest], m], right.parts[other[rest], n])
            may[rest[values >= BOUNDS[PART_LEVELS.index(SAME)]]] = True
    return may


def _matched(pair: Ints, a: Ints, b: Ints, count: int) -> Ints:
    """How many of each pair's rows are taken, the best first, none twice on either side; rows are in that order."""
    met = np.zeros(count, np.int64)
    while len(pair):
        first = np.flatnonzero(np.diff(pair, prepend=-1))
        met[pair[first]] += 1
        taken_a, taken_b = np.full(count, -1), np.full(count, -1)
        taken_a[pair[first]], taken_b[pair[first]] = a[first], b[first]
        left = (taken_a[pair] != a) & (taken_b[pair] != b)
        pair, a, b = pair[left], a[left], b[left]
    return met
