"""Whether a crossing will be open: it stays or reopens by chances that follow hostilities, which go on from day to day.

Two logistic models (open after open, open after shut), each with a prior pooled over other crises, so that few days teach
little; every path of a forecast draws its own chances and its own level of hostilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from homeward.outlook.core.history import Day

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Prior:
    """Middle and spread of level and slope of both chances (logits), of how hostilities stay, and of places of an open day."""

    stays: tuple[tuple[float, float], tuple[float, float]] = ((1.4, 0.6), (0.7, 0.4))
    reopens: tuple[tuple[float, float], tuple[float, float]] = ((-0.45, 0.6), (0.5, 0.35))
    sluggish: tuple[float, float] = (0.85, 0.1)
    places: tuple[float, float] = (45.0, 1.5)
    """The middle, and how many open days it counts for."""


@dataclass(frozen=True, slots=True)
class Chances:
    """A draw for each path: level and slope of staying open, of reopening."""

    stays: Numbers
    reopens: Numbers


def level(days: Sequence[Day]) -> Numbers:
    """Hostilities of each day in units of their own spread, around their own middle; not known days as the last known one."""
    found = np.array([np.nan if day.hostility is None else day.hostility for day in days], dtype=np.float64)
    known = np.isfinite(found)
    if known.sum() < 2:
        return np.zeros(len(days))
    last = np.maximum.accumulate(np.where(known, np.arange(len(found)), 0))
    filled = np.where(known[last], found[last], np.nanmean(found))
    return np.asarray(filled, dtype=np.float64)


def drawn(days: Sequence[Day], paths: int, chance: np.random.Generator, prior: Prior = Prior()) -> Chances:
    """Chances for each path, from the changes of state that were seen and the prior."""
    hostility = level(days)
    use = float(any(day.hostility is not None for day in days))
    seen: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for before, day, value in zip(days, days[1:], hostility[1:], strict=False):
        if before.open is not None and day.open is not None:
            seen[before.open].append((float(value) * use, day.open))
    return Chances(_logit(seen[True], prior.stays, paths, chance), _logit(seen[False], prior.reopens, paths, chance))


def _logit(
    seen: Sequence[tuple[float, bool]],
    prior: tuple[tuple[float, float], tuple[float, float]],
    paths: int,
    chance: np.random.Generator,
) -> Numbers:
    """Draws of level and slope: the mode by Newton steps, its curvature for the spread; hostilities make open less likely."""
    design = np.array([[1.0, -value] for value, _ in seen], dtype=np.float64).reshape(-1, 2)
    outcome = np.array([is_open for _, is_open in seen], dtype=np.float64)
    middle = np.array([each[0] for each in prior])
    weight = np.diag([1 / each[1] ** 2 for each in prior])
    found = middle.copy()
    curved = weight
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        curved = design.T @ (design * (p * (1 - p))[:, None]) + weight
        found = found + np.linalg.solve(curved, design.T @ (outcome - p) - weight @ (found - middle))
    spread = np.linalg.cholesky(np.linalg.inv(curved))
    return np.asarray(found + chance.normal(size=(paths, 2)) @ spread.T)


def paths(
    days: Sequence[Day], horizon: int, chances: Chances, chance: np.random.Generator, prior: Prior = Prior()
) -> Flags:
    """For each path and each day from today to before the horizon, whether the crossing is open."""
    count, ahead = len(chances.stays), max(0, horizon - len(days))
    hostility = _hostilities(days, count, ahead, chance, prior)
    known = [day.open for day in days if day.open is not None]
    state = np.full(count, known[-1] if known else True)
    found = np.zeros((count, ahead), dtype=bool)
    lots = chance.random((count, ahead))
    for day in range(ahead):
        value = hostility[:, day]
        stays = chances.stays[:, 0] - chances.stays[:, 1] * value
        reopens = chances.reopens[:, 0] - chances.reopens[:, 1] * value
        logit = np.where(state, stays, reopens)
        state = lots[:, day] < 1 / (1 + np.exp(-np.clip(logit, -30, 30)))
        found[:, day] = state
    return found


def _hostilities(days: Sequence[Day], count: int, ahead: int, chance: np.random.Generator, prior: Prior) -> Numbers:
    """Hostilities ahead on each path: they go back to a level of which only so much is known."""
    if not any(day.hostility is not None for day in days):
        return np.zeros((count, ahead))
    past = level(days)
    n = len(past)
    middle, spread = float(past.mean()), max(0.2, float(past.std()))
    seen = float(np.corrcoef(past[:-1], past[1:])[0, 1]) if n > 5 and past.std() > 0 else prior.sluggish[0]
    trust = n / (n + 15)
    stays = np.clip(chance.normal(trust * seen + (1 - trust) * prior.sluggish[0], prior.sluggish[1], count), 0.3, 0.97)
    worth = np.sqrt((1 + stays) / (1 - stays) / max(5, n))
    around = middle * min(1.0, n / 30) + spread * worth * chance.normal(size=count)
    value = np.full(count, past[-1])
    found = np.empty((count, ahead))
    noise = chance.normal(size=(count, ahead)) * (spread * np.sqrt(1 - stays**2))[:, None]
    for day in range(ahead):
        value = around + stays * (value - around) + noise[:, day]
        found[:, day] = value
    return found


def places(
    days: Sequence[Day], is_open: Flags, chance: np.random.Generator, prior: Prior = Prior()
) -> NDArray[np.int64]:
    """How many an open day takes on each path: about a mean of which only so much is known, spread as the days seen were."""
    seen = np.array([day.places for day in days if day.open and day.places is not None], dtype=np.float64)
    middle, worth = prior.places
    total, n = seen.sum() + middle * worth, len(seen) + worth
    wide = max(1.0, float(seen.var(ddof=1) / max(seen.mean(), 1.0))) if len(seen) > 4 else 1.5
    mean = chance.gamma(total / wide, wide / n, len(is_open))
    if wide <= 1.2:
        drawn = chance.poisson(np.broadcast_to(mean[:, None], is_open.shape))
    else:  # variance is so many times the mean
        drawn = chance.negative_binomial(np.maximum(mean / (wide - 1), 1e-3)[:, None], 1 / wide, is_open.shape)
    return np.where(is_open, drawn, 0)
