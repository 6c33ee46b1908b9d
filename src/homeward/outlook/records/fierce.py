"""Hostilities day by day, of the series that somebody says belongs to a crossing: how far each day lay off what was usual there.

Numbers are logarithms in units of their own spread, since that is what the chances of a crossing were learnt with. A day of which
the maker says nothing is none, and the level stays as it was last known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import log1p, sqrt
from uuid import UUID

from homeward.hostilities import queries as hostilities
from homeward.hostilities.core.frames import Frame
from homeward.ledger.queries.views import Asked

BEFORE = timedelta(days=180)
"""So long before the first day of a history tells what is usual."""
LEAST = 14
"""Days with a number; fewer tell nothing of what is usual."""


@dataclass(frozen=True, slots=True)
class Series:
    """Which series of hostilities somebody says belongs to a crossing."""

    dataset: str = ""
    frame: Frame | None = None
    dyad: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Fierce:
    """The level of each day from the first of a history on, whose series it is, and the statement that the series came in by."""

    levels: tuple[float | None, ...]
    words: str
    statements: tuple[UUID, ...]
    findings: tuple[str, ...] = ()

    def on(self, day: int, days: int) -> float | None:
        """The level of a day, none where nobody said which series belongs to the crossing, or its maker says nothing."""
        return self.levels[day] if day < min(days, len(self.levels)) else None


NOBODY_SAID = Fierce((), "", ())


def fierce(asked: Asked, belongs: Series, first: date, today: date) -> Fierce:
    """The levels from a first day to the day asked about; refuses a dataset, place or pair that is not there."""
    view = hostilities.series(
        asked,
        dataset=belongs.dataset,
        frame=belongs.frame,
        dyad=belongs.dyad or None,
        measure=belongs.measure,
        since=first - BEFORE,
        until=today,
    )
    told = {each.date: log1p(each.best) for each in view.days if not each.gap and each.best is not None}
    place = "; ".join(filter(None, (view.frame.words, view.dyad.name if view.dyad else "")))
    words = f"{view.measure}, {place}, as {view.dataset.named} counts them"
    statements = (view.version.statement,)
    days = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    known = sum(day in told for day in days)
    if len(told) < LEAST or not known:
        return Fierce((), words, statements, (f"Hostilities went in for none of {len(days)} days: too few are known.",))
    middle = sum(told.values()) / len(told)
    spread = sqrt(sum((each - middle) ** 2 for each in told.values()) / len(told))
    levels = tuple((told[day] - middle) / max(spread, 0.1) if day in told else None for day in days)
    return Fierce(levels, words, statements, (f"Hostilities are known for {known} of {len(days)} days.",))
