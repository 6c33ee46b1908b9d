"""Statements of a report, each by itself: a quotation that goes on in a sentence of its own is one more of the same speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found

LEAST = 0.34
"""How sure the reader must be of a statement for a person to be shown it."""
_OPENS = frozenset('“"«')
_BETWEEN = re.compile(r"[.!?…][”\"»]?\s")


def apart(text: str, found: Sequence[Found]) -> list[Found]:
    """The outermost statements: what is told within one is read when that one is, and each quoted sentence stands alone."""
    made: list[Found] = []
    for one in found:
        if one.confidence >= LEAST and not any(other is not one and _within(one.cue, other) for other in found):
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
        (more if cut or more else kept).append(piece)
    return [
        Found(one.source, one.cue, tuple(kept), one.confidence),
        *(Found(one.source, (), (piece,), one.confidence) for piece in more),
    ]
