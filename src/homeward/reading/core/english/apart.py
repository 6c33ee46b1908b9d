"""Statements of a report, each by itself: a quotation that goes on in a sentence of its own is one more of the same speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.core.english.places import Places
from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found

LEAST = 0.34
"""How sure the reader must be of a statement for a person to be shown it."""
UNNAMED = 0.52
"""The same where nobody is named who says it."""
_OPENS = frozenset('“"«')
_ENDED = re.compile(r"[.!?…][”\"»]?\s*$")
_BETWEEN = re.compile(r"[.!?…][”\"»]?\s")


def apart(text: str, found: Sequence[Found]) -> list[Found]:
    """The outermost statements: what is told within one is read when that one is, and each quoted sentence stands alone."""
    told = Places([(piece, one) for one in found for piece in one.content])
    made: list[Found] = []
    for one in found:
        sure = one.confidence >= (LEAST if one.source else UNNAMED)
        if sure and not any(other is not one and _within(one.cue, other) for other in told.touching(one.cue)):
            made.extend(_each(text, one))
    return made


def _within(cue: tuple[Piece, ...], other: Found) -> bool:
    return bool(cue) and all(any(s <= start and end <= e for s, e in other.content) for start, end in cue)


def _each(text: str, one: Found) -> list[Found]:
    """ "The pilots are alive," a diplomat said. "One has a broken wrist." - two statements."""
    kept: list[Piece] = [one.content[0]]
    more: list[Piece] = []
    for piece in one.content[1:]:
        cut = text[piece[0]] in _OPENS and _BETWEEN.search(text, kept[-1][1], piece[0])
        if cut and not _ENDED.search(text[max(0, piece[0] - 4) : piece[0]]):
            continue  # ": “..." is what somebody else answers
        (more if cut or more else kept).append(piece)
    return [
        Found(one.source, one.cue, tuple(kept), one.confidence),
        *(Found(one.source, (), (piece,), one.confidence) for piece in more),
    ]
