"""Times in words for people, in the local time of the case: "4 Nov 2023", "late Oct 2023", "1 to 3 Nov 2023"."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from homeward.moments.intervals import Interval, Precision
from homeward.moments.local import DAY, day_of, day_starts
from homeward.moments.months import SHORT_MONTHS
from homeward.moments.stamps import in_utc
from homeward.moments.stretches import ABOUT_A_DAY, Days, month_end, third, week_of

_THIRDS = (Precision.EARLY, Precision.MID, Precision.LATE)


def in_words(interval: Interval, zone: tzinfo) -> str:
    """The interval as a person would say it; what was not read, in its own words."""
    start, until = interval.start, interval.until
    if start is not None and until is not None:
        return _both_sides(start, until, interval.precision, zone)
    if start is not None:
        return f"from {_day(day_of(start, zone)) if _begins_day(start, zone) else moment_in_words(start, zone)}"
    if until is not None:
        return f"until {_day(day_of(until, zone) - DAY) if _begins_day(until, zone) else moment_in_words(until, zone)}"
    return interval.words


def moment_in_words(moment: datetime, zone: tzinfo) -> str:
    """An instant to the minute of the local clock: "4 Nov 2023 12:00"."""
    local = in_utc(moment).astimezone(zone)
    return f"{_day(local.date())} {local:%H:%M}"


def _both_sides(start: datetime, until: datetime, precision: Precision, zone: tzinfo) -> str:
    if precision is Precision.INSTANT or not (_begins_day(start, zone) and _begins_day(until, zone)):
        if precision is Precision.ABOUT:
            return f"about {moment_in_words(start + (until - start) / 2, zone)}"
        return _instants(moment_in_words(start, zone), moment_in_words(until, zone))
    first, last = day_of(start, zone), day_of(until, zone) - DAY
    if precision is Precision.ABOUT and last - first >= 2 * ABOUT_A_DAY:
        return f"about {_days(first + ABOUT_A_DAY, last - ABOUT_A_DAY)}"
    if precision in _THIRDS and third(precision, _month_of(first)) == Days(first, last, precision):
        return f"{precision} {_month(first)}"
    if precision is Precision.WEEK and week_of(first) == Days(first, last, precision):
        return f"week of {_day(first)}"
    return _days(first, last)


def _instants(first: str, last: str) -> str:
    """Two times; the day is said once, and a time that the clocks gave twice reads as one."""
    if first == last:
        return first
    day, _, time = last.rpartition(" ")
    return f"{first} to {time if first.startswith(f'{day} ') else last}"


def _days(first: date, last: date) -> str:
    """Days, or months where they are whole, with what both ends share said once."""
    if first.day == 1 and last == month_end(last.replace(day=1)):
        if (first.year, first.month) == (last.year, last.month):
            return _month(first)
        return f"{_month(first) if first.year != last.year else SHORT_MONTHS[first.month - 1]} to {_month(last)}"
    if first == last:
        return _day(first)
    if first.year != last.year:
        return f"{_day(first)} to {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {SHORT_MONTHS[first.month - 1]} to {_day(last)}"
    return f"{first.day} to {_day(last)}"


def _begins_day(moment: datetime, zone: tzinfo) -> bool:
    return day_starts(day_of(moment, zone), zone) == moment


def _month_of(first: date) -> Days:
    start = first.replace(day=1)
    return Days(start, month_end(start), Precision.MONTH)


def _month(within: date) -> str:
    return f"{SHORT_MONTHS[within.month - 1]} {within.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"
