"""Which attributions of a text stand at a place of it, in the time of a search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from homeward.reading.core.found import Piece
from homeward.reading.core.layers import Found


class Places:
    """Finds what stands at places of a text, in the time of a search."""

    def __init__(self, places: list[tuple[Piece, Found]]) -> None:
        self._places = sorted(places, key=lambda each: each[0])
        self._longest = max((end - start for (start, end), _ in self._places), default=0)

    def touching(self, pieces: Sequence[Piece]) -> list[Found]:
        """All that share a code point with one of these pieces."""
        found = []
        for start, end in pieces:
            at = bisect_left(self._places, start - self._longest, key=lambda each: each[0][0])
            while at < len(self._places) and self._places[at][0][0] < end:
                if self._places[at][0][1] > start:
                    found.append(self._places[at][1])
                at += 1
        return found
