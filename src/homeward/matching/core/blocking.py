"""Which pairs are compared at all: few enough to be weighed, and nearly all that are one person's.

Parts of names on the right that are spelled alike are put into classes, each part into one. A part of the left asks for all
classes in which a part is alike to it, so putting parts together loses no pair; it only saves keys. Two records are compared
when they share a key: two classes, a class and the day of birth, a rare class alone, or a number but for one slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from homeward.matching.core.days import is_day
from homeward.matching.core.numbers import signs
from homeward.matching.core.record import Birth, Record
from homeward.matching.core.sides import Side, Sides

Ints = npt.NDArray[np.integer[Any]]
Long = npt.NDArray[np.int64]

FEW = 40_000
"""Pairs of two small sides that are all compared."""
ALIKE = -6.0
"""Parts of at least this value share a class."""
STRONG = 1.5
"""Parts of at least this value to one part are put into one class."""
TWO_PARTS, WITH_YEAR, YEAR_BESIDE, THREE_PARTS, WITH_DAY, ONE_OF_YEAR, ONE_PART, NUMBERED = (
    40,
    40,
    15,
    40,
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
WEIGHED, FEWEST, MOST = 1_500_000, 12, 100
"""So many pairs are weighed in all; of each on the left at least and at most so many, those whose keys are rarest, beside
whoever has a like number or stands in a household that was found again."""
AT_HOME = 60
"""So many pairs of people two households may have to be compared one by one."""
YEARS = 512
FIRST_YEAR = 1700
DAYS = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Classes of the parts of names: of which name of which record, at which place in it; ordered by name."""

    owner: Long
    name: Long
    place: Long
    code: Long


def candidates(both: Sides) -> tuple[Long, Long]:
    """Pairs to be weighed, as places on the left and on the right, in order."""
    lefts, rights = len(both.left.records), len(both.right.records)
    if lefts * rights <= FEW:
        i, j = np.divmod(np.arange(lefts * rights, dtype=np.int64), max(1, rights))
        return i, j
    pairs = _together([*_by_names(both)])
    best = _best(_beside_names(both, pairs), lefts, rights)
    codes = distinct(np.concatenate([best, _by_numbers(both).codes]))
    codes = distinct(np.concatenate([codes, _by_households(both, codes)]))
    return codes // rights, codes % rights


@dataclass(frozen=True, slots=True, eq=False)
class _Pairs:
    """Codes of pairs in order, each once, and in how many bits the keys that they share are rare."""

    codes: Long
    bits: npt.NDArray[np.float32]


def distinct(codes: Long) -> Long:
    """Each code once, in order; sorting is quicker here than hashing."""
    ordered = np.sort(codes)
    fresh = np.ones(len(ordered), bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]


