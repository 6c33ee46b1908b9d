"""Times of the day, before or behind a day: "4 Nov 12:00", "noon on 4 November", "yesterday at about 3 pm"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from homeward.moments.days import one_day
from homeward.moments.iso import OFFSET, offset
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import Days, Instants, Setting, Stretch, about, at, at_local_time

_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?)? ?(?P<half>am|pm)"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?::(?P<second24>\d{2}))?|(?P<noon>noon))"
    rf"(?: local time| ?(?P<offset>{OFFSET}))?"
)
ABOUT = r"(?:about|around|approximately|approx|circa|ca|c) |~ ?"
_TIME_LAST = re.compile(rf"(?P<rest>.+?)(?: at)? (?P<about>{ABOUT})?{_CLOCK}")
_TIME_FIRST = re.compile(rf"(?:at )?(?P<about>{ABOUT})?{_CLOCK} (?:on )?(?P<rest>.+)")
_TIME_ALONE = re.compile(rf"(?:at )?(?P<about>{ABOUT})?{_CLOCK}")


def timed(text: str, setting: Setting) -> Stretch | None:
    """A day with a time of the day before or behind it."""
    for form in (_TIME_LAST, _TIME_FIRST):
        found = form.fullmatch(text)
        named = one_day(found["rest"].removeprefix("on "), setting) if found else None
        if found and named:
            return _at_clock(named, found, setting)
    return None


def time_beside(text: str, beside: Stretch, setting: Setting) -> Stretch | None:
    """A time of day alone, on the day of the instant beside it: the second half of "4 Nov 10:00 to 12:00"."""
    found = _TIME_ALONE.fullmatch(text)
    if not found or not isinstance(beside, Instants) or beside.start is None:
        return None
    named = beside.start.astimezone(setting.zone).date()
    return _at_clock(Days(named, named), found, setting)


def _at_clock(named: Days, found: re.Match[str], setting: Setting) -> Stretch:
    local = datetime.combine(named.first, _clock(found))
    if found["offset"]:
        moment = at(local.replace(tzinfo=offset(found["offset"])))
    else:
        moment = at_local_time(local, setting.zone, asks=setting.asks)
    moment = replace(moment, inferred=moment.inferred or named.inferred)
    return about(moment) if found["about"] else moment


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
