"""Whether two statements are made of the same words, so that one utterance told twice is not counted twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SAME = 0.8
"""Share of the words of both together from which on they are held to be one utterance."""
LEAST = 4
"""Words of the shorter one below which only equal words are the same."""
_WORD = re.compile(r"\w+")


def same_words(one: str, other: str) -> bool:
    """Whether nearly all words of the two are the same, marks, case and punctuation aside."""
    here, there = _words(one), _words(other)
    if min(here.total(), there.total()) < LEAST:
        return here == there
    return (here & there).total() >= SAME * (here | there).total()


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
