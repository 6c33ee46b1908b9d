"""What two days of birth say about their being one person's: one sentence, and a word for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from homeward.identity.candidates import Birth, Calendar, Candidate, Precision
from homeward.moments.months import SHORT_MONTHS

_WIDE = timedelta(days=2)
_ABOUT = timedelta(days=2 * 366)


class Likeness(StrEnum):
    """How two days of birth stand to each other, the closest first."""

    SAME = "same"
    CONVERTED = "converted"
    COMPATIBLE = "compatible"
    EXCHANGED = "exchanged"
    ONE_DIGIT = "one digit"
    TWO_DIGITS_EXCHANGED = "two digits exchanged"
    NEAR = "near"
    SAME_YEAR = "same year"
    SAME_DAY_OTHER_YEAR = "same day, other year"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


_CLOSEST_FIRST = tuple(Likeness)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two days of birth stand to each other, and the sentence that says why."""

    likeness: Likeness
    why: str


def compare(a: Birth, b: Birth) -> Agreement:
    """The closest that any reading of the one comes to any reading of the other."""
    if not (a.candidates and b.candidates):
        return Agreement(Likeness.UNKNOWN, "At least one day of birth is not known.")
    about = "about" in a.flags or "about" in b.flags
    found = [_pair(one, other, about) for one in a.candidates for other in b.candidates]
    best = min(found, key=lambda each: _CLOSEST_FIRST.index(each.likeness))
    if len(found) > 1 and best.likeness is not Likeness.DIFFERENT:
        return Agreement(best.likeness, f"{best.why} This is one of {len(found)} ways to read the two.")
    return best


def _pair(one: Candidate, other: Candidate, about: bool) -> Agreement:
    if one.precision is other.precision is Precision.DAY:
        return _days(one, other)
    if one.start < other.until and other.start < one.until:
        if (one.start, one.until, one.precision) == (other.start, other.until, other.precision):
            return Agreement(Likeness.COMPATIBLE, f"Both give {_said(one)}, and no day.")
        return Agreement(Likeness.COMPATIBLE, f"{_said(one)} and {_said(other)} can be one day.")
    gap = max(one.start, other.start) - min(one.until, other.until)
    if about and gap <= _ABOUT:
        return Agreement(Likeness.NEAR, f"{_said(one)} and {_said(other)} are near, and one is only about right.")
    return Agreement(Likeness.DIFFERENT, f"{_said(one)} and {_said(other)} cannot be one day.")


def _days(one: Candidate, other: Candidate) -> Agreement:
    first, second = one.start, other.start
    if first == second:
        return Agreement(Likeness.SAME, f"Both give {_day(first)}.")
    converted = {one.calendar, other.calendar} != {Calendar.GREGORIAN}
    if converted and abs(first - second) <= _WIDE:
        days = abs((first - second).days)
        return Agreement(Likeness.CONVERTED, f"{_both(first, second)} are {days} {'day' if days == 1 else 'days'} apart, "
                                             "as counting from another calendar may leave them.")  # fmt: skip
    if (first.year, first.month, first.day) == (second.year, second.day, second.month):
        return Agreement(Likeness.EXCHANGED, f"{_both(first, second)}: day and month are exchanged.")
    return _digits(first, second)


def _digits(first: date, second: date) -> Agreement:
    one, other = first.strftime("%Y%m%d"), second.strftime("%Y%m%d")
    places = [at for at in range(8) if one[at] != other[at]]
    if len(places) == 1:
        return Agreement(Likeness.ONE_DIGIT, f"{_both(first, second)}: one digit is different.")
    if len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]:
        return Agreement(Likeness.TWO_DIGITS_EXCHANGED, f"{_both(first, second)}: two digits are exchanged.")
    if first.year == second.year:
        return Agreement(Likeness.SAME_YEAR, f"{_both(first, second)}: only the year is the same.")
    if (first.month, first.day) == (second.month, second.day):
        return Agreement(Likeness.SAME_DAY_OTHER_YEAR, f"{_both(first, second)}: only day and month are the same.")
    return Agreement(Likeness.DIFFERENT, f"{_both(first, second)} are different days.")


def _both(first: date, second: date) -> str:
    return f"{_day(first)} and {_day(second)}"


def _day(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def _said(candidate: Candidate) -> str:
    """The days in words: "1985", "Mar 1985", "1 Jan 1984 to 31 Dec 1985"."""
    if candidate.precision is Precision.DAY:
        return _day(candidate.start)
    last = candidate.until - timedelta(days=1)
    if candidate.calendar is Calendar.GREGORIAN and candidate.precision is Precision.YEAR:
        return str(candidate.start.year)
    if candidate.calendar is Calendar.GREGORIAN and candidate.precision is Precision.MONTH:
        return f"{SHORT_MONTHS[candidate.start.month - 1]} {candidate.start.year}"
    return f"{_day(candidate.start)} to {_day(last)}"
