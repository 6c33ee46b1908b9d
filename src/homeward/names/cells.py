"""Points to search among: all of them when they are few, else sorted into cells of which the nearest are looked into."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.integer[Any]]

FEW = 40_000
LOOKED_INTO = 32
SEED = 1
BEST = 40
"""Of the points of one cell, so many are looked at for each one asked for."""


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

    def nearest(self, asked: Floats, many: int) -> tuple[Ints, Floats]:
        """Places and nearness of the nearest points of each one asked for, the nearest first."""
        many = min(many, len(self._order))
        if not len(asked) or not many:
            return np.zeros((len(asked), many), np.int32), np.zeros((len(asked), many), np.float32)
        return self._in_cells(asked, many) if len(self._centres) else self._in_all(asked, many)

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

    def _in_cells(self, asked: Floats, many: int) -> tuple[Ints, Floats]:
        """Cell by cell, all who ask there at once, so that each cell's points are made ready once."""
        looked = min(LOOKED_INTO, len(self._centres))
        wanted = np.argpartition(-(asked @ self._centres.T), looked - 1, axis=1)[:, :looked]
        who = np.repeat(np.arange(len(asked)), looked)
        where = wanted.ravel()
        slot = np.tile(np.arange(looked), len(asked))
        order = np.argsort(where, kind="stable")
        who, where, slot = who[order], where[order], slot[order]
        best = min(many, BEST)
        near = np.full((len(asked), looked, best), -2, np.float32)
        place = np.zeros((len(asked), looked, best), np.int32)
        cuts = np.flatnonzero(np.diff(where)) + 1
        for group in np.split(np.arange(len(where)), cuts):
            start, end = self._starts[where[group[0]]], self._starts[where[group[0]] + 1]
            if start == end:
                continue
            scores = asked[who[group]] @ self._points[start:end].astype(np.float32).T
            few = min(best, end - start)
            top = (
                np.argpartition(-scores, few - 1, axis=1)[:, :few]
                if few < end - start
                else np.tile(np.arange(few), (len(group), 1))
            )
            near[who[group], slot[group], :few] = np.take_along_axis(scores, top, 1)
            place[who[group], slot[group], :few] = top + start
        nears, places = near.reshape(len(asked), -1), place.reshape(len(asked), -1)
        order = np.argpartition(-nears, many - 1, axis=1)[:, :many]
        values = np.take_along_axis(nears, order, 1)
        within = np.argsort(-values, axis=1, kind="stable")
        found = self._order[np.take_along_axis(np.take_along_axis(places, order, 1), within, 1)]
        return found, np.take_along_axis(values, within, 1)


def _nearest_centre(points: Floats | Halves, centres: Floats) -> Ints:
    found = np.empty(len(points), np.int32)
    for start in range(0, len(points), 16_384):
        found[start : start + 16_384] = (points[start : start + 16_384].astype(np.float32) @ centres.T).argmax(1)
    return found
