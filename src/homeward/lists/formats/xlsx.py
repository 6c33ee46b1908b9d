"""Workbooks of Excel and its likes (.xlsx, .xlsm): the values last shown, and everything that is kept out of sight.

Nothing is worked out, opened or run. Parts are read as events, so that memory grows with the words of a sheet alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from homeward.files import xml
from homeward.files.bounds import Damaged, fits
from homeward.files.packed import Packed
from homeward.lists.formats.bounds import CELL, SHEETS, TAGS, TEXT
from homeward.lists.formats.cells import meaning
from homeward.lists.formats.grid import Grid
from homeward.lists.formats.making import LEAVE_OR_TAKE, Answer, Making

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12"
_BOOK = "xl/workbook.xml"
_RELATION = " id"


def read(data: bytes, book: Making) -> Iterator[Answer]:
    """Read a workbook."""
    packed = Packed(data, book.where)
    macros = any("vbaproject" in name.lower() for name in packed.names)
    book.kind(WITH_MACROS if macros else MEDIA_TYPE)
    _tell_parts(packed, book, macros=macros)
    listed = _Book()
    _walk(packed, _BOOK, listed)
    if not listed.sheets:
        raise Damaged("The workbook names no sheet.", where=book.where, instead="Save it anew, and send it again.")
    fits(len(listed.sheets), SHEETS, "sheets", book.where)
    targets = _relations(packed, _BOOK)
    styles, words = _Styles(), _Words(book.where)
    _walk(packed, targets.get("styles", "xl/styles.xml"), styles)
    _walk(packed, targets.get("sharedStrings", "xl/sharedStrings.xml"), words)
    if listed.since_1904:
        book.note("days-since-1904", "", "Days are counted from 1904 in this workbook, and were read so.")
    hidden = [name for name, state, _ in listed.sheets if state]
    for name, state, relation in listed.sheets:
        part = targets.get(relation, "")
        if part not in packed:
            book.note("no-such-sheet", "", f"The sheet “{name}” is named and is not in the file.")
            continue
        sheet = book.sheet(name, state)
        grid = Grid(sheet, words.said, styles.meanings, since_1904=listed.since_1904)
        for _ in xml.steps(
            packed.pieces(part), start=grid.start, end=grid.end, text=grid.text, where=sheet.where, tags=TAGS
        ):
            yield from book.out()
        grid.close(book)
        if state and sheet.lines:
            words_told = f"This sheet is {state}, and has {sheet.lines:,} rows with something in them."
            book.ask("hidden-sheet", sheet.where, words_told, LEAVE_OR_TAKE, sheet=name)
        yield from book.out()
    if hidden and len(hidden) == len(listed.sheets):
        book.note("all-hidden", "", "All sheets of this workbook are hidden.")


def _walk(packed: Packed, part: str, reader: _Book | _Styles | _Words | _Relations) -> None:
    if part in packed:
        where = f"{packed.where}, {part}"
        for _ in xml.steps(
            packed.pieces(part), start=reader.start, end=reader.end, text=reader.text, where=where, tags=TAGS
        ):
            pass


@dataclass(slots=True)
class _Book:
    """The list of sheets."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)  # name, how it is hidden, its relation
    since_1904: bool = False

    def start(self, name: str, attributes: xml.Attributes) -> None:
        local = name.rpartition(" ")[2]
        if local == "sheet":
            state = {"hidden": "hidden", "veryHidden": "very hidden"}.get(attributes.get("state", ""), "")
            relation = next((value for key, value in attributes.items() if key.endswith(_RELATION)), "")
            self.sheets.append((attributes.get("name", ""), state, relation))
        elif local == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true", "on")

    def end(self, _: str) -> None:
        """Nothing ends here."""

    def text(self, _: str) -> None:
        """The list has no words."""


@dataclass(slots=True)
class _Relations:
    """Which part is meant by a relation; styles and words by their kind."""

    folder: str
    targets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: xml.Attributes) -> None:
        target = attributes.get("Target", "")
        if not name.endswith(" Relationship") or attributes.get("TargetMode") == "External" or not target:
            return
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self.folder, target))
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.targets[attributes.get("Id", "")] = part
        if kind in ("styles", "sharedStrings"):
            self.targets[kind] = part

    def end(self, _: str) -> None:
        """Nothing ends here."""

    def text(self, _: str) -> None:
        """Relations have no words."""


def _relations(packed: Packed, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    found = _Relations(folder)
    _walk(packed, f"{folder}/_rels/{name}.rels", found)
    return found.targets


@dataclass(slots=True)
class _Styles:
    """What the number format of each style makes of a number."""

    meanings: list[str] = field(default_factory=list)
    _codes: dict[int, str] = field(default_factory=dict)
    _inside: bool = False

    def start(self, name: str, attributes: xml.Attributes) -> None:
        local = name.rpartition(" ")[2]
        if local == "numFmt":
            self._codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._inside = True
        elif local == "xf" and self._inside:
            number = _whole(attributes.get("numFmtId"))
            self.meanings.append(meaning(number, self._codes.get(number)))

    def end(self, name: str) -> None:
        if name.endswith(" cellXfs"):
            self._inside = False

    def text(self, _: str) -> None:
        """Styles have no words."""


@dataclass(slots=True)
class _Words:
    """The words that cells share."""

    where: str
    said: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _letters: int = 0
    _open: bool = False  # within words that are shown
    _aside: bool = False  # within a guide to how they sound

    def start(self, name: str, _: xml.Attributes) -> None:
        local = name.rpartition(" ")[2]
        if local == "t":
            self._open = not self._aside
        elif local == "rPh":
            self._aside = True

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local == "t":
            self._open = False
        elif local == "rPh":
            self._aside = False
        elif local == "si":
            words, self._pieces = "".join(self._pieces), []
            fits(len(words), CELL, "characters in one cell", self.where)
            self._letters += len(words)
            fits(self._letters, TEXT, "characters", self.where)
            self.said.append(words)

    def text(self, words: str) -> None:
        if self._open:
            self._pieces.append(words)


def _whole(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 9 else 0


def _tell_parts(packed: Packed, book: Making, *, macros: bool) -> None:
    """Tell what lies beside the sheets and is not read."""
    names = [name.lower() for name in packed.names]

    def within(*starts: str) -> int:
        return sum(name.startswith(starts) and not name.endswith(".rels") for name in names)

    boxes = sum(
        b"txBody" in (part := packed.part(name)) and b"t>" in part
        for name in packed.names
        if name.lower().startswith("xl/drawings/drawing")
    )
    for code, count, words in (
        ("macros", macros, "The workbook has macros, which were left alone."),
        ("comments", within("xl/comments", "xl/threadedcomments"), "Cells have comments, which were not read."),
        ("pictures", within("xl/media/"), "There are pictures in it; words in them were not read."),
        ("text-boxes", boxes, "Text boxes lie over the cells; their words were not read."),
        ("charts", within("xl/charts/"), "There are charts in it, which were not read."),
        ("external-links", within("xl/externallinks/"), "It points to other files, which were not opened."),
        ("embedded", within("xl/embeddings/"), "Other files lie inside it and were not opened."),
        (
            "connections",
            "xl/connections.xml" in names,
            "It would fetch from elsewhere when opened; nothing was fetched.",
        ),
        (
            "pivot-cache",
            within("xl/pivotcache/pivotcacherecords"),
            "It keeps a copy of rows for a summary (pivot table), which no sheet has to show; the copy was not read.",
        ),
        ("earlier-changes", within("xl/revisions/"), "It keeps earlier versions of cells, which were not read."),
    ):
        if count:
            book.note(code, "", words)
