"""Stretches of a text that are spoken for, so that nothing is found twice."""

from __future__ import annotations

from bisect import bisect_left, insort


class Taken:
    """Stretches that do not overlap; asked and filled in the time of a search."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of this stretch is taken."""
        at = bisect_left(self._stretches, (start, start))
        before = self._stretches[at - 1][1] if at else start
        behind = self._stretches[at][0] if at < len(self._stretches) else end
        return before <= start and end <= behind

    def take(self, start: int, end: int) -> bool:
        """Take a stretch unless something of it is taken; says whether it was free."""
        if not self.free(start, end):
            return False
        insort(self._stretches, (start, end))
        return True
