"""Two households held against each other: whose names are found again in the other, each once."""

from __future__ import annotations

from collections.abc import Iterable

from homeward.matching.core.fields import PART_LEVELS, SAME, part_level

NEAR_ENOUGH = -2.5
"""The lowest value of any part at which two names of a household are still held to be one."""


def is_one(given: float, every: Iterable[float]) -> bool:
    """Whether two names are held to be one: given names alike, and nothing in them that speaks against; values of parts."""
    return PART_LEVELS.index(part_level(given)) <= PART_LEVELS.index(SAME) and min(every) >= NEAR_ENOUGH


def household_level(pairs: Iterable[tuple[float, int, int]], of: int) -> str:
    """The level of two households, the smaller one with `of` people, out of totals and places of names that are one."""
    left: set[int] = set()
    right: set[int] = set()
    for _, a, b in sorted((-total, a, b) for total, a, b in pairs):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
    found = len(left)
    return "none" if not found else "all" if found == of else "most" if 2 * found >= of else "some"
