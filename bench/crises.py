"""Simulated crises forecast and scored beside what a desk extrapolates; for bench.forecasts and the tests."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from homeward.invented.crisis import Crisis, crisis
from homeward.outlook.core import completion
from homeward.outlook.core.history import Day, Family, History
from homeward.outlook.core.scoring import Score, score

SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """One forecast of one crisis, scored, with what both naive desks were off by and the seconds of a processor."""

    day: int
    made: Score
    naive: float
    naive_week: float
    naive_pinball: float
    logged: tuple[float, float, float, float]
    """Logarithms of days left: 10, 50, 90 of 100 of the forecast, and the truth; for calibration."""
    seconds: float


def seen(truth: Crisis, today: int, *, hostilities: bool = True) -> History:
    """What a desk has seen by the morning of a day."""

    def by(day: float) -> int | None:
        return int(day) if day < today else None

    families = [
        Family(int(size), int(asked), by(ready), by(crossed))
        for size, asked, ready, crossed in zip(truth.sizes, truth.asked, truth.ready, truth.crossed, strict=True)
        if asked < today
    ]
    days = [
        Day(bool(truth.is_open[n]), int(truth.places[n]), float(truth.hostility[n]) if hostilities else None)
        for n in range(today)
    ]
    return History(tuple(families), tuple(days))


def rows(
    seeds: Iterable[int],
    days: Iterable[int],
    *,
    hostilities: bool = True,
    widened: tuple[float, float] = completion.WIDENED,
) -> Iterator[Row]:
    """Each crisis forecast on each day on which it was not over yet."""
    for seed in seeds:
        truth = crisis(seed)
        most = float(len(truth.places))
        came = min(truth.finished(SHARE), most)
        for day in days:
            if came < day:
                continue
            history = seen(truth, day, hostilities=hostilities)
            began = time.process_time()
            made = completion.forecast(history, seed=seed, horizon=int(most), shares=(SHARE,), widened=widened)
            seconds = time.process_time() - began
            sample = np.minimum(made.targets[0].sample, most)
            straight = completion.naive(history, SHARE)
            week = completion.naive(history, SHARE, days=7)
            ends = np.log(np.maximum(0.5, np.quantile(sample, (0.1, 0.5, 0.9)) - day + 1))
            yield Row(
                day,
                score(sample, came, most=most),
                abs(straight - came),
                abs(week - came),
                score([straight], came).pinball,
                (float(ends[0]), float(ends[1]), float(ends[2]), float(np.log(max(0.5, came - day + 1)))),
                seconds,
            )


def factors(found: Iterable[Row], outside: float = 0.1) -> tuple[float, float]:
    """By how much each side is to be scaled (in the logarithm of days left) so that so many truths lie beyond it: conformal."""
    sides: tuple[list[float], list[float]] = ([], [])
    for row in found:
        early, middle, late, truth = row.logged
        sides[0].append((middle - truth) / max(middle - early, 0.05))
        sides[1].append((truth - middle) / max(late - middle, 0.05))
    rank = min(len(sides[0]), int(np.ceil((len(sides[0]) + 1) * (1 - outside)))) - 1
    return float(np.sort(sides[0])[rank]), float(np.sort(sides[1])[rank])
