"""What was not read: sentences in which somebody seems to say something, and of which no proposal was made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import WIDEST
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.words import Words


def unread(text: Words, telling: Iterable[int], proposals: Iterable[Proposal]) -> list[Piece]:
    """The sentences with a word of saying, given by the places of those words, in which no proposal has its cue.

    A sentence that runs on for pages is taken in stretches, so that one proposal in it does not hide the rest.
    """
    stretches = _stretches(text)
    starts = [start for start, _ in stretches]

    def of(places: Iterable[int]) -> set[int]:
        return {bisect_right(starts, place) - 1 for place in places}

    read = of(start for one in proposals for start, _ in one.cue or one.content)
    return [stretches[number] for number in sorted(of(telling) - read) if number >= 0]


def _stretches(text: Words) -> list[Piece]:
    """The sentences without the blanks around them, none longer than is looked at as one."""
    found: list[Piece] = []
    ends = text.sentences | text.paragraphs
    start: int | None = None
    for number, end in enumerate(text.ends):
        start = text.starts[number] if start is None else start
        last = number + 1 == len(text)
        if number in ends or last or text.ends[number + 1] - start > WIDEST:
            found.append((start, end))
            start = None
    return found
