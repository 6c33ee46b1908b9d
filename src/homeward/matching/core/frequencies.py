"""How often values are met on a side, so that what many share says little and what few share says much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.matching.core.fields import BOUNDS, PART_LEVELS
from homeward.matching.core.sides import Side, Sides
from homeward.matching.core.spellings import STEP
from homeward.names.known import known

Floats = npt.NDArray[np.float64]


WIDELY_BORNE = (
    "mohammed ahmed mahmoud ali hasan hussein ibrahim khaled omar yousef mustafa abdullah fatima mariam aisha khadija "
    "александр сергей дмитрий андрей алексей иван михаил анна елена мария ольга татьяна наталья иванов david moshe yosef sara "
    "rachel cohen levi mehmet fatma john maria"
).split()
"""Names that are borne by one of some fifty people or more wherever they are in use, in any of their spellings."""


@dataclass(frozen=True, slots=True, eq=False)
class Frequencies:
    """Counts on the right side for each part of the left: how many people there have a part of each level to it.

    `given`, `father`, `family` have a row for each part of the left and a column for each level but the last (OTHER);
    `given_of` and the others how many parts of that role there are. `days` counts days of birth, `numbers` those who
    hold a number, on the side that has more of it. `people` is the number of people on the right, `widely` marks parts of the
    left that are borne everywhere.
    """

    given: Floats
    father: Floats
    family: Floats
    given_of: float
    father_of: float
    family_of: float
    days: dict[Any, int]
    numbers: dict[str, int]
    people: int
    widely: npt.NDArray[np.bool_]


def frequencies(both: Sides) -> Frequencies:
    """Count the right side."""
    given, father, family = _roles(both.right)
    born = both.right.born
    days, met = np.unique(born.start[born.is_day], return_counts=True)
    return Frequencies(
        _by_level(both, given),
        _by_level(both, father),
        _by_level(both, family),
        float(given.sum()),
        float(father.sum()),
        float(family.sum()),
        dict(zip(map(date.fromordinal, days.tolist()), met.tolist(), strict=True)),
        _numbers(both),
        len(both.right.records),
        np.array([bool(known().of((part,)) & _widely_borne()) for part in both.left.book.parts], bool),
    )


@lru_cache(maxsize=1)
def _widely_borne() -> frozenset[int]:
    return known().of(WIDELY_BORNE)


def _roles(side: Side) -> tuple[Floats, Floats, Floats]:
    """How many people of a side bear each part as given name, as father's, and as family name; a name counts for each order."""
    book, many = side.book, len(side.book.parts)
    weight = np.bincount(side.own.flat, (1 / np.maximum(1, side.own.sizes))[side.own.rows()], len(book.names))
    used = np.flatnonzero(weight)
    table, size, weight = book.table[used], book.sizes[used], weight[used]
    turned = book.turned[book.scripts[table[:, 0]]]
    given, father, family = (np.zeros(many) for _ in range(3))
    alone = size == 1
    for counts in (given, family):
        counts += np.bincount(table[alone, 0], weight[alone] / 2, many)
    table, last, weight, turned = table[~alone], size[~alone] - 1, weight[~alone], turned[~alone]
    for share, first, middles, family_at in (
        (weight * (1 - turned), 0, 1, last),
        (weight * turned, 1, 2, np.zeros_like(last)),
    ):
        given += np.bincount(table[:, first], share, many)
        family += np.bincount(table[np.arange(len(table)), family_at], share, many)
        for at in (middles, middles + 1):
            there = at < np.where(family_at == 0, last + 1, last)
            father += np.bincount(table[there, at], share[there], many)
    return given, father, family


def _by_level(both: Sides, counts: Floats) -> Floats:
    """For each part of the left, how often parts of each level to it are met on the right."""
    lefts, levels = len(both.left.book.parts), len(PART_LEVELS) - 1
    if not len(both.spellings.pairs):
        return np.zeros((lefts, levels))
    a, b = np.divmod(both.spellings.pairs, len(both.right.book.parts))
    level = np.searchsorted(-np.array(BOUNDS), -both.spellings.values / STEP, side="left")
    kept = level < len(BOUNDS)
    found = np.bincount(a[kept] * levels + level[kept], counts[b[kept]], lefts * levels)
    return found.reshape(lefts, levels).astype(float)


def _numbers(both: Sides) -> dict[str, int]:
    """Of each number that both sides hold how many hold it, on the side that has more of it."""
    left = _held(both.left)
    right = left if both.right is both.left else _held(both.right, among=left)
    return {key: max(left[key], count) for key, count in right.items()}


def _held(side: Side, among: Container[str] | None = None) -> Counter[str]:
    return Counter(
        key
        for record in side.records
        for key in {number.key for number in record.numbers}
        if among is None or key in among
    )
