"""An English text cut into sentences, and those into words and marks, with what stands within quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from homeward.reading.core.found import Piece

LONGEST = 2_500
"""Code points of a sentence; a longer run, which nobody would write, is read in stretches."""
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|St|Jr|Sr|Inc|Co|Corp|No|[A-Z])\.(?=\s+[A-Z\d]|[A-Z]\.)"
    r"|''|``|--|(?:[A-Z]\.){2,}|[ap]\.m\.|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:[-’'&][^\W_]+)*(?:(?<=s)[’'](?=\s[^\W_]))?|\w+|[^\w\s]"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:(?:, ?|/| \()[^\n—–]{0,50}?)?"
    r"|[A-Z]\w+ ?\([A-Z][^\n)]{1,20}\))\s?(?:[—–]|-{1,2})\s+"
)
_OPENS, _CLOSES = {"“": "”", "«": "»", "„": "“"}, "”»"
_ENDS = frozenset(".!?…")
_LONE = re.compile(r"(?<!\w)[‘'](?=\w)[^\n]{0,300}?(?<=\S)[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and marks with their places, in small letters, and which stand within a quotation."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    headline: bool

    def __len__(self) -> int:
        return len(self.words)

    def word(self, number: int) -> str:
        """The word with this number in small letters; nothing where there is none."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def large(self, number: int) -> bool:
        """Whether a word begins with a capital letter or a digit."""
        return 0 <= number < len(self.words) and (
            self.text[self.starts[number]].isupper() or self.text[self.starts[number]].isdigit()
        )

    def piece(self, first: int, until: int) -> Piece:
        """Where the words from `first` to before `until` stand."""
        return self.starts[first], self.ends[until - 1]

    def written(self, first: int, until: int) -> str:
        """The words from `first` to before `until` as they stand."""
        return self.text[self.starts[first] : self.ends[until - 1]] if first < until else ""


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in their order, without datelines. A quotation of several sentences is not cut."""
    place = 0
    for line in text.splitlines(keepends=True):
        found = _DATELINE.match(text, place, place + min(len(line), 120))
        first = found.end() if found else place
        yield from _cut(text, first, place + len(line))
        place += len(line)


def _cut(text: str, first: int, until: int) -> Iterator[Sentence]:
    tokens = [(one.start(), one.end()) for one in _TOKEN.finditer(text, first, until)]
    quoted = _quoted(text, tokens, first, until)
    headline = bool(tokens) and text[tokens[-1][0]] not in ".!?…:;”\"’'»)"
    begun = 0
    for number, (_start, end) in enumerate(tokens):
        if _stops(text, tokens, quoted, number) or end - tokens[begun][0] > LONGEST:
            yield _made(text, tokens[begun : number + 1], quoted[begun : number + 1], headline)
            begun = number + 1
    if begun < len(tokens):
        yield _made(text, tokens[begun:], quoted[begun:], headline)


def _made(text: str, tokens: list[Piece], quoted: list[bool], headline: bool) -> Sentence:
    words = tuple(text[start:end].lower().replace("’", "'") for start, end in tokens)
    return Sentence(text, tuple(t[0] for t in tokens), tuple(t[1] for t in tokens), words, tuple(quoted), headline)


def _stops(text: str, tokens: list[Piece], quoted: list[bool], number: int) -> bool:
    """Whether a sentence ends with this sign: a full stop outside of a quotation, or the quotation that closes behind one."""
    start, end = tokens[number]
    if number + 1 < len(tokens) and (tokens[number + 1][0] == end or text[tokens[number + 1][0]].islower()):
        return False
    if end - start == 1 and text[start] in _ENDS:
        return not quoted[number]
    after = number + 1 < len(tokens) and quoted[number + 1] and text[tokens[number + 1][0]] not in '“"«„'
    return (
        text[start:end] in ('"', "”", "»", "’", "'", "''")
        and number > 0
        and text[tokens[number - 1][0]] in _ENDS
        and not after
    )


def _quoted(text: str, tokens: list[Piece], first: int, until: int) -> list[bool]:
    """For each word whether it stands within a quotation; one that is not closed ends with the paragraph, if it opens it."""
    within = [False] * len(tokens)
    opened, close = -1, ""
    for number, (start, end) in enumerate(tokens):
        sign = '"' if text[start:end] in ("''", "``") else text[start]
        if opened < 0 and (sign in _OPENS or sign == '"'):
            opened, close = number, _OPENS.get(sign, '"')
        elif opened >= 0 and (sign == close or (sign in _CLOSES and close != '"')):
            within[opened : number + 1] = [True] * (number + 1 - opened)
            opened = -1
    if opened >= 0 and opened <= 1:
        within[opened:] = [True] * (len(tokens) - opened)
    for lone in _LONE.finditer(text, first, until):
        for number in range(bisect_left(tokens, (lone.start(), 0)), bisect_left(tokens, (lone.end(), 0))):
            within[number] = True
    return within
