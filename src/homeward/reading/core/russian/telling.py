"""Where a Russian text tells that somebody says something, whether or not the rules find what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from homeward.reading.core.russian.cues import ACCORDING, HEARSAY, RESERVED, verbs
from homeward.reading.core.russian.letters import plain

_WORD = re.compile(r"[^\W\d_]+")


def telling(text: str) -> Iterator[int]:
    """The places of verbs that may have a clause or a quotation behind them, and of "according to" and hearsay."""
    smooth = plain(text)
    forms = _forms()
    for word in _WORD.finditer(smooth):
        if word[0].lower() in forms:
            yield word.start()
    for phrase in (ACCORDING, RESERVED, HEARSAY):
        for match in phrase.finditer(smooth):
            yield match.start()


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """Forms that tell by themselves: those that need a further word, such as "дал", are left out."""
    return frozenset(
        form for form, each in verbs().items() if any("c" in verb.follows and not verb.then for verb in each)
    )
