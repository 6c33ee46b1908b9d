"""How alike the parts of names of two sides are, found once for all of them: each part stands in a list many times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.names import encoder, likeness
from homeward.names.known import known
from homeward.names.letters import unaccented

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer[Any]]

NEAR = 0.64
"""Points of two parts further apart than this are not looked at letter by letter (homeward.names.encoder)."""
MOST = 14
"""Parts of the other side that are looked at for one part, the nearest."""
EQUAL, KNOWN, SHORT, APART = 7.0, 4.0, 1.5, -5.0
"""What is said of equal keys, of usual spellings of one name, of short forms, and of two names known as different."""
LEAST = -7.0
"""What is said of two parts that are far apart: the lowest value there is."""
STEP = 8
"""Values are kept in eighths."""
DENSE = 160_000_000
"""Cells of the largest table that is kept whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Values of pairs of parts (a of the left, b of the right), logarithms of odds against look-alikes, from -7 to 7.

    `pairs` are the pairs that have a value above the least, as a * number of rights + b in order, `values` theirs in eighths.
    """

    left: Sequence[str]
    right: Sequence[str]
    pairs: npt.NDArray[np.int64]
    values: npt.NDArray[np.int8]
    table: npt.NDArray[np.int8] | None

    def value(self, a: int, b: int) -> float:
        """What one pair of parts says."""
        return float(self.of(np.array([a]), np.array([b]))[0])

    def of(self, a: Ints, b: Ints) -> Floats:
        """What pairs of parts say; a part below 0 is none, and its pairs say the least."""
        none = (a < 0) | (b < 0)
        if not len(self.left) or not len(self.right):
            return np.full(np.broadcast(a, b).shape, LEAST, np.float32)
        if self.table is not None:
            found = self.table[a, b]
        else:
            asked = a.astype(np.int64) * len(self.right) + b
            at = np.minimum(np.searchsorted(self.pairs, asked), len(self.pairs) - 1)
            found = np.where(self.pairs[at] == asked, self.values[at], np.int8(LEAST * STEP)) if len(self.pairs) else (
                np.full(asked.shape, LEAST * STEP, np.int8)
            )  # fmt: skip
        told: Floats = np.where(none, np.int8(LEAST * STEP), found).astype(np.float32) / np.float32(STEP)
        return told


def spellings(left: Sequence[str], right: Sequence[str]) -> Spellings:
    """Hold the parts of two sides against each other; each is given once."""
    encode = encoder.shipped()
    ours, theirs = (
        encode(parts).astype(np.float32) if parts else np.zeros((0, encode.size), np.float32) for parts in (left, right)
    )
    near = _near(ours, theirs)
    pairs = np.union1d(near, _known_pairs(left, right))
    if not len(pairs):
        return Spellings(left, right, pairs, np.zeros(0, np.int8), None)
    a, b = pairs // len(right), pairs % len(right)
    values = _known_values(left, right, a, b)
    asked = np.flatnonzero(np.isnan(values))
    i, j = a[asked].astype(np.int32), b[asked].astype(np.int32)
    values[asked] = np.clip(likeness.odds_of(left, right, ours, theirs, i, j), LEAST, EQUAL - 1)
    eighths = np.rint(values * STEP).astype(np.int8)
    table = None
    if len(left) * len(right) <= DENSE:
        table = np.full((len(left), len(right)), LEAST * STEP, np.int8)
        table[a, b] = eighths
    return Spellings(left, right, pairs, eighths, table)


def _near(left: Floats, right: Floats) -> npt.NDArray[np.int64]:
    """Pairs of the nearest points, as numbers of pairs in order."""
    found = []
    step = max(1, 4_000_000 // max(1, len(right)))
    for start in range(0, len(left), step):
        cosine = left[start : start + step] @ right.T
        if len(right) > MOST:
            bound = np.partition(cosine, len(right) - MOST, axis=1)[:, len(right) - MOST, None]
            row, column = np.nonzero(cosine >= np.maximum(bound, NEAR))
        else:
            row, column = np.nonzero(cosine >= NEAR)
        found.append((row + start).astype(np.int64) * len(right) + column)
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _known_pairs(left: Sequence[str], right: Sequence[str]) -> npt.NDArray[np.int64]:
    """Pairs of equal keys, of usual spellings of one name, and of a name and its short form."""
    holders: dict[object, list[int]] = defaultdict(list)
    for b, part in enumerate(right):
        for sign in _signs(part):
            holders[sign].append(b)
    found = {a * len(right) + b for a, part in enumerate(left) for sign in _signs(part) for b in holders.get(sign, ())}
    return np.array(sorted(found), np.int64)


def _signs(part: str) -> Iterable[object]:
    return (part, *known().of((part,)), *known().short_of((part,)))


def _known_values(left: Sequence[str], right: Sequence[str], a: Ints, b: Ints) -> Floats:
    """What is known beforehand of each two spellings; not a number where letters must be weighed."""
    values = np.full(len(a), np.nan, np.float32)
    sides = [[(unaccented(p), known().of((p,)), known().short_of((p,))) for p in parts] for parts in (left, right)]
    for at, (i, j) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        (one, ids, short), (other, their_ids, their_short) = sides[0][i], sides[1][j]
        if one == other:
            values[at] = EQUAL
        elif ids & their_ids:
            values[at] = KNOWN
        elif short & (their_ids | their_short) or their_short & ids:
            values[at] = SHORT
        elif (
            (ids or short) and (their_ids or their_short) and known().are_apart(ids or short, their_ids or their_short)
        ):
            values[at] = APART
    return values
