"""What the looks share: a series as an array, its informative units, bands, and words for numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from homeward.hostilities.core.statistics.answers import (
    CHOSEN,
    FRAME_MATTERS,
    GAPS_ARE_MISSING,
    LOOKED_OFTEN,
    RECORDED_ONLY,
    Band,
    Basis,
    Look,
)
from homeward.hostilities.core.statistics.series import Daily

Numbers = NDArray[np.float64]
LAGS = 7
"""Days over which one day is taken to go with the next ones."""
LEAST_DAYS = 5
"""Fewer days with a count on a side are no side."""


def numbers(series: Daily) -> Numbers:
    """The counts, not-a-number where nothing is known."""
    return np.array([np.nan if each is None else each for each in series.counts], dtype=np.float64)


def effective(values: Numbers, lags: int = LAGS) -> int:
    """How many independent days these are worth: days with a count, less what days that resemble the next ones repeat.

    Autocorrelations up to `lags` are weighed as Newey and West do; gaps are left out pair by pair, and days that repeat
    less than by chance are not counted twice.
    """
    known = np.isfinite(values)
    n = int(known.sum())
    if n < 3:
        return n
    centred = np.where(known, values - np.nanmean(values), 0.0)
    variance = float((centred**2).sum()) / n
    if variance <= 0:
        return 0  # a constant tells one thing, once
    repeated = 0.0
    for lag in range(1, min(lags, len(values) - 1) + 1):
        pairs = int((known[lag:] & known[:-lag]).sum())
        if pairs:
            share = float((centred[lag:] * centred[:-lag]).sum()) / pairs / variance
            repeated += (1 - lag / (lags + 1)) * share
    return int(n / max(1.0, 1 + 2 * repeated))


def band(values: Sequence[float] | Numbers) -> Band | None:
    """The middle of these values and where 5 and 95 of a hundred lie."""
    found = np.asarray(values, dtype=np.float64)
    found = found[np.isfinite(found)]
    if not len(found):
        return None
    lo, median, hi = np.quantile(found, (0.05, 0.5, 0.95))
    return Band(float(lo), float(median), float(hi), len(found))


def basis(
    series: Daily, units: int, *, caveats: Sequence[str] = (), findings: Sequence[str] = (), looks: Sequence[Look] = ()
) -> Basis:
    """What an answer about a series rests on; what is to be said of every one is added."""
    found = list(findings)
    if series.unreadable:
        found.append(f"{series.unreadable} counts below zero or no number: taken as missing.")
    plain = series.plain()
    days = len(plain.counts) - plain.gaps
    if not days:
        found.append("No day has a count.")
    elif len({each for each in plain.counts if each is not None}) == 1:
        found.append("Every day has the same count.")
    general = [*caveats, CHOSEN, FRAME_MATTERS, RECORDED_ONLY]
    if plain.gaps:
        general.append(GAPS_ARE_MISSING)
    if len(looks) > 1:
        general.append(LOOKED_OFTEN.format(n=len(looks)))
    return Basis(series.frame, days, plain.gaps, units, tuple(found), tuple(general), tuple(looks))


def plainly(number: float) -> str:
    """A number with as many digits as it bears."""
    if number == 0 or not np.isfinite(number):
        return "0" if number == 0 else "without bound"
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.2g}" if abs(number) < 10 else f"{number:.1f}"
