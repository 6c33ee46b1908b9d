"""What a language gives to a letter: its sentences with named places, and how it writes days, numbers and rows.

Nothing in them says whether somebody is a man or a woman. Places in braces are filled with what stands for itself: a name, a day
already written, a number. A row is named at the beginning of a sentence or in brackets, so that no language has to bend it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from homeward.names import Script


class Tie(StrEnum):
    """What somebody is to somebody who stands on the list."""

    CHILD = "child"
    PARENT = "parent"
    SPOUSE = "spouse"
    GUARDIAN = "guardian"
    WARD = "ward"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language."""

    language: str
    direction: str
    script: Script
    months: tuple[str, ...]
    """As they stand after the day."""
    months_alone: tuple[str, ...]
    day: str
    month_of_year: str
    year: str
    between: str
    digits: str = "0123456789"
    list_of_day: str
    list_undated: str
    subject: str
    greeting: str
    opening: str
    purpose: str
    counted: str
    family: str
    on_the_list: str
    off_the_list: str
    to_check: str
    born: str
    born_unread: str
    born_default: str
    paper: str
    also_written: str
    off_since: str
    tie: str
    ties: Mapping[Tie, str]
    row: str
    sheet_and_row: str
    no_row: str
    may_be: str
    may_name: str
    spelling: str
    closing: str
    regards: str
    stop: str
    """Between the parts of a line about one person."""
    comma: str

    def count(self, number: int) -> str:
        """A number in the digits of the language."""
        return "".join(self.digits[int(figure)] for figure in str(number))

    def written_day(self, day: date) -> str:
        """A day in full."""
        return self.day.format(day=self.count(day.day), month=self.months[day.month - 1], year=self.count(day.year))

    def written_days(self, start: date, until: date) -> str:
        """Days from one up to, not including, the other: a day, a month, a year, or the two ends."""
        last = until - timedelta(days=1)
        if start == last:
            return self.written_day(start)
        if start.day == 1 and until.day == 1:
            if (start.month, until.month, until.year - start.year) == (1, 1, 1):
                return self.year.format(year=self.count(start.year))
            if (until.year - start.year) * 12 + until.month - start.month == 1:
                month = self.months_alone[start.month - 1]
                return self.month_of_year.format(month=month, year=self.count(start.year))
        return self.between.format(first=self.written_day(start), last=self.written_day(last))

    def place(self, sheet: int, row: int, *, sheets: bool) -> str:
        """A row of the list by its number, which stays as the file counts it; `sheets`: it has several that matter."""
        if not row:
            return self.no_row
        return (self.sheet_and_row if sheets else self.row).format(sheet=sheet, row=row)
