"""Days of birth as people write them: read with every doubt told, never guessed, the words always kept."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from homeward.identity.ages import age
from homeward.identity.agreement import Agreement, Likeness, compare
from homeward.identity.calendars import month_and_day
from homeward.identity.candidates import FLAGS, Birth, Calendar, Candidate, Found, Precision, Setting
from homeward.identity.marks import OR, missing, unmarked, without_about
from homeward.identity.named import named, without_around
from homeward.identity.spelling import fold
from homeward.identity.written import together, written

__all__ = [
    "FLAGS",
    "Agreement",
    "Birth",
    "Calendar",
    "Candidate",
    "Likeness",
    "Precision",
    "compare",
    "is_default",
    "order_of",
    "read",
    "read_age",
]

LONGEST = 120
_DEFAULTS = {(1, 1), (7, 1), (12, 31)}
_OLDEST_YEARS = 120
_LONG_AGO = date(1900, 1, 1)  # more than 120 years before any list that is read now
_ISO = re.compile(r"(1[89]\d\d|20\d\d)-(\d\d)-(\d\d)")
_TIME = re.compile(
    r"(?P<day>.*\d)(?:t|[ ,]+)(?P<clock>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)"
    r"(?: ?(?:am|pm|a\.m\.?|p\.m\.?))?(?: ?(?:z|[a-z]{2,5})?(?: ?[+-]\d{1,2}:?(?:\d{2})?)?)?"
    r"(?: ?[\[(][a-z_/ +-]{1,40}[\])])?"
)


def read(words: str, *, day_first: bool | None = None, on: date | None = None) -> Birth:
    """The days that `words` may mean, with flags (keys of FLAGS) for every doubt; no candidates when nobody can tell.

    `day_first` says how the days of this list are ordered, when that is known. `on` is the day on which the words were
    written: ages count back from it, and no year of two digits lies after it.
    """
    return _read(words, Setting(day_first, on), bare_age=False)


def read_age(words: str, *, on: date | None = None) -> Birth:
    """As `read`, for words that stand under the heading of age: there "45" is an age."""
    return _read(words, Setting(None, on), bare_age=True)


def order_of(words: str) -> bool | None:
    """Whether the day comes first in these words (True), the month does (False), or both could (None): to settle a column."""
    day_first, month_first = (read(words, day_first=first) for first in (True, False))
    if not day_first.candidates or ("day-order" in day_first.flags) == ("day-order" in month_first.flags):
        return None
    return "day-order" in month_first.flags


def is_default(birth: Birth) -> bool:
    """Whether the day is one that offices write when nobody knows: the first of January or July, the last of December."""
    return any(
        candidate.precision is Precision.DAY and month_and_day(candidate.start, candidate.calendar) in _DEFAULTS
        for candidate in birth.candidates
    )


def _read(words: str, setting: Setting, *, bare_age: bool) -> Birth:
    if not isinstance(words, str):
        raise TypeError(f"words are text, not {type(words).__name__}")
    if len(words) > LONGEST:
        return Birth(words, (), ("unread",))
    found = _plain(words) or _understood(fold(words), setting, bare_age=bare_age)
    return Birth(words, *_weighed(found, setting))


def _plain(words: str) -> Found | None:
    """The short way for `1985-03-07`, which is what most lists hold."""
    found = _ISO.fullmatch(words)
    return written(words, None, Setting()) if found and found[0].isascii() else None


def _understood(text: str, setting: Setting, *, bare_age: bool) -> Found:
    if missing(text):
        return Found((), ("missing",))
    plain, about = without_about(text)
    parts = OR.split(plain)
    found = _several(parts, setting) if 2 <= len(parts) <= 3 else _one(plain, setting, bare_age=bare_age)
    if found is None:
        return Found((), ("unread",))
    return Found(found.candidates, (*found.flags, "about")) if about and found.candidates else found


def _one(text: str, setting: Setting, *, bare_age: bool = False) -> Found | None:
    """One time in any of the ways, from the plainest."""
    if found := age(text, setting, bare=bare_age):
        return found
    text, clock = _without_time(text)
    plain, marked = unmarked(text)
    for each in dict.fromkeys((plain, without_around(plain))):
        if found := (written(each, marked, setting) or named(each, marked, setting)) if each else None:
            return Found(found.candidates, (*found.flags, "time")) if clock and found.candidates else found
    unlabelled = without_around(text)
    if unlabelled not in (text, plain):
        again, marked = unmarked(unlabelled)
        return written(again, marked, setting) or age(unlabelled, setting)
    return None


def _without_time(text: str) -> tuple[str, bool]:
    """Folded words without a time of day, and whether one stood there that was not midnight."""
    found = _TIME.fullmatch(text)
    if found is None:
        return text, False
    return found["day"], any(digit in "123456789" for digit in found["clock"])


def _several(parts: list[str], setting: Setting) -> Found | None:
    """ "1985 or 1986": one range when the times touch, else each of them."""
    founds = [found for part in parts if (found := _one(part.strip(), setting))]
    if len(founds) != len(parts) or not all(found.candidates for found in founds):
        return None
    whole = together(founds)
    ordered = sorted(whole.candidates, key=lambda each: each.start)
    joined = all(one.until == other.start for one, other in pairwise(ordered))
    if joined and len({each.calendar for each in ordered}) == 1:
        return Found(
            (Candidate(ordered[0].start, ordered[-1].until, Precision.RANGE, ordered[0].calendar),), whole.flags
        )
    return Found(whole.candidates, ("either", *whole.flags))


def _weighed(found: Found, setting: Setting) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Of several candidates those that lie in the future fall away; what is left is flagged when it cannot well be."""
    kept, flags = found.candidates, list(found.flags)
    if setting.on is not None:
        past = tuple(each for each in kept if each.start <= setting.on)
        kept = past or kept
        if kept and not past:
            flags.append("future")
    if kept and all(each.until <= _oldest(setting.on) for each in kept):
        flags.append("over-120")
    return kept, tuple(dict.fromkeys(flags))


def _oldest(on: date | None) -> date:
    if on is None:
        return _LONG_AGO
    return date(on.year - _OLDEST_YEARS, on.month, min(on.day, 28)) if on.year > _OLDEST_YEARS else date.min
