"""How many people of the register stand behind a goal: those on the one list that bears the name of its people.

A list is that of a goal when its name says the same as the goal does, or as the population that somebody settled for it;
nothing is linked by likeness. Who may not see a list, or who sees two of one name, gets no number and no sign of either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.queries import KnownVersion
from homeward.people.queries.identities import all_identities
from homeward.talks.core import goals as core
from homeward.talks.queries.told import Target


@dataclass(frozen=True, slots=True)
class Registered:
    """People of the register behind a goal, each counted once, without those who were forgotten, and by which list."""

    people: int
    source: str


def registered(asked: Asked, targets: Iterable[Target]) -> dict[UUID, Registered]:
    """The people of the register behind each goal that one list is named for; goals that none is named for are left out."""
    by_name: dict[str, list[KnownVersion]] = defaultdict(list)
    for version in _last_of_each(lists.known_versions(asked)):
        by_name[_alike(version.view.title)].append(version)
    linked = {}
    for target in targets if by_name else ():
        named = {id(each): each for name in _names(target) for each in by_name.get(name, ())}
        if len(named) == 1:
            linked[target.id] = next(iter(named.values()))
    return _counted(asked, linked) if linked else {}


def _last_of_each(versions: Iterable[KnownVersion]) -> list[KnownVersion]:
    """Of each list the last version that was not taken back."""
    last = {each.view.list: each for each in versions if not each.view.withdrawn}
    return list(last.values())


def _names(target: Target) -> set[str]:
    """The names that a list of these people would have: as the goal is worded, or as its people are."""
    return {_alike(name) for name in (target.words, target.goal.people) if name}


def _alike(name: str) -> str:
    """A name told alike; "list of the eight" names the eight."""
    words = core.alike(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "list" else words)


def _counted(asked: Asked, linked: dict[UUID, KnownVersion]) -> dict[UUID, Registered]:
    people: dict[UUID, set[UUID]] = defaultdict(set)
    known = all_identities(asked)
    for entry in lists.entries(asked, [each.view.id for each in linked.values()]):
        if entry.opens:  # the keys of those who were forgotten are gone
            people[entry.version].add(known.shown_as(entry.person))
    return {
        goal: Registered(len(people[version.view.id]), f"{version.view.title}, {version.view.authority}")
        for goal, version in linked.items()
    }
