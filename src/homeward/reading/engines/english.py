"""The built-in reader of English: a tagger and rules find who said what, rules read the rest off the words."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from homeward.reading.core import english
from homeward.reading.core.layers import Found
from homeward.reading.engines.reader import Reader, hash_of
from homeward.reading.engines.tagger import FILES, WEIGHTS, Tagger

RULES = 2
"""The version of the rules, counted up with every change of what they read."""


@lru_cache(maxsize=2)
def reader(folder: Path = WEIGHTS) -> Reader:
    """The reader of English with the model in a folder, by default the one that ships with the desk; loaded once."""
    tagger = Tagger(folder)

    def attributions(text: str) -> list[Found]:
        return english.together(text, tagger.attributions(text), english.attributions(text))

    return Reader(
        name=f"homeward english {RULES}",
        hash=hash_of("english", *(folder / file for file in FILES)),
        language="en",
        rules=english,
        attributions=attributions,
        apart=english.apart,
        telling=english.telling,
        carried=english.as_quoted,
    )
