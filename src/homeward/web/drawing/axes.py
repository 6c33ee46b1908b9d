"""Axes: a count axis that starts at 0, and a time axis with a tick at local midnights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import ceil
from zoneinfo import ZoneInfo

Number = int | Decimal

#: Room kept free beyond the largest number said, so that an open end can be seen to go on.
HEADROOM = Decimal("1.15")
STEPS = (1, 2, 3, 5)
#: An axis may break where a number is so many times the one below it, and so small a share of all lies above.
FAR = 4
FEW = Decimal("0.25")
#: Shares of the width: up to where a broken axis is to scale, and where all that lies past the break stands.
BREAK = 0.86
BEYOND = 0.95


def percent(share: float) -> str:
    """Write a share of the width as SVG wants it: two decimals and a point, in every language."""
    return f"{share * 100:.2f}%"


@dataclass(frozen=True, slots=True)
class CountTick:
    """One number on the count axis and where it stands, as a percent of the axis."""

    number: int
    at: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A count axis from 0 to `top`, with a tick every `step`.

    With `beyond`, the least and the largest number past a break, it is drawn to `BREAK` only: what lies past the break
    stands at `BEYOND`, not to scale, and the numbers are written there.
    """

    top: int
    step: int
    beyond: tuple[Number, Number] | None = None

    def share(self, number: Number) -> float:
        """Say how far along the axis a number stands, 0 to 1; what lies past the end stands at the end."""
        if self.beyond is None:
            return min(1.0, max(0.0, float(number) / self.top))
        if number > self.top:
            return BEYOND
        return max(0.0, float(number) / self.top) * BREAK

    @property
    def broken_at(self) -> str:
        """Where the break is drawn, or nothing."""
        return percent((BREAK + BEYOND) / 2) if self.beyond else ""

    def place(self, number: Number) -> str:
        return percent(self.share(number))

    @property
    def ticks(self) -> tuple[CountTick, ...]:
        return tuple(CountTick(number, self.place(number)) for number in range(0, self.top + 1, self.step))


def counts(numbers: Iterable[Number | float | None], *, intervals: int = 4, may_break: bool = False) -> Counts:
    """Make the count axis on which all these numbers can be seen, in about so many intervals.

    Where it may break, a few numbers far above all others do not press those together.
    """
    said = sorted(Decimal(number) for number in numbers if number is not None)
    seen, beyond = _parted(said) if may_break else (said, [])
    wanted = max(Decimal(1), (seen[-1] if seen else Decimal(1)) * (1 if beyond else HEADROOM))
    step = _round_step(wanted / intervals)
    return Counts(step * ceil(wanted / step), step, (_whole(beyond[0]), _whole(beyond[-1])) if beyond else None)


def _parted(said: list[Decimal]) -> tuple[list[Decimal], list[Decimal]]:
    """Part the few far above from the others, at the lowest place where such a gap is."""
    for n in range(1, len(said)):
        if (len(said) - n) <= len(said) * FEW and said[n - 1] > 0 and said[n] >= said[n - 1] * FAR:
            return said[:n], said[n:]
    return said, []


def _whole(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else number


def _round_step(rough: Decimal) -> int:
    """The smallest of 1, 2, 3, 5, 10, 20, ... that is not below `rough`."""
    power = 1
    while True:
        for digit in STEPS:
            if digit * power >= rough:
                return digit * power
        power *= 10


@dataclass(frozen=True, slots=True)
class TimeTick:
    """One local midnight on the time axis."""

    at: datetime
    x: str


@dataclass(frozen=True, slots=True)
class Times:
    """A time axis from `first` to `last`, drawn between two shares of the width."""

    first: datetime
    last: datetime
    zone: ZoneInfo
    begin: float = 0.0
    end: float = 1.0

    def share(self, at: datetime) -> float:
        """Say where a moment stands, as a share of the whole width; what lies outside stands at the edge."""
        length = (self.last - self.first).total_seconds()
        along = (at - self.first).total_seconds() / length
        return self.begin + min(1.0, max(0.0, along)) * (self.end - self.begin)

    def place(self, at: datetime) -> str:
        return percent(self.share(at))

    @property
    def ticks(self) -> tuple[TimeTick, ...]:
        return tuple(TimeTick(at, self.place(at)) for at in _midnights(self.first, self.last, self.zone))


def times(moments: Iterable[datetime | None], *, zone: ZoneInfo, begin: float = 0.0, end: float = 1.0) -> Times:
    """Make the time axis on which all these moments can be seen; at least one day long."""
    known = sorted(moment for moment in moments if moment is not None)
    if not known:
        raise ValueError("a time axis needs at least one moment")
    first, last = known[0], known[-1]
    if last - first < timedelta(days=1):
        last = first + timedelta(days=1)
    return Times(first, last, zone, begin, end)


def _midnights(first: datetime, last: datetime, zone: ZoneInfo, *, most: int = 6) -> list[datetime]:
    """Local midnights from first to last, every so many days or months that no more than `most` are shown."""
    days = _days_between(first.astimezone(zone).date(), last.astimezone(zone).date(), most)
    midnights = (datetime.combine(day, time.min, zone) for day in days)
    return [midnight for midnight in midnights if first <= midnight <= last]


def _days_between(first: date, last: date, most: int) -> list[date]:
    length = (last - first).days + 1
    for step in (1, 2, 3, 7, 14):
        if length <= step * most:
            return [first + timedelta(days=n) for n in range(0, length, step)]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in months if first <= day <= last]
    return inside[:: -(-len(inside) // most)] if inside else [first]
