"""Reading a time as it stands in a file or a report; what cannot be read stays text."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from functools import lru_cache

from homeward.moments.intervals import Interval, Precision
from homeward.moments.local import DAY, day_of, day_starts
from homeward.moments.phrases import read_single
from homeward.moments.ranges import read_range
from homeward.moments.spelling import fold
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import FIRST_YEAR, LAST_YEAR, Days, Setting, Stretch
from homeward.refusals import Refused

# Longer texts hold a time and something else; a bound keeps hostile ones cheap.
LONGEST = 120


def read(words: str, zone: tzinfo, *, reference: date | None = None) -> Interval:
    """The interval that `words` mean in the zone of the case; UNREAD with the words kept when they cannot be read.

    `reference` is the day on which they were said: "yesterday" counts from it, a missing year is the nearest to it,
    marked as inferred. A local time that happened twice gives the interval over both, one that never did is unread;
    where a person can answer, ask with `typed` instead.
    """
    if not isinstance(words, str):
        raise TypeError(f"words are text, not {type(words).__name__}")
    if len(words) > LONGEST:
        return Interval.unread(words)
    return _read(words, zone, _day(reference, zone))


def typed(words: str, zone: tzinfo, *, reference: date | None = None) -> Interval:
    """As `read`, for words that somebody is typing now: refuses days and times that do not exist or happened twice.

    Words in no known form are still kept, as UNREAD: "after the evening prayer" may be all there is.
    """
    if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
        raise UnreadableMoment("This holds a character that is no letter, digit or sign.", instead="Type it again.")
    found = read(words, zone, reference=reference)
    if len(words) <= LONGEST and (found.precision is Precision.UNREAD or found.inferred):
        stretch = _understood(fold(words), Setting(zone, _day(reference, zone), asks=True))
        return stretch.interval(words, zone) if stretch else found
    return found


def whole_day(day: date, zone: tzinfo, *, words: str = "", inferred: bool = False) -> Interval:
    """The interval of one local day; refuses a day that the zone skipped."""
    return Days(day, day, inferred=inferred).interval(words, zone)


def moved(kept: Interval, zone: tzinfo, *, reference: date | None = None) -> Interval | None:
    """The kept words read again, when the zone's rules of today give other instants; None when nothing moved."""
    again = read(kept.words, zone, reference=reference)
    if again.precision is Precision.UNREAD or (again.start, again.until) == (kept.start, kept.until):
        return None
    return again


@lru_cache(maxsize=65_536)
def _read(words: str, zone: tzinfo, reference: date | None) -> Interval:
    plain = _plain_day(words)
    if plain is not None:
        start, until = day_starts(plain, zone), day_starts(plain + DAY, zone)
        # A place that changed sides of the date line has a day less.
        return Interval(start, until, Precision.DAY, words) if start < until else Interval.unread(words)
    try:
        stretch = _understood(fold(words), Setting(zone, reference))
        return stretch.interval(words, zone) if stretch else Interval.unread(words)
    except (Refused, OverflowError):
        return Interval.unread(words)


def _plain_day(words: str) -> date | None:
    """The short way for `2023-11-04`, which is nearly everything that files hold."""
    if len(words) != 10 or words[4] != "-" or words[7] != "-":
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _understood(text: str, setting: Setting) -> Stretch | None:
    return read_single(text, setting) or read_range(text, setting)


def _day(reference: date | None, zone: tzinfo) -> date | None:
    return day_of(reference, zone) if isinstance(reference, datetime) else reference
