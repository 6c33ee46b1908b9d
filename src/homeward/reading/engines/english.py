"""The built-in reader of English: the tagger finds who said what, rules read the rest off the words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from homeward.reading.core import english as language
from homeward.reading.core.layers import Layers
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.words import words
from homeward.reading.engines.tagger import Tagger


class English:
    """Reads English. The same text gives the same proposals on every run; nothing is asked of any other machine."""

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self.name = f"homeward english {tagger.digest[:12]}"

    def read(self, text: str, published: date | None) -> list[Proposal]:
        """Who said what in a text that was published on this day; without the day, no weekday is counted."""
        return Layers(
            words(text), language, lambda start, end: self.tagger.within(text, start, end), published
        ).proposals()


@lru_cache(maxsize=1)
def english() -> English:
    """The reader with the model that ships with the desk, loaded once."""
    return English(Tagger())
