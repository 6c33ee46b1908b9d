"""Which pairs are compared at all: few enough to be weighed, and nearly all that are one person's.

Two records are compared when they share a key: two classes of alike parts of names, a class and the day of birth, a rare class
alone, or a number but for one slip. The left is gone through some thousands at a time, so that memory does not grow with it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from homeward.matching.core.born import DAYS, YEARS
from homeward.matching.core.joining import Keys, Pairs, asked, gathered, joined, together
from homeward.matching.core.keys import Held, held
from homeward.matching.core.ragged import Ints, Long, distinct
from homeward.matching.core.regained import by_households
from homeward.matching.core.sides import Side, Sides
from homeward.matching.core.slips import slips

FEW = 40_000
"""Pairs of two small sides that are all compared."""
TWO_PARTS, WITH_YEAR, YEAR_BESIDE, THREE_PARTS, WITH_DAY, ONE_OF_YEAR, ONE_PART, NUMBERED = (
    800,
    40,
    15,
    800,
    60,
    12,
    8,
    20,
)
"""So many on the right may share a key before it says too little to be followed: two classes; these with the year of birth,
the year beside it, or a third class, where two alone are too common; a class with the day of birth or its year; a class
alone; a number but for one slip."""
OTHER_YEAR, SAME_YEAR, OTHER_SEX = -5.0, 2.0, -4.0
"""Bits that the year of birth and the sex add when it is decided whose keys are followed."""
WEIGHED, FEWEST, MOST = 5_000_000, 12, 250
"""So many pairs are weighed in all; of each on the left at least and at most so many, those whose keys are rarest, beside
whoever has a like number or stands in a household that was found again."""
AT_ONCE = 8_192
"""So many of the left are looked for together."""


def candidates(both: Sides) -> tuple[Long, Long]:
    """Pairs to be weighed, as places on the left and on the right, in order."""
    lefts, rights = len(both.left.records), len(both.right.records)
    if lefts * rights <= FEW:
        return np.divmod(np.arange(lefts * rights, dtype=np.int64), max(1, rights))
    left, right = held(both)
    born = _Born(both)
    found = [_numbered(both)]
    for start in range(0, lefts, AT_ONCE):
        pairs = together([*_by_names(left.of(left.owner[start : start + AT_ONCE]), right, born, rights)])
        found.append(_best(_beside_names(both, pairs, born), lefts, rights))
    codes = distinct(np.concatenate(found))
    codes = distinct(np.concatenate([codes, by_households(both, codes)]))
    return np.divmod(codes, rights)


class _Born:
    """Years and days of birth of both sides, by which keys are told apart."""

    def __init__(self, both: Sides) -> None:
        self.years = both.left.born.years(), both.right.born.years()
        self.days = both.left.born.days(), both.right.born.days()
        self.exchanged = both.left.born.days(exchanged=True)


def _by_names(left: Held, right: Held, born: _Born, rights: int) -> Iterator[Pairs]:
    theirs = asked([right.two], left.two)
    found, common = joined(left.two, theirs, rights, TWO_PARTS)
    yield found
    # What two classes leave too many for is asked again with the year of birth, or with a third class.
    many = left.two.of(common)
    theirs = _beside(asked([theirs], many), born.years[1], YEARS)
    for year, most in ((0, WITH_YEAR), (-1, YEAR_BESIDE), (1, YEAR_BESIDE)):
        yield _shared(_beside(many, born.years[0], YEARS, year), theirs, rights, most)
    yield _shared(left.of(distinct(many.owner)).three, right.three, rights, THREE_PARTS)
    theirs = _beside(right.one, born.days[1], DAYS)
    for days in (born.days[0], born.exchanged):
        yield _shared(_beside(left.one, days, DAYS), theirs, rights, WITH_DAY)
    yield _shared(
        _beside(left.one, born.years[0], YEARS), _beside(right.one, born.years[1], YEARS), rights, ONE_OF_YEAR
    )
    yield _shared(left.one, right.one, rights, ONE_PART)


def _shared(left: Keys, right: Keys, rights: int, most: int) -> Pairs:
    return joined(left, asked([right], left), rights, most)[0]


def _beside(keys: Keys, told: Long, wide: int, more: int = 0) -> Keys:
    """Keys with a number of their owner beside them, of those for whom it is known."""
    known = keys.of(told[keys.owner] > 0)
    return Keys(known.owner, known.code * wide + told[known.owner] + more)


def _beside_names(both: Sides, pairs: Pairs, born: _Born) -> Pairs:
    """The same pairs, with what year of birth and sex say roughly."""
    i, j = np.divmod(pairs.codes, len(both.right.records))
    one, other = born.years[0][i], born.years[1][j]
    apart = np.abs(one - other)
    of_year = np.where(apart == 0, SAME_YEAR, np.where(apart == 1, 0, OTHER_YEAR)) * ((one > 0) & (other > 0))
    sex, its = _sexes(both.left)[i], _sexes(both.right)[j]
    of_sex = OTHER_SEX * ((sex > 0) & (its > 0) & (sex != its))
    return Pairs(pairs.codes, (pairs.bits + of_year + of_sex).astype(np.float32))


def _sexes(side: Side) -> Ints:
    return np.array(["?MF".find(each.sex or "?") for each in side.records], np.int8)


def _best(pairs: Pairs, lefts: int, rights: int) -> Long:
    """Of each left the pairs with most bits."""
    owner = pairs.codes // rights
    order = np.lexsort((pairs.codes, -pairs.bits, owner))
    rank = np.arange(len(order)) - np.searchsorted(owner, owner)[order]
    return pairs.codes[order[rank < min(MOST, max(FEWEST, WEIGHED // max(1, lefts)))]]


def _numbered(both: Sides) -> Long:
    """Pairs of records that hold a like number."""
    left = gathered(_slips(both.left))
    return joined(left, asked(_slips(both.right), left), len(both.right.records), NUMBERED)[0].codes


def _slips(side: Side) -> Iterator[Keys]:
    held = [(at, number.key) for at, record in enumerate(side.records) for number in record.numbers]
    owner = np.array([at for at, _ in held], np.int64)
    for keys in slips([number for _, number in held]):
        yield Keys(owner[keys.owner], keys.code)
