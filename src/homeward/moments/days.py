"""Single days, weeks and months in words: "4 November 2023", "Saturday, 4 Nov", "three days ago", "last month"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from homeward.moments.intervals import Precision
from homeward.moments.iso import read_iso
from homeward.moments.months import MONTH_FORM, MONTHS, WEEKDAYS
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import Days, NoSuchDay, Setting, about, day, month, weeks_around

_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = rf"(?:(?:on )?(?P<weekday>{'|'.join(WEEKDAYS)}|{'|'.join(name[:3] for name in WEEKDAYS)}) )?"
_DAY_FORMS = (
    re.compile(rf"{_WEEKDAY}(?:the )?{_NUMBER}(?: of |[ -]){MONTH_FORM}(?:[ -]{_YEAR})?"),
    re.compile(rf"{_WEEKDAY}{MONTH_FORM} (?:the )?{_NUMBER}(?: {_YEAR})?"),
)
_MONTH = re.compile(rf"{MONTH_FORM}(?:(?: of | |-){_YEAR})?")
_COUNTS = {
    word: number
    for number, words in enumerate(
        ("", "a one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in words.split()
}
_AGO = re.compile(rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}) (?P<unit>days?|weeks?) ago")
_SINGLE_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_LAST_WEEKDAY = re.compile(rf"last (?P<weekday>{'|'.join(WEEKDAYS)})")


class YearMissing(UnreadableMoment):
    """The year is missing."""


def one_day(text: str, setting: Setting) -> Days | None:
    """A single day, however it is said."""
    for form in _DAY_FORMS:
        if found := form.fullmatch(text):
            return _calendar_day(found, setting)
    iso = read_iso(text, setting)
    if isinstance(iso, Days) and iso.precision is Precision.DAY:
        return iso
    return _counted_day(text, setting)


def named_month(text: str, setting: Setting) -> Days | None:
    """A month with its year, or the one nearest to the reference."""
    found = _MONTH.fullmatch(text)
    if not found:
        return None
    number = MONTHS[found["month"]]
    if found["year"]:
        return month(int(found["year"]), number)
    nearest = _nearest(number, 15, setting)
    return replace(month(nearest.year, number), inferred=True)


def counted_stretch(text: str, setting: Setting) -> Days | None:
    """Last week, two weeks ago, this month: as wide as the words leave it."""
    if found := _AGO.fullmatch(text):
        count = _COUNTS.get(found["count"]) or int(found["count"])
        around = about(_from_reference(setting, -7 * count))
        return replace(around, precision=Precision.RELATIVE) if isinstance(around, Days) else None
    which, _, unit = text.partition(" ")
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    if step is None or unit not in ("week", "month"):
        return None
    today = _from_reference(setting, 0).first
    if unit == "week":
        found_days = weeks_around(today + timedelta(weeks=step))
    else:
        first = (today.replace(day=15) + step * timedelta(days=30)).replace(day=1)
        found_days = month(first.year, first.month)
    return replace(found_days, precision=Precision.RELATIVE, inferred=True)


def _calendar_day(found: re.Match[str], setting: Setting) -> Days:
    number, of_month = int(found["day"]), MONTHS[found["month"]]
    if found["year"]:
        named = day(int(found["year"]), of_month, number)
    else:
        named = _nearest(of_month, number, setting)
    if found["weekday"] and not WEEKDAYS[named.weekday()].startswith(found["weekday"]):
        raise UnreadableMoment(f"{named.isoformat()} is a {WEEKDAYS[named.weekday()].capitalize()}.")
    return Days(named, named, inferred=not found["year"])


def _nearest(of_month: int, number: int, setting: Setting) -> date:
    """The day nearest to the reference: at new year, its own year would often be the wrong one."""
    if setting.reference is None:
        raise YearMissing
    near = setting.reference
    candidates = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            candidates.append(day(year, of_month, number))
        except UnreadableMoment:
            continue
    if not candidates:
        raise NoSuchDay(instead=f"Check day {number} of month {of_month}.")
    return min(candidates, key=lambda candidate: abs(candidate - near))


def _counted_day(text: str, setting: Setting) -> Days | None:
    """Yesterday, three days ago, last Friday: counted from the reference."""
    if text in _SINGLE_DAYS:
        return _from_reference(setting, _SINGLE_DAYS[text])
    if found := _AGO.fullmatch(text):
        count = _COUNTS.get(found["count"]) or int(found["count"])
        if found["unit"].startswith("day"):
            return _from_reference(setting, -count)
    if found := _LAST_WEEKDAY.fullmatch(text):
        today = _from_reference(setting, 0).first
        return _from_reference(setting, -((today.weekday() - WEEKDAYS.index(found["weekday"]) - 1) % 7 + 1))
    return None


def _from_reference(setting: Setting, days: int) -> Days:
    if setting.reference is None:
        raise UnreadableMoment("This counts from a day that is not known.")
    named = setting.reference + timedelta(days=days)
    return Days(named, named, Precision.RELATIVE, inferred=True)
