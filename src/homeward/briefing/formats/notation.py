"""Numbers and times as answers carry them: the notation of case files for people's days, instants for programs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any

from homeward.moments import Interval, Precision, day_of, whole_day

Json = dict[str, Any]
_ABOUT = timedelta(days=2)
_DAY = timedelta(days=1)


def number(value: int | Decimal | None) -> int | str | None:
    """A whole number as it is; one with a fraction as exact text, since floats would change it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")
    return value


def local(interval: Interval | None, zone: tzinfo) -> str | None:
    """The inclusive local days, as case files write them: "2023-11-04", "2023-11-~04", "A..B", "2023-11", "A..".

    What does not begin and end with a local day is local time with its offset; what was not read, its words.
    """
    if interval is None:
        return None
    start, until = interval.start, interval.until
    if start is None and until is None:
        return interval.words
    if interval.precision is Precision.INSTANT and start is not None:
        return _instant(start, zone)
    first, last = _first_day(start, zone), _last_day(until, zone)
    if (start is not None and first is None) or (until is not None and last is None):
        return f"{_instant(start, zone)}..{_instant(until, zone)}"
    return _days(first, last, interval.precision)


def when(interval: Interval | None, zone: tzinfo) -> Json | None:
    """A time with its half-open instants, precision and words, and the same in local days."""
    return None if interval is None else {"local": local(interval, zone), **interval.as_json()}


def _days(first: date | None, last: date | None, precision: Precision) -> str:
    if first is None or last is None:
        return f"{first or ''}..{last or ''}"
    if precision is Precision.ABOUT and last - first == 2 * _ABOUT:
        middle = (first + _ABOUT).isoformat()
        return f"{middle[:8]}~{middle[8:]}"
    if first == last:
        return first.isoformat()
    if first.day == 1 and (last + _DAY).day == 1 and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first}..{last}"


def _first_day(start: datetime | None, zone: tzinfo) -> date | None:
    """The day that begins at this instant, if one does."""
    if start is None:
        return None
    day = day_of(start, zone)
    return day if whole_day(day, zone).start == start else None


def _last_day(until: datetime | None, zone: tzinfo) -> date | None:
    """The day that ends at this instant, if one does."""
    if until is None:
        return None
    day = day_of(until - timedelta.resolution, zone)
    return day if whole_day(day, zone).until == until else None


def _instant(moment: datetime | None, zone: tzinfo) -> str:
    if moment is None:
        return ""
    at = moment.astimezone(zone)
    return at.isoformat(timespec="auto" if at.second or at.microsecond else "minutes")
