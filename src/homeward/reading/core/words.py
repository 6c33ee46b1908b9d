"""A text as words with their places, and the windows in which a tagger reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+|[^\w\s]")
_END = frozenset(".!?…؟")
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text and its marks, each by its code points; and after which of them a paragraph or a sentence ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: frozenset[int]
    sentences: frozenset[int]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]


def words(text: str) -> Words:
    """Runs of letters and digits, and every other visible sign by itself."""
    starts, ends = [], []
    for found in WORD.finditer(text):
        starts.append(found.start())
        ends.append(found.end())
    paragraphs, sentences = set(), set()
    last = len(starts) - 1
    for number in range(last):
        between = text[ends[number] : starts[number + 1]]
        if "\n" in between:
            paragraphs.add(number)
        elif between and _ends_sentence(text, starts, number):
            sentences.add(number)
    if last >= 0:
        paragraphs.add(last)
    return Words(text, tuple(starts), tuple(ends), frozenset(paragraphs), frozenset(sentences))


def _ends_sentence(text: str, starts: Sequence[int], number: int) -> bool:
    while number > 0 and text[starts[number]] in _CLOSING:
        number -= 1
    return text[starts[number]] in _END


def windows(words: Words, sizes: Sequence[int], most: int, first: int | None = None) -> list[tuple[int, int]]:
    """Cut a text into stretches of words, `[from, until)`, of at most `most` pieces: at ends of paragraphs, else of sentences.

    `sizes` are the pieces of each word; `first` bounds the first stretch, so that a text can be cut elsewhere. A word of more
    pieces than `most` stands alone.
    """
    found: list[tuple[int, int]] = []
    start, room = 0, first or most
    while start < len(words):
        end, used, cuts = start, 0, [start, start]
        while end < len(words) and (used + sizes[end] <= room or end == start):
            used += sizes[end]
            end += 1
            if end - 1 in words.paragraphs:
                cuts[0] = end
            elif end - 1 in words.sentences:
                cuts[1] = end
        until = end if end == len(words) else next((cut for cut in cuts if cut > start), end)
        found.append((start, until))
        start, room = until, most
    return found
