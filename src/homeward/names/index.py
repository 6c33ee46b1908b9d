"""Many names to search in, from any script: their parts as points, and which names hold which part.

A name part stands in the index once, however many people bear it; so a million names need some hundred thousand points.
A search finds the nearest parts of each part asked for, then the names that hold most of them, then weighs these again.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.names import comparison, encoder, likeness
from homeward.names.cells import Cells
from homeward.names.cores import asked_cores, cores

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer[Any]]

NEAREST, NEAREST_QUICKLY = 48, 32
"""Parts that are followed to their names, for each part asked for: closely, and by the nearness of points alone."""
COMMON = 4_000
"""A part that more names hold is only used where no rarer part finds names."""
WEIGHED_PAIRS = 28
WEIGHED_SINGLE = 48
READ = 10
WORTH = 0.6
"""Parts less near than this share of the nearest one are not followed to their names."""
FAR = 0.55
"""Names whose value is less than this share of the best one's are left out."""
UNLIKELY = 0.3
"""Points further apart than this are not weighed letter by letter."""
SMALL = 100_000
NEARER = 0.1
"""By how much another key of a part must be nearer to be followed in place of its core."""
RARITY = 0.4
"""How much less a part says that every name holds than one that a single name holds."""
BITS = 16
STEPS = 2**BITS - 1
"""How finely strengths are told while names are gathered."""


class Depth(IntEnum):
    """How closely the names that were found are looked at."""

    POINTS = 1
    """By the nearness of points alone."""
    EDITS = 2
    """Each part weighed letter by letter."""
    ROLES = 3
    """Names compared as `compare` does."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found: its place in the index, its text, and a score from 0 to 1 within this search."""

    index: int
    name: str
    score: float
    query: str = ""

    @property
    def why(self) -> str:
        """The comparison of the two names in words."""
        return comparison.compare(self.query, self.name).why


