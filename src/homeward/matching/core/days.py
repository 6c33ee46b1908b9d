"""Two days of birth held against each other: the closest that any reading of the one comes to any reading of the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from homeward.matching.core.fields import LEVELS, MISSING
from homeward.matching.core.record import Birth

DAYS = LEVELS["birth"]
CONVERTED = frozenset({"hijri", "solar-hijri", "hebrew", "calendar", "buddhist"})
"""Flags of days that were counted over from another calendar, which may leave them up to two days off."""
READ = 2
"""Readings of one record that are compared."""
STANDS_FOR_UNKNOWN = {(1, 1), (7, 1), (12, 31)}
"""Months and days that offices write where only the year is known."""


def birth_level(ones: Sequence[Birth], others: Sequence[Birth]) -> str:
    """The level of two records' days of birth."""
    found = [_level(one, other) for one in ones[:READ] for other in others[:READ]]
    return min(found, key=DAYS.index) if found else MISSING


def is_day(birth: Birth) -> bool:
    """Whether one day is meant."""
    return (birth.until - birth.start).days == 1


def is_default(day: date) -> bool:
    """Whether a day is one that stands for an unknown one."""
    return (day.month, day.day) in STANDS_FOR_UNKNOWN


def _level(one: Birth, other: Birth) -> str:
    if is_day(one) and is_day(other):
        return _days(one, other)
    if one.start < other.until and other.start < one.until:
        longest = max((one.until - one.start).days, (other.until - other.start).days)
        return "same month" if longest <= 31 else "years overlap"
    return "year beside" if _apart(one, other) <= 366 else "other year"


def _apart(one: Birth, other: Birth) -> int:
    """Days between two times that do not touch."""
    return max((other.start - one.until).days, (one.start - other.until).days) + 1


def _days(one: Birth, other: Birth) -> str:
    first, second = one.start, other.start
    if first == second:
        return "same day for an unknown one" if is_default(first) else "same day"
    if CONVERTED & {*one.flags, *other.flags} and abs((first - second).days) <= 2:
        return "about the same day"
    if first.year == second.year and (first.month, first.day) == (second.day, second.month):
        return "day and month exchanged"
    if one_digit(first, second):
        return "one digit differs"
    if first.year == second.year:
        # A day that stands for an unknown one does not contradict another day of that year.
        if is_default(first) or is_default(second):
            return "years overlap"
        return "same month" if first.month == second.month else "same year"
    return "year beside" if abs(first.year - second.year) == 1 else "other year"


def one_digit(first: date, second: date) -> bool:
    """Whether the two differ in one digit of year, month and day, or in two that are exchanged."""
    one, other = f"{first:%Y%m%d}", f"{second:%Y%m%d}"
    places = [at for at in range(8) if one[at] != other[at]]
    if len(places) == 1:
        return True
    return len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
