"""How likely one spelling is as a rendering of another, letter by letter: a model of edits for each pair of scripts.

An edit takes one or two letters of the first script to none, one, two or three of the second, or puts one letter in.
Training counts them over all alignments; here many pairs are summed over all alignments at once, or the best one
alignment of a pair is given, to be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.names import weights
from homeward.names.letters import base, spelled, unaccented

EDITS: tuple[tuple[int, int], ...] = ((1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3), (0, 1))
LONGEST = 26
FLOOR = 1e-4
"""Probability given to an edit, for each letter in it, that training never saw."""
EMPTY, UNKNOWN, UNKNOWN_MANY = 0, 1, 2
WANDER = 6
"""How many letters an alignment may stray from the straight one; what strays further is no rendering."""

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Read:
    """Words as numbers of their pieces: `pieces[w, i, n]` is the piece of n letters that ends after letter i."""

    pieces: Ints
    lengths: Ints


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the best alignment: what became what, and how usual it is among the renderings of the first."""

    taken: str
    given: str
    share: float


def bounded(word: str, *, plain: bool) -> str:
    """A word as the model reads it, between marks for its beginning and end; `plain` leaves Latin accents out."""
    return "^" + spelled(unaccented(word) if plain else word)[:LONGEST] + "$"


class Edits:
    """Edits from one script (left) to another (right), with both directions' shares."""

    def __init__(self, left: Sequence[str], right: Sequence[str], counts: Floats) -> None:
        self.left = {piece: at + 3 for at, piece in enumerate(left)}
        self.right = {piece: at + 3 for at, piece in enumerate(right)}
        self.counts = counts
        sizes = [np.array([0, 1, 2, *map(len, pieces)]) for pieces in (left, right)]
        size = np.maximum(1, sizes[0][:, None] + sizes[1][None])
        floor = np.where(counts >= 0, FLOOR ** (size / 2 + 0.5), 0).astype(np.float32)
        floor[EMPTY, EMPTY] = floor[UNKNOWN_MANY] = floor[:, UNKNOWN_MANY] = 0
        # An edit must be one that EDITS lists: nothing becomes at most one letter.
        floor[EMPTY, 3:][sizes[1][3:] > 1] = 0
        forth = counts / (counts.sum(1, keepdims=True) + 4) + floor
        back = counts / (counts.sum(0, keepdims=True) + 4) + floor
        self._both = np.stack([forth.ravel(), back.ravel()]).astype(np.float32)
        self.forth, self.back = (each.reshape(counts.shape) for each in self._both)

    def read_left(self, words: Sequence[str]) -> Read:
        return _read([bounded(word, plain=False) for word in words], self.left, 2)

    def read_right(self, words: Sequence[str]) -> Read:
        return _read([bounded(word, plain=True) for word in words], self.right, 3)

    def score(self, left: Read, right: Read, a: Ints, b: Ints) -> Floats:
        """For each pair (a[i] of left, b[i] of right) the logarithms of both likelihoods, in two columns."""
        found = np.empty((len(a), 2), np.float32)
        rows, columns = left.lengths[a].astype(np.int64), right.lengths[b].astype(np.int64)
        # Pairs of like lengths go together; each is read off where its own letters end.
        group_of = (rows + 2) // 3 * 64 + (columns + 2) // 3
        order = np.argsort(group_of, kind="stable")
        for group in np.split(order, np.flatnonzero(np.diff(group_of[order])) + 1):
            for start in range(0, len(group), 4096):
                part = group[start : start + 4096]
                found[part] = self._sum(left.pieces[a[part]], right.pieces[b[part]], rows[part], columns[part])
        return found

    def _sum(self, left: Ints, right: Ints, last_rows: Ints, last_columns: Ints) -> Floats:
        """All alignments of many pairs of like lengths, a cell of the table for all pairs at once."""
        many, width = len(left), self.forth.shape[1]
        rows, columns = int(last_rows.max(initial=0)), int(last_columns.max(initial=0))
        starts = np.ascontiguousarray(left[:, : rows + 1].transpose(1, 2, 0)).astype(np.int32) * width
        ends = np.ascontiguousarray(right[:, : columns + 1].transpose(1, 2, 0)).astype(np.int32)
        table = np.zeros((rows + 1, columns + 1, 2, many), np.float32)
        cell, taken = np.empty(many, np.int32), np.empty(many, np.float32)
        table[0, 0] = 1
        furthest = WANDER * max(rows, columns)
        for i in range(rows + 1):
            for j in range(columns + 1):
                if abs(i * columns - j * rows) > furthest:
                    continue
                total = table[i, j]
                for up, across in EDITS:
                    if i >= up and j >= across:
                        np.add(starts[i, up], ends[j, across], out=cell)
                        before = table[i - up, j - across]
                        for way in (0, 1):
                            np.take(self._both[way], cell, out=taken, mode="clip")
                            np.multiply(taken, before[way], out=taken)
                            total[way] += taken
        told: Floats = np.log(table[last_rows, last_columns, :, np.arange(many)] + 1e-37)
        return told

    def best(self, left: str, right: str) -> list[Step]:
        """The likeliest single alignment of two words, in order."""
        first, second = bounded(left, plain=False), bounded(right, plain=True)
        a, b = _read([first], self.left, 2).pieces[0], _read([second], self.right, 3).pieces[0]
        odds = {edit: self._odds(a[:, edit[0]], b[:, edit[1]]) for edit in EDITS}
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for i in range(len(first) + 1):
            for j in range(len(second) + 1):
                ways = [
                    (best[i - up, j - across][0] + taken, (up, across))
                    for up, across in EDITS
                    if i >= up and j >= across and (i - up, j - across) in best
                    if (taken := odds[up, across][i][j]) > -inf
                ]
                if ways:
                    best[i, j] = max(ways)
        steps, at = [], (len(first), len(second))
        while at != (0, 0) and at in best:
            up, across = best[at][1]
            share = float(self.counts[a[at[0], up], b[at[1], across]] / (self.counts[a[at[0], up]].sum() + 4))
            steps.append(Step(first[at[0] - up : at[0]].strip("^$"), second[at[1] - across : at[1]].strip("^$"), share))
            at = (at[0] - up, at[1] - across)
        return [step for step in reversed(steps) if step.taken or step.given]

    def _odds(self, left: Ints, right: Ints) -> list[list[float]]:
        """Half the logarithm of both likelihoods of each piece on the left becoming each one on the right."""
        cells = left[:, None], right[None]
        with np.errstate(divide="ignore"):  # what cannot be has the logarithm of nothing, which is minus infinity
            odds: list[list[float]] = (np.log(self.forth[cells] * self.back[cells]) / 2).tolist()
        return odds


