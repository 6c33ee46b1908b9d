"""The built-in reader of Arabic: rules find who said what, and read the rest off the words."""

from __future__ import annotations

from datetime import date

from homeward.reading.core import arabic as language
from homeward.reading.core.arabic.carrying import carried
from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found, Layers
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.words import words

RULES = 1
"""The version of the rules, counted up with every change of what they read."""


class Arabic:
    """Reads Arabic. The same text gives the same proposals on every run; nothing is asked of any other machine."""

    name = f"homeward arabic rules {RULES}"

    def read(self, text: str, published: date | None) -> list[Proposal]:
        """Who said what in a text that was published on this day; without the day, no weekday is counted."""
        found = Layers(words(text), language, lambda start, end: _within(text, start, end), published).proposals()
        return carried(text, found)


def _within(text: str, start: int, end: int) -> list[Found]:
    """The attributions in a stretch of a text, read by itself."""

    def moved(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple((start + first, start + until) for first, until in pieces)

    return [
        Found(moved(one.source), moved(one.cue), moved(one.content), one.confidence)
        for one in language.attributions(text[start:end])
    ]
