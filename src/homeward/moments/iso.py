"""Days, months, weeks and times as ISO 8601 writes them, with the `~` for "about" that case files use."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from homeward.moments.intervals import Precision
from homeward.moments.local import DAY
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import Days, Setting, Stretch, about, at, at_local_time, day, month
from homeward.moments.zones import named

OFFSET = r"z|utc|gmt|[+-]\d{2}(?::?\d{2})?"

_DAY = re.compile(r"(\d{4})-(\d{2})-(~?)(\d{2})")
_MONTH = re.compile(r"(\d{4})-(~?)(\d{2})")
_WEEK = re.compile(r"(\d{4})-?w(\d{2})")
_TIME = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:t| |t )(?P<about>~?)(?P<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    rf" ?(?P<offset>{OFFSET})?(?:\[(?P<zone>[a-z0-9/_+-]+)\])?"
)


def read_iso(text: str, setting: Setting) -> Stretch | None:
    """What a folded text in ISO form says, or None; refuses a day or time that does not exist."""
    if found := _DAY.fullmatch(text):
        named_day = day(int(found[1]), int(found[2]), int(found[4]))
        return about(Days(named_day, named_day)) if found[3] else Days(named_day, named_day)
    if found := _MONTH.fullmatch(text):
        whole = month(int(found[1]), int(found[3]))
        return about(whole) if found[2] else whole
    if found := _WEEK.fullmatch(text):
        return _week(int(found[1]), int(found[2]))
    if found := _TIME.fullmatch(text):
        time_read = _time(found, setting)
        return about(time_read) if found["about"] else time_read
    return None


def says_zone(text: str) -> bool:
    """Whether a folded ISO time brings its own offset or zone."""
    found = _TIME.fullmatch(text)
    return found is not None and bool(found["offset"] or found["zone"])


def offset(text: str) -> timezone:
    """The zone of `z`, `utc`, `+02:00`, `+0200`, `+02`; refuses what no clock on earth shows."""
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if int(digits[2:]) > 59 or shift > timedelta(hours=14):
        raise UnreadableMoment(f"No clock is {text} away from UTC.")
    return timezone(-shift if text[0] == "-" else shift)


def _week(year: int, number: int) -> Days:
    first_thursday_year = day(year, 1, 4).year
    try:
        monday = date.fromisocalendar(first_thursday_year, number, 1)
    except ValueError as wrong:
        raise UnreadableMoment(f"The year {year} has no week {number}.") from wrong
    return Days(monday, monday + 6 * DAY, Precision.WEEK)


def _time(found: re.Match[str], setting: Setting) -> Stretch:
    day(*map(int, found["day"].split("-")))
    fraction = found["time"].partition(".")[2]
    clock = found["time"] + "0" * (6 - len(fraction)) if fraction else found["time"]
    try:
        local = datetime.fromisoformat(f"{found['day']}T{clock}")
    except ValueError as wrong:
        raise UnreadableMoment(f"There is no time {found['time']} in a day.") from wrong
    zone = setting.zone
    if found["zone"]:
        known = named(found["zone"])
        if known is None:
            raise UnreadableMoment(f"No time zone is called {found['zone']}.")
        zone = known
    if not found["offset"]:
        return at_local_time(local, zone, asks=setting.asks)
    moment = local.replace(tzinfo=offset(found["offset"]))
    # A `Z` beside a named zone says nothing of its clocks (RFC 9557); a number must be what they show.
    if found["zone"] and found["offset"][0] in "+-" and moment.astimezone(zone).replace(tzinfo=None) != local:
        raise UnreadableMoment(f"The clocks of {found['zone']} do not show {found['offset']} at that time.")
    return at(moment)
