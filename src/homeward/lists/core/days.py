"""In which order days and months stand in a column: said by the column as a whole, by a person, or by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from homeward.lists.core.answers import DAY_FIRST, MONTH_FIRST
from homeward.lists.core.contents import LATIN_DIGITS
from homeward.people.core import readings

_PARTS = re.compile(r"[^\d]*(\d{1,2})\s*[./\-‐‑–\s]\s*(\d{1,2})\s*[./\-‐‑–\s]\s*(\d{4}|\d{2})\b.*")


SHOWING = 200
"""Cells that may be read both ways, of which one is enough to ask."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the cells of a column say of their order; `first` is None while days or months may come first.

    Cells that can only be read with the day first, only with the month first, and either way are counted.
    """

    first: bool | None
    by_day: int = 0
    by_month: int = 0
    either: int = 0

    @property
    def mixed(self) -> bool:
        """Whether the column was written by hands that order days differently: then a cell that fits both ways is unread."""
        return bool(self.by_day and self.by_month)

    @property
    def open(self) -> bool:
        """Whether a person must say it: cells may be read either way and nothing in the column decides."""
        return self.first is None and self.either > 0 and not self.mixed


def order(cells: Iterable[str], said: str = "") -> Order:
    """The order of a column; `said` is a person's answer, which a column that is mixed overrules."""
    by_day = by_month = 0
    both: list[str] = []
    for cell in cells:
        found = _PARTS.fullmatch(cell.translate(LATIN_DIGITS))
        if found is None or found[1] == found[2]:
            continue
        one, other = int(found[1]), int(found[2])
        by_day += one > 12 >= other > 0
        by_month += other > 12 >= one > 0
        if 0 < one <= 12 and 0 < other <= 12:
            both.append(cell)
    if by_day or by_month:
        first, either = None if by_day and by_month else bool(by_day), len(both)
    else:
        first = {DAY_FIRST: True, MONTH_FIRST: False}.get(said)
        either = sum(1 for cell in both[:SHOWING] if "day-order" in readings.birth_flags(cell))
    return Order(first, by_day, by_month, either)
