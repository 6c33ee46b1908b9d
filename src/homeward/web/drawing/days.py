"""Violence and movement on one time axis: columns of what was recorded, beneath them what was said of who crossed and of talks.

A column stands on its best number, its band reaches from the lowest to the highest that the maker gives. Where there is no number
there is no column but a hatched stretch; a column of days that are known only in part is drawn in outline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from homeward.hostilities.core.buckets import Bucket
from homeward.web.drawing.axes import Counts, Number, Times, TimeTick, counts, percent
from homeward.web.drawing.chart import Level

VIOLENCE = 220
TOP = 18
#: Between the parts of the drawing.
BETWEEN = 26
MOVED = 90
LANE = 34
BAR = 10
#: Shares of the width between which days stand; before them the numbers of the axis.
BEGIN, END = 0.1, 0.99
#: The least width of a stretch, as a share: a day among a thousand is still seen.
LEAST = 0.002


@dataclass(frozen=True, slots=True)
class Column:
    """One bucket drawn: from the floor to its best number, and its band; `partial` when some of its days are not known."""

    x: str
    width: str
    y: int
    height: int
    band: tuple[int, int] | None
    partial: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days drawn in one lane, of a kind that the style knows."""

    x: str
    width: str
    y: int
    height: int
    kind: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Something to put into a lane: its days (included), and its kind; without a last day it goes on."""

    first: date
    last: date | None
    kind: str


@dataclass(frozen=True, slots=True)
class Said:
    """A number said of some days, as the range of its words; none where a side is open."""

    first: date
    last: date
    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Lane:
    """A row with its name and what stands in it."""

    name: str
    y: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """All that a template needs: violence above, who crossed below it, then a lane for each crossing and one for talks."""

    height: int
    floor: int
    begin: str
    end: str
    levels: tuple[Level, ...]
    columns: tuple[Column, ...]
    gaps: tuple[Stretch, ...]
    moved_floor: int
    moved_levels: tuple[Level, ...]
    moved: tuple[Stretch, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[TimeTick, ...]


def days(
    buckets: Sequence[Bucket], *, crossed: Sequence[Said] = (), lanes: Sequence[tuple[str, Sequence[Placed]]] = ()
) -> Days:
    """Draw these buckets, at least one, and what was said of the same days."""
    along = _Along(buckets[0].first, buckets[-1].last)
    up = counts([number for each in buckets for number in (each.best, each.high)])
    floor = VIOLENCE - BETWEEN // 2
    moved_floor = VIOLENCE + MOVED if crossed else VIOLENCE - BETWEEN // 2
    below = moved_floor + BETWEEN // 2
    sideways = counts([number for each in crossed for number in (each.low, each.high)], intervals=2)
    made = tuple(_lane(name, placed, below + n * LANE, along) for n, (name, placed) in enumerate(lanes))
    return Days(
        height=below + len(lanes) * LANE + BETWEEN,
        floor=floor,
        begin=percent(BEGIN),
        end=percent(END),
        levels=_levels(up, floor, floor - TOP),
        columns=tuple(_column(each, along, up, floor) for each in buckets if each.best is not None),
        gaps=tuple(_gaps(buckets, along, floor)),
        moved_floor=moved_floor,
        moved_levels=_levels(sideways, moved_floor, MOVED - BETWEEN) if crossed else (),
        moved=tuple(_said(each, along, sideways, moved_floor) for each in crossed),
        lanes=made,
        ticks=along.ticks,
    )


class _Along:
    """Where days stand along the axis; a day is as wide as itself."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        zone = ZoneInfo("UTC")
        midnights = [datetime.combine(day, time.min, UTC) for day in (first, last + timedelta(days=1))]
        self.times = Times(midnights[0], midnights[1], zone, BEGIN, END)

    @property
    def ticks(self) -> tuple[TimeTick, ...]:
        return tuple(tick for tick in self.times.ticks if tick.at < self.times.last)

    def place(self, first: date, last: date | None) -> tuple[str, str]:
        """Where some days begin and how wide they are, both in percent of the width."""
        begin = self._share(max(first, self.first))
        end = self._share(min(last or self.last, self.last) + timedelta(days=1))
        return percent(begin), percent(max(LEAST, end - begin))

    def _share(self, day: date) -> float:
        return self.times.share(datetime.combine(day, time.min, UTC))


def _column(bucket: Bucket, along: _Along, up: Counts, floor: int) -> Column:
    x, width = along.place(bucket.first, bucket.last)
    assert bucket.best is not None, "what has no number is no column"
    top = _y(bucket.best, up, floor, floor - TOP)
    band = None
    if bucket.low is not None and bucket.high is not None and bucket.low != bucket.high:
        ends = sorted(_y(number, up, floor, floor - TOP) for number in (bucket.low, bucket.high))
        band = (ends[0], max(1, ends[1] - ends[0]))
    return Column(x, width, top, floor - top, band, bucket.is_partial)


def _gaps(buckets: Sequence[Bucket], along: _Along, floor: int) -> Iterable[Stretch]:
    for gap, together in groupby(buckets, key=lambda each: each.is_gap):
        run = list(together)
        if gap:
            yield Stretch(*along.place(run[0].first, run[-1].last), TOP, floor - TOP, "gap")


def _said(said: Said, along: _Along, up: Counts, floor: int) -> Stretch:
    """From the least to the most of the words; an open upper end reaches up to the top, an open lower one to nothing."""
    room = MOVED - BETWEEN
    top = floor - room if said.high is None else _y(said.high, up, floor, room)
    bottom = floor if said.low is None else _y(said.low, up, floor, room)
    kind = "exact" if said.low == said.high else "open" if said.high is None else "range"
    return Stretch(*along.place(said.first, said.last), top - 1, max(3, bottom - top + 1), kind)


def _lane(name: str, placed: Sequence[Placed], y: int, along: _Along) -> Lane:
    seen = [each for each in placed if each.first <= along.last and (each.last is None or each.last >= along.first)]
    at = y + LANE - BAR - 4
    return Lane(name, y + 14, tuple(Stretch(*along.place(each.first, each.last), at, BAR, each.kind) for each in seen))


def _levels(up: Counts, floor: int, room: int) -> tuple[Level, ...]:
    return tuple(Level(tick.number, _y(tick.number, up, floor, room)) for tick in up.ticks)


def _y(number: Number, up: Counts, floor: int, room: int) -> int:
    return round(floor - up.share(number) * room)
