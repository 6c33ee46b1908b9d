"""The built-in reader of Russian: rules find who said what, and read the rest off the words."""

from __future__ import annotations

from functools import lru_cache

from homeward.reading.core import russian
from homeward.reading.engines.reader import Reader, hash_of

RULES = 1
"""The version of the rules, counted up with every change of what they read."""


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of Russian, which has no model to load."""
    return Reader(
        name=f"homeward russian {RULES}",
        hash=hash_of("russian"),
        language="ru",
        rules=russian,
        attributions=russian.attributions,
        telling=russian.telling,
    )
