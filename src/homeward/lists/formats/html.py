"""Tables of saved web pages, and of pages that programs name .xls: what stands in their cells. Nothing is fetched or run.

The page is walked as events. What its style hides is read as well, and told: rows as hidden rows, cells by their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from homeward.files.bounds import DEPTH, NoText, TooDeep, fits
from homeward.files.hidden import Look, Rules, looked
from homeward.files.letters import declared_letters
from homeward.lists.formats import text as texts
from homeward.lists.formats.bounds import CELL, COLUMNS, ROWS, TAGS, TEXT
from homeward.lists.formats.lettered import Lettered, lettered
from homeward.lists.formats.making import Answer, Making
from homeward.lists.formats.met import Met

MEDIA_TYPE = "text/html"
_CHUNK = 65_536  # characters fed at once
_SILENT = frozenset(
    "script style template noscript svg iframe frame object embed applet canvas audio video title head".split()
)
_BLOCKS = frozenset("address blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section ul".split())
_SPACES = re.compile("[ \t\n\r\f]+")
_BYTES = re.compile(r"\\x[89a-f][0-9a-f]")
_OTHER_LETTERS = "Bytes of this row are of another alphabet than the others."


def read(data: bytes, book: Making, encoding: str = "", declared: str = "") -> Iterator[Answer]:
    """Read the tables of a page; one without tables is read as the lines that it shows."""
    found = lettered(data, book, encoding=encoding, declared=declared or declared_letters(data))
    yield from tables(found, book, "")


def tables(found: Lettered, book: Making, within: str) -> Iterator[Answer]:
    """Read the tables of a page that is in letters; `within` begins the names of its sheets."""
    page = _Page(book)
    parser = etree.HTMLParser(target=page, huge_tree=True)
    source = "\n".join(found.lines).replace("\0", "\ufffd")
    broken = False
    try:
        for start in range(0, len(source), _CHUNK):
            parser.feed(source[start : start + _CHUNK])
        parser.close()
    except (etree.ParserError, etree.XMLSyntaxError):
        broken = True
    full = [table for table in page.tables if table.rows]
    around = [line for line in "".join(page.around).split("\n") if line.strip()]
    if not full:
        if not around:
            raise NoText("There is no table on this page.", where=book.where, instead="Copy the list and paste it.")
        texts.sheet_of(Lettered(found.encoding, [line.strip() for line in around]), book, within)
    else:
        book.kind(MEDIA_TYPE, found.encoding)
        for at, table in enumerate(full, 1):
            _put(
                table,
                book,
                " ".join(filter(None, (within, f"table {at}" if len(full) > 1 else ""))),
                bool(found.faults),
            )
        if around:
            letters = sum(map(len, around))
            words = f"Words stand outside of the tables and were not read, {letters:,} characters: “{around[0].strip()[:60]}”."
            book.note("text-around", "", words)
    if page.pictures:
        book.note("pictures", "", "Pictures and frames were not fetched; words in them were not read.")
    if broken:
        book.note("broken-page", "", "The page is broken; compare the list with it.")
    yield from book.out()


@dataclass(slots=True)
class _Row:
    cells: list[str]
    hidden: bool
    unseen: list[int]  # cells that the eye does not see in a row that it does


@dataclass(slots=True)
class _Table:
    """A table of the page, as it is walked."""

    rows: dict[int, _Row] = field(default_factory=dict)
    count: int = 0
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    columns: int = 0
    held: dict[int, int] = field(default_factory=dict)  # columns that a cell above reaches into, for how many rows yet
    line: dict[int, str] | None = None
    unseen: list[int] = field(default_factory=list)
    hidden: bool = False
    pieces: list[str] | None = None
    span: tuple[int, int] = (1, 1)
    gone: bool = False


def _put(table: _Table, book: Making, name: str, mixed: bool) -> None:
    sheet = book.sheet(name)
    met = Met(sheet)
    met.hide(table.hidden_columns)
    for number, row in table.rows.items():
        fault = _OTHER_LETTERS if mixed and any(_BYTES.search(cell) for cell in row.cells) else ""
        if sheet.line(number, row.cells, hidden=row.hidden, fault=fault):
            met.line(number, row.cells, hidden=row.hidden)
            for column in row.unseen:
                met.note("hidden-cells", number, column)
    sheet.close(hidden_columns=met.hidden_columns, merged=table.merged)
    met.tell(book)


class _Page:
    """A page as it is walked: the parser's target."""

    def __init__(self, book: Making) -> None:
        self.tables: list[_Table] = []
        self.around: list[str] = []
        self.pictures = 0
        self._book = book
        self._open: list[_Table] = []
        self._stack: list[tuple[str, bool, Look]] = []  # tag, whether its words are silent, how they look
        self._rules = Rules()
        self._sheet: list[str] | None = None
        self._events = self._letters = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._stack) >= DEPTH:
            raise TooDeep(where=self._book.where, instead="Copy the list from the screen and paste it.")
        self._events += 1
        fits(self._events, TAGS, "tags", self._book.where)
        above = self._stack[-1] if self._stack else ("", False, Look())
        look = looked(above[2], tag, attributes, self._rules)
        self._stack.append((tag, above[1] or tag in _SILENT, look))
        self.pictures += tag in ("img", "iframe", "frame", "object", "embed")
        if tag == "style":
            self._sheet = []
        elif tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag in ("tr", "td", "th", "col"):
            self._begin(self._open[-1], tag, attributes, look)
        elif tag == "br" or tag in _BLOCKS:
            self._say("\n")

    def end(self, tag: str) -> None:
        if not self._stack:
            return
        tag = self._stack.pop()[0]
        if tag == "style" and self._sheet is not None:
            self._rules.read("".join(self._sheet))
            self._sheet = None
        elif tag == "table" and self._open:
            _end_row(self._open.pop())
        elif tag in ("td", "th") and self._open:
            _end_cell(self._open[-1], self._book.where)
        elif tag == "tr" and self._open:
            _end_row(self._open[-1])
        elif tag in _BLOCKS:
            self._say("\n")

    def data(self, words: str) -> None:
        tag, silent, look = self._stack[-1] if self._stack else ("", False, Look())
        if self._sheet is not None:
            self._sheet.append(words)
        if silent:
            return
        self._letters += len(words)
        fits(self._letters, TEXT, "characters", self._book.where)
        if look.unseen and words.strip() and self._open and not self._open[-1].hidden:
            self._open[-1].gone = True
        self._say(_SPACES.sub(" ", words) if tag != "pre" else words)

    def close(self) -> None:
        while self._open:
            _end_row(self._open.pop())

    def _say(self, words: str) -> None:
        if not self._open:
            self.around.append(words)
        elif self._open[-1].pieces is not None:
            self._open[-1].pieces.append(words)
        elif words.strip():
            self.around.append(words)

    def _begin(self, table: _Table, tag: str, attributes: Mapping[str, str], look: Look) -> None:
        if tag == "col":
            count = _span(attributes, "span", COLUMNS)
            if look.gone:
                table.hidden_columns += range(table.columns, min(table.columns + count, COLUMNS))
            table.columns += count
        elif tag == "tr":
            _end_row(table)
            table.line, table.unseen, table.hidden = {}, [], look.gone
            table.count += 1
            fits(table.count, 5 * ROWS, "rows", self._book.where)
        else:
            _end_cell(table, self._book.where)
            if table.line is None:
                table.line, table.unseen, table.hidden = {}, [], False
                table.count += 1
            table.pieces, table.gone = [], False
            table.span = _span(attributes, "colspan", COLUMNS), _span(attributes, "rowspan", ROWS)


