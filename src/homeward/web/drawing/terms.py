"""The times of an agreement on one axis, a row for each: what was planned in outline, what was in solid, pauses hatched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.moments import Interval
from homeward.web.drawing.axes import Times, percent, times
from homeward.web.drawing.strips import Ink

INSET, OUTSET = 0.02, 0.98
"""Shares of the width between which times are drawn, so that what is open can be seen to go on."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One time to draw: of which row, and with how much commitment."""

    name: str
    time: Interval
    ink: Ink = Ink.SOLID


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: a bar from `x`, or a disc for an instant; `before` and `after` when a side is open."""

    name: str
    x: str
    width: str
    ink: Ink
    is_disc: bool
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """All rows on their axis, with the moment asked about and the deadline as lines through all of them."""

    axis: Times
    lanes: tuple[Lane, ...]
    now: str
    deadline: str


def drawn(timed: Iterable[Timed], *, as_of: datetime, deadline: Interval | None, zone: ZoneInfo) -> Drawn | None:
    """The rows of those times that have an end at all; nothing when none has."""
    shown = [each for each in timed if each.time.start is not None or each.time.until is not None]
    if not shown:
        return None
    ends = [end for each in shown for end in (each.time.start, each.time.until) if end is not None]
    near = _is_near(ends, as_of)
    axis = times([*ends, as_of] if near else ends, zone=zone, begin=INSET, end=OUTSET)
    limit = deadline.until or deadline.start if deadline else None
    return Drawn(
        axis=axis,
        lanes=tuple(_lane(axis, each) for each in shown),
        now=axis.place(as_of) if near else "",
        deadline=axis.place(limit) if limit else "",
    )


def _is_near(ends: Sequence[datetime], as_of: datetime) -> bool:
    """Whether the moment asked about can stand on the axis without pressing all else together."""
    first, last = min(ends), max(ends)
    room = max(last - first, timedelta(days=2))
    return first - room <= as_of <= last + room


def _lane(axis: Times, timed: Timed) -> Lane:
    start, until = timed.time.start, timed.time.until
    begin = 0.0 if start is None else axis.share(start)
    end = 1.0 if until is None else axis.share(until)
    instant = start is not None and start == until
    return Lane(
        timed.name, percent(begin), percent(max(0.0, end - begin)), timed.ink, instant, start is None, until is None
    )
