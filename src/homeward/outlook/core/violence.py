"""How much violence the next months will see: three sources of draws, weighed on the months of training alone.

Empirical draws of the last 6 and 12 months, a negative binomial about the last year, and one about the last months with the spread
that months had about such means before. The weights are those that gave the least CRPS on the training months, each forecast from
what stood before it, and the draws are drawn apart as far as the same months asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import scoringrules
from numpy.typing import NDArray

MODEL = "violence/1"
DRAWS = 400
LEAST_MONTHS = 6
"""Fewer months before a forecast bear none."""
GRID = 5
"""Weights are tried in fifths."""
NEAR = 1.02
"""Weights within so much of the best are averaged: the difference is chance."""
WIDEST = 1.5
"""So few months bear no more: beyond it one odd month of training would blow up every forecast."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a window of training chose: a weight for each source of draws, and by how much the draws are drawn apart."""

    weights: tuple[float, ...]
    width: float


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
    """A forecast of monthly counts; `weights` of each source of draws; `findings` where there is none."""

    months: tuple[Month, ...]
    weights: tuple[tuple[str, float], ...]
    trained_on: int
    findings: tuple[str, ...]
    model: str = MODEL
    seed: int = 0


def forecast(
    counts: Sequence[float | None],
    *,
    ahead: int = 1,
    seed: int,
    draws: int = DRAWS,
    chosen: Chosen | None = None,
) -> Violence:
    """The next months after these counts; a month that is none is a gap and is passed over.

    Weights and width are those that these months choose, unless they were `chosen` on an earlier window.
    """
    known = np.array(
        [each for each in counts if each is not None and np.isfinite(each) and each >= 0], dtype=np.float64
    )
    findings = []
    if len(known) < len(counts):
        findings.append(f"{len(counts) - len(known)} months have no count and are passed over.")
    if len(known) < LEAST_MONTHS:
        findings.append(f"{len(known)} months have a count; {LEAST_MONTHS} are needed.")
        return Violence((), (), len(known), tuple(findings), seed=seed)
    chosen = chosen or choose(known)
    months = tuple(_month(known, chosen, step, seed, draws) for step in range(1, max(1, ahead) + 1))
    named = tuple((name, weight) for name, weight in zip(SOURCES, chosen.weights, strict=True))
    return Violence(months, named, len(known), tuple(findings), seed=seed)


def choose(known: Numbers | Sequence[float], *, steps: int = 24) -> Chosen:
    """Weights of the sources that gave the least CRPS on the last of these months, each from those before it, and the width.

    The width is that which would have held eight of ten of the same months (conformal); it never narrows.
    """
    known = np.asarray(known, dtype=np.float64)
    first = max(LEAST_MONTHS, len(known) - steps)
    if len(known) - first < 3:
        return Chosen((1 / len(SOURCES),) * len(SOURCES), 1.0)
    even = (np.arange(60) + 0.5) / 60
    truths = known[first:]
    samples = np.stack(
        [
            np.concatenate([source(known[:at], 1, even) for source in SOURCES.values()])
            for at in range(first, len(known))
        ]
    )
    choices = [np.array(each) / GRID for each in product(range(GRID + 1), repeat=len(SOURCES)) if sum(each) == GRID]
    losses = np.array([_loss(samples, truths, np.repeat(weights / len(even), len(even))) for weights in choices])
    near = losses <= losses.min() * NEAR
    weights = np.mean([each for each, close in zip(choices, near, strict=True) if close], axis=0)
    width = _width(samples, truths, np.repeat(weights / len(even), len(even)))
    return Chosen(tuple(float(each) for each in weights), width)


def _width(samples: Numbers, truths: Numbers, weights: Numbers) -> float:
    """By how much the samples must be drawn apart, in logarithms, to hold eight of ten truths between 10 and 90 of 100."""
    needed = []
    for sample, truth in zip(samples, truths, strict=True):
        order = np.argsort(sample)
        below = np.cumsum(weights[order])
        low, middle, high = (float(np.log1p(sample[order][np.searchsorted(below, q)])) for q in (0.1, 0.5, 0.9 - 1e-9))
        off = float(np.log1p(truth)) - middle
        needed.append(abs(off) / max(high - middle if off >= 0 else middle - low, 0.05))
    rank = min(len(needed), int(np.ceil((len(needed) + 1) * 0.8)))
    return float(np.clip(np.sort(needed)[rank - 1], 1.0, WIDEST))


