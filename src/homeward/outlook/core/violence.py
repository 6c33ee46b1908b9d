"""How much violence the next months will see: four sources of draws, weighed and widened as other series asked for.

A series of thirty months is too short to choose weights on: what did best on eighteen of its months was worse on other months
than weights that are the same for all. So weights and width are held fixed. They were found on the months of the Central African
Republic and its provinces (1991 to 2022) and of Syria and its governorates up to June 2017, each forecast from those before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scoringrules
from numpy.typing import NDArray

from homeward.outlook.core import sources

MODEL = "violence/2"
DRAWS = 400
LEAST_MONTHS = 6
"""Fewer months before a forecast bear none."""
SOURCES: dict[str, sources.Source] = {
    "about lately": sources.about_lately,
    "drifting level": sources.drifting,
    "last 24 months": sources.two_years,
    "negative binomial": sources.negative_binomial,
}
WEIGHTS = (0.35, 0.3, 0.2, 0.15)
WIDENED = (1.15, 1.1)
"""By how much the draws are drawn apart, in logarithms, below and above their middle."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Month:
    """The draws for one month ahead: 10, 50 and 90 of 100, and the whole sample, sorted."""

    ahead: int
    low: float
    middle: float
    high: float
    sample: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Violence:
    """A forecast of monthly counts; `weights` of each source of draws; `findings` where there is none, or of gaps."""

    months: tuple[Month, ...]
    weights: tuple[tuple[str, float], ...]
    trained_on: int
    findings: tuple[str, ...]
    model: str = MODEL
    seed: int = 0


def forecast(counts: Sequence[float | None], *, ahead: int = 1, seed: int, draws: int = DRAWS) -> Violence:
    """The next months after these counts; a month that is none is a gap: it is never taken for quiet, and time goes on in it."""
    months = _months(counts)
    known = sources.known(months)
    findings = []
    if len(known) < len(counts):
        findings.append(f"{len(counts) - len(known)} months have no count and are passed over.")
    if len(known) < LEAST_MONTHS:
        findings.append(f"{len(known)} months have a count; {LEAST_MONTHS} are needed.")
        return Violence((), (), len(known), tuple(findings), seed=seed)
    since = len(months) - 1 - int(np.flatnonzero(np.isfinite(months))[-1])
    told = months[: len(months) - since]
    made = tuple(_month(told, step, since, seed, draws) for step in range(1, max(1, ahead) + 1))
    return Violence(made, tuple(zip(SOURCES, WEIGHTS, strict=True)), len(known), tuple(findings), seed=seed)


def _months(counts: Sequence[float | None]) -> Numbers:
    found = np.array([np.nan if each is None else each for each in counts], dtype=np.float64)
    found[~np.isfinite(found) | (found < 0)] = np.nan
    return found


def _month(months: Numbers, step: int, since: int, seed: int, draws: int) -> Month:
    """The draws for one month; `since` are the months without a count between the last one that has one and the forecast."""
    chance = np.random.default_rng([seed, step])
    of = np.floor(np.array(WEIGHTS) * draws + 0.5).astype(int)
    parts = [
        source(months, step + since, np.sort((np.arange(n) + chance.random(n)) / n)) if n else np.array([])
        for n, source in zip(of, SOURCES.values(), strict=True)
    ]
    logged = np.log1p(np.sort(np.concatenate(parts)))
    middle = float(np.median(logged))
    apart = np.where(logged < middle, WIDENED[0], WIDENED[1]) * (logged - middle)
    sample = np.expm1(np.maximum(0.0, middle + apart))
    low, middle, high = np.quantile(sample, (0.1, 0.5, 0.9), method="inverted_cdf")
    return Month(step, float(low), float(middle), float(high), tuple(float(each) for each in sample))


def baseline(counts: Sequence[float | None], *, draws: int = DRAWS) -> Numbers:
    """The negative binomial of the last twelve months alone, as a sample: what a forecast is held against."""
    return sources.negative_binomial(_months(counts), 1, (np.arange(draws) + 0.5) / draws)


def crps(sample: Sequence[float] | Numbers, truth: float) -> float:
    return float(scoringrules.crps_ensemble(truth, np.asarray(sample, dtype=np.float64), estimator="qd"))
