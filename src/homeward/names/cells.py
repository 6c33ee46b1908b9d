"""Points to search among: all of them when they are few, else sorted into cells of which the nearest are looked into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.integer[Any]]

FEW = 40_000
LOOKED_INTO = 32
SEED = 1


class Cells:
    """Unit vectors in half precision, found again by their place."""

    def __init__(self, points: Halves) -> None:
        self.size = points.shape[1]
        if len(points) <= FEW:
            self._points: npt.NDArray[np.floating[Any]] = points.astype(np.float32)
            self._order = np.arange(len(points), dtype=np.int32)
            self._centres = np.zeros((0, self.size), np.float32)
            self._starts = np.array([0, len(points)], np.int32)
        else:
            self._sort(points)
        self._back = np.empty(len(points), np.int32)
        self._back[self._order] = np.arange(len(points), dtype=np.int32)

    def size_in_bytes(self) -> int:
        """Memory of the points and their order."""
        return sum(each.nbytes for each in (self._points, self._order, self._back, self._centres, self._starts))

    def points(self, places: Ints) -> Floats:
        """The points at some places."""
        return self._points[self._back[places]].astype(np.float32)

    def nearest(self, asked: Floats, many: int, worth: float) -> tuple[Ints, Floats]:
        """Places and nearness of the nearest points of each one asked for, the nearest first.

        Points less near than the share `worth` of the nearest one may be left out; what is left out has the nearness -2.
        """
        many = min(many, len(self._order))
        if not len(asked) or not many:
            return np.zeros((len(asked), many), np.int32), np.zeros((len(asked), many), np.float32)
        return self._in_cells(asked, many, worth) if len(self._centres) else self._in_all(asked, many)

    def _in_all(self, asked: Floats, many: int) -> tuple[Ints, Floats]:
        place, near = np.empty((len(asked), many), np.int32), np.empty((len(asked), many), np.float32)
        step = max(1, 8_000_000 // len(self._order))
        for start in range(0, len(asked), step):
            scores = asked[start : start + step] @ self._points.T
            best = np.argpartition(-scores, many - 1, axis=1)[:, :many]
            values = np.take_along_axis(scores, best, 1)
            order = np.argsort(-values, axis=1, kind="stable")
            place[start : start + step] = self._order[np.take_along_axis(best, order, 1)]
            near[start : start + step] = np.take_along_axis(values, order, 1)
        return place, near

    def _sort(self, points: Halves) -> None:
        chance = np.random.default_rng(SEED)
        cells = int(np.sqrt(len(points)))
        sample = points[chance.permutation(len(points))[: cells * 50]].astype(np.float32)
        centres = sample[:cells].copy()
        for _ in range(6):
            nearest = _nearest_centre(sample, centres)
            sums = np.zeros_like(centres)
            np.add.at(sums, nearest, sample)
            full = np.bincount(nearest, minlength=cells) > 0
            centres[full] = sums[full] / (np.linalg.norm(sums[full], axis=1, keepdims=True) + 1e-9)
        cell = _nearest_centre(points, centres)
        self._order = np.argsort(cell, kind="stable").astype(np.int32)
        self._starts = np.searchsorted(cell[self._order], np.arange(cells + 1)).astype(np.int32)
        self._points = points[self._order]
        self._centres = centres

    def _in_cells(self, asked: Floats, many: int, worth: float) -> tuple[Ints, Floats]:
        """Cell by cell, all who ask there at once, so that each cell's points are made ready once."""
        looked = min(LOOKED_INTO, len(self._centres))
        nearness = asked @ self._centres.T
        # The points of the nearest cell tell how near one must be to be among the nearest of all, or worth anything.
        least = np.full(len(asked), -2, np.float32)
        for who, _, scores in self._scored(asked, nearness.argmax(1), np.arange(len(asked))):
            best = scores.max(1) * worth
            last = scores.shape[1] - many
            least[who] = np.maximum(best, np.partition(scores, last, axis=1)[:, last]) if last > 0 else best
        wanted = np.argpartition(-nearness, looked - 1, axis=1)[:, :looked]
        found: list[tuple[Ints, Ints, Floats]] = []
        for who, start, scores in self._scored(asked, wanted.ravel(), np.repeat(np.arange(len(asked)), looked)):
            row, column = np.nonzero(scores >= least[who][:, None])
            found.append((who[row], column + start, scores[row, column]))
        who, where, near = (np.concatenate([each[n] for each in found]) for n in range(3))
        order = np.lexsort((-near, who))
        who, where, near = who[order], where[order], near[order]
        rank = np.arange(len(who)) - np.searchsorted(who, np.arange(len(asked)))[who]
        kept = rank < many
        who, rank = who[kept], rank[kept]
        places, values = np.zeros((len(asked), many), np.int32), np.full((len(asked), many), -2, np.float32)
        places[who, rank], values[who, rank] = self._order[where[kept]], near[kept]
        return places, values

    def _scored(self, asked: Floats, cell: Ints, who: Ints) -> Iterator[tuple[Ints, int, Floats]]:
        """For each cell that is asked about: who asks, where its points begin, and the nearness of each to each."""
        order = np.argsort(cell, kind="stable")
        for group in np.split(order, np.flatnonzero(np.diff(cell[order])) + 1):
            start, end = self._starts[cell[group[0]]], self._starts[cell[group[0]] + 1]
            if start < end:
                yield who[group], start, asked[who[group]] @ self._points[start:end].astype(np.float32).T


def _nearest_centre(points: Floats | Halves, centres: Floats) -> Ints:
    found = np.empty(len(points), np.int32)
    for start in range(0, len(points), 16_384):
        found[start : start + 16_384] = (points[start : start + 16_384].astype(np.float32) @ centres.T).argmax(1)
    return found
