"""Times as English reports say them: "late October 2023", "about 4 Nov", "since the 3rd at noon", "three days ago".

Each shape looks at the whole folded text and says None when it is not meant. Nothing is searched for inside a text: what has
a word too many stays unread, which is better than a precise day that nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from homeward.moments.intervals import Precision
from homeward.moments.iso import OFFSET, offset, read_iso
from homeward.moments.local import DAY
from homeward.moments.months import MONTHS, WEEKDAYS
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import (
    Days,
    Instants,
    NoSuchDay,
    Setting,
    Stretch,
    about,
    at,
    at_local_time,
    day,
    month,
    third,
    week_of,
    weeks_around,
)

_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + ")"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = rf"(?:(?:on )?(?P<weekday>{'|'.join(WEEKDAYS)}|{'|'.join(name[:3] for name in WEEKDAYS)}) )?"
_DAY_FORMS = (
    re.compile(rf"{_WEEKDAY}(?:the )?{_NUMBER}(?: of |[ -]){_MONTH}(?:[ -]{_YEAR})?"),
    re.compile(rf"{_WEEKDAY}{_MONTH} (?:the )?{_NUMBER}(?: {_YEAR})?"),
)
_MONTH_FORM = re.compile(rf"{_MONTH}(?:(?: of | |-){_YEAR})?")
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

_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?)? ?(?P<half>am|pm)"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?::(?P<second24>\d{2}))?|(?P<noon>noon))"
    rf"(?: local time| ?(?P<offset>{OFFSET}))?"
)
_ABOUT = r"(?:about|around|approximately|approx|circa|ca|c) |~ ?"
_TIME_LAST = re.compile(rf"(?P<rest>.+?)(?: at)? (?P<about>{_ABOUT})?{_CLOCK}")
_TIME_FIRST = re.compile(rf"(?:at )?(?P<about>{_ABOUT})?{_CLOCK} (?:on )?(?P<rest>.+)")
_TIME_ALONE = re.compile(rf"(?:at )?(?P<about>{_ABOUT})?{_CLOCK}")

_PARTS = {
    Precision.EARLY: "early(?: in)?|(?:the |at the )?(?:beginning|start) of",
    Precision.MID: "mid|middle of|the middle of",
    Precision.LATE: "late(?: in)?|(?:the |at the |towards the |toward the )?end of",
}
_THIRDS = {part: re.compile(rf"(?:{words})[ -](?P<rest>.+)") for part, words in _PARTS.items()}
_WEEK = re.compile(r"(?:the )?week (?P<how>of|beginning|starting|from)(?: on)? (?P<rest>.+)")
_AROUND = re.compile(rf"(?:{_ABOUT})(?:the )?(?P<rest>.+)")
_LEAD = re.compile(r"(?:on|in|during|as of|as at|dated) (?P<rest>.+)")


class YearMissing(UnreadableMoment):
    """The year is missing."""


def read_single(text: str, setting: Setting) -> Stretch | None:
    """What a folded text says about one time, or None; refuses a day or local time that does not exist."""
    for shape in _SINGLE:
        found = shape(text, setting)
        if found is not None:
            return found
    return None


def _lead(text: str, setting: Setting) -> Stretch | None:
    """Small words before a time change nothing."""
    found = _LEAD.fullmatch(text)
    return read_single(found["rest"], setting) if found else None


def _month(text: str, setting: Setting) -> Days | None:
    found = _MONTH_FORM.fullmatch(text)
    if not found:
        return None
    number = MONTHS[found["month"]]
    if found["year"]:
        return month(int(found["year"]), number)
    nearest = _nearest(number, 15, setting)
    return replace(month(nearest.year, number), inferred=True)


def _third(text: str, setting: Setting) -> Days | None:
    for part, form in _THIRDS.items():
        if found := form.fullmatch(text):
            whole = read_single(found["rest"], setting)
            if isinstance(whole, Days) and whole.precision is Precision.MONTH:
                return third(part, whole)
    return None


def _week(text: str, setting: Setting) -> Days | None:
    found = _WEEK.fullmatch(text)
    named = _one_day(found["rest"], setting) if found else None
    if not found or not named:
        return None
    if found["how"] == "of":
        return replace(week_of(named.first), inferred=named.inferred)
    return Days(named.first, named.first + 6 * DAY, Precision.WEEK, named.inferred)


def _around(text: str, setting: Setting) -> Stretch | None:
    found = _AROUND.fullmatch(text)
    inner = read_single(found["rest"], setting) if found else None
    return None if inner is None or inner.precision in (Precision.ABOUT, Precision.OPEN) else about(inner)


def _one_day(text: str, setting: Setting) -> Days | None:
    """A single day, however it is said."""
    for form in _DAY_FORMS:
        if found := form.fullmatch(text):
            return _calendar_day(found, setting)
    iso = read_iso(text, setting)
    if isinstance(iso, Days) and iso.precision is Precision.DAY:
        return iso
    return _counted_day(text, setting)


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
    """The day without year that lies nearest to the reference: at new year the year of the reference itself is often wrong."""
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


def _counted_stretch(text: str, setting: Setting) -> Days | None:
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


def _timed(text: str, setting: Setting) -> Stretch | None:
    """A day with a time of the day before or behind it."""
    for form in (_TIME_LAST, _TIME_FIRST):
        found = form.fullmatch(text)
        named = _one_day(found["rest"].removeprefix("on "), setting) if found else None
        if found and named:
            return _at_clock(named, found, setting)
    return None


def _at_clock(named: Days, found: re.Match[str], setting: Setting) -> Stretch:
    local = datetime.combine(named.first, _clock(found))
    if found["offset"]:
        moment = at(local.replace(tzinfo=offset(found["offset"])))
    else:
        moment = at_local_time(local, setting.zone)
    moment = replace(moment, inferred=moment.inferred or named.inferred)
    return about(moment) if found["about"] else moment


def read_time_of_day(text: str, beside: Stretch, setting: Setting) -> Stretch | None:
    """A time of day alone, on the day of the instant beside it: the second half of "4 Nov 10:00 to 12:00"."""
    found = _TIME_ALONE.fullmatch(text)
    if not found or not isinstance(beside, Instants) or beside.start is None:
        return None
    named = beside.start.astimezone(setting.zone).date()
    return _at_clock(Days(named, named), found, setting)


def _clock(found: re.Match[str]) -> time:
    if found["noon"]:
        return time(12)
    if found["half"]:
        hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
        if not 1 <= hour <= 12:
            raise UnreadableMoment(f"There is no {hour} {found['half']}.")
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    else:
        hour, minute, second = int(found["hour24"]), int(found["minute24"]), int(found["second24"] or 0)
    try:
        return time(hour, minute, second)
    except ValueError as wrong:
        raise UnreadableMoment(f"There is no time {hour}:{minute:02d} in a day.") from wrong


_SINGLE: tuple[Callable[[str, Setting], Stretch | None], ...] = (
    read_iso,
    _lead,
    _around,
    _third,
    _week,
    _month,
    _one_day,
    _timed,
    _counted_stretch,
)
