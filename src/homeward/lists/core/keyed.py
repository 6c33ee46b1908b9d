"""Rows that people typed field by field, as a book: from a picture by two people, or for a line that was set aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from homeward.lists.core.answers import Answers, NotAnswers, SheetAnswers
from homeward.lists.core.book import Book, Line, Sheet
from homeward.lists.core.fields import Field

FIELDS = tuple(field for field in Field if field not in (Field.RUNNING, Field.OTHER, Field.NOTHING))
"""What can be typed, in the order of the columns that it makes."""
DIFFERENT = "Two people keyed this row differently"
ONCE = "Only one person keyed this row"

Cells = Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row as it was typed: its number on the picture, what each person typed, and whether two typed the same."""

    number: int
    typed: tuple[Cells, ...]
    agreed: Cells | None = None

    @property
    def differing(self) -> tuple[Field, ...]:
        """The fields in which the first two differ."""
        if self.agreed is not None or len(self.typed) < 2:
            return ()
        one, other = self.typed[:2]
        return tuple(field for field in FIELDS if one.get(field, "") != other.get(field, ""))


def cells_of(written: Mapping[str, str], where: str = "row") -> Cells:
    """What a person typed, by the names of fields; a field that nobody knows is refused."""
    cells: dict[Field, str] = {}
    for name, words in written.items():
        try:
            field = Field(name)
        except ValueError:
            field = Field.NOTHING
        if field not in FIELDS:
            known = ", ".join(each.value for each in FIELDS)
            raise NotAnswers(f"No field is called {name!r}.", where=where, instead=f"Known: {known}.")
        if bare := unicodedata.normalize("NFC", " ".join(words.split())):
            cells[field] = bare
    return cells


def keyed_row(number: int, typed: Sequence[Cells]) -> KeyedRow:
    """What people typed of one row, each of them once; two of them must say the same in every field."""
    agreed = next((one for at, one in enumerate(typed) if one in typed[at + 1 :]), None)
    return KeyedRow(number, tuple(typed), agreed)


def keyed_book(media_type: str, rows: Sequence[KeyedRow], settled: Answers) -> tuple[Book, Answers]:
    """The book of these rows, and what is settled about its columns; a row that two did not key alike is set aside."""
    lines = tuple(_line(row) for row in rows if any(row.typed))
    known = settled.named("")
    columns = dict(enumerate(FIELDS))
    own = SheetAnswers("", "", 0, columns, known.days, known.choices)
    return Book(media_type, (Sheet("", lines),)), replace(settled, sheets=(own,))


def _line(row: KeyedRow) -> Line:
    if row.agreed is not None:
        return Line(row.number, _cells(row.agreed))
    fields = ", ".join(field.value for field in row.differing)
    fault = f"{DIFFERENT}: {fields}." if fields else f"{ONCE}."
    return Line(row.number, tuple(cell for typed in row.typed for cell in _cells(typed)), fault=fault)


def _cells(typed: Cells) -> tuple[str, ...]:
    return tuple(typed.get(field, "") for field in FIELDS)
