"""When so many of those promised will have come, batch by batch: batches stay and stop as a crossing does, or end for good.

One deal is one observation: no past one was there to calibrate this on, so the spread is as it was played, and a forecast of an
exchange is a way things may go, scored in the open like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from homeward.outlook.core import completion, opening
from homeward.outlook.core.completion import Target
from homeward.outlook.core.history import Day

MODEL = "exchange/1"
STAYS = ((0.8, 1.0), (0.7, 0.4))
"""Level and slope, each with its spread, of a batch on the day after one."""
RETURNS = ((-1.4, 1.0), (0.5, 0.35))
"""The same of a batch on the day after a day without."""
ENDS = (1.0, 80.0)
"""The chance of a day without a batch to be the first of no more, as a beta distribution."""
WORTH = 1.5
"""For how many batches the middle of the prior counts."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Days from the first one of an exchange to the last one seen, with what came on each; all that was promised."""

    came: tuple[int, ...]
    promised: int
    planned: tuple[int, ...] = ()
    hostility: tuple[float | None, ...] = ()

    @property
    def today(self) -> int:
        return len(self.came)

    @property
    def delivered(self) -> int:
        return sum(self.came)

    def findings(self) -> tuple[str, ...]:
        """What in it bears no forecast."""
        found = []
        if self.promised < 1:
            found.append("Nothing was promised in numbers.")
        if any(each < 0 for each in self.came):
            found.append("A day has less than nobody.")
        if not self.came:
            found.append("No day of it has been seen yet.")
        return tuple(found)


def forecast(
    batches: Batches, share: float, *, seed: int, horizon: int = 240, paths: int = completion.PATHS
) -> tuple[Target | None, tuple[str, ...]]:
    """When such a share of the promised will have come; no target where what is known contradicts itself."""
    if findings := batches.findings():
        return None, findings
    today, until = batches.today, batches.today + horizon
    people = int(np.ceil(share * batches.promised - 1e-9))
    if batches.delivered >= people:
        reached = next(n for n in range(1, today + 1) if sum(batches.came[:n]) >= people) - 1.0
        day = int(reached)
        return Target(share, people, day, day, day, 0.0, (reached,) * paths), ()
    chance = np.random.default_rng(seed)
    days = _days(batches)
    prior = opening.Prior(STAYS, RETURNS, places=(_middle(batches), WORTH))
    comes = opening.paths(days, until, opening.drawn(days, paths, chance, prior), chance, prior)
    without = sum(each == 0 for each in batches.came)
    ends = chance.beta(ENDS[0], ENDS[1] + without, paths)
    over = np.maximum.accumulate(~comes & (chance.random(comes.shape) < ends[:, None]), axis=1)
    comes &= ~over
    sizes = np.maximum(1, opening.places(days, comes, chance, prior)) * comes
    by_day = np.minimum(batches.promised, batches.delivered + np.cumsum(sizes, axis=1)).astype(np.int64)
    reached_by = by_day >= people
    day_of = np.where(reached_by.any(axis=1), today + reached_by.argmax(axis=1), np.inf)
    return completion.reached_on(day_of, by_day, share, people, today, until, (1.0, 1.0)), ()


def naive(batches: Batches, share: float, *, days: int | None = None, horizon: int = 240) -> float:
    """What a desk extrapolates: as many a day as so far (or in the last days), straight on."""
    came: Sequence[int] = batches.came if days is None else batches.came[-days:]
    rate = max(0.05, sum(came) / max(1, len(came)))
    left = max(0.0, share * batches.promised - batches.delivered)
    return float(min(batches.today + horizon, batches.today + left / rate))


def _days(batches: Batches) -> tuple[Day, ...]:
    hostility = batches.hostility or (None,) * len(batches.came)
    return tuple(Day(came > 0, came or None, value) for came, value in zip(batches.came, hostility, strict=True))


def _middle(batches: Batches) -> float:
    """What a batch has before one was seen: the mean of those that were planned, else a tenth of all."""
    if batches.planned:
        return max(1.0, float(np.mean(batches.planned)))
    return max(1.0, batches.promised / 10)
