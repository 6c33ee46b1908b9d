"""What is met in the cells of a sheet and has to be told: each kind once, with how often and where."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from homeward.lists.formats.cells import looks_like_a_day
from homeward.lists.formats.making import LEAVE_OR_TAKE, TAKE_OR_STOP, Making, Places, SheetMaking, letters_of

_NOTES = {
    "formulas": "Cells with a formula hold what the program had last worked out, and nothing was worked out anew",
    "error-values": "Cells hold an error instead of a value",
    "booleans": "Cells hold TRUE or FALSE",
    "serial-60": "Cells hold day 60 of 1900, which is a 29 February that there never was; they were left as the number 60",
    "no-day": "Cells are shown as days, and their number is the number of none; they were left as numbers",
    "zeros-shown": "Numbers are shown with zeros before them, and were read as they are shown",
    "comments": "Cells have comments, which were not read",
}
_DOUBTS = {
    "no-cached-value": "Cells have a formula and no value: what they should show is not in the file",
    "long-numbers": "Numbers have more digits than the program keeps; the last ones may have turned into zeros",
    "hidden-cells": "Cells are shown as empty and are not: their words were read",
    "two-values": "Cells are given twice; both values were kept, and the lines set aside",
}
_UNSEEN = {
    "turned-text": re.compile("[\u202a-\u202e\u2066-\u2069]"),
    "invisible": re.compile("[\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0]"),
    "control-characters": re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"),
    "lost-letters": re.compile("\ufffd"),
}
_ANY_UNSEEN = re.compile("|".join(one.pattern for one in _UNSEEN.values()))
_UNSEEN_WORDS = {
    "turned-text": "Cells have characters that turn the direction of reading",
    "invisible": "Cells have characters that cannot be seen",
    "control-characters": "Cells have characters that control a machine and are no letters",
    "lost-letters": "Cells have the sign for letters that were lost before the file came",
}


class Met:
    """What was met on one sheet."""

    def __init__(self, sheet: SheetMaking) -> None:
        self._sheet = sheet
        self._places: defaultdict[str, Places] = defaultdict(Places)
        self._days: Counter[int] = Counter()
        self._like_days: defaultdict[int, Places] = defaultdict(Places)
        self._hidden_rows = Places()
        self.hidden_columns: dict[int, Places] = {}

    def note(self, code: str, row: int, column: int) -> None:
        """Something in a cell."""
        self._places[code].note(f"{letters_of(column)}{row}")

    def hide(self, columns: Iterable[int]) -> None:
        """Columns that the file keeps out of sight."""
        self.hidden_columns |= {column: Places() for column in columns}

    def day(self, column: int) -> None:
        """A cell that the file holds as a day."""
        self._days[column] += 1

    def line(self, row: int, cells: list[str], *, hidden: bool = False) -> None:
        """A line as it goes into the book."""
        if hidden:
            self._hidden_rows.note(f"{row:,}")
        for column in self.hidden_columns:
            if column < len(cells) and cells[column].strip():
                self.hidden_columns[column].note(f"{row:,}")
        if _ANY_UNSEEN.search("\n".join(cells)):
            for column, cell in enumerate(cells):
                for code, sign in _UNSEEN.items():
                    if sign.search(cell):
                        self.note(code, row, column)

    def words(self, row: int, column: int, text: str) -> None:
        """A cell that the file holds as words, in case its column holds days too."""
        if looks_like_a_day(text):
            self._like_days[column].note(f"{row:,}")

    @property
    def dated(self) -> tuple[int, ...]:
        """Columns in which the file holds days."""
        return tuple(sorted(self._days))

    def tell(self, book: Making) -> None:
        """Tell all of it, and ask what a person has to decide."""
        where, name = self._sheet.where, self._sheet.name
        for code, words in (_NOTES | _UNSEEN_WORDS).items():
            if places := self._places.get(code):
                book.note(code, where, f"{words}: {places}.")
        for code, words in _DOUBTS.items():
            if places := self._places.get(code):
                book.ask(code, where, f"{words}: {places}.", TAKE_OR_STOP, sheet=name)
        if self._hidden_rows:
            words = f"Rows are hidden, and hold something: {self._hidden_rows}."
            book.ask("hidden-rows", where, words, LEAVE_OR_TAKE, sheet=name)
        if shown := {at: places for at, places in self.hidden_columns.items() if places}:
            words = f"Columns are hidden, and hold something: {', '.join(map(letters_of, sorted(shown)[:20]))}."
            book.ask("hidden-columns", where, words, LEAVE_OR_TAKE, sheet=name)
        for column in sorted(self._days.keys() & self._like_days.keys()):
            words = (
                f"In column {letters_of(column)} the file holds {self._days[column]:,} cells as days and "
                f"{self._like_days[column].count:,} as words that look like days (rows {self._like_days[column]}): "
                "a program may have taken the day for the month where it could."
            )
            book.ask("mixed-days", where, words, TAKE_OR_STOP, sheet=name, column=column)
