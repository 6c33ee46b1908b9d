"""The built-in reader of Russian: rules find who said what, and read the rest off the words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from homeward.reading.core import russian as language
from homeward.reading.core.layers import Found, Layers
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.russian.finding import attributions
from homeward.reading.core.words import words

RULES = "1"
"""Counted up with every change of what the rules read."""


class Russian:
    """Reads Russian. The same text gives the same proposals on every run; nothing is asked of any other machine."""

    name = f"homeward russian {RULES}"

    def read(self, text: str, published: date | None) -> list[Proposal]:
        """Who said what in a text that was published on this day; without the day, no weekday is counted."""

        def find(start: int, end: int) -> list[Found]:
            def moved(pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
                return tuple((first + start, until + start) for first, until in pieces)

            return [
                Found(moved(one.source), moved(one.cue), moved(one.content), one.confidence)
                for one in attributions(text[start:end])
            ]

        return Layers(words(text), language, find, published).proposals()


@lru_cache(maxsize=1)
def russian() -> Russian:
    """The reader of Russian, which has nothing to load."""
    return Russian()
