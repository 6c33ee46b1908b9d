"""Bytes become letters by what the bytes prove, by what a person says, or not at all.

In this order: a byte order mark; valid UTF-8; what the file or a person declares; the code page that wins by far, told as a
doubt with a piece of the text. Otherwise `UndecidedLetters` shows what each code page would give and asks.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import NoReturn

from homeward.files import alphabets
from homeward.files.alphabets import Reading
from homeward.files.bounds import TEXT, Damaged, Foreign, fits
from homeward.files.visible import visible
from homeward.refusals import Finding, Grade, Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As on the web, these names mean the code page that holds them and more.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
_WRITING = re.compile(
    r"utf-?(8|16|32)|cp(125\d|86[026]|874|932|936|949|950)|iso8859-\d+|iso2022|koi8|mac-|gb|big5|euc|shift_jis|tis-620|ascii|ptcp154|hz"
)

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)


class UndecidedLetters(Refused):
    """Nobody can tell in which code page this file was written."""

    def __init__(self, readings: list[Reading], *, where: str) -> None:
        self.readings = readings[:4]
        shown = "; ".join(f"{one.encoding}: “{shown_piece(one.sample)}”" for one in self.readings)
        super().__init__(
            where=where,
            instead=f"Say which of these is right: {shown}." if shown else "Save it as UTF-8, or name its code page.",
        )


class UnknownEncoding(Refused):
    """No code page has this name."""


class NotItsLetters(Refused):
    """The bytes are not letters of the code page that was named."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Decoded text, the code page it was decoded by, and what is to be told about that."""

    text: str
    encoding: str
    told: tuple[Finding, ...] = ()


def letters(data: bytes, *, encoding: str = "", declared: str = "", where: str = "", most: int = TEXT) -> Letters:
    """Decode bytes; `encoding` is a person's word and is followed, `declared` the file's own, which may be wrong."""
    read = _letters(data, encoding, declared, where)
    fits(len(read.text), most, "characters", where)
    return read


def _letters(data: bytes, encoding: str, declared: str, where: str) -> Letters:
    if encoding:
        return Letters(_strict(data, codec(encoding, where), where), encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return Letters(_strict(data[len(mark) :], name, where), name)
    named = known_codec(declared)
    if named.startswith(("utf-16", "utf-32")):
        named = ""  # without its mark the file would be unreadable up to here, so the word is wrong
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        _not_cut(data, fault, where)
    else:
        if data.count(b"\0") > max(3, len(data) // 10):
            raise Foreign(where=where, instead="It is no text, or UTF-16 without its mark: save it as UTF-8.")
        if named.startswith("iso2022") or named == "hz":
            return Letters(_strict(data, named, where), named)
        told = () if data.isascii() or not named or named == "utf-8" else (_other(where, declared, "utf-8"),)
        return Letters(text, "utf-8", told)
    if named and named != "utf-8":
        try:
            return Letters(data.decode(named), named)
        except (UnicodeDecodeError, ValueError):
            return _weighed(data, where, (_other(where, declared, "another"),))
    return _weighed(data, where, (_other(where, declared, "another"),) if declared else ())


def _weighed(data: bytes, where: str, told: tuple[Finding, ...]) -> Letters:
    found = alphabets.readings(data)
    best = alphabets.decided(found)
    if best is None:
        raise UndecidedLetters(found, where=where)
    piece = f"Read as {best.encoding}, which the file does not say: “{shown_piece(best.sample)}”."
    doubt = Finding(Grade.DOUBT, "code-page", where, piece)
    try:
        return Letters(data.decode(best.encoding), best.encoding, (*told, doubt))
    except UnicodeDecodeError as fault:
        raise UndecidedLetters(found, where=_place(data, fault.start, where)) from fault


def _not_cut(data: bytes, fault: UnicodeDecodeError, where: str) -> None:
    """A last letter that is not whole, after others that are, shows that the file's end is missing."""
    if "unexpected end" in fault.reason and not data[: fault.start].isascii():
        _cut(data, fault, where)


def _cut(data: bytes, fault: UnicodeDecodeError, where: str) -> NoReturn:
    raise Damaged(where=_place(data, fault.start, where), instead="Its end is missing: send the whole file.") from fault


def codec(name: str, where: str = "") -> str:
    """Python's name of a code page that a person named."""
    if found := known_codec(name):
        return found
    raise UnknownEncoding(
        f"No code page is called {name[:40]!r}.", where=where, instead="windows-1256 is one, utf-8 another."
    )


def declared_letters(data: bytes) -> str:
    """The code page that a page declares in its first 4,096 bytes, or nothing."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2] or b"").decode("ascii", "replace") if found else ""


def known_codec(name: str) -> str:
    """Python's name for a code page, or nothing when it is none that text is written in."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(found, found) if _WRITING.match(found) else ""


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as fault:
        if "truncated" in fault.reason or "unexpected end" in fault.reason:
            _cut(data, fault, where)
        raise NotItsLetters(
            f"This is not {name}: {data[fault.start : fault.start + 4].hex(' ')} is no letter of it.",
            where=_place(data, fault.start, where),
            instead="Name another code page, or save the file as UTF-8.",
        ) from fault


def _other(where: str, declared: str, found: str) -> Finding:
    return Finding(Grade.NOTE, "other-code-page", where, f"The file says {declared[:40]!r} and is {found} code page.")


def _place(data: bytes, position: int, where: str) -> str:
    place = f"line {data.count(bytes([10]), 0, position) + 1:,}, byte {position:,}"
    return f"{where}, {place}" if where else place


def shown_piece(text: str, most: int = 60) -> str:
    """The beginning of a text in which there is a letter that is not ASCII, on one line, for a message."""
    line = next((line for line in text.split("\n") if not line.isascii()), text)
    words = visible(" ".join(line.split()))[0]
    return words if len(words) <= most else f"{words[:most]}…"
