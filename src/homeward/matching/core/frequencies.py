"""How often values are met on a side, so that what many share says little and what few share says much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.matching.core.days import is_day
from homeward.matching.core.fields import BOUNDS, PART_LEVELS
from homeward.matching.core.sides import Parts, Side, Sides
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
    right = both.right
    given, father, family = (np.zeros(len(right.parts)) for _ in range(3))
    for names in right.names:
        share = 1 / max(1, len(names))
        for name in names:
            _count(name, share, right.turned.get(right.scripts[name[0]], 0.0), given, father, family)
    days = Counter(birth.start for record in right.records for birth in record.births[:1] if is_day(birth))
    held = [_held(side) for side in {id(side): side for side in (both.left, both.right)}.values()]
    numbers = {key: max(count[key] for count in held) for count in held for key in count}
    return Frequencies(
        _by_level(both, given),
        _by_level(both, father),
        _by_level(both, family),
        float(given.sum()),
        float(father.sum()),
        float(family.sum()),
        days,
        numbers,
        len(right.records),
        np.array([bool(known().of((part,)) & _widely_borne()) for part in both.left.parts], bool),
    )


@lru_cache(maxsize=1)
def _widely_borne() -> frozenset[int]:
    return known().of(WIDELY_BORNE)


def _count(name: Parts, share: float, turned: float, given: Floats, father: Floats, family: Floats) -> None:
    if len(name) == 1:
        given[name[0]] += share / 2
        family[name[0]] += share / 2
        return
    for weight, first, middles, last in (
        (1 - turned, name[0], name[1:-1], name[-1]),
        (turned, name[1], name[2:], name[0]),
    ):
        if weight:
            given[first] += share * weight
            family[last] += share * weight
            for part in middles[:2]:
                father[part] += share * weight


def _by_level(both: Sides, counts: Floats) -> Floats:
    """For each part of the left, how often parts of each level to it are met on the right."""
    found = np.zeros((len(both.left.parts), len(PART_LEVELS) - 1))
    if len(both.spellings.pairs):
        a, b = both.spellings.pairs // len(both.right.parts), both.spellings.pairs % len(both.right.parts)
        values = both.spellings.of(a, b)
        level = np.searchsorted(-np.array(BOUNDS), -values, side="left")
        kept = level < len(BOUNDS)
        np.add.at(found, (a[kept], level[kept]), counts[b[kept]])
    return found


def _held(side: Side) -> Counter[str]:
    keys: Iterable[str] = (key for record in side.records for key in {number.key for number in record.numbers})
    return Counter(keys)
