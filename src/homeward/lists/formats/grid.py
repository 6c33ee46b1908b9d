"""The events of one sheet of a workbook, turned into lines as they come."""

from __future__ import annotations

from homeward.files.bounds import Damaged, fits
from homeward.files.xml import Attributes
from homeward.lists.formats import cells
from homeward.lists.formats.bounds import CELL, COLUMNS
from homeward.lists.formats.making import Making, SheetMaking
from homeward.lists.formats.met import Met

_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_OURS = {
    f"{space} {local}": local for space in _SPACES for local in "c v f t is row col mergeCell sheetFormatPr rPh".split()
}
_YES = ("1", "true", "on")
_MERGED = 100_000  # joined cells that are remembered
_ROWS = 10_000_000  # no sheet has so many


class Grid:
    """A sheet as it is walked."""

    def __init__(self, sheet: SheetMaking, words: list[str], meanings: list[str], *, since_1904: bool) -> None:
        self._sheet = sheet
        self._words = words
        self._meanings = meanings
        self._since_1904 = since_1904
        self._met = Met(sheet)
        self._merged: list[tuple[int, int, int, int]] = []
        self._row = 0
        self._hidden = self._rows_hidden = False
        self._cells: dict[int, str] = {}
        self._fault = ""
        self._column = -1
        self._kind = self._style = ""
        self._formula = self._valued = self._open = self._aside = False
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """A tag begins."""
        match _OURS.get(name):
            case "c":
                self._begin_cell(attributes)
            case "v":
                self._open = self._valued = True
            case "t":
                self._open = not self._aside
                self._valued = True
            case "f":
                self._formula = True
            case "row":
                self._begin_row(attributes)
            case "rPh":
                self._aside = True
            case "col":
                self._hide_columns(attributes)
            case "sheetFormatPr":
                self._rows_hidden = attributes.get("zeroHeight", "0") in _YES
            case "mergeCell" if len(self._merged) < _MERGED:
                if joined := cells.corners(attributes.get("ref", "")):
                    self._merged.append(joined)

    def end(self, name: str) -> None:
        """A tag ends."""
        match _OURS.get(name):
            case "c":
                self._end_cell()
            case "v" | "t":
                self._open = False
            case "row":
                self._end_row()
            case "rPh":
                self._aside = False

    def text(self, words: str) -> None:
        """Words within a tag."""
        if self._open:
            self._pieces.append(words)

    def _begin_row(self, attributes: Attributes) -> None:
        given = attributes.get("r", "")
        self._row = int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else self._row + 1
        fits(self._row, _ROWS, "rows", self._sheet.where)
        flat = attributes.get("ht") == "0" and attributes.get("customHeight") in _YES
        hidden = attributes.get("hidden")
        self._hidden = flat or (hidden in _YES if hidden is not None else self._rows_hidden)
        self._cells, self._fault, self._column = {}, "", -1

    def _begin_cell(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        column = cells.column(given.rstrip("0123456789")) if given else self._column + 1
        self._column = column if column >= 0 else self._column + 1
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "")
        number = int(style) if style.isascii() and style.isdecimal() and len(style) < 9 else 0
        self._style = self._meanings[number] if number < len(self._meanings) else ""
        self._formula = self._valued = False

    def _end_cell(self) -> None:
        raw = "".join(self._pieces)
        self._pieces.clear()
        column, row, met = self._column, self._row, self._met
        if self._formula:
            met.note("formulas", row, column)
            if not self._valued:
                met.note("no-cached-value", row, column)
        if not raw:
            return
        fits(len(raw), CELL, "characters in one cell", self._sheet.place(row))
        text = self._shown(raw)
        if column >= COLUMNS and text.strip():
            fits(column + 1, COLUMNS, "columns", self._sheet.place(row))
        if self._style == "hidden" and text.strip():
            met.note("hidden-cells", row, column)
        if self._cells.get(column):
            met.note("two-values", row, column)
            text, self._fault = f"{self._cells[column]}\n{text}", "A cell of this row is given twice."
        self._cells[column] = text

    def _shown(self, raw: str) -> str:
        column, row, met = self._column, self._row, self._met
        match self._kind:
            case "s":
                if not (raw.strip().isdecimal() and raw.isascii() and int(raw[:9]) < len(self._words)):
                    instead = "Save it anew in the program that made it."
                    raise Damaged(
                        "A cell points to words that are not there.", where=self._sheet.place(row), instead=instead
                    )
                text = self._words[int(raw)]
                met.words(row, column, text)
                return text
            case "b":
                met.note("booleans", row, column)
                return "TRUE" if raw.strip() in _YES else "FALSE"
            case "e":
                met.note("error-values", row, column)
                return raw
            case "d":
                met.day(column)
                return raw.partition("T")[0] if raw.endswith(("T00:00:00", "T00:00:00Z", "T00:00:00.000")) else raw
            case "n":
                return self._number(raw.strip())
        met.words(row, column, raw)
        return raw

    def _number(self, raw: str) -> str:
        column, row, met = self._column, self._row, self._met
        style = self._style
        if style == "day":
            if said := cells.day(raw, since_1904=self._since_1904):
                met.day(column)
                return said
            met.note("serial-60" if cells.is_leap(raw) and not self._since_1904 else "no-day", row, column)
        elif style == "time":
            return cells.time(raw)
        text = cells.number(raw)
        if cells.too_long(text):
            met.note("long-numbers", row, column)
        if style.startswith("00") and text.isdecimal() and len(text) < len(style):
            met.note("zeros-shown", row, column)
            return text.zfill(len(style))
        return text

    def _hide_columns(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        hidden = attributes.get("hidden", "0") in _YES or attributes.get("width") == "0"
        if hidden and first.isdecimal() and last.isdecimal() and len(first) < 9 and len(last) < 9:
            self._met.hide(range(int(first) - 1, min(int(last), COLUMNS)))

    def _end_row(self) -> None:
        if not self._cells:
            return
        width = max(self._cells) + 1
        if width > COLUMNS:  # what lies beyond is blank, or it would have been refused
            self._cells = {at: text for at, text in self._cells.items() if at < COLUMNS}
            width = COLUMNS
        found = self._cells
        line = [found.get(at, "") for at in range(width)]
        self._cells = {}
        if self._sheet.line(self._row, line, hidden=self._hidden, fault=self._fault):
            self._met.line(self._row, line, hidden=self._hidden)

    def close(self, book: Making) -> None:
        """End the sheet, and tell what was met on it."""
        self._sheet.close(hidden_columns=self._met.hidden_columns, dated=self._met.dated, merged=self._merged)
        self._met.tell(book)
        if self._merged:
            book.note(
                "merged-cells",
                self._sheet.where,
                f"Cells are joined ({len(self._merged):,} times); their words stand in the first of them alone.",
            )
