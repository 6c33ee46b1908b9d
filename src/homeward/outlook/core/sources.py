"""Four ways to draw the count of a month to come out of the months before it; each gives its quantiles.

Months are counts in order, none of them later than the forecast; one that nobody counted is not a number. None of these looks at
anything but the months themselves. What they hold before any month is seen was found on other series (see violence.WEIGHTS).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Source = Callable[[Numbers, int, Numbers], Numbers]
"""Months, how many months ahead, and levels: the quantiles at these levels."""

KEPT = 36
"""Older months say nothing of the level."""
RETURNS = 0.9
"""How much of what a level is off its middle is left a month later."""
MOST = 3.0
"""The level is drawn to at most so many times the most of the months kept; else a rare path would carry the mean away."""


def known(months: Numbers) -> Numbers:
    return months[np.isfinite(months)]


def two_years(months: Numbers, step: int, at: Numbers) -> Numbers:
    """What the last 24 months had, each as likely as another."""
    return np.asarray(np.quantile(known(months)[-24:], at, method="linear"))


def negative_binomial(months: Numbers, step: int, at: Numbers) -> Numbers:
    """The baseline: mean and variance of the last twelve months."""
    year = known(months)[-12:]
    return counts(float(year.mean()), float(year.var(ddof=1)), at)


def about_lately(months: Numbers, step: int, at: Numbers) -> Numbers:
    """About the last three months, later ones weighing more, with the spread that months had about such means before."""
    found = known(months)
    weigh = np.array([0.2, 0.3, 0.5])
    mean = float(found[-3:] @ weigh)
    past = np.array([found[k - 3 : k] @ weigh for k in range(3, len(found))])[-24:]
    came = found[3:][-24:]
    relative = np.mean(((came - past) ** 2) / np.maximum(past, 1.0) ** 2) if len(came) > 2 else 0.3
    grows = 1 + 0.25 * (step - 1)
    return counts(mean, mean + min(float(relative), 1.5) * grows * mean**2, at)


def drifting(months: Numbers, step: int, at: Numbers) -> Numbers:
    """A level of the logarithms that drifts from month to month and is drawn back to its middle.

    How far months lie about the level, and how far it drifts, is not known: both are summed over a grid, weighed by how likely
    they make the months (Kalman, each point of the grid at once) and by a prior that is narrower for large counts, which are sums
    of many places. Months that nobody counted let the level drift on.
    """
    from scipy.stats import norm

    logged = np.log1p(months[-KEPT:])
    seen = known(logged)
    middle = float(seen.mean())
    usual = float(np.interp(np.log1p(known(months[-KEPT:]).mean()), (3.0, 6.0, 7.7), (1.0, 0.75, 0.4)))
    noise, drift = (each.ravel() for each in np.meshgrid(_logs(0.05, 2.0, 14), _logs(0.02, 1.2, 12), indexing="ij"))
    likely = -2 * np.log(noise / (0.5 * usual)) ** 2 - np.log(drift / (0.25 * usual)) ** 2 / 0.98
    level, doubt = np.full(len(noise), middle), np.full(len(noise), usual**2)
    for value in logged:
        if np.isfinite(value):
            spread = doubt + noise**2
            off = value - level
            likely = likely - 0.5 * (np.log(spread) + off**2 / spread)
            level, doubt = level + doubt / spread * off, doubt * noise**2 / spread
        level, doubt = middle + RETURNS * (level - middle), RETURNS**2 * doubt + drift**2
    for _ in range(step - 1):
        level, doubt = middle + RETURNS * (level - middle), RETURNS**2 * doubt + drift**2
    best = np.argsort(likely)[::-1][:60]
    weights = np.exp(likely[best] - likely[best[0]])
    ends = norm.ppf((np.arange(40) + 0.5) / 40)
    values = (level[best, None] + np.sqrt(doubt + noise**2)[best, None] * ends).ravel()
    found = _weighed(values, np.repeat(weights / weights.sum() / 40, 40), at)
    return np.clip(np.expm1(found), 0.0, MOST * float(known(months[-KEPT:]).max()) + 10)


def counts(mean: float, variance: float, at: Numbers) -> Numbers:
    """Quantiles of a negative binomial; Poisson where the variance is no wider than the mean."""
    from scipy.stats import nbinom, poisson

    mean = max(mean, 1e-6)
    if variance <= mean * 1.0001:
        return np.asarray(poisson.ppf(at, mean), dtype=np.float64)
    return np.asarray(nbinom.ppf(at, mean**2 / (variance - mean), mean / variance), dtype=np.float64)


def _weighed(values: Numbers, weights: Numbers, at: Numbers) -> Numbers:
    order = np.argsort(values)
    below = np.cumsum(weights[order]) - weights[order] / 2
    return np.asarray(np.interp(at, below, values[order]))


def _logs(least: float, most: float, count: int) -> Numbers:
    return np.exp(np.linspace(np.log(least), np.log(most), count))