def _end_cell(table: _Table, where: str) -> None:
    if table.pieces is None or table.line is None:
        return
    words = "\n".join(line.strip(" \t") for line in "".join(table.pieces).split("\n")).strip("\n")
    at = max(table.line, default=-1) + 1
    while table.held.get(at):
        at += 1
    wide, high = table.span
    fits(len(words), CELL, "characters in one cell", f"{where}, row {table.count:,}")
    fits(at + wide, COLUMNS, "columns", f"{where}, row {table.count:,}")
    for column in range(at, at + wide):
        table.line[column] = words if column == at else ""
        if high > 1:
            table.held[column] = high
    if table.gone and not table.hidden:
        table.unseen.append(at)
    if wide > 1 or high > 1:
        table.merged.append((table.count, at, table.count + high - 1, at + wide - 1))
    table.pieces = None


def _end_row(table: _Table) -> None:
    _end_cell(table, "")
    if table.line is None:
        return
    if any(cell.strip() for cell in table.line.values()):
        cells = [table.line.get(column, "") for column in range(max(table.line) + 1)]
        table.rows[table.count] = _Row(cells, table.hidden, table.unseen)
    table.held = {column: left - 1 for column, left in table.held.items() if left > 1}
    table.line = None


def _span(attributes: Mapping[str, str], name: str, most: int) -> int:
    said = attributes.get(name, "1").strip()
    return min(max(1, int(said)), most) if said.isascii() and said.isdecimal() and len(said) < 9 else 1
