"""Series in which nothing changed, as spread and as sluggish as real ones, and how often the looks raise an alarm on them.

What is drawn follows the city of Aleppo before December 2016 (20 deaths a day, variance 20 times the mean, a day resembling the
next by 0.14, some days without a report) and reaches around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from homeward.hostilities.core.statistics import around, changes, levels, quiet
from homeward.hostilities.core.statistics.answers import Tested
from homeward.hostilities.core.statistics.series import Daily, Frame

FRAME = Frame("invented", "invented", "deaths a day")
FIRST = date(2000, 1, 1)
ALARM = 0.05


@dataclass(frozen=True, slots=True)
class Alarms:
    """Of how many null series a look tested, and on how many it raised an alarm (p at most 0.05)."""

    series: int
    tested: int
    raised: int

    @property
    def rate(self) -> float:
        """Alarms of all series, also those that were only shown."""
        return self.raised / self.series if self.series else 0.0

    @property
    def rate_of_tested(self) -> float:
        return self.raised / self.tested if self.tested else 0.0


def null_series(chance: np.random.Generator, days: int) -> Daily:
    """Counts around one level that never changes: negative binomial, with a slow swing of the level that comes back to it."""
    mean, alpha = float(chance.uniform(3, 30)), float(chance.uniform(0.2, 0.8))
    stays, swing = float(chance.uniform(0.2, 0.7)), float(chance.uniform(0.4, 0.8))
    noise = chance.normal(size=days + 50)
    level = np.empty(days + 50)
    level[0] = noise[0]
    for day in range(1, days + 50):
        level[day] = stays * level[day - 1] + np.sqrt(1 - stays**2) * noise[day]
    expected = mean * np.exp(swing * level[50:] - swing**2 / 2)
    counts = chance.poisson(expected * chance.gamma(1 / alpha, alpha, days))
    missing = chance.random(days) < float(chance.choice([0.0, 0.0, 0.03]))
    return Daily(
        FIRST, tuple(None if gone else float(count) for gone, count in zip(missing, counts, strict=True)), FRAME
    )


def null_states(chance: np.random.Generator, days: int) -> Mapping[date, bool | None]:
    """A crossing that opens and shuts without regard to anything."""
    stays_open, opens = float(chance.uniform(0.6, 0.9)), float(chance.uniform(0.2, 0.5))
    state, found = True, {}
    for day in range(days):
        state = bool(chance.random() < (stays_open if state else opens))
        found[FIRST + timedelta(days=day)] = state
    return found


def alarms(
    times: int, seed: int, *, days: int = 243, told: Callable[[int], None] = lambda done: None
) -> dict[str, Alarms]:
    """How often each look raises an alarm on series in which nothing changed."""
    tested = dict.fromkeys(LOOKS, 0)
    raised = dict.fromkeys(LOOKS, 0)
    for number in range(times):
        chance = np.random.default_rng([seed, number])
        series = null_series(chance, days)
        at = series.day(int(days * chance.uniform(0.5, 0.7)))
        for name, look in LOOKS.items():
            test = look(series, at, chance)
            tested[name] += test.p is not None
            raised[name] += test.p is not None and test.p <= ALARM
        told(number + 1)
    return {name: Alarms(times, tested[name], raised[name]) for name in LOOKS}


def _level(series: Daily, at: date, chance: np.random.Generator) -> Tested:
    return levels.level_at(series, at).test


def _change(series: Daily, at: date, chance: np.random.Generator) -> Tested:
    return changes.change(series, seed=int(chance.integers(2**31)), resampled=20).test


def _quiet(series: Daily, at: date, chance: np.random.Generator) -> Tested:
    return quiet.open_days(series, null_states(chance, len(series.counts))).test


def _around(series: Daily, at: date, chance: np.random.Generator) -> Tested:
    return around.around(series, at).test


LOOKS: Mapping[str, Callable[[Daily, date, np.random.Generator], Tested]] = {
    "event study": _around,
    "level at a date": _level,
    "change point": _change,
    "quiet and open days": _quiet,
}
