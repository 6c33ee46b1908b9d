"""Cells that are joined downwards: what families share counts for each of the rows, and every such reading is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from homeward.lists.core.book import Line, Sheet
from homeward.lists.core.columns import Columns
from homeward.lists.core.fields import Field

SHARED = frozenset(
    {
        Field.FAMILY, Field.FATHER, Field.GRANDFATHER, Field.MOTHER, Field.HOUSEHOLD, Field.NATIONALITY, Field.DOCUMENT_COUNTRY,
        Field.PLACE, Field.CONTACT, Field.DECISION,
    }
)  # fmt: skip
"""What several people may have in common; a number of a document, a birth or a whole name is one person's alone."""


@dataclass(frozen=True, slots=True)
class Above:
    """Words that stand in the first of joined cells, and whether they are read for the row below them too."""

    words: str
    cell: str
    cells: str
    read: bool

    @property
    def message(self) -> str:
        """What a person is told of the row."""
        told = f"“{self.words.strip()[:60]}” stands in {self.cell}; cells {self.cells} are joined."
        return f"{told} It was read for this row too." if self.read else f"{told} It was not read for this row."


def above(sheet: Sheet, body: Sequence[Line], columns: Columns) -> Mapping[tuple[int, int], Above]:
    """By line and column: what joined cells say of lines that have nothing of their own there."""
    lines = {line.number: line for line in body}
    numbers = sorted(lines)
    left_over = len(body) * (
        max(columns.fields, default=0) + 1
    )  # cells; joined ones that lie over each other are damage
    found: dict[tuple[int, int], Above] = {}
    for top, left, bottom, right in sheet.merged:
        words = _cell(lines.get(top), left)
        if bottom == top or not words.strip() or left not in columns.fields:
            continue
        corners = f"{_letters(left)}{top}", f"{_letters(left)}{top}:{_letters(right)}{bottom}"
        told = Above(words, *corners, columns.fields[left] in SHARED)
        below = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)][:left_over]
        left_over -= len(below)
        found.update({(number, left): told for number in below if not _cell(lines[number], left).strip()})
    return found


def _cell(line: Line | None, at: int) -> str:
    return line.cells[at] if line is not None and at < len(line.cells) else ""


def _letters(column: int) -> str:
    """The letters of a column as spreadsheets name it."""
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(65 + letter) + name
    return name
