"""Days as files of events write them; what is no day of the calendar is refused, never moved."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_WORDS = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = date(1946, 1, 1)
"""Before this day no dataset of the field begins."""


class NotADay(ValueError):
    """These words are no day."""


def day(words: str) -> date:
    """The day of 2016-01-31, 2016-01-31T00:00:00 or 31 January 2016; a time beside it is left as written, without shift."""
    bare = words.strip()
    try:
        if found := _ISO.fullmatch(bare):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _WORDS.fullmatch(bare)) and found[2][:3].lower() in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2][:3].lower()) + 1, int(found[1]))
    except ValueError as wrong:
        raise NotADay(bare) from wrong
    raise NotADay(bare)


def spelling(words: str) -> str:
    """How a day is written, so that two spellings in one column can be told: iso, iso with time, words."""
    bare = words.strip()
    if _ISO.fullmatch(bare):
        return "2016-01-31" if len(bare) <= 10 else "2016-01-31T00:00:00"
    return "31 January 2016"


def precision_of(first: date, last: date) -> int:
    """The precision that the days themselves show, on UCDP GED's scale: 1 a day, 2 up to six, 3 a week, 4 a month, 5 longer."""
    days = (last - first).days + 1
    if days == 1:
        return 1
    if days <= 6:
        return 2
    if days == 7:
        return 3
    return 4 if days <= 31 else 5
