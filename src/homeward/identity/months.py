"""Names of months by language and calendar, and words that stand beside a day and say nothing of it."""

from __future__ import annotations

import re

from homeward.identity.candidates import Calendar
from homeward.identity.spelling import fold
from homeward.identity.tables import any_of, rows, words

TABLE = "months.txt"


def _table() -> dict[str, tuple[tuple[Calendar, int], ...]]:
    """Every name of a month, folded, with the months it may be."""
    made: dict[str, dict[tuple[Calendar, int], None]] = {}
    for name, rest in rows(TABLE):
        calendar, _, number = name.rpartition(" ") if name[-1].isdecimal() else (name, "", "1")
        if calendar in {*Calendar}:
            for month, cell in enumerate(rest.split(";"), start=int(number)):
                for word in cell.split("|"):
                    made.setdefault(fold(word), {})[Calendar(calendar), month] = None
    return {word: tuple(months) for word, months in made.items()}


_WORDS = words(TABLE)
MONTHS = _table()
# In Hebrew "in" is a letter before the month.
MONTH = re.compile(rf"(?<![^\W\d_])[בל]?(?P<month>{any_of(MONTHS)})(?![^\W\d_])\.?")
WEEKDAY = re.compile(rf"(?<!\w)(?:{any_of(_WORDS['weekday'])})(?!\w)[.,]?")
AROUND = re.compile(rf"(?<![^\W\d_])(?:{any_of(_WORDS['around'])})(?!\w)[.:]?")
