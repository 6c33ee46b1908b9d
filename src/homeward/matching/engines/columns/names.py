"""Many names laid side by side at once: names of equal numbers of parts together, each way of reading a column operation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from homeward.matching.core.fields import BOUNDS, LEVELS, PART_LEVELS
from homeward.matching.core.naming import (
    FATHER,
    FATHERS,
    KNOWN_OTHERWISE,
    LEAST,
    LEFT_OUT,
    MOST,
    NO_FAMILY,
    NO_GIVEN,
    RAREST_ORDER,
    UNFAMILIED,
    WORST,
    Way,
    passes_by,
    ways,
)
from homeward.matching.core.ragged import Flags, Ints, spread
from homeward.matching.core.sides import Book, Sides
from homeward.matching.engines.seen import Floats

CHUNK = 65_536
MISSING = len(PART_LEVELS)
"""The number of the level of a part that one side lacks."""
_FATHERS = {level: at for at, level in enumerate(LEVELS["fathers"])}
FATHERS_LEVEL = np.array(
    [
        [_FATHERS.get(f"{one} {other}", _FATHERS[one]) for other in (*PART_LEVELS, "missing")]
        for one in (*PART_LEVELS, "missing")
    ]
)
"""The level of fathers, by the levels of the first and the second."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of a book in columns: how many parts each has, which, and what is taken off for each way to read it."""

    sizes: Ints
    parts: Ints
    costs: Floats

    @classmethod
    def of(cls, book: Book) -> Names:
        return cls(book.sizes, book.table, _costs(book))


def _costs(book: Book) -> Floats:
    """As `naming.costs`, for all names at once."""
    found = np.zeros((len(book.names), 3))
    if not len(found):
        return found
    share = np.clip(book.turned[book.scripts[book.table[:, 0]]], RAREST_ORDER, 1 - RAREST_ORDER)
    alone = book.sizes == 1
    unfamilied = np.array(UNFAMILIED)[np.minimum(book.sizes, len(UNFAMILIED) - 1)]
    for at, order in enumerate((-np.log(1 - share), -np.log(share), unfamilied - np.log(1 - share))):
        found[:, at] = np.where(alone, 0.0, order)
    every = np.arange(len(found))
    kinds = [
        book.kinds[book.table[every, at]]
        for at in (np.zeros_like(every), np.minimum(1, book.sizes - 1), book.sizes - 1)
    ]
    first, second, last = kinds
    given = (first < 0, np.where(alone, False, second < 0), first < 0)
    family = (np.where(alone, False, last > 0), first > 0, np.zeros(len(found), bool))
    for at in range(3):
        found[:, at] += KNOWN_OTHERWISE * (given[at].astype(int) + family[at])
    found[alone, 2] = 0.0
    return found


@dataclass(slots=True, eq=False)
class Laid:
    """How pairs of names lie: the total, levels as numbers, and the parts of the left that were held against one."""

    total: Floats
    given: Ints
    first: Ints
    second: Ints
    family: Ints
    given_part: Ints
    first_part: Ints
    second_part: Ints
    family_part: Ints
    least: Floats

    @classmethod
    def empty(cls, many: int) -> Laid:
        level, part, least = np.full(many, MISSING, np.int64), np.full(many, -1, np.int64), np.full(many, np.inf)
        levels = {name: level.copy() for name in ("given", "first", "second", "family")}
        parts = {f"{name}_part": part.copy() for name in levels}
        return cls(total=np.full(many, -np.inf), least=least, **levels, **parts)

    def at(self, places: Ints) -> Laid:
        return Laid(*(getattr(self, name)[places] for name in self.__slots__))


def laid(both: Sides, left: Names, right: Names, a: Ints, b: Ints) -> Laid:
    """Pairs of names (a of the left book, b of the right) laid side by side in the ways in which they fit best."""
    found = Laid.empty(len(a))
    shape = left.sizes[a] * 8 + right.sizes[b]
    order = np.argsort(shape, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(shape[order])) + 1):
        for start in range(0, len(group), CHUNK):
            rows = group[start : start + CHUNK]
            if len(rows):
                _lay(both, left, right, a[rows], b[rows], rows, found)
    return found


