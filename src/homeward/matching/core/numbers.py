"""Numbers of papers held against each other: equal, one slip of the hand apart, or other numbers."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.matching.core.fields import MISSING
from homeward.matching.core.record import Number

SHORTEST = 6
"""Numbers with fewer characters are equal or not; a slip in them makes too many of them one."""
LONGEST = 64
"""Characters of a number that are compared to find pairs."""
_TAKEN_FOR = str.maketrans("OQIBSZG", "0018526")


def number_level(ones: Sequence[Number], others: Sequence[Number]) -> str:
    """The closest that any number of the one comes to any number of the other."""
    if not ones or not others:
        return MISSING
    if {one.key for one in ones} & {other.key for other in others}:
        return "same"
    if any(slipped(one.key, other.key) for one in ones for other in others):
        return "one typing error"
    return "other" if any(_comparable(one, other) for one in ones for other in others) else MISSING


def slipped(one: str, other: str) -> bool:
    """Whether two different numbers are one slip apart: a character more, less or other, two exchanged, letters for digits."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    first, second = shape(one), shape(other)
    if first == second:
        return True
    if len(first) != len(second):
        shorter, longer = sorted((first, second), key=len)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    places = [at for at in range(len(first)) if first[at] != second[at]]
    if len(places) == 1:
        return True
    a, b = places[0], places[-1]
    return len(places) == 2 and b == a + 1 and first[a] == second[b] and first[b] == second[a]


def shape(key: str) -> str:
    """A number with the letters that are taken for digits written as these: O as 0, I as 1."""
    return key.translate(_TAKEN_FOR)


def _comparable(one: Number, other: Number) -> bool:
    """Whether one person has but one such paper: of another kind or country it says nothing of this one."""
    kinds = one.kind == other.kind or not one.kind or not other.kind
    countries = one.country == other.country or not one.country or not other.country
    return kinds and countries
