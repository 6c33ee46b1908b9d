"""A statement found in a sentence, before it is told by its places in the text."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.arabic.sentences import Sentence, marks
from homeward.reading.core.found import Piece


@dataclass(frozen=True, slots=True)
class Told:
    """Who, by which words, what; the hands before who said it; whether a word says where it begins; where it ends.

    `news`: what is said is a report that is taken back or put right, and may yet be told.
    """

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    outer: tuple[Piece, ...] = ()
    sure: bool = True
    until: int = 0
    news: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """The statements of a sentence so far, and the word from which it is read on."""

    made: list[Told]
    until: int


def trimmed(sentence: Sentence, start: int, until: int) -> tuple[int, int]:
    """A stretch without the commas and stops around it; quotation marks stay."""
    while start < until and marks(sentence.words[start]) and sentence.words[start] not in ('"', "("):
        start += 1
    while (
        until > start
        and marks(sentence.words[until - 1])
        and sentence.words[until - 1] not in ('"', ")", "؟", "?", "!", "%")
    ):
        until -= 1
    if until > start and sentence.words[until - 1] == '"' and sentence.words[start:until].count('"') % 2:
        until -= 1
    return start, until


def stretch(sentence: Sentence, start: int, until: int) -> tuple[Piece, ...]:
    """The piece of a stretch of words; none where nothing is left of it."""
    start, until = trimmed(sentence, start, until)
    return (sentence.piece(start, until),) if start < until else ()
