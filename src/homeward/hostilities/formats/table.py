"""Bytes become rows of cells: letters, the sign between cells and the heading are found, and quoted cells may run over lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from homeward.files import letters
from homeward.files.bounds import Damaged, NoText, TooLarge, fits
from homeward.files.visible import visible
from homeward.hostilities.formats import bounds
from homeward.refusals import Finding

SIGNS = (",", ";", "\t", "|")
_BEGINNING = 200_000  # bytes in which the heading is looked for


@dataclass(slots=True)
class Table:
    """A file as rows: its heading, HXL tags if its second row has them, and the rows under it with their numbers."""

    where: str
    encoding: str
    delimiter: str
    heading: tuple[str, ...]
    tags: tuple[str, ...]
    first: int
    told: tuple[Finding, ...]
    _data: bytes

    @property
    def has_zeros(self) -> bool:
        """Whether zero bytes may stand among the letters, which no cell may hold."""
        return b"\0" in self._data

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows under the heading, numbered as a spreadsheet shows them; empty ones are passed over."""
        for number, cells in enumerate(self._records(), start=1):
            if number > bounds.ROWS:
                raise TooLarge(where=self.where, instead=f"At most {bounds.ROWS:,} rows: split the file.")
            if number >= self.first and cells and (len(cells) > 1 or cells[0].strip()):
                yield number, cells

    def _records(self) -> Iterator[list[str]]:
        return _records(self._data, self.encoding, self.delimiter, self.where)


def table(name: str, data: bytes, *, encoding: str = "") -> Table:
    """Open a file; raises a Refused when it is empty, too large, or in no letters that can be told."""
    where = visible(" ".join(name.split()))[0][-100:] or "the file"
    fits(len(data), bounds.FILE, "bytes", where)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NoText("This file is empty.", where=where, instead="Send the file that has the rows.")
    read = letters.letters(data, encoding=encoding, where=where, most=bounds.FILE)
    named, told = _codec(data, read.encoding), read.told
    del read
    beginning = data[:_BEGINNING].decode(named, "ignore").removeprefix("\ufeff")
    delimiter, skipped = _delimiter(beginning)
    records = _records(data, named, delimiter, where)
    for _ in range(skipped):
        next(records)
    heading: tuple[str, ...] = ()
    number = skipped
    while not any(cell.strip() for cell in heading):
        heading, number = tuple(next(records, ("?",))), number + 1
    if len(heading) > bounds.COLUMNS:
        raise TooLarge(where=where, instead=f"At most {bounds.COLUMNS:,} columns.")
    names = tuple(cell.strip().lstrip("\ufeff") for cell in heading)
    second = next(records, [])
    if _tagged(names):
        return Table(where, named, delimiter, names, names, number + 1, told, data)
    tags = tuple(cell.strip() for cell in second) if _tagged(second) else ()
    return Table(where, named, delimiter, names, tags, number + (2 if tags else 1), told, data)


def _codec(data: bytes, encoding: str) -> str:
    """The code page by the name that takes a mark before the first letter away."""
    if not any(data.startswith(mark) for mark, name in letters.MARKS if name == encoding):
        return encoding
    return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")


def _delimiter(beginning: str) -> tuple[str, int]:
    """The sign between cells: the one that the first line names, else the one that cuts the heading into most cells."""
    first = next((line for line in beginning.splitlines() if line.strip()), "")
    if first.lower().strip('"').startswith("sep=") and len(first.strip('"')) == 5:
        return first.strip('"')[4], 1
    return max(SIGNS, key=lambda sign: (len(next(csv.reader([first], delimiter=sign), [])), -SIGNS.index(sign))), 0


def _records(data: bytes, encoding: str, delimiter: str, where: str) -> Iterator[list[str]]:
    """Every record of the file, also the heading; a record that cannot be cut ends the reading with its line."""
    csv.field_size_limit(bounds.CELL)
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    reader = csv.reader(text, delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as fault:
        raise Damaged(
            "A row of this file cannot be cut into cells.",
            where=f"{where}, line {reader.line_num:,}",
            instead=f"A cell there has over {bounds.CELL:,} characters, or a quotation mark is opened and not closed.",
        ) from fault


def _tagged(cells: list[str] | tuple[str, ...]) -> bool:
    """Whether a row is one of HXL tags: most of its filled cells begin with "#" and a letter."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    tags = [cell for cell in filled if cell[0] == "#" and cell[1:2].isalpha()]
    return len(tags) >= 2 and 2 * len(tags) > len(filled)
