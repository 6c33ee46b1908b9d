"""When all, or so many, will have crossed: permissions, open days, places and whole families, played through many times.

What is not known is drawn anew on each path: how long permissions take, whether the crossing opens, how many it takes. The spread
is then scaled by a factor that was found on past crises, so that eight of ten intervals hold what came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from homeward.outlook.core import clearing, fan, opening, queueing
from homeward.outlook.core.fan import Ahead
from homeward.outlook.core.history import History

MODEL = "completion/2"
PATHS = 400
MANY = 2_000
"""More families than this are queued by people, not one by one."""
CELLS = 4_000_000
"""Families times paths: of more families fewer paths are played, a hundred at least. Among so many chance evens out."""
HORIZON = 240
"""Days from the first one after which "never" is said."""
WIDENED = (1.1, 0.6)
"""Factors on the logarithm of the days left, below and above the middle; found on simulated crises of other seeds.

(bench.forecasts --calibrate: conformal, each side for itself, since truths came early more often than late.)
"""
SHARES = (0.5, 0.9, 1.0)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Target:
    """When so many people have crossed: the days at 10, 50 and 90 of 100, none for later than the horizon; the whole sample.

    `ahead` is how many will have crossed by each day until most paths are through.
    """

    share: float
    people: int
    early: int | None
    middle: int | None
    late: int | None
    never: float
    sample: tuple[float, ...]
    ahead: tuple[Ahead, ...] = ()

    def by(self, day: int) -> float:
        """The chance that it is so by the end of a day."""
        return float(np.mean(np.asarray(self.sample) <= day))


@dataclass(frozen=True, slots=True)
class Completion:
    """A forecast of completion as of a day; `nobody_else` is how many will have crossed if nobody else is cleared."""

    today: int
    horizon: int
    people: int
    crossed: int
    cleared: int
    targets: tuple[Target, ...]
    nobody_else: int
    findings: tuple[str, ...]
    model: str = MODEL
    seed: int = 0
    paths: int = PATHS


def forecast(
    history: History,
    *,
    seed: int,
    paths: int = PATHS,
    horizon: int = HORIZON,
    shares: Sequence[float] = SHARES,
    widened: tuple[float, float] = WIDENED,
) -> Completion:
    """The forecast as of the end of a history; where the history contradicts itself it holds no target and says why."""
    findings = history.findings()
    cleared = sum(each.size for each in history.families if each.cleared is not None or each.crossed is not None)
    horizon = max(horizon, history.today + 1)
    targets: tuple[Target, ...] = ()
    if not findings:
        by_day = _played(history, seed, paths, horizon)
        targets = tuple(_target(history, share, by_day, horizon, widened) for share in shares)
    return Completion(
        history.today,
        horizon,
        history.people,
        history.crossed,
        cleared,
        targets,
        cleared,
        findings,
        seed=seed,
        paths=paths_of(history, paths),
    )


def _played(history: History, seed: int, paths: int, horizon: int) -> NDArray[np.int64]:
    """How many have crossed by the end of each day ahead, on each path."""
    chance = np.random.default_rng(seed)
    paths = paths_of(history, paths)
    rows = clearing.fitted(history).drawn(paths, chance)
    ready = clearing.ready(history, rows, chance)
    is_open = opening.paths(history.days, horizon, opening.drawn(history.days, paths, chance), chance)
    places = opening.places(history.days, is_open, chance)
    sizes = np.array([each.size for each in history.families if each.crossed is None], dtype=np.int64)
    if not len(sizes):
        return np.full(places.shape, history.crossed, dtype=np.int64)
    queued = queueing.crowd if len(sizes) > MANY else queueing.crossed
    return history.crossed + queued(ready, sizes, places, history.today)


def paths_of(history: History, paths: int = PATHS) -> int:
    """How many paths are played of so many families."""
    return min(paths, max(100, CELLS // max(1, len(history.families))))


def _target(
    history: History, share: float, by_day: NDArray[np.int64], horizon: int, widened: tuple[float, float]
) -> Target:
    """The day on which so many have crossed, on every path; infinite where it is not so before the horizon."""
    people = int(np.ceil(share * history.people - 1e-9))
    if history.crossed >= people:
        day = float(max((each.crossed for each in history.families if each.crossed is not None), default=0))
        return Target(share, people, int(day), int(day), int(day), 0.0, (day,) * len(by_day))
    reached = by_day >= people
    days = np.where(reached.any(axis=1), history.today + reached.argmax(axis=1), np.inf)
    return reached_on(days, by_day, share, people, history.today, horizon, widened)


def reached_on(
    days: Numbers,
    by_day: NDArray[np.int64],
    share: float,
    people: int,
    today: int,
    horizon: int,
    widened: tuple[float, float],
) -> Target:
    """A target out of the day on which each path reached it."""
    scaled = _widened(days, today, horizon, widened)
    sample = np.sort(scaled)
    early, middle, late = (_quantile(sample, q) for q in (0.1, 0.5, 0.9))
    never = float(np.mean(np.isinf(sample)))
    reach = 1.2 * (late - today) if late is not None else 2 * (middle - today) if middle is not None else 60
    most = min(horizon - today, int(reach) + 3)
    told = fan.ahead(by_day, days, scaled, today, most)
    return Target(share, people, early, middle, late, never, tuple(float(each) for each in sample), told)


def _widened(days: Numbers, today: int, horizon: int, factors: tuple[float, float]) -> Numbers:
    """The sample scaled around its middle, in the logarithm of the days left, each side by its factor; never stays never."""
    finite = np.isfinite(days)
    if factors == (1, 1) or not finite.any() or np.isinf(np.median(days)):
        return days
    left = days - today + 1
    middle = float(np.median(left))
    times = np.where(finite, left, middle) / middle
    apart = today - 1 + middle * times ** np.where(times < 1, *factors)
    return np.where(finite, np.clip(apart, today, horizon), np.inf)


def _quantile(sample: Numbers, q: float) -> int | None:
    """The day by which it is so on such a share of the paths."""
    value = sample[min(len(sample) - 1, int(np.ceil(q * len(sample))) - 1)]
    return int(np.ceil(value)) if np.isfinite(value) else None


def naive(history: History, share: float, *, days: int | None = None, horizon: int = HORIZON) -> float:
    """What a desk extrapolates: people so far (or of the last days) a day, straight on until so many have crossed."""
    today = history.today
    since = 0 if days is None else max(0, today - days)
    done = sum(each.size for each in history.families if each.crossed is not None and each.crossed >= since)
    rate = max(0.5, done / max(1, today - since))
    return float(min(horizon, today + max(0.0, share * history.people - history.crossed) / rate))
