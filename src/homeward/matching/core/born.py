"""The first reading of the births of many records, in columns: what blocking and counting need of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from homeward.matching.core.ragged import Flags, Ints, Long
from homeward.matching.core.record import Record

YEARS = 512
FIRST_YEAR = 1700
DAYS = 1 << 18
"""More than any number of a day has."""
_EPOCH = 719_163
"""1 January 1970 as an ordinal."""


@dataclass(frozen=True, slots=True, eq=False)
class Born:
    """`start` is an ordinal, 0 for none; `is_day` says that one day is meant."""

    start: Long
    is_day: Flags

    @classmethod
    def read(cls, records: Sequence[Record]) -> Born:
        firsts = [record.births[0] if record.births else None for record in records]
        start = np.array([birth.start.toordinal() if birth else 0 for birth in firsts], np.int64)
        until = np.array([birth.until.toordinal() if birth else 0 for birth in firsts], np.int64)
        return cls(start, until - start == 1)

    def years(self) -> Long:
        """A number for the year of each, 0 for none."""
        year = self._dates().astype("M8[Y]").astype(np.int64) + 1970
        return np.where(self.start > 0, np.clip(year - FIRST_YEAR, 1, YEARS - 2), 0)

    def days(self, *, exchanged: bool = False) -> Long:
        """A number for each full day, or for the day that it is with day and month exchanged; 0 for none."""
        dates = self._dates()
        months = dates.astype("M8[M]")
        year = np.clip(dates.astype("M8[Y]").astype(np.int64) + 1970 - FIRST_YEAR, 0, YEARS - 1)
        month: Ints = (months - dates.astype("M8[Y]")).astype(np.int64) + 1
        day: Ints = (dates - months).astype(np.int64) + 1
        told = self.is_day
        if exchanged:
            told, month, day = told & (day <= 12) & (day != month), day, month
        return np.where(told, year * 512 + month * 32 + day, 0)

    def _dates(self) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
        return (self.start - _EPOCH).astype("M8[D]")
