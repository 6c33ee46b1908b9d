"""A series as a table for another program: a line each day, where the cells of a gap are empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Protocol

HEADING = ("date", "low", "best", "high", "events", "gap", "flags")


class DayLike(Protocol):
    """A day of a series, whatever gives it."""

    @property
    def date(self) -> date: ...
    @property
    def low(self) -> int | None: ...
    @property
    def best(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def events(self) -> int: ...
    @property
    def gap(self) -> bool: ...
    @property
    def flags(self) -> tuple[str, ...]: ...


def table(days: Sequence[DayLike], bands: Sequence[tuple[float, ...] | None] | None, shares: Sequence[float]) -> str:
    """The days as lines with commas; the cells of a gap are empty, never 0."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    more = [f"share_{share:g}" for share in shares] if bands is not None else []
    writer.writerow([*HEADING, *more])
    for at, day in enumerate(days):
        numbers = ["" if number is None else number for number in (day.low, day.best, day.high)]
        band = bands[at] if bands is not None else None
        told = [f"{value:g}" for value in band] if band else [""] * len(more)
        events = "" if day.gap else day.events
        writer.writerow(
            [day.date.isoformat(), *numbers, events, "yes" if day.gap else "no", " ".join(day.flags), *told]
        )
    return out.getvalue()
