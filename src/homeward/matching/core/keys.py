"""The keys of names by which pairs are found: classes of parts that are spelled alike, alone and together.

Parts of names on the right that are spelled alike are put into classes, each part into one. A part of the left asks for all
classes in which a part is alike to it, so putting parts together loses no pair; it only saves keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from homeward.matching.core.joining import Keys, gathered
from homeward.matching.core.parts import MOST
from homeward.matching.core.ragged import Ints, Long, Ragged, distinct, times
from homeward.matching.core.sides import Side, Sides
from homeward.matching.core.spellings import STEP

ALIKE = -6.0
"""Parts of at least this value share a class."""
STRONG = 1.5
"""Parts of at least this value to one part are put into one class."""


@dataclass(frozen=True, eq=False)
class Held:
    """The classes of the parts of names of some records, `owner` their places on the side, among `count` classes in all."""

    side: Side
    owner: Long
    classes: Ragged
    count: int

    @cached_property
    def one(self) -> Keys:
        """Every class of every name."""
        return gathered(self._every(1))

    @cached_property
    def two(self) -> Keys:
        """Every two classes of different parts of a name."""
        return gathered(self._every(2))

    @cached_property
    def three(self) -> Keys:
        """Every three."""
        return gathered(self._every(3))

    def of(self, owners: Long) -> Held:
        """The same for some of the records."""
        return Held(self.side, owners, self.classes, self.count)

    def _every(self, many: int) -> Iterator[Keys]:
        own, book = self.side.own.taken(self.owner), self.side.book
        owner, name = self.owner[own.rows()], own.flat
        sizes = book.sizes[name]
        for places in combinations(range(MOST), many):
            long = np.flatnonzero(sizes > places[-1])
            if len(long):
                parts = [book.table[name[long], at] for at in places]
                row, codes = self._product(parts)
                yield Keys(owner[long][row], self._key(codes))

    def _product(self, parts: list[Long]) -> tuple[Long, list[Ints]]:
        """Each class of the first part with each of the second, and so on."""
        sizes = [self.classes.sizes[each] for each in parts]
        starts = [self.classes.starts[each] for each in parts]
        row, within = times(np.multiply.reduce(sizes))
        found = []
        for size, start in zip(sizes, starts, strict=True):
            within, at = np.divmod(within, size[row])
            found.append(self.classes.flat[start[row] + at])
        return row, found

    def _key(self, codes: list[Ints]) -> Long:
        ordered = np.sort(np.stack(codes), axis=0) if len(codes) > 2 else (
            [np.minimum(*codes), np.maximum(*codes)] if len(codes) == 2 else codes
        )  # fmt: skip
        key = np.zeros(len(ordered[0]), np.int64)
        for each in ordered:
            key = key * self.count + each
        return key


def held(both: Sides) -> tuple[Held, Held]:
    """The classes of both sides."""
    classes, count = classed(both)
    theirs = Ragged(classes, np.arange(len(classes) + 1))
    ours = _asked(both, classes)
    left, right = (np.arange(len(side.records)) for side in (both.left, both.right))
    return Held(both.left, left, ours, count), Held(both.right, right, theirs, count)


def classed(both: Sides) -> tuple[Long, int]:
    """The class of each part of the right, and how many there are."""
    strong = both.spellings.values >= STRONG * STEP
    rights = len(both.right.book.parts)
    a, b = np.divmod(both.spellings.pairs[strong], max(1, rights))
    starts = np.searchsorted(a, np.arange(len(both.left.book.parts) + 1))
    found = np.full(rights, -1, np.int64)
    number = 0
    for part in np.argsort(-np.diff(starts), kind="stable").tolist():
        group = b[starts[part] : starts[part + 1]]
        fresh = group[found[group] < 0]
        if len(fresh):
            found[fresh] = number
            number += 1
    rest = np.flatnonzero(found < 0)
    found[rest] = number + np.arange(len(rest))
    return found, number + len(rest)


def _asked(both: Sides, classes: Long) -> Ragged:
    """For each part of the left the classes that it asks for."""
    alike = both.spellings.values >= ALIKE * STEP
    a, b = np.divmod(both.spellings.pairs[alike], max(1, len(both.right.book.parts)))
    codes = distinct(a * (len(classes) + 1) + classes[b])
    part, code = np.divmod(codes, len(classes) + 1)
    return Ragged(code, np.searchsorted(part, np.arange(len(both.left.book.parts) + 1)))
