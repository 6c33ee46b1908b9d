"""Rows of different lengths kept one after another, and pairs of rows spread into pairs of their members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Row r holds `flat[starts[r]:starts[r + 1]]`."""

    flat: Ints
    starts: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Ragged:
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        flat = np.fromiter((each for row in rows for each in row), np.int64, int(sizes.sum()))
        return cls(flat, np.concatenate([[0], np.cumsum(sizes)]))

    @property
    def sizes(self) -> Ints:
        return np.diff(self.starts)


def spread(left: Ragged, right: Ragged, i: Ints, j: Ints) -> tuple[Ints, Ints, Ints]:
    """Every member of row i[p] with every member of row j[p]: which p, and the places of both in their flat arrays."""
    many, more = left.sizes[i], right.sizes[j]
    total = many * more
    pair = np.repeat(np.arange(len(i)), total)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(total) - total, total)
    return pair, left.starts[i[pair]] + within // more[pair], right.starts[j[pair]] + within % more[pair]


def any_of(pair: Ints, true: Flags, count: int) -> Flags:
    """Which of `count` pairs have a row that is true."""
    found = np.zeros(count, bool)
    found[pair[true]] = True
    return found


def numbered(*sides: Iterable[Iterable[str]]) -> tuple[list[str], list[Ragged]]:
    """Words of several sides as numbers, in the order of the words; and the rows of each side."""
    held = [[tuple(row) for row in side] for side in sides]
    words = sorted({word for side in held for row in side for word in row})
    place = {word: at for at, word in enumerate(words)}
    return words, [Ragged.of([[place[word] for word in row] for row in side]) for side in held]
