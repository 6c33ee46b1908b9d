"""How many will have crossed by each day: what was so far, and the ends within which 80 and 50 of 100 paths lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
MOST = 48
"""Days that are told, spread evenly from the first to the last."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day ahead, counted from that of the forecast, and how many will have crossed by its end: 10, 25, 50, 75, 90 of 100."""

    day: int
    people: tuple[int, ...]


def ahead(by_day: NDArray[np.int64], raw: Numbers, scaled: Numbers, today: int, most: int) -> tuple[Ahead, ...]:
    """The fan of paths, each run slower or faster as its end was scaled, so that it fits the days that are told of the whole.

    `raw` and `scaled` are the days on which each path reached its target, infinite where it did not; `most` how many days to tell.
    """
    finite = np.isfinite(raw) & np.isfinite(scaled)
    slower = np.ones(len(raw))
    slower[finite] = np.maximum(1.0, scaled[finite] - today + 1) / np.maximum(1.0, raw[finite] - today + 1)
    told = np.unique(np.linspace(0, max(1, min(most, by_day.shape[1])) - 1, MOST).round().astype(int))
    found = []
    for day in told:
        at = np.clip(np.floor((day + 1) / slower).astype(int) - 1, -1, by_day.shape[1] - 1)
        people = np.where(at < 0, 0, by_day[np.arange(len(raw)), np.maximum(at, 0)])
        first = np.where(at < 0, by_day[:, 0], people)
        found.append(Ahead(int(day), tuple(int(each) for each in np.quantile(first, LEVELS, method="inverted_cdf"))))
    return tuple(found)


def thinned(past: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Days before with how many had crossed by their end, no more of them than are told ahead."""
    if len(past) <= MOST:
        return past
    return [past[round(n * (len(past) - 1) / (MOST - 1))] for n in range(MOST)]
