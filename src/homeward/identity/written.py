"""Days written in digits: ISO, dotted, slashed, dashed, in any order; years, pairs of years, counts of days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from homeward.identity.calendars import days, eras
from homeward.identity.candidates import Calendar, Candidate, Found, Precision, Setting

_CELL = r"(\d{1,4}|[x?*_]{1,4}|-{1,2}(?=[/.]))"
_BETWEEN = r" ?([-/., ]) ?"
_TRIPLE = re.compile(rf"{_CELL}{_BETWEEN}{_CELL} ?\2 ?{_CELL}\.?")
_MONTH_FIRST = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4}) ?[-/. ] ?(\d{1,2})")
_YEAR = re.compile(r"\(?(\d{4})\)?\.?")
_YEARS = re.compile(
    r"(?:between |from |с |между |بين |من |entre |בין )?(\d{4}) ?(?:-|/|to|and|et|до|и|و|الى|ל?-|עד) ?(\d{4}|\d{2})"
)
_DECADE = re.compile(r"(?:the )?(\d{3})0 ?s")
_DIGITS = re.compile(r"(\d+)(?:\.0+)?")
_SERIAL_WITH_TIME = re.compile(r"(\d{5})\.\d+")

_FLAG_OF = {
    Calendar.HIJRI: "hijri",
    Calendar.SOLAR_HIJRI: "solar-hijri",
    Calendar.HEBREW: "hebrew",
    Calendar.BUDDHIST: "buddhist",
}
_LAST_SERIAL = 73_415  # the last day of 2100
_SERIAL_EPOCH = date(1899, 12, 30)
_YOUNGEST_CENTURY = 50  # without a day of reference, a two-digit year from here on is one of the last century
_OLDEST = 105


def written(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    """What folded words in digits say, or None when they have no such shape; no candidates when the day does not exist."""
    for shape in _SHAPES:
        found = shape(text, marked, setting)
        if found is not None:
            return found
    return None


def dated(
    year: int, month: int | None, day: int | None, marked: Calendar | None = None, *, numbered: bool = True
) -> Found:
    """A day, month or year in every calendar that it may be of; `numbered`: the month stands as a number."""
    possible = [each for each in eras(year, marked) if not (numbered and month and each is Calendar.HEBREW)]
    made = [candidate for each in possible if (candidate := days(each, year, month, day))]
    flags = [] if marked is not None or Calendar.GREGORIAN in possible else ["calendar"]
    flags += [_FLAG_OF[each.calendar] for each in made if each.calendar in _FLAG_OF]
    return Found(tuple(made), tuple(flags) if made else ("unread", "no-such-day" if possible else "calendar"))


def centuries(two_digits: int, setting: Setting) -> list[int]:
    """The years that two digits may stand for: never one to come, and none in which nobody alive was born."""
    if setting.on is None:
        return [1900 + two_digits] if two_digits >= _YOUNGEST_CENTURY else [2000 + two_digits, 1900 + two_digits]
    latest = setting.on.year - (setting.on.year - two_digits) % 100
    return [latest] + ([latest - 100] if setting.on.year - latest + 100 <= _OLDEST else [])


def together(founds: list[Found], *flags: str) -> Found:
    """Several readings as one: what exists of them, with all their flags."""
    real = [found for found in founds if found.candidates] or founds
    made = dict.fromkeys(candidate for found in real for candidate in found.candidates)
    told = dict.fromkeys([*flags, *(flag for found in real for flag in found.flags)])
    return Found(tuple(made), tuple(told))


def _triple(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    found = _TRIPLE.fullmatch(text)
    if found is None:
        return None
    one, sign, two, three = found.groups()
    first, second, third = (int(cell) if cell.isdigit() else 0 for cell in (one, two, three))
    if len(one) >= 3 and one.isdigit():
        return _ordered(second, third, [first], marked, year_first=True)
    if len(three) >= 3 and three.isdigit():
        return _either(first, second, [third], marked, _order(sign, setting))
    if not (one.isdigit() and three.isdigit()):
        return Found((), ("unread",))
    if first > 31:
        return _told(_ordered(second, third, centuries(first, setting), marked, year_first=True), "two-digit-year")
    years = centuries(third, setting)
    return _told(_either(first, second, years, marked, _order(sign, setting)), "two-digit-year")


def _order(sign: str, setting: Setting) -> bool | None:
    """Whether the day comes first; dots stand between day, month and year only where it does."""
    return True if setting.day_first is None and sign == "." else setting.day_first


def _told(found: Found, flag: str) -> Found:
    return Found(found.candidates, (flag, *found.flags))


def _ordered(month: int, day: int, years: list[int], marked: Calendar | None, *, year_first: bool) -> Found:
    """A day whose order is known; when it does not exist so and does the other way round, that is told."""
    plain = _whole(years, month, day, marked)
    if plain.candidates or not (month and day):
        return plain if month or not day else _told(_whole(years, 0, 0, marked), "partial")
    turned = _whole(years, day, month, marked)
    return _told(turned, "day-order") if turned.candidates else plain


def _either(one: int, two: int, years: list[int], marked: Calendar | None, day_first: bool | None) -> Found:
    """A day and a month before a year, in the order that is known, or in both."""
    if not (one and two):
        if one:  # 03/00/1985: a month without a day, or a day without a month
            return _told(_whole(years, 0, 0, marked), "partial")
        return _whole(years, two, 0, marked)
    if one == two:
        return _whole(years, two, one, marked)
    if day_first is not None:
        return _ordered(two if day_first else one, one if day_first else two, years, marked, year_first=False)
    readings = [_whole(years, two, one, marked), _whole(years, one, two, marked)]
    both = all(reading.candidates for reading in readings)
    return together(readings, *(["day-order"] if both else []))


def _whole(years: list[int], month: int, day: int, marked: Calendar | None) -> Found:
    return together([dated(year, month or None, day or None, marked) for year in years])


def _month(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    if found := _MONTH_FIRST.fullmatch(text):
        return dated(int(found[2]), int(found[1]) or None, None, marked)
    found = _YEAR_FIRST.fullmatch(text)
    if found and int(found[2]) <= 12:
        return dated(int(found[1]), int(found[2]) or None, None, marked)
    return None


def _year(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    year = dated(int(found[1]), None, None, marked)
    return year if year.candidates or marked else None


def _years(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    if found := _DECADE.fullmatch(text):
        first, last = int(found[1]) * 10, int(found[1]) * 10 + 9
    elif found := _YEARS.fullmatch(text):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    else:
        return None
    if not first < last <= first + 30:
        return None
    starts, ends = dated(first, None, None, marked), dated(last, None, None, marked)
    pairs = {start.calendar: (start, end) for start in starts.candidates for end in ends.candidates
             if start.calendar == end.calendar}  # fmt: skip
    made = tuple(Candidate(one.start, other.until, Precision.RANGE, one.calendar) for one, other in pairs.values())
    return Found(made, starts.flags if made else ("unread",))


def _eight(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    """Eight digits: a year and then a month and a day, or the other way round."""
    if len(text) != 8 or not text.isdigit():
        return None
    front = _whole([int(text[:4])], int(text[4:6]), int(text[6:]), marked)
    back = _either(int(text[:2]), int(text[2:4]), [int(text[4:])], marked, setting.day_first)
    found = together([each for each in (front, back) if each.candidates])
    return _told(found, "compact") if found.candidates else Found((), ("unread", "no-such-day"))


def _number(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    """A number alone: a count of days as spreadsheets keep them, counted from 1900 with a 29 February that never was."""
    found = _DIGITS.fullmatch(text) or _SERIAL_WITH_TIME.fullmatch(text)
    if found is None:
        return None
    number = int(found[1]) if len(found[1]) <= 9 else 0
    if number == 60 and len(found[1]) == 2:
        return Found((), ("unread", "bare-number", "serial", "no-such-day"))
    if len(found[1]) in (4, 5) and 1000 <= number <= _LAST_SERIAL:
        day = _SERIAL_EPOCH + timedelta(days=number)
        return Found((Candidate(day, day + timedelta(days=1), Precision.DAY),), ("serial",))
    return Found((), ("unread", "bare-number"))


_SHAPES: tuple[Callable[[str, Calendar | None, Setting], Found | None], ...] = (
    _triple,
    _month,
    _year,
    _years,
    _eight,
    _number,
)
