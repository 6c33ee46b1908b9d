"""Days with the name of a month, in the languages and calendars of `months`; Hebrew days also in letters."""

from __future__ import annotations

import re

from homeward.identity.calendars import ADAR, ADAR_FIRST, ADAR_SECOND, hebrew_leap
from homeward.identity.candidates import Calendar, Found, Setting
from homeward.identity.months import AROUND, MONTH, MONTHS, WEEKDAY
from homeward.identity.written import centuries, dated, together

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e|-?е|-?го|-?ого|-?те)")
_ENDING = re.compile(r"(?<=\d)-(?=[^\W\d_])")
_PARTS = re.compile(r"[\s,./()-]+")
_LETTERS = {
    **{letter: at for at, letter in enumerate("אבגדהוזחט", start=1)},
    **{letter: 10 * at for at, letter in enumerate("יכלמנסעפצ", start=1)},
    **{letter: 10 * at for at, letter in ((2, "ך"), (4, "ם"), (5, "ן"), (8, "ף"), (9, "ץ"))},
    **{letter: 100 * at for at, letter in enumerate("קרשת", start=1)},
}


def named(text: str, marked: Calendar | None, setting: Setting) -> Found | None:
    """What folded words with one month's name say, or None when they hold something else too."""
    bare = WEEKDAY.sub(" ", text)
    for name in MONTH.finditer(bare):
        found = _around(bare[: name.start()], name["month"], bare[name.end() :], marked, setting)
        if found is not None:
            return found
    return None


def without_around(text: str) -> str:
    """Folded words without what stands around a day and says nothing of it: "born", "year", a day of the week."""
    return " ".join(AROUND.sub(" ", WEEKDAY.sub(" ", text)).split()).strip(" ,:.")


def _around(before: str, month: str, after: str, marked: Calendar | None, setting: Setting) -> Found | None:
    parts = [_number(part) for side in (before, after) for part in _parts(side)]
    known = [part for part in parts if part is not None]
    if not 1 <= len(parts) <= 2 or len(known) != len(parts):
        return None
    months = [each for each in MONTHS[month] if marked in (None, each[0])]
    readings = [reading for pair in _orders(known) for reading in _readings(*pair, months, setting)]
    if not readings:
        return Found((), ("unread", "calendar"))
    two_digits = ["two-digit-year"] if all(len(part) <= 2 for part in known if part.isdigit()) else []
    return together(readings, *(two_digits if not any(_is_letters(part) for part in known) else []))


def _parts(side: str) -> list[str]:
    return [part for part in _PARTS.split(AROUND.sub(" ", _ENDING.sub("", side))) if part]


def _number(part: str) -> str | None:
    """The part as digits, or as Hebrew letters that are a number; None for any other word."""
    if found := _ORDINAL.fullmatch(part):
        return found[1]
    if part.isdigit() and len(part) <= 4:
        return part
    return part if _is_letters(part) else None


def _is_letters(part: str) -> bool:
    return part != "" and all(letter in _LETTERS for letter in part)


def _orders(known: list[str]) -> list[tuple[str, str]]:
    """Day and year, the year being the one of four digits, or the last; "" for no day."""
    if len(known) == 1:
        return [("", known[0])] if len(known[0]) >= 3 else []
    one, other = known
    if one.isdigit() and len(one) > 2:
        return [(other, one)]
    return [(one, other)]


def _readings(day: str, year: str, months: list[tuple[Calendar, int]], setting: Setting) -> list[Found]:
    """The month in each calendar that has it and such a year."""
    number = _value(day) if day else None
    if _is_letters(year):
        return [found for calendar, month in months if calendar is Calendar.HEBREW
                for found in _hebrew(_hebrew_year(year), month, number)]  # fmt: skip
    readings: list[Found] = []
    for calendar, month in months:
        for of_year in centuries(int(year), setting) if len(year) <= 2 else [int(year)]:
            if calendar is Calendar.HEBREW:
                readings += _hebrew(of_year, month, number) if of_year > 5000 else []
            elif calendar is Calendar.GREGORIAN and of_year > 2300:
                readings.append(dated(of_year, month, number, Calendar.BUDDHIST))
            elif calendar is Calendar.GREGORIAN or len(year) >= 3:
                readings.append(dated(of_year, month, number, calendar))
    return [reading for reading in readings if "calendar" not in reading.flags]


def _hebrew(year: int, month: int, day: int | None) -> list[Found]:
    """A bare Adar of a year that had two is both."""
    if month == ADAR and hebrew_leap(year):
        both = [dated(year, each, day, Calendar.HEBREW, numbered=False) for each in (ADAR_FIRST, ADAR_SECOND)]
        return [together(both, "adar")]
    if month in (ADAR_FIRST, ADAR_SECOND) and not hebrew_leap(year):
        return [Found((), ("unread", "no-such-day"))]
    return [dated(year, month, day, Calendar.HEBREW, numbered=False)]


def _value(part: str) -> int:
    return int(part) if part.isdigit() else sum(_LETTERS[letter] for letter in part)


def _hebrew_year(letters: str) -> int:
    """תשמה or התשמה: the thousands may be left out."""
    thousands = letters.startswith("ה") and len(letters) > 2
    return 5000 + _value(letters[1:] if thousands else letters)
