"""An invented evacuation with its truth: families, permissions, a crossing that opens and shuts with hostilities; nobody is real.

It has the shape that the forecast supposes, so a forecast scored on it does as well as it can do anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Crisis:
    """Days are counted from 0; infinite is never. A family is ready once its permission is there."""

    sizes: NDArray[np.int64]
    asked: Numbers
    ready: Numbers
    crossed: Numbers
    is_open: NDArray[np.bool_]
    places: NDArray[np.int64]
    hostility: Numbers

    def finished(self, share: float) -> float:
        """The day on which such a share of all people has crossed; infinite when that never was."""
        order = np.argsort(self.crossed, kind="stable")
        total = np.cumsum(self.sizes[order])
        at = int(np.searchsorted(total, np.ceil(share * self.sizes.sum() - 1e-9)))
        return float(self.crossed[order][min(at, len(order) - 1)])


def crisis(seed: int, *, people: int = 900, days: int = 240) -> Crisis:
    """The same seed gives the same crisis: some are slow with permissions, half see a ceasefire, a few are never answered."""
    chance = np.random.default_rng([seed, people])
    count = max(1, people // 4)
    sizes = np.minimum(12, 1 + chance.poisson(2.9, count))
    asked = chance.integers(0, 8, count).astype(np.float64)
    takes = chance.uniform(6, 25) * chance.weibull(chance.uniform(0.8, 1.6), count)
    takes[chance.random(count) < chance.uniform(0.0, 0.05)] = np.inf
    ready = np.ceil(asked + takes)
    hostility = _hostilities(chance, days)
    is_open = _open(chance, hostility)
    places = np.where(is_open, chance.poisson(chance.uniform(25, 70), days), 0)
    return Crisis(sizes, asked, ready, _crossed(ready, sizes, places), is_open, places, hostility)


def _hostilities(chance: np.random.Generator, days: int) -> Numbers:
    """An index that goes on from day to day; in half of the crises a ceasefire draws it down for a week."""
    stays, value = chance.uniform(0.8, 0.95), float(chance.normal())
    ceasefire = int(chance.integers(20, 200)) if chance.random() < 0.5 else days * 10
    found = np.empty(days)
    for day in range(days):
        calmer = 0.25 if ceasefire <= day < ceasefire + 7 else 0.0
        value = stays * value + np.sqrt(1 - stays**2) * float(chance.normal()) - calmer
        found[day] = value
    return found


def _open(chance: np.random.Generator, hostility: Numbers) -> NDArray[np.bool_]:
    stays, calm = chance.uniform(0.6, 2.2), chance.uniform(0.4, 1.2)
    opens, calm_again = chance.uniform(-1.2, 0.3), chance.uniform(0.2, 0.9)
    found, state = np.zeros(len(hostility), dtype=bool), True
    for day, value in enumerate(hostility):
        logit = stays - calm * value if state else opens - calm_again * value
        state = bool(chance.random() < 1 / (1 + np.exp(-logit)))
        found[day] = state
    return found


def _crossed(ready: Numbers, sizes: NDArray[np.int64], places: NDArray[np.int64]) -> Numbers:
    """First ready, first across, whole families, on the first day with room."""
    out = np.full(len(ready), np.inf)
    queue = [int(k) for k in np.argsort(ready, kind="stable") if np.isfinite(ready[k])]
    for day, room in enumerate(places):
        left, rest = int(room), []
        for family in queue:
            if ready[family] <= day and sizes[family] <= left:
                out[family] = day
                left -= int(sizes[family])
            else:
                rest.append(family)
        queue = rest
    return out
