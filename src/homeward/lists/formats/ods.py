"""OpenDocument sheets (.ods): the values that the program had last shown, and what is kept out of sight."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.files import xml
from homeward.files.bounds import Damaged, Locked, fits
from homeward.files.packed import Packed
from homeward.lists.formats.bounds import CELL, COLUMNS, ROWS, TAGS
from homeward.lists.formats.cells import number
from homeward.lists.formats.making import LEAVE_OR_TAKE, Answer, Making, SheetMaking
from homeward.lists.formats.met import Met

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_TABLE, _TEXT, _OFFICE, _STYLE, _DRAW = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0 " for name in ("table", "text", "office", "style", "drawing")
)
_NUMBERS = ("float", "currency")


def read(data: bytes, book: Making) -> Iterator[Answer]:
    """Read an OpenDocument sheet."""
    packed = Packed(data, book.where)
    if b"encryption-data" in packed.part("META-INF/manifest.xml"):
        instead = "Open it, save it without the password, and send that."
        raise Locked("This file is locked with a password.", where=book.where, instead=instead)
    book.kind(MEDIA_TYPE)
    _tell_parts(packed, book)
    content = _Content(book)
    for _ in xml.steps(
        packed.pieces("content.xml"),
        start=content.start,
        end=content.end,
        text=content.text,
        where=f"{book.where}, content.xml",
        tags=TAGS,
    ):
        yield from book.out()
    if not content.sheets:
        raise Damaged("There is no sheet in it.", where=book.where, instead="Save it anew, and send it again.")


def _tell_parts(packed: Packed, book: Making) -> None:
    names = [name.lower() for name in packed.names]
    for code, there, words in (
        (
            "macros",
            any(name.startswith(("basic/", "scripts/")) for name in names),
            "It has macros, which were left alone.",
        ),
        (
            "pictures",
            any(name.startswith("pictures/") and not name.endswith("/") for name in names),
            "There are pictures in it; words in them were not read.",
        ),
        (
            "embedded",
            any(name.startswith("object ") for name in names),
            "Other files lie inside it and were not opened.",
        ),
        (
            "earlier-changes",
            any(name.startswith("versions/") for name in names),
            "It keeps earlier versions, which were not read.",
        ),
    ):
        if there:
            book.note(code, "", words)


class _Content:
    """The sheets as they are walked."""

    def __init__(self, book: Making) -> None:
        self.sheets = 0
        self._book = book
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet: SheetMaking | None = None
        self._met: Met | None = None
        self._state = ""
        self._nested = 0  # tables within cells
        self._row, self._repeated, self._hidden = 1, 1, False
        self._column = 0
        self._line: list[str] = []
        self._cell: xml.Attributes = {}
        self._pieces: list[str] = []
        self._open = self._aside = 0
        self._paragraphs = 0
        self._merged: list[tuple[int, int, int, int]] = []
        self._fault = ""

    def start(self, name: str, attributes: xml.Attributes) -> None:
        if self._aside:
            self._aside += 1
            return
        if name == f"{_STYLE}table-properties" and attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)
        elif name.startswith(_TABLE):
            self._begin_table_tag(name[len(_TABLE) :], attributes)
        elif name.startswith(_TEXT):
            self._begin_words(name[len(_TEXT) :], attributes)
        elif name in (f"{_OFFICE}annotation", f"{_DRAW}frame", f"{_DRAW}custom-shape"):
            self._aside = 1
            if self._met and self._sheet and name.endswith("annotation"):
                self._met.note("comments", self._row, self._column)
            elif self._sheet:
                self._book.note("text-boxes", self._sheet.where, "Things are drawn over the cells, and were not read.")
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name.startswith(_TABLE):
            self._end_table_tag(name[len(_TABLE) :])
        elif name in (f"{_TEXT}p", f"{_TEXT}h"):
            self._open -= 1

    def text(self, words: str) -> None:
        if self._open and not self._aside:
            self._pieces.append(words)

    def _begin_table_tag(self, local: str, attributes: xml.Attributes) -> None:
        if local == "table":
            if self._sheet:
                self._nested += 1
            else:
                self._begin_sheet(attributes)
        elif self._nested or not self._sheet or not self._met:
            return
        elif local == "table-column":
            count = _count(attributes, "number-columns-repeated")
            if attributes.get(f"{_TABLE}visibility", "visible") != "visible":
                self._met.hide(range(self._column, min(self._column + count, COLUMNS)))
            self._column += count
        elif local == "table-row":
            self._repeated = _count(attributes, "number-rows-repeated")
            self._hidden = attributes.get(f"{_TABLE}visibility", "visible") != "visible"
            self._column, self._line, self._fault = 0, [], ""
        elif local in ("table-cell", "covered-table-cell"):
            self._cell, self._pieces, self._paragraphs = attributes, [], 0

    def _begin_sheet(self, attributes: xml.Attributes) -> None:
        name = attributes.get(f"{_TABLE}name", "")
        self._state = "hidden" if attributes.get(f"{_TABLE}style-name") in self._hidden_styles else ""
        self._sheet = self._book.sheet(name, self._state)
        self._met = Met(self._sheet)
        self._row, self._column, self._merged = 1, 0, []
        self.sheets += 1

    def _begin_words(self, local: str, attributes: xml.Attributes) -> None:
        if local in ("p", "h"):
            self._pieces.append("\n" if self._paragraphs else "")
            self._paragraphs += 1
            self._open += 1
        elif self._open and local in ("s", "tab", "line-break"):
            sign = {"s": " ", "tab": "\t"}.get(local, "\n")
            self._pieces.append(sign * min(CELL, _count(attributes, "c", _TEXT)))

    def _end_table_tag(self, local: str) -> None:
        if local == "table" and self._nested:
            self._nested -= 1
        elif self._nested or not self._sheet or not self._met:
            return
        elif local in ("table-cell", "covered-table-cell"):
            self._end_cell(self._met, self._sheet)
        elif local == "table-row":
            self._end_row(self._met, self._sheet)
        elif local == "table":
            self._end_sheet(self._met, self._sheet)

    def _end_cell(self, met: Met, sheet: SheetMaking) -> None:
        cell, column = self._cell, self._column
        words = "".join(self._pieces)
        fits(len(words), CELL, "characters in one cell", sheet.place(self._row))
        text = self._shown(cell, words, met)
        count = _count(cell, "number-columns-repeated")
        if text.strip():
            fits(column + count, COLUMNS, "columns", sheet.place(self._row))
            self._line += [""] * (column - len(self._line)) + [text] * count
        wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
        if (wide > 1 or high > 1) and len(self._merged) < 100_000:
            self._merged.append((self._row, column, self._row + high - 1, column + wide - 1))
        self._column += count

    def _shown(self, cell: xml.Attributes, words: str, met: Met) -> str:
        row, column = self._row, self._column
        kind = cell.get(f"{_OFFICE}value-type", "")
        if f"{_TABLE}formula" in cell:
            met.note("formulas", row, column)
            if not kind:
                met.note("no-cached-value", row, column)
        if words.startswith(("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "Err:")):
            met.note("error-values", row, column)
        elif kind == "date":
            return self._day(cell.get(f"{_OFFICE}date-value", ""), met) or words
        elif kind == "boolean":
            met.note("booleans", row, column)
            return "TRUE" if cell.get(f"{_OFFICE}boolean-value") == "true" else "FALSE"
        elif kind in _NUMBERS:
            return met.shown_number(number(cell.get(f"{_OFFICE}value", words)), words, row, column)
        elif kind == "string" and not words:
            words = cell.get(f"{_OFFICE}string-value", "")
        met.words(row, column, words)
        return words

    def _day(self, raw: str, met: Met) -> str:
        if not raw:
            return ""
        met.day(self._column)
        day, _, clock = raw.partition("T")
        return day if clock.strip("0:.Z") == "" else f"{day} {clock[:5]}"

    def _end_row(self, met: Met, sheet: SheetMaking) -> None:
        first, count = self._row, self._repeated
        self._row += count
        if not any(cell.strip() for cell in self._line):
            return
        fits(count, ROWS, "rows", sheet.where)
        for number_of in range(first, first + count):
            line = list(self._line)
            if sheet.line(number_of, line, hidden=self._hidden):
                met.line(number_of, line, hidden=self._hidden)

    def _end_sheet(self, met: Met, sheet: SheetMaking) -> None:
        sheet.close(hidden_columns=met.hidden_columns, dated=met.dated, merged=self._merged)
        met.tell(self._book)
        if self._merged:
            words = f"Cells are joined ({len(self._merged):,} times); their words stand in the first of them alone."
            self._book.note("merged-cells", sheet.where, words)
        if self._state and sheet.lines:
            words = f"This sheet is hidden, and has {sheet.lines:,} rows with something in them."
            self._book.ask("hidden-sheet", sheet.where, words, LEAVE_OR_TAKE, sheet=sheet.name)
        self._sheet = self._met = None


def _count(attributes: xml.Attributes, name: str, space: str = _TABLE) -> int:
    """A number of times, which is one where nothing is said."""
    said = attributes.get(f"{space}{name}", "1")
    return max(1, int(said)) if said.isascii() and said.isdecimal() and len(said) < 9 else 1
