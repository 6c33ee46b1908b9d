"""Tables in a PDF that has letters: rows and columns by where the letters lie. What was read always has to be looked at.

A heading that comes again on each page, and what stands at the edge of pages, is set aside. A line that holds little and stands
close below a row is joined to it; one that might belong to the row above or be a person is set aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from homeward.files.bounds import Damaged, NoText
from homeward.files.pdf import letters_of_page, opened
from homeward.lists.formats import text as texts
from homeward.lists.formats.bounds import PAGES
from homeward.lists.formats.lettered import Lettered
from homeward.lists.formats.making import TAKE_OR_STOP, Answer, Making, Places
from homeward.lists.formats.met import Met
from homeward.lists.formats.placed import Letter, Row, cells, columns, has_leftward, leftward, rows

MEDIA_TYPE = "application/pdf"
_EDGE = re.compile(
    r"[\W\d_]*(?:page|seite|p\.|صفحة|الصفحة|стр(?:аница|\.)?|עמוד|sayfa)?[\W\d_]*(?:of|von|de|من|из|מתוך|/)?[\W\d_]*",
    re.IGNORECASE,
)
_CLOSE = 0.8  # of the usual distance of rows: what stands closer belongs together
_SPARE = 0.5  # of the columns: a row that fills fewer may be the rest of another
_SCAN = (
    "Two people have to key it in by hand, each for themselves, and what differs is looked at again; "
    "or have a program read the picture, compare what it reads, and send that."
)


@dataclass(slots=True)
class _Met:
    """What was met on the pages."""

    pictures: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    unpainted: Places = field(default_factory=Places)
    white: Places = field(default_factory=Places)
    unknown: int = 0


def read(data: bytes, book: Making) -> Iterator[Answer]:
    """Read the tables of a PDF."""
    pdfium, document = opened(data, book.where, PAGES)
    met = _Met()
    pages = [
        page
        for number in range(1, pdfium.FPDF_GetPageCount(document) + 1)
        if (page := _page(pdfium, document, number, met))
    ]
    if not pages:
        _refuse(book.where, met)
    book.kind(MEDIA_TYPE)
    bounds = columns([row for page in pages for row in page])
    if len(bounds) < 2:
        lines = [" ".join(cells(row, [(-1e9, 1e9)])) for page in pages for row in page]
        texts.sheet_of(Lettered("", lines), book, "")
        book.kind(MEDIA_TYPE)
    else:
        _table(pages, bounds, book)
    _tell(met, data, pages, book)
    yield from book.out()


def _refuse(where: str, met: _Met) -> None:
    if met.broken and not met.pictures:
        raise Damaged(where=where, instead="Send it again, or print it into a new PDF.")
    message = "This PDF has no text layer: it is a picture of a list."
    raise NoText(message if met.pictures else "There is no text in this PDF.", where=where, instead=_SCAN)


def _page(pdfium: Any, document: Any, number: int, met: _Met) -> list[Row]:
    page = letters_of_page(pdfium, document, number - 1)
    if page is None:
        met.broken.append(number)
        return []
    met.unknown += page.unknown
    seen = [Letter(sign, *box) for sign, face, box in page.letters if face != "unpainted"]
    hidden = sum(face == "unpainted" and not sign.isspace() for sign, face, _ in page.letters)
    if page.pictures and not any(not one.sign.isspace() for one in seen):
        met.pictures.append(number)
        return []
    if hidden:
        met.unpainted.note(f"page {number}")
    if any(face == "white" for _, face, _ in page.letters):
        met.white.note(f"page {number}")
    return rows(seen)


@dataclass(slots=True)
class _Line:
    """A row of the table as it is put together."""

    page: int
    cells: list[str]
    fault: str = ""
    above: float = 0.0  # distance to the line above; nothing at the top of a page
    lines: int = 1
    single: bool = False
    edge: bool = False
    body: bool = False  # below the heading


def _table(pages: list[list[Row]], bounds: list[tuple[float, float]], book: Making) -> None:
    lines: list[_Line] = []
    turned = leftward([row for page in pages for row in page])
    for number, page in enumerate(pages, 1):
        above = 0.0
        for at, row in enumerate(page):
            found = cells(row, bounds)
            step = above - row.foot if at else 0.0
            above = row.foot
            line = _Line(number, found[::-1] if turned else found, above=step, single=len(row.pieces) == 1)
            line.edge = at in (0, 1, len(page) - 1)
            lines.append(line)
    _set_edges_aside(lines, len(pages))
    joined = _joined(lines)
    sheet = book.sheet("")
    met = Met(sheet)
    for number, line in enumerate(joined, 1):
        if sheet.line(number, line.cells, fault=line.fault):
            met.line(number, line.cells)
    sheet.close()
    met.tell(book)
    several, aside = Places(), Places()
    for number, line in enumerate(joined, 1):
        if line.lines > 1:
            several.note(f"{number:,}")
        if line.fault:
            aside.note(f"{number:,}")
    if several:
        words = f"Rows that run over several lines, or over the end of a page, were put together: {several}."
        book.ask("joined-lines", sheet.where, words, TAKE_OR_STOP, sheet=sheet.name)
    if aside:
        book.note("set-aside", sheet.where, f"Lines that are no rows of the list for sure are set aside: {aside}.")


def _set_edges_aside(lines: list[_Line], pages: int) -> None:
    heading = next((line for line in lines if sum(map(bool, line.cells)) > 1), None)
    again: Counter[str] = Counter()
    for line in lines:
        if line.edge and line.single:
            again[re.sub(r"\d+", "#", "".join(line.cells))] += 1
    for line in lines:
        words = "".join(line.cells)
        if heading and line is not heading and line.cells == heading.cells:
            line.fault = f"The heading again, on page {line.page}."
        elif line.edge and line.single and _EDGE.fullmatch(words):
            line.fault = f"The number of page {line.page}."
        elif line.edge and line.single and line.page > 1 and pages > 1 and again[re.sub(r"\d+", "#", words)] > 1:
            line.fault = f"It stands at the edge of each page; this is page {line.page}."


def _joined(lines: list[_Line]) -> list[_Line]:
    rows_of = [line for line in lines if not line.fault]
    heading = next((at for at, line in enumerate(rows_of) if sum(map(bool, line.cells)) > 1), 0)
    body = rows_of[heading + 1 :]
    for line in body:
        line.body = True
    full = [line for line in body if sum(map(bool, line.cells)) > _SPARE * len(line.cells)]
    usual = median([line.above for line in full if line.above > 0] or [0.0])
    key = _key(full)
    made: list[_Line] = []
    last: _Line | None = None  # the row to which a rest would belong
    before: _Line | None = None
    for line in lines:
        held = sum(map(bool, line.cells))
        few = held <= _SPARE * len(line.cells)
        rest = line.body and not line.fault and (few or (key is not None and not line.cells[key]))
        if rest and last and (_begins_page(line, before) or line.above < _CLOSE * usual):
            last.cells = [" ".join(filter(None, pair)) for pair in zip(last.cells, line.cells, strict=True)]
            last.lines += 1
            before = line
            continue
        if rest and few:
            line.fault = "It may be the rest of the row above, or a person."
        made.append(line)
        before = line
        if line.body and not line.fault:
            last = line
    return made


def _begins_page(line: _Line, before: _Line | None) -> bool:
    """Whether a line is the first of a further page, or stands right below the heading that comes again there."""
    return before is not None and (line.page > before.page or bool(before.fault and before.page == line.page > 1))


def _key(full: list[_Line]) -> int | None:
    """The first column that holds something in every row, or nothing."""
    if not full:
        return None
    return next((at for at in range(len(full[0].cells)) if all(line.cells[at] for line in full)), None)


def _tell(met: _Met, data: bytes, pages: list[list[Row]], book: Making) -> None:
    words = "Rows and columns were told by where the letters lie on the page: compare them with it."
    book.ask("pdf-table", "", words, TAKE_OR_STOP)
    if any(has_leftward(word) for page in pages for row in page for piece in row.pieces for word in piece.words):
        book.note(
            "right-to-left", "", "Words of scripts that run to the left, and numbers among them, were put in order."
        )
    for code, seen, said in (
        ("pictures", met.pictures, "These pages have no letters and were not read"),
        ("broken-page", met.broken, "These pages are broken and were not read"),
    ):
        if seen:
            book.ask(code, "", f"{said}: {', '.join(map(str, seen[:10]))}.", TAKE_OR_STOP)
    if met.unpainted:
        book.ask("hidden-text", "", f"Letters that are not painted were left out: {met.unpainted}.", TAKE_OR_STOP)
    if met.white:
        book.ask(
            "white-text",
            "",
            f"White letters were read; the page shows whether they are seen: {met.white}.",
            TAKE_OR_STOP,
        )
    if met.unknown:
        book.ask("unknown-letters", "", "The file does not say which letters some of its signs are.", TAKE_OR_STOP)
    if b"%%EOF" not in data[-2048:]:
        book.ask("cut-short", "", "The end of the file is missing; what is left was read.", TAKE_OR_STOP)
