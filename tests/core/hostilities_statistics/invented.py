"""Invented series for the tests of statistics."""

from __future__ import annotations

from datetime import date

import numpy as np

from homeward.hostilities.core.statistics.series import Daily, Frame

FRAME = Frame("a town", "the one side and the other", "deaths a day")
FIRST = date(2026, 1, 1)


def daily(counts: list[float | None]) -> Daily:
    return Daily(FIRST, tuple(counts), FRAME)


def level(before: float, after: float, *, days: int = 120, at: int = 70, seed: int = 1) -> Daily:
    """Counts spread beyond chance around one level until a day, and around another from then on."""
    chance = np.random.default_rng(seed)
    means = np.where(np.arange(days) < at, before, after)
    return daily([float(each) for each in chance.poisson(means * chance.gamma(2, 0.5, days))])
