"""What reads a list in the process apart: the kind its content says, then the reader of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from homeward.files.bounds import Foreign, Locked, NoText
from homeward.files.kinds import Kind, also, kind_of
from homeward.lists.formats.making import Answer, Making

KNOWN = "The desk reads lists as .xlsx, .xls, .ods, .csv, web page, PDF with letters, mail or pasted text."
_INSTEAD = {
    Kind.WORD: "Copy its table into a sheet and send that, or paste it.",
    Kind.BINARY_WORKBOOK: "Save it as .xlsx and send that.",
    Kind.NUMBERS: "Export it as .xlsx and send that.",
    Kind.XML: "Open it in the program that made it, save it as .xlsx and send that.",
    Kind.PACKED: "Unpack it and send the lists one by one.",
    Kind.GZIP: "Unpack it and send what is inside.",
    Kind.SEVEN: "Unpack it and send what is inside.",
    Kind.RAR: "Unpack it and send what is inside.",
    Kind.OUTLOOK: "Save the mail as .eml, or save what is attached to it and send that.",
    Kind.RTF: "Copy its table into a sheet and send that, or paste it.",
}
_BY_HAND = "Two people have to key it in by hand, each for themselves, and what differs is looked at again."


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[Answer]:
    """The book in pieces (`homeward.lists.formats.making`); `asked` has `where` and, if a person said one, `encoding`."""
    book = Making(asked["where"])
    yield from read(data, book, asked.get("encoding", ""))
    yield from book.out()


def read(data: bytes, book: Making, encoding: str = "") -> Iterator[Answer]:
    """Read bytes of any kind into a book."""
    kind = kind_of(data)
    if other := also(data, kind):
        book.note("two-kinds", "", f"This is {kind} and could also be read as {other}; it was read as {kind} only.")
    match kind:
        case Kind.WORKBOOK | Kind.WITH_MACROS:
            from homeward.lists.formats import xlsx

            yield from xlsx.read(data, book)
        case Kind.TEXT:
            from homeward.lists.formats import text

            yield from text.read(data, book, encoding)
        case Kind.EMPTY:
            raise NoText("This file is empty.", where=book.where, instead="Send the file that has the list.")
        case Kind.LOCKED_OFFICE:
            raise Locked(
                "This file is locked with a password.",
                where=book.where,
                instead="Open it, save it without the password, and send that.",
            )
        case _:
            instead = _BY_HAND if kind.pictured else _INSTEAD.get(kind, KNOWN)
            raise Foreign(f"This is {kind}, which the desk does not read as a list.", where=book.where, instead=instead)
