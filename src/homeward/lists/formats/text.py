"""Lists that are text: cells with commas, semicolons, tabs or strokes between; numbered lines out of a mail; or a name a line.

A line that cannot be cut into cells for sure (a quotation mark that is not closed, more or fewer cells than the others) is kept
as it stands and set aside; it never takes other lines with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from homeward.files.bounds import NoText
from homeward.lists.formats import delimited, pasted
from homeward.lists.formats.lettered import Lettered, lettered
from homeward.lists.formats.making import Answer, Making, SheetMaking
from homeward.lists.formats.met import Met

CSV, TSV, PLAIN = "text/csv", "text/tab-separated-values", "text/plain"


def read(data: bytes, book: Making, encoding: str = "", declared: str = "") -> Iterator[Answer]:
    """Read a list that is text."""
    text = lettered(data, book, encoding=encoding, declared=declared)
    if not any(line.strip(" \t\0\ufeff") for line in text.lines):
        raise NoText("There is no line in this list.", where=book.where, instead="Send the file that has the list.")
    sheet_of(text, book, "")
    yield from book.out()


def sheet_of(text: Lettered, book: Making, name: str) -> None:
    """Make one sheet of the lines of a text."""
    delimiter, told = delimited.told_delimiter(text.lines)
    form = delimited.form(text.lines, delimiter)
    if not told and pasted.is_numbered(text.lines, form):
        book.kind(PLAIN, text.encoding)
        sheet, met = _begun(book, name)
        pasted.rows(text, book, sheet, met)
    elif form is None:
        book.kind(PLAIN, text.encoding)
        sheet, met = _begun(book, name)
        pasted.lines(text, sheet, met)
        book.note("one-column", sheet.where, "There is nothing between cells: each line was read as one cell.")
    else:
        book.kind(TSV if form.delimiter == "\t" else CSV, text.encoding)
        sheet, met = _begun(book, name)
        delimited.rows(text, form, book, sheet, met, skipped=1 if told else 0)
    sheet.close()
    met.tell(book)


def _begun(book: Making, name: str) -> tuple[SheetMaking, Met]:
    sheet = book.sheet(name)
    return sheet, Met(sheet)
