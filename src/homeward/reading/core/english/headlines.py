"""Headlines without a verb: "Minister: all hostages alive"."""

from __future__ import annotations

from homeward.reading.core.english.part import Said
from homeward.reading.core.english.sentences import Sentence

LONGEST, NAME = 18, 5
"""Words of a headline, and of who speaks in it."""
_SPEAKS = frozenset(
    """minister ministry police army navy official officials governor mayor president premier spokesman spokeswoman un union
    rebels militia government court hospital envoy mediator commander general family families relatives agency council
    doctors lawyer embassy ambassador consul authority authorities opposition bishop prosecutor cross crescent witnesses
    company report media sources source""".split()
)


def headline(sentence: Sentence) -> list[Said]:
    """Who speaks before the colon of a headline, if it names somebody who speaks."""
    if not sentence.headline or len(sentence) > LONGEST:
        return []
    colon = next((number for number in range(1, min(NAME, len(sentence))) if sentence.word(number) == ":"), 0)
    if not colon or colon + 2 > len(sentence) - 1 or sentence.word(colon - 1) not in _SPEAKS:
        return []
    return [Said(((0, colon),), ((colon, colon + 1),), ((colon + 1, len(sentence)),), "headline", 0.6)]
