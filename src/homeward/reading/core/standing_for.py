"""Whom a pronoun, a role or a bare surname stands for: the last voice before it that was named more fully.

It is told beside the words and replaces nothing: the source of a statement stays what the text has, and a person sees both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.core.found import Piece
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.voices import kind_of_voice, telling_words

FAR = 3_000
"""Code points back to the last voice within which one can still be meant."""
LONGEST_ROLE = 3
"""Words of a name that can stand for a fuller one."""
STEM = 5
"""Letters by which a word of an inflected language is known again."""
_ONE = re.compile(r"(?:he|she|он|она|هو|هي)", re.IGNORECASE)
_MANY = re.compile(r"(?:they|они|هم)", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:sources|officials|witnesses|residents|people|parents|families|diplomats)\b|источники|مصادر|مسؤولون|شهود",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:an?|one|two|three|some|several|another|other|один|одна|другой|несколько)\b", re.IGNORECASE)


def with_those_meant(text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, in their order, each with the earlier voice that its source stands for where there is one."""
    places = sorted({one.source[0] for one in proposals if one.source})
    return [_meant(text, one, _before(one, places)) for one in proposals]


def _before(one: Proposal, places: list[Piece]) -> list[Piece]:
    """The sources before this one's that can still be meant, the last first."""
    if not one.source:
        return []
    here = one.source[0][0]
    return places[bisect_left(places, (here - FAR, 0)) : bisect_left(places, (here, 0))][::-1]


def _meant(text: str, one: Proposal, before: Sequence[Piece]) -> Proposal:
    if len(one.source) != 1:
        return one
    words = text[slice(*one.source[0])]
    place = next((piece for piece in before if _can_mean(words, text[slice(*piece)])), None)
    if place is None:
        return one
    why = f"“{words}” is taken for “{text[slice(*place)]}”, named before it"
    return replace(one, stands_for=place, reasons={**one.reasons, "source": why})


def _can_mean(words: str, fuller: str) -> bool:
    """Whether these words can mean the fuller ones."""
    if _ONE.fullmatch(fuller.strip()) or _MANY.fullmatch(fuller.strip()):
        return False
    if _ONE.fullmatch(words.strip()):
        return kind_of_voice(fuller) != "body" and not _PLURAL.search(fuller)
    if _MANY.fullmatch(words.strip()):
        return bool(_PLURAL.search(fuller))
    short, full = _stems(words), _stems(fuller)
    return bool(short) and len(words.split()) <= LONGEST_ROLE and short < full and not _a_new_one(words)


def _a_new_one(words: str) -> bool:
    """Whether these words bring somebody in for the first time: "an official", "two officials"."""
    return _NEW.match(words) is not None


def _stems(words: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in telling_words(words))


def _stem(word: str) -> str:
    if "а" <= word[:1] <= "я":
        return word[:STEM]
    return word.removeprefix("ال")
