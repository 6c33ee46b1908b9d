"""A book as it is made by a reader in the process apart: sheets line by line under the bounds, and what is to be told and asked.

What is made goes out as plain values (`Answer`); `homeward.lists.formats.received` puts them together again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from homeward.lists.formats.bounds import CELL, CELLS, COLUMNS, ROWS, SHEETS, TEXT, fits
from homeward.refusals import Grade

Answer = list[Any]
Choices = tuple[tuple[str, str], ...]
LEAVE_OR_TAKE: Choices = (("leave", "Leave them out"), ("take", "Take them in like the others"))
TAKE_OR_STOP: Choices = (("take", "Take it in as it was read"), ("stop", "Do not take it in"))
_BATCH = 500  # lines that go out together


@dataclass(slots=True)
class Places:
    """Where something was met: how often, and the first few places, for one sentence about all of them."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def note(self, place: str) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < 5:
            self.first.append(place)

    def __bool__(self) -> bool:
        return self.count > 0

    def __str__(self) -> str:
        more = f", and {self.count - len(self.first):,} more" if self.count > len(self.first) else ""
        return f"{', '.join(self.first)}{more}"


class Making:
    """The book so far."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._out: list[Answer] = []
        self._rows = self._cells = self._letters = self._sheets = 0

    def kind(self, media_type: str, encoding: str = "") -> None:
        """What the file is, and the alphabet it was read with."""
        self._out.append(["kind", media_type, encoding])

    def note(self, code: str, where: str, message: str) -> None:
        """Something to be told."""
        self._out.append(["finding", Grade.NOTE, code, where or self.where, message])

    def ask(
        self, code: str, where: str, message: str, choices: Choices, *, sheet: str = "", column: int | None = None
    ) -> None:
        """Something about which a person must decide: told as a doubt, and asked."""
        self._out.append(["finding", Grade.DOUBT, code, where or self.where, message])
        self._out.append(["question", code, message, sheet, column, choices])

    def sheet(self, name: str, hidden: str = "") -> SheetMaking:
        """A further sheet; it has to be closed before the next one is begun."""
        self._sheets += 1
        fits(self._sheets, SHEETS, "sheets", self.where)
        self._out.append(["sheet", name, hidden])
        return SheetMaking(self, name)

    def out(self) -> Iterator[Answer]:
        """What was made since this was last asked."""
        ready, self._out = self._out, []
        yield from ready

    def count(self, cells: list[str], place: str) -> None:
        """Weigh a line against the bounds."""
        self._rows += 1
        self._cells += len(cells)
        fits(len(cells), COLUMNS, "columns", place)
        letters = 0
        for cell in cells:
            size = len(cell)
            letters += size
            if size > CELL:
                fits(size, CELL, "characters in one cell", place)
        self._letters += letters
        if self._rows > ROWS or self._cells > CELLS or self._letters > TEXT:
            fits(self._rows, ROWS, "rows", self.where)
            fits(self._cells, CELLS, "cells", self.where)
            fits(self._letters, TEXT, "characters", self.where)


class SheetMaking:
    """One sheet as it is made."""

    def __init__(self, book: Making, name: str) -> None:
        self.name = name
        self.where = f"{book.where}, sheet “{name}”" if name else book.where
        self.lines = 0
        self._book = book
        self._batch: list[tuple[int, bool, str, list[str]]] = []

    def line(self, number: int, cells: list[str], *, hidden: bool = False, fault: str = "") -> bool:
        """A line, unless it is blank; empty cells at its end are left off. Says whether there was one."""
        while cells and not cells[-1].strip():
            cells.pop()
        if not cells:
            return False
        self.lines += 1
        self._book.count(cells, self.place(number))
        self._batch.append((number, hidden, fault, cells))
        if len(self._batch) >= _BATCH:
            self.flush()
        return True

    def flush(self) -> None:
        """Send out the lines so far."""
        if self._batch:
            self._book._out.append(["lines", self._batch])
            self._batch = []

    def close(
        self,
        *,
        hidden_columns: Iterable[int] = (),
        dated: Iterable[int] = (),
        merged: Iterable[tuple[int, int, int, int]] = (),
    ) -> None:
        """End the sheet with what is known of its columns."""
        self.flush()
        self._book._out.append(["about", sorted(hidden_columns), sorted(dated), list(merged)])

    def place(self, number: int, column: int | None = None) -> str:
        """Words for a place on this sheet."""
        at = f"{self.where}, row {number:,}"
        return at if column is None else f"{at}, column {letters_of(column)}"


def letters_of(column: int) -> str:
    """A column counted from 0, in the letters that programs show."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
