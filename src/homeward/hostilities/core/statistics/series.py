"""A daily series as statistics take it: counts with gaps, and the frame that was chosen before anybody looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import isfinite


@dataclass(frozen=True, slots=True)
class Frame:
    """Where, between whom and what is counted; chosen before looking, since another frame can turn a result round."""

    place: str
    parties: str
    measure: str

    def __str__(self) -> str:
        return f"{self.measure}, {self.place}, {self.parties}"


@dataclass(frozen=True, slots=True)
class Daily:
    """A count for each day from `first` on; none is a day of which nothing is known, and never a zero."""

    first: date
    counts: tuple[float | None, ...]
    frame: Frame

    @classmethod
    def of(cls, counts: Mapping[date, float | None], frame: Frame) -> Daily:
        """The series of these days; days between them that are not there are gaps."""
        if not counts:
            return cls(date.min, (), frame)
        first, last = min(counts), max(counts)
        days = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
        return cls(first, tuple(counts.get(day) for day in days), frame)

    @property
    def until(self) -> date:
        """The day after the last one."""
        return self.first + timedelta(days=len(self.counts))

    def day(self, index: int) -> date:
        return self.first + timedelta(days=index)

    def index(self, day: date) -> int:
        """Where a day stands; below zero or past the end when it is not in the series."""
        return (day - self.first).days

    def between(self, start: date, until: date) -> Daily:
        """The days from `start` until before `until`, as far as the series has them."""
        lo = min(max(0, self.index(start)), len(self.counts))
        hi = max(lo, min(len(self.counts), self.index(until)))
        return replace(self, first=self.day(lo) if hi > lo else self.first, counts=self.counts[lo:hi])

    @property
    def gaps(self) -> int:
        """How many days nothing is known of."""
        return sum(each is None for each in self.counts)

    @property
    def unreadable(self) -> int:
        """How many counts are no counts: below zero, or no number."""
        return sum(each is not None and (not isfinite(each) or each < 0) for each in self.counts)

    def plain(self) -> Daily:
        """The same with every count that is none as a gap."""
        kept = (None if each is None or not isfinite(each) or each < 0 else float(each) for each in self.counts)
        return replace(self, counts=tuple(kept))
