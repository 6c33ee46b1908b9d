"""Where an Arabic text tells that somebody says something, whether or not the rules find what was said."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.reading.core.arabic.clauses import attributes, said_by
from homeward.reading.core.arabic.sentences import sentences, that


def telling(text: str) -> Iterator[int]:
    """The places of verbs of saying with "that", a colon or a quotation near behind, and of "according to"."""
    for sentence in sentences(text):
        for at, word in enumerate(sentence.words):
            if attributes(sentence, at) or (said_by(word) and _goes_on(sentence.words[at + 1 : at + 1 + NEAR])):
                yield sentence.piece(at, at + 1)[0]


NEAR = 12
"""Words behind a verb within which what was said begins."""


def _goes_on(words: tuple[str, ...]) -> bool:
    return any(that(word) or word in (":", '"') for word in words)
