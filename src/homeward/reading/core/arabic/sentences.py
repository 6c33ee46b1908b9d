"""An Arabic text as words in sentences, with what stands in quotation marks told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from homeward.reading.core.arabic.letters import Folded, alike, folded
from homeward.reading.core.found import Piece

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_+")
_ENDS = frozenset(".!?؟؛;…")
LONGEST = 250
"""Words after which a run without a full stop is cut: nobody writes sentences of that length."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The words of a sentence in the letters in which they are compared, their places, and which are quoted."""

    letters: Folded
    words: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    quoted: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)

    def piece(self, start: int, until: int) -> Piece:
        """Where the words from `start` to before `until` stand in the text as given."""
        return self.letters.piece(self.first[start], self.last[until - 1])


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text. What is quoted does not end one, but a new paragraph does."""
    letters = folded(text)
    found: list[Sentence] = []
    at = 0
    for line in letters.plain.split("\n"):
        marks = [match.span() for match in _WORD.finditer(letters.plain, at, at + len(line))]
        at += len(line) + 1
        start, inside = 0, False
        quoted: list[bool] = []
        for number, (first, last) in enumerate(marks):
            word = letters.plain[first:last]
            if word == '"':
                inside = not inside
                quoted.append(True)
                continue
            quoted.append(inside)
            nothing = number + 1 == len(marks) or marks[number + 1][0] > last
            if (word in _ENDS and nothing and not inside) or number - start >= LONGEST:
                found.append(_sentence(letters, marks[start : number + 1], quoted[start:]))
                start, inside = number + 1, inside and word not in _ENDS
        if start < len(marks):
            found.append(_sentence(letters, marks[start:], quoted[start:]))
    return found


def _sentence(letters: Folded, marks: list[tuple[int, int]], quoted: list[bool]) -> Sentence:
    words = tuple(letters.plain[first:last] for first, last in marks)
    return Sentence(letters, words, tuple(first for first, _ in marks), tuple(last for _, last in marks), tuple(quoted))


def bare(word: str) -> str:
    """A word without the "and" or "so" that is written together with it."""
    return word[1:] if word[:1] in "وف" and len(word) > 2 else word


_THAT = frozenset(
    alike(before + stem + ending)
    for before in ("", "ب", "ل")
    for stem in ("أن", "إن")
    for ending in ("", "ه", "ها", "هم", "هن", "هما", "نا", "ي", "ني", "كم", "ك", "نه")
) | frozenset(map(alike, ("ألا", "بألا")))


def that(word: str) -> bool:
    """Whether a word joins a clause to what comes before it."""
    return word in _THAT


def marks(word: str) -> bool:
    """Whether a word is a comma, a full stop or another mark."""
    return not (word[0].isalnum())