class Index:
    """Names to search in; the list is kept as it was given."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        numbers: dict[str, int] = {}
        seen: dict[str, str | None] = {}
        flat, starts = array("i"), array("i", [0])
        for name in names:
            for core in cores(name, seen):
                flat.append(numbers.setdefault(core, len(numbers)))
            starts.append(len(flat))
        self.parts = list(numbers)
        del seen, numbers
        self._starts, self._flat = np.array(starts, np.int32), np.array(flat, np.int32)
        order = np.argsort(self._flat, kind="stable")
        owner = np.repeat(np.arange(len(names), dtype=np.int32), np.diff(self._starts))
        self._holders = owner[order]
        self._held = np.searchsorted(self._flat[order], np.arange(len(self.parts) + 1)).astype(np.int32)
        points = np.zeros((len(self.parts), encoder.shipped().size), np.float16)
        for start in range(0, len(self.parts), 16_384):
            points[start : start + 16_384] = encoder.shipped()(self.parts[start : start + 16_384])
        self._cells = Cells(points)

    def __len__(self) -> int:
        return len(self.names)

    def size_in_bytes(self) -> int:
        """What the index holds beside the names themselves."""
        arrays = (self._starts, self._flat, self._holders, self._held)
        texts = sum(56 + len(part) * (1 if part.isascii() else 2) for part in self.parts)
        return sum(each.nbytes for each in arrays) + self._cells.size_in_bytes() + texts

    def search(self, queries: Sequence[str], k: int = 10, *, depth: Depth | None = None) -> list[list[Hit]]:
        """The k likeliest names for each query, the likeliest first.

        Without a depth, indexes of up to 100,000 names compare roles, and larger ones weigh letters.
        """
        if depth is None:
            depth = Depth.ROLES if len(self.names) <= SMALL else Depth.EDITS
        found: list[list[Hit]] = []
        for start in range(0, len(queries), 2000):
            part = queries[start : start + 2000]
            found += self._search(part, k, depth) if len(self.parts) else [[] for _ in part]
        return found

    def _search(self, queries: Sequence[str], k: int, depth: Depth) -> list[list[Hit]]:
        seen: dict[str, str | None] = {}
        offered = [asked_cores(query, seen)[:8] for query in queries]
        words = sorted({core for each in offered for keys in each for core in keys})
        place = {core: at for at, core in enumerate(words)}
        points = encoder.shipped()(words) if words else np.zeros((0, self._cells.size), np.float32)
        many = NEAREST if depth > Depth.POINTS else NEAREST_QUICKLY
        near, nearness = self._cells.nearest(points, many, WORTH)
        asked = [[_nearer(keys, place, nearness) for keys in each] for each in offered]
        query = np.repeat(np.arange(len(queries), dtype=np.int64), [len(each) for each in asked])
        word = np.array([place[core] for each in asked for core in each], np.int64)
        wide = max(k, WEIGHED_SINGLE)
        owner, name, value = self._gathered(query, word, near, nearness, np.array([len(each) for each in asked]), wide)
        if depth >= Depth.EDITS and len(owner):
            owner, name, value = self._weighed(asked, words, points, owner, name, value)
        rows: list[list[Hit]] = [[] for _ in queries]
        for q, n, v in zip(owner.tolist(), name.tolist(), value.tolist(), strict=True):
            if len(rows[q]) < max(k, READ):
                rows[q].append(Hit(n, self.names[n], v, queries[q]))
        if depth >= Depth.ROLES:
            rows = self._read(rows, asked)
        return [row[:k] for row in rows]

    def _gathered(
        self, query: Ints, word: Ints, near: Ints, nearness: Floats, asked: Ints, most: int
    ) -> tuple[Ints, Ints, Floats]:
        """Names that hold the nearest parts, the best of each query first: query, name, value."""
        parts, values = near[word], nearness[word]
        held = self._held[parts + 1] - self._held[parts]
        held = np.where(values > np.maximum(UNLIKELY, WORTH * values[:, :1]), held, 0)
        rare = held <= COMMON
        # A query all of whose parts are common takes the beginning of their lists.
        some = np.zeros(len(asked), bool)
        np.logical_or.at(some, query, (rare & (held > 0) & (values > 0.6)).any(axis=1))
        held = np.where(rare, held, np.where(some[query][:, None], 0, COMMON * 5))
        held = np.minimum(held, self._held[parts + 1] - self._held[parts])
        flat_held = held.ravel()
        total = int(flat_held.sum())
        within = np.arange(total) - np.repeat(np.cumsum(flat_held) - flat_held, flat_held)
        # Sorting numbers is quicker than sorting an order of them, so each name takes its strength along in its last bits.
        every = self._held[parts + 1] - self._held[parts]
        rarity = 1 - RARITY * np.log(every + 1) / np.log(len(self.names) + 2)
        strength = (np.clip(values, 0, 1) ** 2 * rarity * STEPS).astype(np.int64).ravel()
        held_names = self._holders[np.repeat(self._held[parts].ravel(), flat_held) + within].astype(np.int64)
        held_names = held_names << BITS | np.repeat(strength, flat_held)
        ends = np.concatenate([[0], np.cumsum(held.sum(axis=1))])[np.cumsum(asked)]
        found = [
            self._best(held_names[start:end], each, most)
            for each, (start, end) in zip(asked, pairwise([0, *ends.tolist()]), strict=True)
        ]
        owner = np.repeat(np.arange(len(asked)), [len(name) for name, _ in found])
        return owner, np.concatenate([name for name, _ in found]), np.concatenate([value for _, value in found])

    def _best(self, held: Ints, asked: int, most: int) -> tuple[Ints, Floats]:
        """The names of one query that hold most of what it asks for, the best first; `held` is sorted in place."""
        held.sort()
        name = held >> BITS
        first = np.flatnonzero(np.diff(name, prepend=-1))
        name = name[first]
        sums = np.add.reduceat(held & STEPS, first) / STEPS if len(first) else np.zeros(0)
        many = self._starts[name + 1] - self._starts[name]
        value = (sums / (asked + 0.35 * np.abs(many - asked))).astype(np.float32)
        likely = np.flatnonzero(value >= FAR * value.max(initial=0))
        order = likely[np.lexsort((name[likely], -value[likely]))][:most]
        return name[order], value[order]

    def _weighed(
        self, asked: list[list[str]], words: list[str], points: Floats, owner: Ints, name: Ints, value: Floats
    ) -> tuple[Ints, Ints, Floats]:
        """The best names again, by what the judges say of their parts; the others stay behind them."""
        place = {core: at for at, core in enumerate(words)}
        sizes = np.array([max(1, len(each)) for each in asked])
        begins = np.searchsorted(owner, np.arange(len(asked)))
        rank = np.arange(len(owner)) - begins[owner]
        looked = np.flatnonzero(
            rank < np.where(sizes[owner] == 1, WEIGHED_SINGLE, np.maximum(6, WEIGHED_PAIRS // sizes[owner]))
        )
        held = (self._starts[name[looked] + 1] - self._starts[name[looked]]).astype(np.int64)
        asks = sizes[owner[looked]]
        # Every part asked for against every part held, for each name that is looked at.
        grid = asks * held
        row = np.repeat(np.arange(len(looked)), grid)
        within = np.arange(len(row)) - np.repeat(np.cumsum(grid) - grid, grid)
        slot, which = within // held[row], within % held[row]
        table = np.zeros((len(asked), int(sizes.max(initial=1))), np.int64)
        for q, cores_asked in enumerate(asked):
            table[q, : len(cores_asked)] = [place[core] for core in cores_asked]
        rows = looked[row]
        a = table[owner[rows], slot]
        b = self._flat[self._starts[name[rows]] + which].astype(np.int64)
        both, back = np.unique(a * len(self.parts) + b, return_inverse=True)
        one, other = both // len(self.parts), both % len(self.parts)
        used, other = np.unique(other, return_inverse=True)
        there = self._cells.points(used)
        cosine = np.einsum("ij,ij->i", points[one], there[other])
        odds = np.full(len(both), -6.0, np.float32)
        likely = cosine > UNLIKELY
        odds[likely] = likeness.odds_of(
            words,
            [self.parts[p] for p in used],
            points,
            there,
            one[likely].astype(np.int32),
            other[likely].astype(np.int32),
        )
        odds = np.clip(odds, -6, 7)[back]
        weight = np.zeros(len(owner), np.float32)
        for sign in (rows * 16 + slot, rows * len(self.parts) + b):  # each part asked for, each part held
            groups, back = np.unique(sign, return_inverse=True)
            best = np.full(len(groups), -6.0, np.float32)
            np.maximum.at(best, back, odds)
            owners = np.zeros(len(groups), np.int64)
            owners[back] = rows
            sums, counts = np.bincount(owners, best, len(owner)), np.bincount(owners, minlength=len(owner))
            weight += (sums / np.maximum(counts, 1)).astype(np.float32) / 2
        weighed = np.zeros(len(owner), bool)
        weighed[looked] = True
        score = np.where(weighed, 1 / (1 + np.exp(-weight)), value * 1e-3).astype(np.float32)
        # Of two that are equally likely letter by letter, the nearer point goes first.
        order = np.lexsort((name, -value, -np.where(weighed, weight + 0.5 * value, -50), owner))
        return owner[order], name[order], score[order]

    def _read(self, rows: list[list[Hit]], asked: list[list[str]]) -> list[list[Hit]]:
        """Names of several parts again, by roles."""
        looked = [(q, at) for q, row in enumerate(rows) for at in range(min(READ, len(row))) if len(asked[q]) > 1]
        said = comparison.compare_all([(rows[q][at].query, rows[q][at].name) for q, at in looked])
        again: dict[int, list[tuple[float, int]]] = {}
        for (q, at), each in zip(looked, said, strict=True):
            again.setdefault(q, []).append((each.score, at))
        for q, scores in again.items():
            row = rows[q]
            order = sorted(scores, key=lambda each: (-each[0], each[1]))
            front = [Hit(row[at].index, row[at].name, score, row[at].query) for score, at in order]
            rows[q] = front + row[len(front) :]
        return rows


def _nearer(keys: tuple[str, ...], place: dict[str, int], nearness: Floats) -> str:
    """Of the keys of a part its core, unless another comes much nearer to something that the index holds."""
    if len(keys) == 1:
        return keys[0]
    return max(keys, key=lambda core: nearness[place[core], 0] + (NEARER if core == keys[0] else 0))
