"""Sex as lists write it, in several languages, as one letter: F, M or X."""

from __future__ import annotations

from homeward.identity.spelling import key
from homeward.identity.tables import words as table_words

_CODES = {key(word): code for code, given in table_words("sexes.txt").items() for word in given}


def read(words: str) -> str:
    """F, M or X; "" when the words are none of those known, and so for one who is not known."""
    return _CODES.get(key(words), "") if len(words) <= 40 else ""
