"""Who belongs to one household, out of what voices say: pairs joined until nothing is left to join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

LARGEST = 40
"""What more rows of one list than this give as their household is no household, but a word that a column repeats."""


def joined(pairs: Iterable[tuple[UUID, UUID]]) -> list[frozenset[UUID]]:
    """The groups that these pairs make, the largest first."""
    above: dict[UUID, UUID] = {}

    def top(each: UUID) -> UUID:
        above.setdefault(each, each)
        while above[each] != each:
            above[each] = above[above[each]]
            each = above[each]
        return each

    for one, other in pairs:
        above[top(one)] = top(other)
    groups: dict[UUID, set[UUID]] = defaultdict(set)
    for each in list(above):
        groups[top(each)].add(each)
    return sorted(map(frozenset, groups.values()), key=lambda group: (-len(group), min(map(str, group))))


def split(nationalities: Iterable[Iterable[str]]) -> bool:
    """Whether no country is that of all whose country is known: one list or permission will not carry the whole household."""
    known = [set(each) for each in nationalities if each]
    return len(known) > 1 and not set.intersection(*known)
