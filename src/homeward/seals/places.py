"""The second, slower pass over a bad JSON text: reads on past each fault and names its path, line and column."""

from __future__ import annotations

import re
from decimal import Decimal, DecimalException

from homeward.refusals import Findings
from homeward.seals.canonical import DEEPEST, LONGEST_NUMBER

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r'[^"\\\x00-\x1f\ud800-\udfff]*')
_WORD = re.compile(r'[^\s,:\[\]{}"]+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_NAME = re.compile(r"[^\W\d]\w*")
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"NaN", "Infinity", "-Infinity"}
_WORDS = {"true", "false", "null"}
MOST = 1000


def fits(number: str) -> bool:
    """Whether a JSON number, written out, has at most 30 digits before and 30 after the point."""
    try:
        _, digits, exponent = Decimal(number).as_tuple()
    except DecimalException:
        return False
    return isinstance(exponent, int) and -exponent <= LONGEST_NUMBER and len(digits) + exponent <= LONGEST_NUMBER


def find(data: bytes) -> Findings:
    """All faults of this text in the order of the text; where it stops being JSON at all, the reading ends there."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings = Findings()
        findings.fault("not-utf8", "line 1, column 1", "It is UTF-16; save it as UTF-8.")
        return findings
    # A byte that is no UTF-8 becomes half a surrogate pair, which no right text holds: so it keeps its place.
    return _Reader(data.decode(errors="surrogateescape")).read()


class _Stop(Exception):
    """From here on it is no JSON."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.path: list[str] = []
        self.findings = Findings()
        self.line, self.line_start = 1, 0

    def read(self) -> Findings:
        try:
            self.value()
            self.space()
            if self.at < len(self.text):
                self.fault("syntax", "Something follows after the end.")
        except _Stop:
            pass
        return self.findings

    def fault(self, code: str, message: str, at: int | None = None) -> None:
        at = self.at if at is None else at
        # Faults come nearly in order of the text; one that does not is counted from the start.
        if at < self.line_start:
            self.line, self.line_start = 1, 0
        self.line += self.text.count("\n", self.line_start, at)
        self.line_start = self.text.rfind("\n", self.line_start, at) + 1 or self.line_start
        place = f"line {self.line}, column {at - self.line_start + 1}"
        path = "".join(self.path).removeprefix(".")
        self.findings.fault(code, f"{path} ({place})" if path else place, message)
        if len(self.findings) == MOST:
            self.findings.fault("too-many", place, f"{MOST} faults were found; the rest was not read.")
            raise _Stop

    def stop(self, message: str) -> _Stop:
        self.fault("syntax", message)
        return _Stop()

    def space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def next(self) -> str:
        self.space()
        return self.text[self.at : self.at + 1]

    def value(self) -> None:
        match self.next():
            case "{":
                self.members()
            case "[":
                self.items()
            case '"':
                self.string()
            case _:
                self.word()

    def enter(self) -> None:
        if len(self.path) >= DEEPEST:
            self.fault("too-deep", f"It is nested deeper than {DEEPEST}; the rest was not read.")
            raise _Stop
        self.at += 1

    def members(self) -> None:
        self.enter()
        seen: set[str] = set()
        if self.next() == "}":
            self.at += 1
            return
        while True:
            if self.next() != '"':
                raise self.stop("A key in quotes is missing.")
            start = self.at
            key = self.string()
            self.path.append(f".{key}" if _NAME.fullmatch(key) else f"[{key!a}]")
            if key in seen:
                self.fault("duplicate-key", "This key stands twice in one object.", start)
            seen.add(key)
            if self.next() != ":":
                raise self.stop("A colon is missing after the key.")
            self.at += 1
            self.value()
            self.path.pop()
            if self.ends("}"):
                return

    def items(self) -> None:
        self.enter()
        if self.next() == "]":
            self.at += 1
            return
        index = 0
        while True:
            self.path.append(f"[{index}]")
            self.value()
            self.path.pop()
            index += 1
            if self.ends("]"):
                return

    def ends(self, bracket: str) -> bool:
        found = self.next()
        if found not in (",", bracket) or not found:
            raise self.stop(f"A comma or {bracket} is missing.")
        self.at += 1
        return found == bracket

    def word(self) -> None:
        found = _WORD.match(self.text, self.at)
        if not found:
            raise self.stop("A value is missing." if self.next() else "The text ends too early.")
        word = found.group()
        if word in _CONSTANTS:
            self.fault("not-a-number", f"{word} is no number.")
        elif _NUMBER.fullmatch(word):
            if not fits(word):
                self.fault(
                    "number-too-long", f"A number has more than {LONGEST_NUMBER} digits before or after the point."
                )
        elif "\0" in word:
            self.fault("nul", "The character NUL stands here.")
        elif any("\ud800" <= letter <= "\udfff" for letter in word):
            self.fault("not-utf8", "A byte here is no UTF-8.")
        elif word not in _WORDS:
            self.fault("syntax", f"{word[:40]!a} is no JSON value.")
        self.at = found.end()

    def string(self) -> str:
        self.at += 1
        pieces: list[str] = []
        while True:
            found = _PLAIN.match(self.text, self.at)
            if found:
                pieces.append(found.group())
                self.at = found.end()
            letter = self.text[self.at : self.at + 1]
            if letter == '"':
                self.at += 1
                return "".join(pieces)
            if letter == "\\":
                pieces.append(self.escape())
            elif not letter:
                raise self.stop("A text is not closed.")
            else:
                self.bare(letter)
                self.at += 1

    def bare(self, letter: str) -> None:
        if letter == "\0":
            self.fault("nul", "A text holds the character NUL.")
        elif letter < " ":
            self.fault("control", f"A text holds the control character {letter!a}; write it as an escape.")
        else:
            self.fault("not-utf8", f"The byte 0x{ord(letter) & 0xFF:02x} is no UTF-8.")

    def escape(self) -> str:
        letter = self.text[self.at + 1 : self.at + 2]
        if letter in _SHORT:
            self.at += 2
            return _SHORT[letter]
        if letter != "u" or (code := self.unit(self.at)) is None:
            self.fault("syntax", f"{self.text[self.at : self.at + 6]!a} is no escape.")
            self.at += 1
            return ""
        if code == 0:
            self.fault("nul", "A text holds the character NUL.")
        if 0xD800 <= code < 0xE000:
            low = self.unit(self.at + 6)
            if code < 0xDC00 and low is not None and 0xDC00 <= low < 0xE000:
                self.at += 12
                return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
            self.fault("surrogate", f"\\u{code:04x} is half of a surrogate pair.")
        self.at += 6
        return chr(code)

    def unit(self, at: int) -> int | None:
        found = _HEX.match(self.text, at + 2)
        return int(found.group(), 16) if found and self.text.startswith("\\u", at) else None
