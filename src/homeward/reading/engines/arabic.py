"""The built-in reader of Arabic: rules find who said what, and read the rest off the words."""

from __future__ import annotations

from functools import lru_cache

from homeward.reading.core import arabic
from homeward.reading.core.arabic.carrying import carried
from homeward.reading.engines.reader import Reader, hash_of

RULES = 1
"""The version of the rules, counted up with every change of what they read."""


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of Arabic, which has no model to load."""
    return Reader(
        name=f"homeward arabic {RULES}",
        hash=hash_of("arabic"),
        language="ar",
        rules=arabic,
        attributions=arabic.attributions,
        telling=arabic.telling,
        carried=carried,
    )
