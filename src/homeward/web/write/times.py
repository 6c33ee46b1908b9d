"""Times as one types them at the telephone, made to mean the same tomorrow."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from homeward.moments import Interval, Precision, day_of, in_words, read

_CLOCK = re.compile(r"(?:at\s+)?(\d{1,2}[:.]\d{2})", re.IGNORECASE)


def understood(words: str, zone: ZoneInfo, *, at: datetime) -> Interval | None:
    """What the words of a time mean to somebody who types them now."""
    said = _spelled_out(words.strip(), zone, at)
    return read(said, zone, reference=day_of(at, zone)) if said else None


def lasting(words: str, zone: ZoneInfo, *, at: datetime) -> str:
    """The same time in words that do not hang on the day on which they were typed; all other words stay as they are."""
    meant = understood(words, zone, at=at)
    if (
        meant is None
        or meant.precision is Precision.UNREAD
        or not (meant.inferred or meant.precision is Precision.RELATIVE)
    ):
        return words
    said = in_words(meant, zone)
    again = read(said, zone)
    same = again.precision is not Precision.UNREAD and (again.start, again.until) == (meant.start, meant.until)
    return said if same else words


def _spelled_out(words: str, zone: ZoneInfo, at: datetime) -> str:
    """`now` and a bare time of day are of today."""
    if words.casefold() == "now":
        return f"today {at.astimezone(zone):%H:%M}"
    bare = _CLOCK.fullmatch(words)
    return f"today {bare[1].replace('.', ':')}" if bare else words
