"""What a reading finds before it becomes an interval: whole local days, or instants; how these are widened, joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from homeward.moments.intervals import Interval, Precision
from homeward.moments.local import DAY, days_bounds, instants, only
from homeward.moments.stamps import UnreadableMoment

# Earlier is a Hijri year without its mark, or a slip; later is a slip.
FIRST_YEAR, LAST_YEAR = 1800, 2199

ABOUT_A_DAY = 2 * DAY
ABOUT_A_TIME = timedelta(hours=1)

_THIRDS = (Precision.EARLY, Precision.MID, Precision.LATE)
_COARSENESS = (Precision.INSTANT, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.ABOUT, Precision.RELATIVE)


class NoSuchDay(UnreadableMoment):
    """The calendar has no such day."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when words are read: the zone of the case, and the day that "yesterday" and missing years hang on.

    With `asks`, somebody is there to answer: a local time that happened twice is refused, not kept as both.
    """

    zone: tzinfo
    reference: date | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from `first` to `last`, both included."""

    first: date
    last: date
    precision: Precision = Precision.DAY
    inferred: bool = False

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        return days_bounds(self.first, self.last, zone)

    def interval(self, words: str, zone: tzinfo) -> Interval:
        return Interval(*self.bounds(zone), self.precision, words, self.inferred)


@dataclass(frozen=True, slots=True)
class Instants:
    """Half-open instants, None where a side is open; both the same for one instant."""

    start: datetime | None
    until: datetime | None
    precision: Precision = Precision.INSTANT
    inferred: bool = False

    def bounds(self, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
        return self.start, self.until

    def interval(self, words: str, zone: tzinfo) -> Interval:
        return Interval(self.start, self.until, self.precision, words, self.inferred)


Stretch = Days | Instants


def day(year: int, month: int, number: int) -> date:
    """The day of the calendar; refuses 31 November, month 13 and years nobody means."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableMoment(f"The year {year} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    try:
        return date(year, month, number)
    except ValueError as wrong:
        raise NoSuchDay(instead=f"Check day {number} of month {month} in {year}.") from wrong


def month(year: int, number: int) -> Days:
    """All days of a month."""
    first = day(year, number, 1)
    return Days(first, month_end(first), Precision.MONTH)


def month_end(first: date) -> date:
    return (first.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def third(part: Precision, whole: Days) -> Days:
    """Early, mid or late in a month: days 1 to 10, 11 to 20, 21 to the end."""
    first, last = {
        Precision.EARLY: (whole.first, whole.first.replace(day=10)),
        Precision.MID: (whole.first.replace(day=11), whole.first.replace(day=20)),
        Precision.LATE: (whole.first.replace(day=21), whole.last),
    }[part]
    return replace(whole, first=first, last=last, precision=part)


def week_of(named: date) -> Days:
    """The seven days from one on which somebody's week begins (Saturday, Sunday, Monday), else all weeks around it."""
    if named.weekday() in _WEEK_BEGINS:
        return Days(named, named + 6 * DAY, Precision.WEEK)
    return weeks_around(named)


_WEEK_BEGINS = (0, 6, 5)  # Monday, Sunday, Saturday, as in `date.weekday`


def weeks_around(named: date) -> Days:
    """From the earliest to the latest day of the same week, wherever in the region that week begins."""
    starts = [named - ((named.weekday() - begin) % 7) * DAY for begin in _WEEK_BEGINS]
    return Days(min(starts), max(starts) + 6 * DAY, Precision.WEEK)


def at_local_time(local: datetime, zone: tzinfo, *, asks: bool) -> Instants:
    """The instant of a local time; when it happened twice, the interval over both, marked as inferred."""
    first, second = instants(local, zone)
    if asks:
        only(first, second, zone)
    return Instants(first, second, inferred=first != second)


def at(moment: datetime) -> Instants:
    """The instant of a time that says its zone."""
    return Instants(moment.astimezone(UTC), moment.astimezone(UTC))


def about(stretch: Stretch) -> Stretch:
    """Widened for "about": two days on each side of days, one hour on each side of a time of day."""
    if isinstance(stretch, Days):
        first, last = stretch.first - ABOUT_A_DAY, stretch.last + ABOUT_A_DAY
        return replace(stretch, first=first, last=last, precision=Precision.ABOUT)
    if stretch.start is None or stretch.until is None:
        raise UnreadableMoment
    return replace(
        stretch, start=stretch.start - ABOUT_A_TIME, until=stretch.until + ABOUT_A_TIME, precision=Precision.ABOUT
    )


def since(stretch: Stretch, zone: tzinfo, *, after: bool = False) -> Instants:
    """From the start of it on; with `after`, from its end on."""
    return Instants(_side(stretch, zone, end=after), None, Precision.OPEN, stretch.inferred)


def until(stretch: Stretch, zone: tzinfo, *, before: bool = False) -> Instants:
    """Up to and with it; with `before`, up to its start."""
    return Instants(None, _side(stretch, zone, end=not before), Precision.OPEN, stretch.inferred)


def between(one: Stretch, other: Stretch, zone: tzinfo) -> Stretch:
    """From the start of the one to the end of the other; refuses what runs backwards."""
    precision = max(_grain(one), _grain(other), key=_COARSENESS.index)
    inferred = one.inferred or other.inferred
    if isinstance(one, Days) and isinstance(other, Days):
        if other.last < one.first:
            raise UnreadableMoment("This ends before it starts.")
        return Days(one.first, other.last, precision, inferred)
    start, end = _side(one, zone, end=False), _side(other, zone, end=True)
    if end < start or (end == start and precision is not Precision.INSTANT):
        raise UnreadableMoment("This ends before it starts.")
    return Instants(start, end, precision, inferred)


def _grain(stretch: Stretch) -> Precision:
    """How coarse an end of a range is; a part of a month counts as months."""
    return Precision.MONTH if stretch.precision in _THIRDS else stretch.precision


def _side(stretch: Stretch, zone: tzinfo, *, end: bool) -> datetime:
    side = stretch.bounds(zone)[1 if end else 0]
    if side is None:
        raise UnreadableMoment
    return side
