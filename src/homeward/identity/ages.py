"""Ages in words: "age 45", "6 months", "45 лет", counted back from the day on which they were said."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from homeward.identity.candidates import Candidate, Found, Precision, Setting
from homeward.identity.tables import any_of, words

_WORDS = words("ages.txt")
_UNITS = ("year", "month", "week", "day")
_EXACT = {word: int(name.split()[1]) for name, given in _WORDS.items() if name.startswith("exactly") for word in given}
_LEAD = rf"(?:(?:{any_of(_WORDS['lead'])})[ :=]*)"
_UNIT = "|".join(f"(?P<{unit}>{any_of(_WORDS[unit])})" for unit in _UNITS)
_NUMBER = r"(?P<sign>-)?(?P<number>\d{1,3})(?: ?(?:-|to|до|الى) ?(?P<other>\d{1,3}))?"
_AGE = re.compile(rf"(?P<lead>{_LEAD})?{_NUMBER}(?:[ -]?(?:{_UNIT})\.?)?(?: (?:old|of age|من العمر|от роду))?")
_YEARS_AND_MONTHS = re.compile(
    rf"{_LEAD}?(\d{{1,2}}) ?(?:{any_of(_WORDS['year'])})\.?,?(?: and| و| и)? ?"
    rf"(\d{{1,2}}) ?(?:{any_of(_WORDS['month'])})\.?"
)
_OLDEST = 150
_FIRST_REFERENCE, _LAST_REFERENCE = 1900, 2200


def age(text: str, setting: Setting, *, bare: bool = False) -> Found | None:
    """The days on which somebody of this age was born, or None; `bare`: a number alone is years."""
    if text in _EXACT:
        return _counted(*_span(_EXACT[text], _EXACT[text], "month", setting), setting)
    if found := _YEARS_AND_MONTHS.fullmatch(text):
        months = 12 * int(found[1]) + int(found[2])
        return _counted(*_span(months, months, "month", setting), setting)
    found = _AGE.fullmatch(text)
    if found is None:
        return None
    unit = next((each for each in _UNITS if found[each]), None)
    if unit is None and not bare and not found["lead"]:
        return None
    youngest, oldest = sorted((int(found["number"]), int(found["other"] or found["number"])))
    if found["sign"] or (unit in (None, "year") and oldest > _OLDEST):
        return Found((), ("unread", "implausible-age"))
    return _counted(*_span(youngest, oldest, unit or "year", setting), setting)


def _span(youngest: int, oldest: int, unit: str, setting: Setting) -> tuple[date | None, date | None]:
    """First and last day on which somebody was born who has lived so many whole units."""
    if setting.on is None or not _FIRST_REFERENCE <= setting.on.year <= _LAST_REFERENCE:
        return None, None
    if unit in ("year", "month"):
        months = 12 if unit == "year" else 1
        return (
            _months_before(setting.on, months * (oldest + 1)) + timedelta(days=1),
            _months_before(setting.on, months * youngest),
        )
    size = 7 if unit == "week" else 1
    return (
        setting.on - timedelta(days=size * (oldest + 1) - 1),
        setting.on - timedelta(days=size * youngest),
    )


def _counted(first: date | None, last: date | None, setting: Setting) -> Found:
    if first is None or last is None:
        return Found((), ("unread", "age", "no-reference"))
    return Found((Candidate(first, last + timedelta(days=1), Precision.RANGE),), ("age",))


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
