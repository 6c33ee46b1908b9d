"""On which day a paper says it was published, in the ways in which files write it."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime

LONGEST = 60


def day_of(words: str) -> date | None:
    """The day in `2023-11-08T10:00+02:00` or `Wed, 08 Nov 2023 10:00:00 +0200`, by its own clock; None where it says none.

    Words without a full day, or in another form, are a person's to read.
    """
    words = words.strip()
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words[:LONGEST]).date()
    except (ValueError, TypeError, IndexError):
        return None
