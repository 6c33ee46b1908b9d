"""Who rides only beside whom, and who is kept apart, as it holds for people by whom they are shown as."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from homeward.crossings.records.known import COMPANION, Known, Told
from homeward.ledger.core.crossings import Apart

YES, NO = "yes", "no"
Shown = Callable[[UUID], UUID]
"""By which of their ids somebody is shown."""


@dataclass(frozen=True, slots=True)
class Need:
    """Somebody who rides only beside one of these people, or beside an escort of the desk's own."""

    person: UUID
    any_of: tuple[UUID, ...]
    staff: bool
    why: str
    told: Told


@dataclass(frozen=True, slots=True)
class Kept:
    """Two people who must not share a vehicle, or not a window."""

    people: frozenset[UUID]
    scope: Apart
    told: Told


def needs(known: Known, shown: Shown) -> dict[UUID, Need]:
    """The last word about everybody who rides only beside another, under whichever of their ids it was said."""
    last: dict[UUID, Told] = {}
    for person, told in known.people[COMPANION].items():
        before = last.get(shown(person))
        if before is None or before.given.position < told.given.position:
            last[shown(person)] = told
    return {
        person: Need(
            person,
            tuple(dict.fromkeys(shown(each) for each in told.content.any_of)),
            told.content.staff == YES,
            told.content.why.value,
            told,
        )
        for person, told in last.items()
        if told.content.holds == YES
    }


def kept_apart(known: Known, shown: Shown) -> list[Kept]:
    """The last word about any two people, under whichever of their ids it was said; two ids of one person are no pair."""
    last: dict[frozenset[UUID], Told] = {}
    for pair, told in known.apart.items():
        two = frozenset(map(shown, pair))
        before = last.get(two)
        if len(two) == 2 and (before is None or before.given.position < told.given.position):
            last[two] = told
    return [Kept(two, told.content.scope, told) for two, told in last.items() if told.content.holds == YES]


def contradicts(person: UUID, any_of: Iterable[UUID], staff: bool, apart: Iterable[frozenset[UUID]]) -> bool:
    """Whether somebody is kept apart from everybody beside whom they may ride."""
    pairs, allowed = set(apart), tuple(any_of)
    return not staff and bool(allowed) and all(frozenset({person, other}) in pairs for other in allowed)
