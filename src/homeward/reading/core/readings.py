"""A reading: everything that one reader makes of one text, what it did not read included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from homeward.reading.core.found import Piece
from homeward.reading.core.proposals import Proposal


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is proposed to say, by which reader, and counted from which day.

    `until` is the code point up to which the text was read; `unread` are the sentences before it that tell of somebody saying
    something and of which nothing was proposed.
    """

    text: str
    reader: str
    hash: str
    language: str
    published: date | None
    until: int
    proposals: tuple[Proposal, ...]
    unread: tuple[Piece, ...]