def _lay(both: Sides, left: Names, right: Names, a: Ints, b: Ints, rows: Ints, found: Laid) -> None:
    p, q = int(left.sizes[a[0]]), int(right.sizes[b[0]])
    values = [
        [both.spellings.of(left.parts[a, m], right.parts[b, n]).astype(float) for n in range(q)] for m in range(p)
    ]
    said = [[np.minimum(MOST, np.maximum(LEAST, value)) for value in row] for row in values]
    best = np.full(len(rows), -np.inf)
    which = np.zeros(len(rows), np.int64)
    told: list[tuple[tuple[int, int], tuple[int, int], tuple[tuple[int, int], ...]]] = []
    for n, one in enumerate(ways(p)):
        for m, other in enumerate(ways(q)):
            if passes_by(one, other) or passes_by(other, one):
                continue
            for total, fathers, chosen in _totals(one, other, left.costs[a, n] + right.costs[b, m], said):
                told.append((_both(one.given, other.given), _both(one.family, other.family), fathers))
                taken = (total > best) & chosen
                best = np.where(taken, total, best)
                which = np.where(taken, len(told) - 1, which)
    found.total[rows] = best
    for at, (given, family, fathers) in enumerate(told):
        here = np.flatnonzero(which == at)
        if not len(here):
            continue
        places = rows[here]
        for pair, level, part in (
            (given, found.given, found.given_part),
            (family, found.family, found.family_part),
            *zip(fathers, (found.first, found.second), (found.first_part, found.second_part), strict=False),
        ):
            if pair[0] >= 0:
                value = values[pair[0]][pair[1]][here]
                level[places] = np.searchsorted(-np.array(BOUNDS), -value, side="left")
                part[places] = left.parts[a[here], pair[0]]
                found.least[places] = np.minimum(found.least[places], value)


def _both(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one >= 0 and other >= 0 else (-1, -1)


def _totals(
    one: Way, other: Way, cost: Floats, said: list[list[Floats]]
) -> Iterator[tuple[Floats, tuple[tuple[int, int], ...], Flags]]:
    """The total of one way, and for each way in which fathers may stand where it is the one that fits best."""
    total, worst = -cost, np.zeros(len(cost))
    for a, b, lacking in ((one.given, other.given, NO_GIVEN), (one.family, other.family, NO_FAMILY)):
        if a >= 0 and b >= 0:
            total, worst = total + said[a][b], np.minimum(worst, said[a][b])
        else:
            total = total - lacking * ((a >= 0) != (b >= 0))
    added, least, chosen = np.full(len(cost), -np.inf), np.zeros(len(cost)), np.zeros(len(cost), np.int64)
    options: list[tuple[tuple[int, int], ...]] = []
    for ahead, behind in ((0, 0), (1, 0), (0, 1)):
        if (ahead and len(one.middles) <= len(other.middles)) or (behind and len(other.middles) <= len(one.middles)):
            continue
        pairs = tuple(zip(one.middles[ahead:], other.middles[behind:], strict=False))[:FATHERS]
        more, lower = np.zeros(len(cost)), np.zeros(len(cost))
        for a, b in pairs:
            more, lower = more + said[a][b], np.minimum(lower, said[a][b])
        more = FATHER * more - LEFT_OUT * (ahead + behind)
        better = more > added
        added, least = np.where(better, more, added), np.where(better, lower, least)
        chosen = np.where(better, len(options), chosen)
        options.append(pairs)
    total = total + added + WORST * np.minimum(worst, least)
    for at, pairs in enumerate(options):
        yield total, pairs, chosen == at


def of_records(both: Sides, left: Names, right: Names, i: Ints, j: Ints) -> tuple[Laid, Flags]:
    """For pairs of records the names of both that fit best, and whether these are in different scripts."""
    pair, one, other = spread(both.left.own, both.right.own, i, j)
    one, other = both.left.own.flat[one], both.right.own.flat[other]
    wide = max(1, len(right.sizes))
    codes, back = np.unique(one * wide + other, return_inverse=True)
    every = laid(both, left, right, codes // wide, codes % wide)
    # The first of the best: rows of one pair stand together, in the order of their names.
    order = np.lexsort((np.arange(len(pair)), -every.total[back], pair))
    first = order[np.flatnonzero(np.diff(pair[order], prepend=-1))] if len(order) else order
    found = Laid.empty(len(i))
    for name in found.__slots__:
        getattr(found, name)[pair[first]] = getattr(every, name)[back[first]]
    across = np.zeros(len(i), bool)
    across[pair[first]] = _script_of(both.left.book, one[first]) != _script_of(both.right.book, other[first])
    return found, across


def _script_of(book: Book, names: Ints) -> Ints:
    return book.scripts[book.table[names, 0]] if len(book.names) else names
