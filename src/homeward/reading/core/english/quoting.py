"""Whose words they are when one quotes another: "the paper quoted a commander as saying that ..." is the commander's statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from homeward.reading.core.found import Piece
from homeward.reading.core.proposals import Proposal, words_of

_QUOTES = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b", re.IGNORECASE)
_AS_SAYING = re.compile(r"(?P<who>[^.;:“”\"]{2,120}?)\s+(?P<as>as (?:saying|telling|stating|adding))\b\s*,?\s*(?=\S)")
_SAYING = re.compile(r"(?:as )?(?:saying|telling|stating|adding)\b", re.IGNORECASE)
NEAR = 120
"""Code points between "was quoted" and "as saying": the name of who quotes."""


def as_quoted(text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Proposals with the one who is quoted as their source, and who quotes as the hand before; each statement once."""
    made: list[Proposal] = []
    for one in (_as_quoted(text, each) for each in proposals):
        before = made[-1] if made else None
        if before and _was_quoted(text, before, one):
            who = before.content[0]
            made[-1] = replace(one, source=(who,), chain=(*before.chain, who), cue=(*before.cue, *one.cue))
        elif before is None or one.source != before.source or not _in(one.content[0], before.content):
            made.append(one)
    return made


def _was_quoted(text: str, before: Proposal, one: Proposal) -> bool:
    """Whether "X was quoted by the paper" and "as saying that ..." stand one behind the other, each taken for itself."""
    if before.source or one.source or not before.cue or not one.cue or len(before.content) != 1:
        return False
    between = one.cue[0][0] - before.cue[-1][1]
    passive = _QUOTES.search(words_of(text, before.cue)) and _SAYING.match(words_of(text, one.cue))
    return bool(passive) and before.content[0][1] <= before.cue[0][0] and 0 <= between <= NEAR


def _as_quoted(text: str, one: Proposal) -> Proposal:
    start, end = one.content[0][0], one.content[-1][1]
    found = _AS_SAYING.match(text, start, end)
    if found is None or not one.source or not _QUOTES.search(words_of(text, one.cue)):
        return one
    who = found.span("who")
    saying = () if _in(found.span("as"), one.cue) else (found.span("as"),)
    return replace(
        one,
        source=(who,),
        chain=(*one.chain, who),
        cue=(*one.cue, *saying),
        content=tuple((max(first, found.end()), until) for first, until in one.content if until > found.end()),
    )


def _in(piece: Piece, pieces: Sequence[Piece]) -> bool:
    return any(start < piece[1] and piece[0] < end for start, end in pieces)