def _loss(samples: Numbers, truths: Numbers, weights: Numbers) -> float:
    """The mean CRPS of weighed samples, each against its truth."""
    total = 0.0
    for sample, truth in zip(samples, truths, strict=True):
        order = np.argsort(sample)
        values, share = sample[order], weights[order]
        below = np.cumsum(share) - share / 2
        total += float(2 * np.sum(share * (values - truth) * ((truth < values) - below)))
    return total / len(truths)


def _month(known: Numbers, chosen: Chosen, step: int, seed: int, draws: int) -> Month:
    chance = np.random.default_rng([seed, step])
    of = np.floor(np.array(chosen.weights) * draws + 0.5).astype(int)
    parts = [
        source(known, step, np.sort((np.arange(n) + chance.random(n)) / n)) if n else np.array([])
        for n, source in zip(of, SOURCES.values(), strict=True)
    ]
    logged = np.log1p(np.sort(np.concatenate(parts)))
    middle = np.median(logged)
    sample = np.expm1(np.maximum(0.0, middle + (logged - middle) * chosen.width))
    low, middle, high = np.quantile(sample, (0.1, 0.5, 0.9), method="inverted_cdf")
    return Month(step, float(low), float(middle), float(high), tuple(float(each) for each in sample))


def _last(months: int, known: Numbers, step: int, at: Numbers) -> Numbers:
    """What the last months had, each as likely as another."""
    return np.asarray(np.quantile(known[-months:], at, method="linear"))


def _year(known: Numbers, step: int, at: Numbers) -> Numbers:
    """The baseline: a negative binomial with mean and variance of the last twelve months."""
    return negative_binomial(float(known[-12:].mean()), float(known[-12:].var(ddof=1)), at)


def _lately(known: Numbers, step: int, at: Numbers) -> Numbers:
    """About the last three months, later ones weighing more, with the spread that months had about such means before."""
    weigh = np.array([0.2, 0.3, 0.5])
    mean = float(known[-3:] @ weigh)
    past = np.array([known[k - 3 : k] @ weigh for k in range(3, len(known))])[-24:]
    came = known[3:][-24:]
    relative = np.mean(((came - past) ** 2) / np.maximum(past, 1.0) ** 2) if len(came) > 2 else 0.3
    grows = 1 + 0.25 * (step - 1)
    return negative_binomial(mean, mean + min(float(relative), 1.5) * grows * mean**2, at)


def negative_binomial(mean: float, variance: float, at: Numbers) -> Numbers:
    """Its quantiles; Poisson where the variance is no wider than the mean."""
    from scipy.stats import nbinom, poisson

    mean = max(mean, 1e-6)
    if variance <= mean * 1.0001:
        return np.asarray(poisson.ppf(at, mean), dtype=np.float64)
    return np.asarray(nbinom.ppf(at, mean**2 / (variance - mean), mean / variance), dtype=np.float64)


def _six(known: Numbers, step: int, at: Numbers) -> Numbers:
    return _last(6, known, step, at)


def _twelve(known: Numbers, step: int, at: Numbers) -> Numbers:
    return _last(12, known, step, at)


SOURCES = {"last 6 months": _six, "last 12 months": _twelve, "negative binomial": _year, "about lately": _lately}


def baseline(counts: Sequence[float], *, draws: int = DRAWS) -> Numbers:
    """The negative binomial of the last twelve months alone, as a sample: what a forecast is held against."""
    return _year(np.asarray(counts, dtype=np.float64), 1, (np.arange(draws) + 0.5) / draws)


def crps(sample: Sequence[float] | Numbers, truth: float) -> float:
    return float(scoringrules.crps_ensemble(truth, np.asarray(sample, dtype=np.float64), estimator="qd"))