def _read(words: Sequence[str], numbers: dict[str, int], widest: int) -> Read:
    lengths = np.array([len(word) for word in words], np.int32)
    pieces = np.zeros((len(words), int(lengths.max(initial=0)) + 1, widest + 1), np.int32)
    for at, word in enumerate(words):
        row = pieces[at]
        for end in range(1, len(word) + 1):
            letter = word[end - 1]
            row[end, 1] = numbers.get(letter) or numbers.get(base(letter), UNKNOWN)
            for size in range(2, min(widest, end) + 1):
                row[end, size] = numbers.get(word[end - size : end], UNKNOWN_MANY)
    return Read(pieces, lengths)


@lru_cache(maxsize=32)
def between(left: str, right: str) -> Edits | None:
    """The model that lies in the package for two scripts or languages, such as "ar" and "en"; None when there is none."""
    kept = _all()
    name = f"{left}-{right}"
    if f"{name}.cells" not in kept:
        return None
    one, other = (str(kept[f"{name}.{side}"]).split(" ") for side in ("left", "right"))
    counts = np.zeros((len(one) + 3) * (len(other) + 3), np.float32)
    counts[np.cumsum(kept[f"{name}.cells"].astype(np.int64))] = kept[f"{name}.counts"].astype(np.float32)
    return Edits(one, other, counts.reshape(len(one) + 3, -1))


@lru_cache(maxsize=1)
def _all() -> dict[str, npt.NDArray[np.generic]]:
    return weights.load("edits.npz")
