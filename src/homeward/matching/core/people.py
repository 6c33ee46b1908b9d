"""People to be compared: everything that counts of somebody in one record, and with whom they belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from homeward.matching.core.record import Record
from homeward.matching.core.values import record
from homeward.people.core.households import joined
from homeward.people.core.values import Values

MOST_OF_A_FAMILY = 24
"""Names of others of a household that are compared; camps and ships are no families."""

Household = tuple[UUID, str]
"""A household as one list numbers it: the list, and its word for the household."""


@dataclass(frozen=True, slots=True)
class Told:
    """One record of a person: what it says, and of which list it is (none: it was told of them alone)."""

    person: UUID
    values: Values
    list: UUID | None = None


def people(told: Iterable[Told], kin: Iterable[tuple[UUID, UUID]] = ()) -> dict[UUID, Record]:
    """Each person in one record, with the names of those who are said to be of one household with them.

    A household's number means something within its own list and nowhere else; `kin` are pairs whom a voice puts together.
    """
    held: dict[UUID, Record] = {}
    households: dict[Household, list[UUID]] = defaultdict(list)
    for each in told:
        given = record(each.values, str(each.person))
        held[each.person] = together(held[each.person], given) if each.person in held else given
        word = " ".join(each.values.household.split()).casefold()
        if word and each.list is not None:
            households[each.list, word].append(each.person)
    return _with_families(held, households, kin)


def together(one: Record, other: Record) -> Record:
    """Two records of the same person as one; of the sex nothing is said where they differ."""
    return Record(
        one.id,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        births=tuple(dict.fromkeys((*one.births, *other.births))),
        numbers=tuple(dict.fromkeys((*one.numbers, *other.numbers))),
        sex=one.sex if one.sex == other.sex or not other.sex else "" if one.sex else other.sex,
        nationalities=tuple(dict.fromkeys((*one.nationalities, *other.nationalities))),
        household=one.household or other.household,
        family=tuple(dict.fromkeys((*one.family, *other.family))),
        places=tuple(dict.fromkeys((*one.places, *other.places))),
    )


def _with_families(
    held: Mapping[UUID, Record], households: Mapping[Household, Sequence[UUID]], kin: Iterable[tuple[UUID, UUID]]
) -> dict[UUID, Record]:
    pairs = [(group[0], each) for group in households.values() for each in group[1:]]
    pairs += [(one, other) for one, other in kin if one in held and other in held]
    of: dict[UUID, tuple[str, ...]] = {}
    for group in joined(pairs):
        members = sorted(group)
        if len(members) > MOST_OF_A_FAMILY + 1:
            continue
        for person in members:
            of[person] = tuple(name for each in members if each != person for name in held[each].names[:1])
    return {person: replace(each, family=of.get(person, ())) for person, each in held.items()}
