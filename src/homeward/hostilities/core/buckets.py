"""Days of a series put together to weeks or months; a day without a number stays one, and makes what it stands in partly known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Protocol

MOST_DAYS, MOST_WEEKS = 370, 3_700
"""Days of a series up to which it is told by day, and by week; a longer one is told by month."""


class By(StrEnum):
    """How many days stand together."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Counted(Protocol):
    """A day of a series with its numbers; none on a gap."""

    @property
    def date(self) -> date: ...
    @property
    def low(self) -> int | None: ...
    @property
    def best(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def events(self) -> int: ...
    @property
    def gap(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Bucket:
    """Days together: the sums over the `known` ones among them; no number at all where none is known."""

    first: date
    last: date
    low: int | None
    best: int | None
    high: int | None
    events: int
    known: int
    gaps: int

    @property
    def is_gap(self) -> bool:
        return not self.known

    @property
    def is_partial(self) -> bool:
        """Whether some of its days are not known: its sum is then of the others only."""
        return bool(self.known and self.gaps)


def finest(days: int, wanted: str = "") -> By:
    """How so many days are told: as wanted, unless that would be too many to see."""
    least = By.DAY if days <= MOST_DAYS else By.WEEK if days <= MOST_WEEKS else By.MONTH
    order = list(By)
    return max(least, By(wanted), key=order.index) if wanted in order else least


def buckets(days: Iterable[Counted], by: By) -> list[Bucket]:
    """The days in their order, put together by day, by week from Monday on, or by month."""
    return [_bucket(list(together)) for _, together in groupby(days, key=lambda each: _begins(each.date, by))]


def _begins(day: date, by: By) -> date:
    if by is By.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if by is By.MONTH else day


def _bucket(together: list[Counted]) -> Bucket:
    known = [each for each in together if not each.gap]
    return Bucket(
        first=together[0].date,
        last=together[-1].date,
        low=_sum(each.low for each in known),
        best=_sum(each.best for each in known),
        high=_sum(each.high for each in known),
        events=sum(each.events for each in known),
        known=len(known),
        gaps=len(together) - len(known),
    )


def _sum(numbers: Iterator[int | None]) -> int | None:
    """The sum; none of nothing, and none where one of them is."""
    found = list(numbers)
    return None if not found or None in found else sum(each for each in found if each is not None)
