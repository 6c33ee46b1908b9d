"""A Russian text cut into sentences and those into clauses: at commas, dashes and colons outside of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from homeward.reading.core.found import Piece
from homeward.reading.core.russian.cues import verbs
from homeward.reading.core.russian.when import LONGEST

STRETCH = 1_000
"""Code points of a stretch into which a longer run than any sentence is cut."""
_CLOSES = {"»": "«", "”": "“", ")": "("}
_OPENS = frozenset("«“(„")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SHORT = frozenset("г гг им ул св ст стр тыс млн млрд руб долл т д п пр др см напр акад проф ген лейт".split())
_TOLD_WITHIN = re.compile(r"[,!?…»]\s+[—–-]\s+([^\W_]+)(?:\s+([^\W_]+))?")
_DATELINE = re.compile(
    r"[А-ЯЁ]{3}[А-ЯЁ -]*(?:[,(][^\n—–]{0,60})?\s?[—–]\s"
    r"|[А-ЯЁ]{3}[А-ЯЁ -]*,\s\d{1,2}\s\w+(?:\s\d{4}(?:\sг(?:ода|\.))?)?\.\s"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks: where it stands, the mark before it, and its words with their places, plain and small."""

    start: int
    end: int
    mark: str
    words: tuple[tuple[int, int, str], ...] = field(default=())

    def word(self, number: int) -> str:
        return self.words[number][2] if 0 <= number < len(self.words) else ""


def _depths(text: str) -> bytearray:
    """For each place whether it stands within a quotation or brackets: only where both ends are there."""
    within = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    straight = -1
    pairs: list[Piece] = []
    for place, sign in enumerate(text):
        if sign == "\n":
            stack, straight = [], -1
        elif sign in _OPENS:
            stack.append(("“" if sign == "„" else sign, place))
        elif sign in _CLOSES:
            while stack and stack[-1][0] != _CLOSES[sign] and not (sign == "”" and stack[-1][0] == "“"):
                stack.pop()
            if stack:
                _, first = stack.pop()
                if not stack:
                    pairs.append((first, place + 1))
        elif sign == '"':
            if straight < 0:
                straight = place
            else:
                pairs.append((straight, place + 1))
                straight = -1
    for first, until in pairs:
        if not _told_within(text, first, until):
            within[first:until] = b"\x01" * (until - first)
    return within


def _told_within(text: str, first: int, until: int) -> bool:
    """Whether a quotation is broken by the words of who tells it: «Да, — сказал он, — мы придём»."""
    known = verbs()
    for found in _TOLD_WITHIN.finditer(text, first, until):
        if any((word or "").lower().replace("ё", "е") in known for word in found.groups()):
            return True
    return False


def sentences(text: str) -> list[tuple[Piece, bytearray]]:
    """The sentences, in their order, without datelines; with what is within quotations in the whole text."""
    within = _depths(text)
    found: list[tuple[Piece, bytearray]] = []
    start = 0
    for place, sign in enumerate(text):
        if sign == "\n":
            found.append(((start, place), within))
            start = place + 1
        elif (sign in ".!?…" and not within[place] and _ends(text, place)) or (
            sign in '»”"'
            and place
            and text[place - 1] in ".!?…"
            and _ends(text, place)
            and (place + 1 >= len(text) or not within[place + 1])
        ):
            found.append(((start, place + 1), within))
            start = place + 1
    found.append(((start, len(text)), within))
    short = ((piece, two) for one, two in found for piece in _short(text, *one))
    return [
        (piece, each) for (piece, each) in ((_trimmed(text, *one), two) for one, two in short) if piece[0] < piece[1]
    ]


def _short(text: str, start: int, end: int) -> Iterator[Piece]:
    """A run without a full stop that nobody would write, in stretches: at any stop in it, else at a blank."""
    while end - start > LONGEST:
        stop = max(text.rfind(mark, start, start + STRETCH) for mark in (". ", "! ", "? ", "; "))
        blank = text.rfind(" ", start, start + STRETCH)
        until = next((place + 1 for place in (stop, blank) if place > start), start + STRETCH)
        yield start, until
        start = until
    yield start, end


def _ends(text: str, place: int) -> bool:
    rest = text[place + 1 : place + 8]
    if rest and not rest[0].isspace():
        return False
    after = rest.lstrip()
    if after[:1] in "—–" and after:
        return False
    if text[place] == "." and after[:1].islower():
        return False
    if text[place] == ".":
        before = re.search(r"([^\W_]+)$", text[max(0, place - 12) : place])
        if before and (
            (before.group().lower() in _SHORT and after[:1].isupper() is False)
            or (len(before.group()) == 1 and before.group().isupper())
        ):
            return False
    return True


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    if found := _DATELINE.match(text, start, end):
        start = found.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_MARK = re.compile(r",(?!\d)|;|:(?!\d)|\s[—–-](?=\s)|^[—–]\s|\n")
_EDGE = " \t\n,;:—–.…"


def clauses(text: str, sentence: Piece, within: bytearray) -> list[Clause]:
    """The clauses of a sentence, in their order. Marks that stand together count as one: ", —"."""
    start, end = sentence
    cuts: list[tuple[int, int, str]] = []
    for found in _MARK.finditer(text, start, end):
        if not within[min(found.end(), end) - 1]:
            cuts.append((found.start(), found.end(), found.group().strip()))
    made: list[Clause] = []
    place, mark = start, ""
    for first, until, sign in [*cuts, (end, end, "")]:
        low, high = place, first
        while low < high and text[low] in _EDGE:
            low += 1
        while high > low and text[high - 1] in _EDGE:
            high -= 1
        if low < high:
            words = tuple(
                (w.start(), w.end(), w.group().lower().replace("ё", "е")) for w in WORD.finditer(text, low, high)
            )
            made.append(Clause(low, high, mark, words))
            mark = sign
        else:
            mark += sign
        place = until
    return made
