"""The day that a list says it is of, in the lines above its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from homeward.identity import births

_DAYS = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[^\W\d_]{3,15}\.?,?\s+\d{4}|[^\W\d_]{3,15}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?!\d)"
)


def declared_day(titles: Iterable[str]) -> date | None:
    """The one day that stands in titles; None when there is none, more than one, or one that may be read both ways."""
    found = {day for title in titles for words in _DAYS.findall(title[:500]) if (day := _day(words))}
    return found.pop() if len(found) == 1 else None


def _day(words: str) -> date | None:
    read = births.read(words)
    only = read.only
    exact = only is not None and only.precision is births.Precision.DAY
    return only.start if only is not None and exact and "calendar" not in read.flags else None