def _together(joins: list[_Pairs]) -> _Pairs:
    """Pairs of several keys, their bits added."""
    codes, bits = np.concatenate([each.codes for each in joins]), np.concatenate([each.bits for each in joins])
    order = np.argsort(codes)
    codes, bits = codes[order], bits[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    return _Pairs(codes[first], np.add.reduceat(bits, first).astype(np.float32) if len(first) else bits)


def _beside_names(both: Sides, pairs: _Pairs) -> _Pairs:
    """The same pairs, with what year of birth and sex say roughly."""
    rights = len(both.right.records)
    i, j = pairs.codes // rights, pairs.codes % rights
    years = [_years(side.records) for side in (both.left, both.right)]
    one, other = years[0][i], years[1][j]
    apart = np.abs(one - other)
    of_year = np.where(apart == 0, SAME_YEAR, np.where(apart == 1, 0, OTHER_YEAR)) * ((one > 0) & (other > 0))
    sexes = [np.array(["?MF".find(each.sex or "?") for each in side.records]) for side in (both.left, both.right)]
    one, other = sexes[0][i], sexes[1][j]
    of_sex = OTHER_SEX * ((one > 0) & (other > 0) & (one != other))
    return _Pairs(pairs.codes, (pairs.bits + of_year + of_sex).astype(np.float32))


def _best(pairs: _Pairs, lefts: int, rights: int) -> Long:
    """Of each left the pairs with most bits."""
    owner = pairs.codes // rights
    order = np.lexsort((pairs.codes, -pairs.bits, owner))
    begins = np.searchsorted(owner, np.arange(lefts))[owner[order]]
    rank = np.arange(len(order)) - begins
    return pairs.codes[order[rank < min(MOST, max(FEWEST, WEIGHED // max(1, lefts)))]]


def _by_households(both: Sides, codes: Long) -> Long:
    """All pairs of people of two households of which two or more different people have been found in each other."""
    rights = len(both.right.records)
    left, right = (_households(side.records) for side in (both.left, both.right))
    i, j = codes // rights, codes % rights
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
    row, within = _spread(np.where(many * more <= AT_HOME, many * more, 0))
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


def _by_names(both: Sides) -> Iterator[_Pairs]:
    classes, count = _classes(both)
    left = _held(both.left, *_asked(both, classes))
    right = _held(both.right, classes, np.arange(len(classes) + 1))
    rights = len(both.right.records)
    one, other = (_two(side, count) for side in (left, right))
    found, common = _joined(one, other, rights, TWO_PARTS)
    yield found
    # What two classes leave too many for is asked again with the year of birth, or with a third class.
    owner, key = (each[common] for each in one)
    years = [_years(side.records) for side in (both.left, both.right)]
    there = years[1][other[0]] > 0
    held = other[0][there], other[1][there] * YEARS + years[1][other[0][there]]
    known = years[0][owner] > 0
    for beside, most in ((0, WITH_YEAR), (-1, YEAR_BESIDE), (1, YEAR_BESIDE)):
        asked = owner[known], key[known] * YEARS + years[0][owner[known]] + beside
        yield _joined(asked, held, rights, most)[0]
    yield _joined(_three(left, count, distinct(owner)), _three(right, count, None), rights, THREE_PARTS)[0]
    days = _days(both.right.records)
    for asked_days in (_days(both.left.records), _days(both.left.records, exchanged=True)):
        yield _joined(_with_day(left, asked_days), _with_day(right, days), rights, WITH_DAY)[0]
    yield _joined(_with_day(left, years[0]), _with_day(right, years[1]), rights, ONE_OF_YEAR)[0]
    yield _joined((left.owner, left.code), (right.owner, right.code), rights, ONE_PART)[0]


def _classes(both: Sides) -> tuple[Long, int]:
    """The class of each part of the right, and how many there are."""
    rights = max(1, len(both.right.parts))
    strong = both.spellings.values >= STRONG * 8
    a, b = both.spellings.pairs[strong] // rights, both.spellings.pairs[strong] % rights
    starts = np.searchsorted(a, np.arange(len(both.left.parts) + 1))
    found = np.full(len(both.right.parts), -1, np.int64)
    number = 0
    for part in np.argsort(-np.diff(starts), kind="stable").tolist():
        group = b[starts[part] : starts[part + 1]]
        fresh = group[found[group] < 0]
        if len(fresh):
            found[fresh] = number
            number += 1
    rest = np.flatnonzero(found < 0)
    found[rest] = number + np.arange(len(rest))
    return found, number + len(rest)


def _asked(both: Sides, classes: Long) -> tuple[Long, Long]:
    """For each part of the left the classes that it asks for, one after another, and where those of each begin."""
    rights = max(1, len(both.right.parts))
    alike = both.spellings.values >= ALIKE * 8
    a, b = both.spellings.pairs[alike] // rights, both.spellings.pairs[alike] % rights
    codes = distinct(a * (len(classes) + 1) + classes[b])
    part, code = codes // (len(classes) + 1), codes % (len(classes) + 1)
    return code, np.searchsorted(part, np.arange(len(both.left.parts) + 1))


def _held(side: Side, codes: Long, starts: Long) -> _Held:
    """The classes of all parts of all names of a side."""
    names = [(owner, name) for owner, held in enumerate(side.names) for name in held]
    sizes = np.array([len(name) for _, name in names], np.int64)
    parts = np.fromiter((part for _, name in names for part in name), np.int64, int(sizes.sum()))
    owner = np.repeat(np.array([owner for owner, _ in names], np.int64), sizes)
    name = np.repeat(np.arange(len(names), dtype=np.int64), sizes)
    many = starts[parts + 1] - starts[parts]
    row, within = _spread(many)
    return _Held(owner[row], name[row], row, codes[starts[parts][row] + within])


def _spread(many: Long) -> tuple[Long, Long]:
    """Rows repeated so many times each, and which time it is."""
    row = np.repeat(np.arange(len(many), dtype=np.int64), many)
    return row, np.arange(len(row), dtype=np.int64) - np.repeat(np.cumsum(many) - many, many)


def _two(held: _Held, count: int) -> tuple[Long, Long]:
    """Owner and key of every two classes of different parts of a name."""
    first, second = _every_two(held)
    low, high = np.minimum(held.code[first], held.code[second]), np.maximum(held.code[first], held.code[second])
    return held.owner[first], low * count + high


def _every_two(held: _Held) -> tuple[Long, Long]:
    """Rows of one name two by two, the first of a part that stands before the second's."""
    starts = np.searchsorted(held.name, np.arange(held.name[-1] + 2)) if len(held.name) else np.zeros(1, np.int64)
    size = np.diff(starts)
    group, within = _spread(size * size)
    first, second = starts[group] + within // size[group], starts[group] + within % size[group]
    kept = held.place[first] < held.place[second]
    return first[kept], second[kept]


def _three(held: _Held, count: int, owners: Long | None) -> tuple[Long, Long]:
    """Owner and key of every three classes of different parts of a name, of some owners or of all."""
    if owners is not None:
        kept = np.isin(held.owner, owners)
        held = _Held(
            held.owner[kept], np.unique(held.name[kept], return_inverse=True)[1], held.place[kept], held.code[kept]
        )
    first, second = _every_two(held)
    if not len(first):
        return held.owner[:0], held.code[:0]
    ends = np.searchsorted(held.name, held.name, side="right")
    third, within = _spread(ends[second] - second - 1)
    last = second[third] + 1 + within
    kept = held.place[second[third]] < held.place[last]
    third, last = third[kept], last[kept]
    codes = np.sort(np.stack([held.code[first[third]], held.code[second[third]], held.code[last]]), axis=0)
    return held.owner[last], (codes[0] * count + codes[1]) * count + codes[2]


def _with_day(held: _Held, days: Long) -> tuple[Long, Long]:
    known = days[held.owner] > 0
    return held.owner[known], held.code[known] * DAYS + days[held.owner[known]]


def _joined(
    left: tuple[Long, Long], right: tuple[Long, Long], rights: int, most: int
) -> tuple[_Pairs, npt.NDArray[np.bool_]]:
    """Pairs that share a key which at most `most` on the right have, and which keys of the left are commoner."""
    order = np.argsort(right[1])
    owner, key = right[0][order], right[1][order]
    keys = np.flatnonzero(np.diff(key, prepend=-1))
    sizes = np.diff(np.append(keys, len(key)))
    at = np.minimum(np.searchsorted(key[keys], left[1]), max(0, len(keys) - 1))
    many = np.where(key[keys][at] == left[1], sizes[at], 0) if len(keys) else np.zeros(len(left[1]), np.int64)
    row, within = _spread(np.where(many <= most, many, 0))
    codes = left[0][row] * rights + owner[keys[at[row]] + within]
    bits = np.log2(rights / np.maximum(1, many)).astype(np.float32)[row]
    order = np.argsort(codes)
    codes, bits = codes[order], bits[order]
    first = np.flatnonzero(np.diff(codes, prepend=-1))
    return _Pairs(codes[first], np.maximum.reduceat(bits, first) if len(first) else bits), many > most


def _by_numbers(both: Sides) -> _Pairs:
    one, other = (_numbered(side) for side in (both.left, both.right))
    return _joined(one, other, len(both.right.records), NUMBERED)[0]


def _numbered(side: Side) -> tuple[Long, Long]:
    """Owner and key of every sign of every number; two signs that share a sum only bring a pair more."""
    found = [(owner, crc32(sign.encode())) for owner, record in enumerate(side.records)
             for number in record.numbers for sign in signs(number.key)]  # fmt: skip
    table = np.array(found, np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _of_births(records: Sequence[Record], number: Callable[[Birth], int]) -> Long:
    return np.array([number(record.births[0]) if record.births else 0 for record in records], np.int64)


def _years(records: Sequence[Record]) -> Long:
    return _of_births(records, lambda birth: min(YEARS - 2, max(1, birth.start.year - FIRST_YEAR)))


def _days(records: Sequence[Record], *, exchanged: bool = False) -> Long:
    """A number for each full day of birth, or for the day that it is with day and month exchanged; 0 for none."""

    def number(birth: Birth) -> int:
        month, day = (birth.start.day, birth.start.month) if exchanged else (birth.start.month, birth.start.day)
        if not is_day(birth) or month > 12 or (exchanged and day == month):
            return 0
        return min(YEARS - 1, max(0, birth.start.year - FIRST_YEAR)) * 512 + month * 32 + day

    return _of_births(records, number)
