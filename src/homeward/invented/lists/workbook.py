"""Spreadsheets as bytes, the same ones whenever they are written: no clock, no account, no file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

from homeward.invented.lists.drafts import NUMBER, Sheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MADE = datetime(2023, 11, 1)
WIDTH = 18


def written(
    sheets: Sequence[Sheet], titles: Sequence[Sequence[str]], headings: Sequence[str], *, dated: bool, seed: int
) -> bytes:
    """Sheets from right to left, each under its titles and headings; the second and further ones are hidden.

    With `dated`, days are kept as days of the spreadsheet, else as texts.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {"created": _MADE, "title": "Invented", "comments": f"Invented people, seed {seed}. Nobody here is real."}
    )
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    bold = book.add_format({"bold": True})
    for at, (sheet, above) in enumerate(zip(sheets, titles, strict=True)):
        page = book.add_worksheet(sheet.name)
        page.right_to_left()
        page.set_column(1, len(headings) - 1, WIDTH)
        for row, title in enumerate(above):
            page.write_string(row, 0, title, bold)
        for column, heading in enumerate(headings):
            page.write_string(len(above), column, heading, bold)
        _rows(page, sheet, day if dated else None)
        if at:
            page.hide()
    book.close()
    return buffer.getvalue()


def _rows(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, day: xlsxwriter.format.Format | None) -> None:
    for at, draft in enumerate(sheet.drafts, sheet.first - 1):
        for column, cell in enumerate(draft.cells):
            if column == NUMBER:
                page.write_number(at, column, int(str(cell)))
            elif not isinstance(cell, str):
                if day:
                    page.write_datetime(at, column, cell, day)
                else:
                    page.write_string(at, column, sheet.shown(cell))
            elif cell:
                page.write_string(at, column, cell)
        if draft.hidden:
            page.set_row(at, None, None, {"hidden": True})
