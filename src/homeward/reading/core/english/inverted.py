"""Who speaks behind an English verb of reporting: "..., said the pilots' union"."""

from __future__ import annotations

from homeward.reading.core.english.phrases import DAYS, MARKS, past_aside, past_time
from homeward.reading.core.english.sentences import Sentence
from homeward.reading.core.english.small_words import HELPS, PAST, PREPOSITIONS
from homeward.reading.core.english.subjects import Span

LONGEST, OFFICE, NAME = 25, 12, 5
"""Words of who speaks, of what they are behind a comma, and of their name there."""
_ENDS = frozenset("who while when after as that but".split())
_WITHIN = frozenset("of for in at on from with".split())
_ARTICLES = frozenset("a an the its his her their".split())


def behind(sentence: Sentence, first: int) -> Span | None:
    """The words from `first` on that name who speaks, with their office or name behind a comma."""
    at = first
    while at < len(sentence) and not _ends(sentence, first, at):
        at += 1
    if at == first or sentence.word(first) in PREPOSITIONS or past_aside(sentence, first) > first:
        return None
    at = _named(sentence, _office(sentence, at))
    return (first, at) if at - first <= LONGEST else None


def _ends(sentence: Sentence, first: int, at: int) -> bool:
    word = sentence.word(at)
    if word in MARKS or word in (".", "…"):
        return True
    outside = word in PREPOSITIONS and word not in _WITHIN
    return at > first and (word in _ENDS or outside or past_time(sentence, at) > at)


def _office(sentence: Sentence, at: int) -> int:
    """Behind what somebody is: "said Lena Orv, a nurse, ..."."""
    if sentence.word(at) != "," or sentence.word(at + 1) not in _ARTICLES:
        return at
    name = at + 2
    while name < len(sentence) and sentence.word(name) not in MARKS | {".", "who", "and"}:
        name += 1
    verbal = any(sentence.word(n) in HELPS | PAST for n in range(at + 1, name))
    ends = sentence.word(name) in (",", ".", "“", '"', "")
    return name if ends and name - at <= OFFICE and not verbal else at


def _named(sentence: Sentence, at: int) -> int:
    """Behind a name that follows an office: "said the consul, Piet Haas, ..."."""
    if sentence.word(at) != "," or not sentence.large(at + 1) or sentence.word(at + 1) in DAYS:
        return at
    name = at + 1
    while name < len(sentence) and sentence.large(name):
        name += 1
    return name if sentence.word(name) in (",", ".", ";", "") and name - at <= NAME else at
