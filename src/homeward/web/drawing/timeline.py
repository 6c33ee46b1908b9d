"""Timeline strip: each event as long as its words allow, what shares days one above the other, silences named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.web.drawing.axes import Times, TimeTick, percent, times

LANE = 16
MOST_LANES = 8
#: Room in lanes that a point takes along the axis, as a share of the width: 12 pixels on a narrow screen.
POINT = 0.035
#: What a bar is drawn short of its end, so that the end is seen where the next begins at once.
APART = 0.006
#: A silence is named when it is at least this long and at least this share of the strip.
SILENCE = timedelta(days=2)
SILENT_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the timeline: its address, how it was said, and when (half-open; None = open on that side)."""

    ref: str
    modality: str
    start: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One event drawn: a disc when it is too short to be a bar, arrows where its words leave the end open."""

    ref: str
    modality: str
    x: str
    width: str
    y: int
    is_disc: bool
    opens_before: bool
    opens_after: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch in which nothing is placed, in whole days."""

    x: str
    width: str
    days: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that a template needs to draw the strip; `undrawn` events found no lane and stand in the list only."""

    height: int
    ticks: tuple[TimeTick, ...]
    bars: tuple[Bar, ...]
    silences: tuple[Silence, ...]
    undrawn: int
    now: str | None

    @property
    def strip_height(self) -> int:
        """With room below for the days."""
        return self.height + LANE + 4

    @property
    def middle(self) -> int:
        return self.height // 2


def timeline(events: Sequence[Event], *, zone: ZoneInfo, now: datetime | None = None) -> Timeline:
    """Draw events along one axis, earliest lane first."""
    placed = [event for event in events if event.start or event.until]
    moments = [now, *(moment for event in placed for moment in (event.start, event.until))]
    along = times(moments, zone=zone, begin=0.02, end=0.98)
    ordered = sorted(placed, key=lambda event: (_ends(event, along), event.ref))
    bars, undrawn = _in_lanes(ordered, along)
    lanes = max((bar.y for bar in bars), default=0) // LANE + 1
    return Timeline(
        height=lanes * LANE,
        ticks=along.ticks,
        bars=tuple(bars),
        silences=tuple(_silences(ordered, along)),
        undrawn=undrawn + len(events) - len(placed),
        now=along.place(now) if now else None,
    )


def _ends(event: Event, along: Times) -> tuple[float, float]:
    begin = along.share(event.start) if event.start else 0.0
    end = along.share(event.until) if event.until else 1.0
    return begin, max(begin, end)


def _in_lanes(events: Sequence[Event], along: Times) -> tuple[list[Bar], int]:
    free_from: list[float] = []
    bars: list[Bar] = []
    for event in events:
        begin, end = _ends(event, along)
        is_disc = end - begin < POINT and event.start is not None and event.until is not None
        # A disc stands about its moment and so begins a little before it.
        left = (begin + end) / 2 - POINT / 4 if is_disc else begin
        lane = next((n for n, free in enumerate(free_from) if free <= left), len(free_from))
        if lane == MOST_LANES:
            continue
        if lane == len(free_from):
            free_from.append(0.0)
        free_from[lane] = max(end, left + POINT)
        bars.append(_bar(event, begin, end, lane, is_disc))
    return bars, len(events) - len(bars)


def _bar(event: Event, begin: float, end: float, lane: int, is_disc: bool) -> Bar:
    return Bar(
        ref=event.ref,
        modality=event.modality,
        x=percent((begin + end) / 2 if is_disc else begin),
        width=percent(max(POINT / 2, end - begin - (0 if event.until is None else APART))),
        y=lane * LANE,
        is_disc=is_disc,
        opens_before=event.start is None,
        opens_after=event.until is None,
    )


def _silences(events: Sequence[Event], along: Times) -> list[Silence]:
    """Stretches between what is placed with two ends; an open end says nothing about how long something lasted."""
    silences: list[Silence] = []
    heard_until: datetime | None = None
    for event in events:
        if event.start is None or event.until is None:
            continue
        if heard_until is not None and event.start - heard_until >= SILENCE:
            begin, end = along.share(heard_until), along.share(event.start)
            if end - begin >= SILENT_SHARE:
                silences.append(Silence(percent(begin), percent(end - begin), (event.start - heard_until).days))
        heard_until = max(heard_until or event.until, event.until)
    return silences
