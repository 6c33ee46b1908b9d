"""The people of a request as a table that leaves the desk: built new, one sheet, texts only, their number in the first row."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter

from homeward.files.cells import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {"xlsx": XLSX, "csv": "text/csv"}
HEADINGS = ("Reference", "Family", "Names", "Date of birth", "Nationality", "Papers")
_NO_DAY = datetime(2000, 1, 1)
"""A file tells nobody when and on whose machine it was made."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person: the desk's reference, the number of their family in this file, and what is told, as written."""

    reference: str
    family: str
    names: tuple[str, ...]
    births: tuple[str, ...]
    nationalities: tuple[str, ...]
    papers: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        several = (self.names, self.births, self.nationalities, self.papers)
        return (self.reference, self.family, *(plain(" / ".join(map(plain, each))) for each in several))


def written(title: str, lines: Sequence[Line], form: str) -> bytes:
    """The table as a file of this form, "xlsx" or "csv"."""
    above = (plain(title), f"People: {len(lines)}")
    return _sheet(above, lines) if form == "xlsx" else _text(above, lines)


def _sheet(above: Sequence[str], lines: Sequence[Line]) -> bytes:
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": _NO_DAY, "author": "", "title": "", "comments": ""})
    page, bold = book.add_worksheet("People"), book.add_format({"bold": True})
    for column, words in enumerate(above):
        page.write_string(0, column, words, bold)
    for column, heading in enumerate(HEADINGS):
        page.write_string(1, column, heading, bold)
    for at, each in enumerate(lines, 2):
        for column, words in enumerate(each.cells):
            page.write_string(at, column, words)
    page.set_column(0, 1, 12)
    page.set_column(2, len(HEADINGS) - 1, 36)
    page.freeze_panes(2, 0)
    book.close()
    return buffer.getvalue()


def _text(above: Sequence[str], lines: Sequence[Line]) -> bytes:
    out = StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(above)
    table.writerow(HEADINGS)
    table.writerows(each.cells for each in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
