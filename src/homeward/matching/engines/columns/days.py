"""Days of birth of many pairs of records at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from homeward.matching.core.days import CONVERTED, DAYS, READ, is_day, is_default
from homeward.matching.core.fields import MISSING, SAME_DAYS
from homeward.matching.core.ragged import Flags, Ints, Ragged, spread
from homeward.matching.core.record import Birth, Record

_AT = {level: at for at, level in enumerate(DAYS)}


@dataclass(slots=True, eq=False)
class Births:
    """All readings of a side in columns, and which are whose."""

    of: Ragged
    start: Ints
    until: Ints
    year: Ints
    month: Ints
    day: Ints
    digits: Ints
    exact: Flags
    default: Flags
    converted: Flags

    @classmethod
    def read(cls, records: Sequence[Record]) -> Births:
        held: list[Birth] = [birth for record in records for birth in record.births[:READ]]
        sizes = [min(READ, len(record.births)) for record in records]
        starts = [birth.start for birth in held]
        year, month, day = (
            np.array([getattr(each, name) for each in starts], np.int64) for name in ("year", "month", "day")
        )
        written = year * 10_000 + month * 100 + day
        return cls(
            Ragged(np.arange(len(held)), np.concatenate([[0], np.cumsum(np.array(sizes, np.int64))])),
            np.array([each.toordinal() for each in starts], np.int64),
            np.array([birth.until.toordinal() for birth in held], np.int64),
            year,
            month,
            day,
            written[:, None] // 10 ** np.arange(7, -1, -1) % 10,
            np.array([is_day(birth) for birth in held], bool),
            np.array([is_default(each) for each in starts], bool),
            np.array([bool(CONVERTED & {*birth.flags}) for birth in held], bool),
        )


def levels(left: Births, right: Births, i: Ints, j: Ints) -> tuple[Ints, Ints]:
    """The level of each pair as a number, and the day that both have, as an ordinal, 0 for none."""
    pair, a, b = spread(left.of, right.of, i, j)
    found = np.full(len(i), _AT[MISSING])
    every = _levels(left, right, a, b)
    np.minimum.at(found, pair, every)
    same = left.start[a] == right.start[b]
    day = np.full(len(i), np.iinfo(np.int64).max)
    np.minimum.at(day, pair[same], left.start[a[same]])
    return found, np.where((found <= _AT[SAME_DAYS[-1]]) & (day < np.iinfo(np.int64).max), day, 0)


def _levels(left: Births, right: Births, a: Ints, b: Ints) -> Ints:
    one = {name: getattr(left, name)[a] for name in left.__slots__ if name != "of"}
    other = {name: getattr(right, name)[b] for name in right.__slots__ if name != "of"}
    touching = (one["start"] < other["until"]) & (other["start"] < one["until"])
    longest = np.maximum(one["until"] - one["start"], other["until"] - other["start"])
    apart = np.maximum(other["start"] - one["until"], one["start"] - other["until"]) + 1
    ranges = np.select(
        [touching & (longest <= 31), touching, apart <= 366],
        [_AT["same month"], _AT["years overlap"], _AT["year beside"]],
        _AT["other year"],
    )
    same_year = one["year"] == other["year"]
    days = np.select(
        [
            (one["start"] == other["start"]) & ~one["default"],
            one["start"] == other["start"],
            (one["converted"] | other["converted"]) & (np.abs(one["start"] - other["start"]) <= 2),
            same_year & (one["month"] == other["day"]) & (one["day"] == other["month"]),
            _one_digit(one["digits"], other["digits"]),
            same_year & (one["default"] | other["default"]),
            same_year & (one["month"] == other["month"]),
            same_year,
            np.abs(one["year"] - other["year"]) == 1,
        ],
        [
            _AT["same day"],
            _AT["same day for an unknown one"],
            _AT["about the same day"],
            _AT["day and month exchanged"],
            _AT["one digit differs"],
            _AT["years overlap"],
            _AT["same month"],
            _AT["same year"],
            _AT["year beside"],
        ],
        _AT["other year"],
    )
    return np.where(one["exact"] & other["exact"], days, ranges)


def _one_digit(one: Ints, other: Ints) -> Flags:
    differ = one != other
    number = differ.sum(1)
    found: Flags = number == 1
    two = np.flatnonzero(number == 2)
    first, last = differ[two].argmax(1), 7 - differ[two][:, ::-1].argmax(1)
    found[two] = (one[two, first] == other[two, last]) & (one[two, last] == other[two, first])
    return found
