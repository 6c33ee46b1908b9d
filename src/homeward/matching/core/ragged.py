"""Rows of different lengths kept one after another, and pairs of rows spread into pairs of their members."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]
Long = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Row r holds `flat[starts[r]:starts[r + 1]]`."""

    flat: Ints
    starts: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Self:
        return cls.read(rows, int)

    @classmethod
    def read(cls, rows: Sequence[Sequence[Any]], number: Callable[[Any], int]) -> Self:
        """Rows of anything, each member as its number; members whose number is below 0 are left out."""
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        flat = np.fromiter(map(number, chain.from_iterable(rows)), np.int64, int(sizes.sum()))
        kept = flat >= 0
        if not kept.all():
            sizes = np.bincount(np.repeat(np.arange(len(rows)), sizes)[kept], minlength=len(rows))
            flat = flat[kept]
        return cls(flat, np.concatenate([[0], np.cumsum(sizes)]))

    @property
    def sizes(self) -> Ints:
        return np.diff(self.starts)

    def row(self, at: int) -> list[int]:
        """The members of one row."""
        found: list[int] = self.flat[self.starts[at] : self.starts[at + 1]].tolist()
        return found

    def rows(self) -> Ints:
        """Of each member the row in which it stands."""
        return np.repeat(np.arange(len(self.starts) - 1), self.sizes)

    def taken(self, rows: Ints) -> Ragged:
        """These rows only, in the order given."""
        row, within = times(self.sizes[rows])
        return Ragged(self.flat[self.starts[rows][row] + within], np.concatenate([[0], np.cumsum(self.sizes[rows])]))


def times(many: Ints) -> tuple[Long, Long]:
    """Rows repeated so many times each, and which time it is."""
    row = np.repeat(np.arange(len(many), dtype=np.int64), many)
    return row, np.arange(len(row), dtype=np.int64) - np.repeat(np.cumsum(many) - many, many)


def spread(left: Ragged, right: Ragged, i: Ints, j: Ints) -> tuple[Ints, Ints, Ints]:
    """Every member of row i[p] with every member of row j[p]: which p, and the places of both in their flat arrays."""
    many, more = left.sizes[i], right.sizes[j]
    pair, within = times(many * more)
    return pair, left.starts[i[pair]] + within // more[pair], right.starts[j[pair]] + within % more[pair]


def any_of(pair: Ints, true: Flags, count: int) -> Flags:
    """Which of `count` pairs have a row that is true."""
    found = np.zeros(count, bool)
    found[pair[true]] = True
    return found


def distinct(codes: Long) -> Long:
    """Each code once, in order; sorting is quicker here than hashing."""
    ordered = np.sort(codes)
    fresh = np.ones(len(ordered), bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]


def numbered(*sides: Iterable[Sequence[str]]) -> tuple[list[str], list[Ragged]]:
    """Words of several sides as numbers, in the order of the words; and the rows of each side."""
    held = [list(side) for side in sides]
    words = sorted({word for side in held for row in side for word in row})
    place = {word: at for at, word in enumerate(words)}
    return words, [Ragged.read(side, place.__getitem__) for side in held]
