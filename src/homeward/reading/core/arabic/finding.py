"""Who said what in an Arabic text: verbs of saying, "according to", "citing", and where what was said begins and ends."""

from __future__ import annotations

from functools import lru_cache

from homeward.reading.core.arabic import naming, telling
from homeward.reading.core.arabic.clauses import opens
from homeward.reading.core.arabic.sentences import Sentence, sentences
from homeward.reading.core.arabic.told import Told
from homeward.reading.core.found import Piece
from homeward.reading.core.layers import DEEPEST, Found

SURE, LESS_SURE = 0.7, 0.5
"""How sure the rules are of a statement that a clause says, and of one whose beginning was taken from its nouns."""


def attributions(text: str) -> list[Found]:
    """The attributions in a text, in its order. Who is not named again is left out."""
    return [
        Found(told.source, told.cue, told.content, SURE if told.sure else LESS_SURE)
        for sentence in sentences(text)
        for told in _told(sentence)
    ]


@lru_cache(maxsize=256)
def outer_hands(text: str, depth: int = 0) -> tuple[Piece, ...]:
    """The hands in a sentence through which statements came to the report, those in what was said included."""
    found: list[Piece] = []
    for sentence in sentences(text):
        for told in _told(sentence):
            found += told.outer
            if depth < DEEPEST:
                for first, last in told.content:
                    found += [(first + start, first + end) for start, end in outer_hands(text[first:last], depth + 1)]
    return tuple(found)


def handed(text: str) -> dict[Piece, tuple[Piece, ...]]:
    """The hands before the source of each statement of a text, by the place of its cue."""
    return {told.cue[0]: told.outer for sentence in sentences(text) for told in _told(sentence) if told.cue}


def _told(sentence: Sentence) -> list[Told]:
    made: list[Told] = []
    at = clause = free = 0  # the word looked at; where its clause began; what no statement has taken yet
    while at < len(sentence):
        if sentence.quoted[at]:
            at += 1
            continue
        step = naming.named_first(sentence, at, free, made) or telling.tells(sentence, at, clause, free, made)
        if step is not None:
            made[:] = step.made
            at = clause = free = max(step.until, at + 1)
            continue
        opened = opens(sentence, at)
        if opened:
            clause = at + opened
        at += opened or 1
    return made
