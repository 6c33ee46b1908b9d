"""Between the wall clock of a place and instants, also in the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from homeward.moments.stamps import in_utc
from homeward.refusals import Refused

DAY = timedelta(days=1)
_MIDNIGHT = time.min


class NoSuchLocalTime(Refused):
    """The clocks were put forward over this local time: it did not happen."""


class AmbiguousLocalTime(Refused):
    """The clocks were put back: this local time happened twice."""


@lru_cache(maxsize=65_536)
def day_starts(day: date, zone: tzinfo) -> datetime:
    """The first instant of a local day; where clocks skip midnight, the instant after the skip."""
    start = datetime.combine(day, _MIDNIGHT, zone).astimezone(UTC)
    # In a gap the way back does not lead to midnight again.
    back = start.astimezone(zone)
    return start if back.hour == 0 and back.time() == _MIDNIGHT else _first_instant_on(day, start, zone)


def _first_instant_on(day: date, near: datetime, zone: tzinfo) -> datetime:
    """Search the two days around for the first instant whose local day is not before `day`."""
    before, after = near - 2 * DAY, near + 2 * DAY
    while after - before > timedelta.resolution:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).date() < day:
            before = middle
        else:
            after = middle
    return after


def days_bounds(first: date, last: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The half-open instants of the local days `first` to `last`, both included; refuses a day the zone skipped."""
    start, until = day_starts(first, zone), day_starts(last + DAY, zone)
    if until <= start:
        raise NoSuchLocalTime(instead=f"The calendar of this place has no {first.isoformat()}.")
    return start, until


def instants(local: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The earliest and the latest instant with this local time (the same one, nearly always); refuses skipped times."""
    earlier = local.replace(tzinfo=zone, fold=0)
    later = local.replace(tzinfo=zone, fold=1)
    first, second = earlier.astimezone(UTC), later.astimezone(UTC)
    if second < first:
        raise NoSuchLocalTime(instead=f"Write {spelled(second, zone)} or {spelled(first, zone)}.")
    return first, second


def instant(local: datetime, zone: tzinfo) -> datetime:
    """The one instant with this local time; refuses times that the change of clocks skipped or repeated."""
    return only(*instants(local, zone), zone)


def only(first: datetime, second: datetime, zone: tzinfo) -> datetime:
    """The instant of a local time that happened once; refuses two, saying how to write each."""
    if first != second:
        raise AmbiguousLocalTime(
            instead=f"Write {spelled(first, zone)} (before the clocks went back) or {spelled(second, zone)} (after)."
        )
    return first


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The local day in which an instant falls."""
    return in_utc(moment).astimezone(zone).date()


def spelled(moment: datetime, zone: tzinfo) -> str:
    """The instant in ISO form with the offset that the clocks of the zone have then: what to type at a door."""
    local = moment.astimezone(zone)
    return local.isoformat(timespec="seconds" if local.second else "minutes")
