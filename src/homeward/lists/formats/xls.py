"""Old workbooks of Excel (.xls): values, and what is hidden, told record by record. Nothing is worked out or run."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from homeward.files.bounds import Damaged, Locked, fits
from homeward.lists.formats import cells
from homeward.lists.formats.bounds import COLUMNS, SHEETS
from homeward.lists.formats.making import LEAVE_OR_TAKE, Answer, Making, SheetMaking
from homeward.lists.formats.met import Met
from homeward.refusals import Refused

MEDIA_TYPE = "application/vnd.ms-excel"
_HIDDEN = {0: "", 1: "hidden"}
_FORMULA, _NOTE, _BEGIN, _END, _SHEET, _MACROS, _SHAPE, _LINKED = 0x06, 0x1C, 0x809, 0x0A, 0x85, 0xD3, 0x5D, 0x1AE
_PICTURE, _TEXT_BOX = 8, 6
_SELF = (b"\x01\x04", b"\x01\x3a")  # what a workbook writes when it points to itself
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_MOST_RECORDS = 8_000_000


def read(data: bytes, book: Making) -> Iterator[Answer]:
    """Read an old workbook."""
    import xlrd

    try:
        yield from _read(xlrd, data, book)
    except (Refused, MemoryError):
        raise
    except xlrd.XLRDError as fault:
        if "encrypt" in str(fault).lower() or "password" in str(fault).lower():
            raise Locked(
                "This file is locked with a password.",
                where=book.where,
                instead="Open it, save it without the password, and send that.",
            ) from fault
        raise Damaged(where=book.where, instead="Send it again, or save it as .xlsx.") from fault
    except Exception as fault:  # the library promises no closed list of what it raises for broken files
        raise Damaged(where=book.where, instead="Send it again, or save it as .xlsx.") from fault


def _read(xlrd: Any, data: bytes, book: Making) -> Iterator[Answer]:
    file = xlrd.open_workbook(
        file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO(), verbosity=0
    )
    book.kind(MEDIA_TYPE, file.encoding or "")
    fits(file.nsheets, SHEETS, "sheets", book.where)
    beside = _beside(bytes(file.mem[file.base : file.base + file.stream_len]))
    _tell(beside, book)
    for at, name in enumerate(file.sheet_names()):
        read_sheet = file.sheet_by_index(at)
        state = _HIDDEN.get(read_sheet.visibility, "very hidden")
        sheet = book.sheet(name, state)
        _sheet(xlrd, file, read_sheet, sheet, book, beside.formulas.get(at, ()))
        if state and sheet.lines:
            words = f"This sheet is {state}, and has {sheet.lines:,} rows with something in them."
            book.ask("hidden-sheet", sheet.where, words, LEAVE_OR_TAKE, sheet=name)
        file.unload_sheet(at)
        yield from book.out()


def _sheet(
    xlrd: Any, file: Any, read: Any, sheet: SheetMaking, book: Making, formulas: tuple[tuple[int, int], ...]
) -> None:
    met = Met(sheet)
    met.hide(column for column, about in read.colinfo_map.items() if about.hidden and column < COLUMNS)
    for row, column in formulas:
        met.note("formulas", row + 1, column)
    meanings: dict[int, str] = {}
    for row in range(read.nrows):
        line = []
        for column, cell in enumerate(read.row(row)):
            if cell.xf_index not in meanings:
                form = (
                    file.format_map.get(file.xf_list[cell.xf_index].format_key) if cell.xf_index is not None else None
                )
                meanings[cell.xf_index] = cells.meaning(form.format_key, form.format_str) if form else ""
            line.append(_shown(xlrd, file, cell, meanings[cell.xf_index], (row + 1, column), met))
        about = read.rowinfo_map.get(row)
        hidden = bool(about and about.hidden)
        if sheet.line(row + 1, line, hidden=hidden):
            met.line(row + 1, line, hidden=hidden)
    merged = [(top + 1, left, bottom, right - 1) for top, bottom, left, right in read.merged_cells]
    sheet.close(hidden_columns=met.hidden_columns, dated=met.dated, merged=merged)
    met.tell(book)
    if merged:
        words = f"Cells are joined ({len(merged):,} times); their words stand in the first of them alone."
        book.note("merged-cells", sheet.where, words)


def _shown(xlrd: Any, file: Any, cell: Any, meaning: str, place: tuple[int, int], met: Met) -> str:
    row, column = place
    kind = cell.ctype
    if kind == _TEXT:
        met.words(row, column, cell.value)
        text = str(cell.value)
    elif kind in (_NUMBER, _DATE):
        return met.number(repr(float(cell.value)), meaning, row, column, since_1904=bool(file.datemode))
    elif kind == _BOOLEAN:
        met.note("booleans", row, column)
        text = "TRUE" if cell.value else "FALSE"
    elif kind == _ERROR:
        met.note("error-values", row, column)
        text = xlrd.error_text_from_code.get(cell.value, "#ERROR")
    else:
        return ""
    if meaning == "hidden" and text.strip():
        met.note("hidden-cells", row, column)
    return text


@dataclass(slots=True)
class _Beside:
    """What stands in the file beside values: formulas by sheet, and how much of other things."""

    formulas: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def another(self, code: str) -> None:
        self.counts[code] = self.counts.get(code, 0) + 1


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The records of the stream: where each begins, its number, its content."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            return
        number, size = struct.unpack_from("<HH", stream, at)
        yield at, number, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _beside(stream: bytes) -> _Beside:
    found = _Beside()
    begins: dict[int, int] = {}  # where a sheet's records begin, and which sheet it is
    formulas: dict[int, list[tuple[int, int]]] = {}
    sheet = -1
    for at, number, content in _records(stream):
        if number == _BEGIN:
            sheet = begins.get(at, sheet)
        elif number == _SHEET and len(content) >= 6:
            if content[5] == 0:  # not a chart, not a sheet of macros
                begins[struct.unpack_from("<I", content)[0]] = len(begins)
            else:
                found.another("charts" if content[5] == 2 else "macros")
        elif number == _FORMULA and len(content) >= 4:
            formulas.setdefault(sheet, []).append(struct.unpack_from("<HH", content))
        elif number == _NOTE:
            found.another("comments")
        elif number == _MACROS:
            found.another("macros")
        elif number == _SHAPE and len(content) >= 6:
            kind = struct.unpack_from("<H", content, 4)[0]
            if kind in (_PICTURE, _TEXT_BOX):
                found.another("pictures" if kind == _PICTURE else "text-boxes")
        elif number == _LINKED and content[2:4] not in _SELF:
            found.another("external-links")
    found.formulas = {at: tuple(places) for at, places in formulas.items()}
    return found


def _tell(beside: _Beside, book: Making) -> None:
    for code, words in (
        ("macros", "The workbook has macros, which were left alone."),
        ("comments", "Cells have comments, which were not read."),
        ("pictures", "There are pictures in it; words in them were not read."),
        ("text-boxes", "Text boxes lie over the cells; their words were not read."),
        ("charts", "There are charts in it, which were not read."),
        ("external-links", "It points to other files, which were not opened."),
    ):
        if beside.counts.get(code):
            book.note(code, "", words)
