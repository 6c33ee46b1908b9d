"""Pairs that households bring back: whoever else stands in two households of which several people have been found in each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from homeward.matching.core.ragged import Long, distinct, times
from homeward.matching.core.record import Record
from homeward.matching.core.sides import Sides

AT_HOME = 60
"""So many pairs of people two households may have to be compared one by one."""


def by_households(both: Sides, codes: Long) -> Long:
    """All pairs of people of two households of which two or more different people have been found in each other."""
    rights = len(both.right.records)
    left, right = (_households(side.records) for side in (both.left, both.right))
    i, j = np.divmod(codes, max(1, rights))
    known = (left[i] >= 0) & (right[j] >= 0)
    i, j = i[known], j[known]
    wide = int(right.max(initial=0)) + 1
    house = left[i] * wide + right[j]
    # As many on either side: one man who is like three brothers is one.
    ones, others = (_counted(house, who, size) for who, size in ((i, len(left)), (j, len(right))))
    met = np.intersect1d(ones, others, assume_unique=True)
    members = []
    for side, number in ((left, met // wide), (right, met % wide)):
        order = np.argsort(side, kind="stable")
        start = np.searchsorted(side[order], number)
        members.append((order, start, np.searchsorted(side[order], number, side="right") - start))
    (first, begin, many), (second, start, more) = members
    # A household of hundreds is none: somebody gave one number to a whole list.
    row, within = times(np.where(many * more <= AT_HOME, many * more, 0))
    return first[begin[row] + within // more[row]] * rights + second[start[row] + within % more[row]]


def _counted(house: Long, who: Long, size: int) -> Long:
    """The pairs of households in which two or more different people stand."""
    each = distinct(house * size + who) // size
    return (
        each[1:][(each[1:] == each[:-1]) & np.append(True, each[2:] != each[1:-1])[: len(each) - 1]]
        if len(each) > 1
        else each[:0]
    )


def _households(records: Sequence[Record]) -> Long:
    """A number for the household of each record, -1 where it is not known."""
    numbers: dict[str, int] = {}
    return np.array(
        [numbers.setdefault(each.household, len(numbers)) if each.household else -1 for each in records], np.int64
    )
