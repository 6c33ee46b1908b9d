"""Times as English reports say them: "late October 2023", "about 4 Nov", "since the 3rd at noon", "three days ago".

Each shape looks at the whole folded text and says None when it is not meant. Nothing is searched for inside a text:
what has a word too many stays unread, which is better than a precise day that nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from homeward.moments.days import counted_stretch, named_month, one_day
from homeward.moments.hours import ABOUT, timed
from homeward.moments.intervals import Precision
from homeward.moments.iso import read_iso
from homeward.moments.local import DAY
from homeward.moments.stretches import Days, Setting, Stretch, about, third, week_of

_PARTS = {
    Precision.EARLY: "early(?: in)?|(?:the |at the )?(?:beginning|start) of",
    Precision.MID: "mid|middle of|the middle of",
    Precision.LATE: "late(?: in)?|(?:the |at the |towards the |toward the )?end of",
}
_THIRDS = {part: re.compile(rf"(?:{words})[ -](?P<rest>.+)") for part, words in _PARTS.items()}
_WEEK = re.compile(r"(?:the )?week (?P<how>of|beginning|starting|from)(?: on)? (?P<rest>.+)")
_AROUND = re.compile(rf"(?:{ABOUT})(?:the )?(?P<rest>.+)")
_LEAD = re.compile(r"(?:on|in|during|as of|as at|dated) (?P<rest>.+)")


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


def _third(text: str, setting: Setting) -> Days | None:
    for part, form in _THIRDS.items():
        if found := form.fullmatch(text):
            whole = read_single(found["rest"], setting)
            if isinstance(whole, Days) and whole.precision is Precision.MONTH:
                return third(part, whole)
    return None


def _week(text: str, setting: Setting) -> Days | None:
    found = _WEEK.fullmatch(text)
    named = one_day(found["rest"], setting) if found else None
    if not found or not named:
        return None
    if found["how"] == "of":
        return replace(week_of(named.first), inferred=named.inferred)
    return Days(named.first, named.first + 6 * DAY, Precision.WEEK, named.inferred)


def _around(text: str, setting: Setting) -> Stretch | None:
    found = _AROUND.fullmatch(text)
    inner = read_single(found["rest"], setting) if found else None
    return None if inner is None or inner.precision in (Precision.ABOUT, Precision.OPEN) else about(inner)


_SINGLE: tuple[Callable[[str, Setting], Stretch | None], ...] = (
    read_iso,
    _lead,
    _around,
    _third,
    _week,
    named_month,
    one_day,
    timed,
    counted_stretch,
)
