"""Where people stand when lists and the register are set beside each other: entries sorted, people placed on a list.

Nothing here is a judgement of who is who: groups of ids that are one, and pairs that are open, come from outside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from homeward.matching.core.verdict import DIFFERENT_BELOW

NEAR_FROM = round(1000 * DIFFERENT_BELOW)
"""How likely (per mille) two people must be held to be one for the question to be put beside their names."""


class Sort(StrEnum):
    """What an entry of a list is to this desk."""

    MATCHED = "matched"
    DOUBTFUL = "doubtful"
    NEW = "new"
    CLOSED = "closed"


class Stand(StrEnum):
    """Where somebody stands by the last version of a list that counts."""

    IN = "in"
    OUT = "out"
    NEVER = "never"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Held:
    """One entry of a list as it is sorted: whose it is, and whether it still opens."""

    person: UUID
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """Where somebody stands on a list, and since which version: the one that they came back or stood on first, or went with."""

    stand: Stand
    since: int | None = None
    rows: tuple[tuple[int, int], ...] = ()
    """Sheet and row of the entries that are theirs, or, where it is doubtful, that may be."""


def sorted_entries(
    entries: Iterable[Held],
    *,
    groups: Mapping[UUID, Collection[UUID]],
    ours: AbstractSet[UUID],
    near: AbstractSet[UUID],
) -> list[Sort]:
    """What each entry is, in their order: each is one thing and no other.

    `groups` gives all ids of whoever is joined; `ours` are those of whom others than this list told; `near` are people with an
    open pair, or whose judgements contradict each other.
    """
    return [_sort(entry, groups.get(entry.person, (entry.person,)), ours, near) for entry in entries]


def _sort(entry: Held, group: Collection[UUID], ours: AbstractSet[UUID], near: AbstractSet[UUID]) -> Sort:
    if not entry.opens:
        return Sort.CLOSED
    if any(each in ours for each in group):
        return Sort.MATCHED
    return Sort.DOUBTFUL if any(each in near for each in group) else Sort.NEW


def placed(stood: Sequence[bool], near: bool) -> tuple[Stand, int | None]:
    """Where somebody stands who stood, or did not, on each version in their order; `near`: an entry of the last one may be theirs.

    Beside it the place (from 0) of the version since which it is so: none where they never stood on the list.
    """
    if not any(stood):
        return (Stand.DOUBTFUL if near else Stand.NEVER), None
    last = len(stood) - 1
    if stood[last]:
        while last and stood[last - 1]:
            last -= 1
        return Stand.IN, last
    while not stood[last]:
        last -= 1
    return (Stand.DOUBTFUL if near else Stand.OUT), last + 1


def household_pairs(versions: Sequence[Mapping[UUID, str]]) -> list[tuple[UUID, UUID]]:
    """Whom the versions of one list put into one household, pair by pair; each version says of its people what it calls theirs.

    The number of a household means something within one version. Of two people who stand on several the last one counts; who
    stands on an earlier one alone belongs to those with whom they stood there.
    """
    pairs: list[tuple[UUID, UUID]] = []
    decided: set[UUID] = set()
    for version in reversed(versions):
        together: dict[str, list[UUID]] = defaultdict(list)
        for person, words in version.items():
            together[words].append(person)
        for people in together.values():
            if len(people) > LARGEST_HOUSEHOLD:
                continue
            fresh = [person for person in people if person not in decided]
            pairs += [(fresh[0], person) for person in people if fresh and person != fresh[0]]
        decided |= version.keys()
    return pairs


LARGEST_HOUSEHOLD = 40
"""What more entries of one version than this give as their household is no household, but a word that a column repeats."""
