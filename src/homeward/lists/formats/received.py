"""The one door for lists: bytes in, a book out; what kind a file is, its content says, never its name."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from homeward.files import apart, letters
from homeward.files.bounds import FILE, NoText, fits
from homeward.files.packed import TwoParts
from homeward.files.visible import visible
from homeward.files.xml import WithEntities
from homeward.lists.formats.book import Book, Line, Question, Sheet
from homeward.refusals import Finding, Grade

_READER = "homeward.lists.formats.parsing"
_REFUSALS = (TwoParts, WithEntities, letters.NotItsLetters, letters.UnknownEncoding)
_SHORT = 40  # characters of a cell that other cells may well share


def book(name: str, data: bytes, *, encoding: str = "") -> Book:
    """The tables of a file, or a `Refused` that says what to do; nothing is fetched, run or written.

    `encoding` is a person's answer to the question of that name. The file is read in a process of its own.
    """
    where = visible(" ".join(name.split()))[0][-100:] or "the list"
    fits(len(data), FILE, "bytes", where)
    if not data.strip(b"\0 \t\r\n"):
        raise NoText("This file is empty.", where=where, instead="Send the file that has the list.")
    asked = {"where": where, "encoding": encoding}
    made = _Made()
    for answer in apart.answers(_READER, data, asked, where=where, refusals=_REFUSALS):
        made.take(answer)
    return made.book(where)


@dataclass(slots=True)
class _Made:
    """The book as its pieces come."""

    media_type: str = ""
    encoding: str = ""
    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    _open: Sheet | None = None
    _lines: list[Line] = field(default_factory=list)

    def take(self, answer: list[Any]) -> None:
        """Put the next piece in its place."""
        match answer:
            case ["kind", media_type, encoding]:
                self.media_type, self.encoding = media_type, encoding
            case ["sheet", name, hidden]:
                self._open, self._lines = Sheet(name, (), hidden), []
            case ["lines", lines]:
                self._lines += _lines(lines)
            case ["about", hidden_columns, dated, merged] if self._open:
                self.sheets.append(
                    replace(
                        self._open,
                        lines=tuple(self._lines),
                        hidden_columns=tuple(hidden_columns),
                        dated=tuple(dated),
                        merged=tuple((top, left, bottom, right) for top, left, bottom, right in merged),
                    )
                )
                self._open, self._lines = None, []
            case ["finding", grade, code, where, message]:
                self.findings.append(Finding(Grade(grade), code, where, message))
            case ["question", code, words, sheet, column, choices]:
                self.questions.append(Question(code, words, sheet, column, tuple((a, b) for a, b in choices)))

    def book(self, where: str) -> Book:
        """The whole book; one without a single line is refused."""
        if not any(sheet.lines for sheet in self.sheets):
            raise NoText("There is no line in this list.", where=where, instead="Send the file that has the list.")
        return Book(self.media_type, tuple(self.sheets), tuple(self.findings), self.encoding, tuple(self.questions))


def _lines(lines: Iterable[list[Any]]) -> Iterable[Line]:
    """Lines as values; short words that come again and again are kept once."""
    for number, hidden, fault, cells in lines:
        kept = tuple(sys.intern(cell) if len(cell) < _SHORT else cell for cell in cells)
        yield Line(number, kept, hidden, fault)
