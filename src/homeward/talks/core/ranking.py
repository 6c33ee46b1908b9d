"""Which condition to work on first: by the people it would free alone, then together with one other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from homeward.talks.core.blocking import Blocking
from homeward.talks.core.graph import Id
from homeward.talks.core.values import Value


@dataclass(slots=True)
class Frees:
    """The goals that one condition would free alone, and with one other condition."""

    alone: list[Id] = field(default_factory=list)
    with_one: list[tuple[Id, Id]] = field(default_factory=list)


def freed_by(blockings: Mapping[Id, Blocking]) -> dict[Id, Frees]:
    """What each condition would free, over all goals: one that is wanted unmet frees by being turned so."""
    found: dict[Id, Frees] = {}
    for goal, blocking in blockings.items():
        for wants in blocking.sets:
            if len(wants) == 1:
                found.setdefault(wants[0].id, Frees()).alone.append(goal)
            elif len(wants) == 2:
                one, other = wants
                found.setdefault(one.id, Frees()).with_one.append((other.id, goal))
                found.setdefault(other.id, Frees()).with_one.append((one.id, goal))
    return found


def shares(sets: Sequence[Sequence[Id]]) -> dict[Id, Decimal]:
    """In which share of the sets each condition stands (a measure of structural importance)."""
    counted: dict[Id, int] = {}
    for each in sets:
        for id in each:
            counted[id] = counted.get(id, 0) + 1
    return {id: (Decimal(count) / len(sets)).quantize(Decimal("0.0001")) for id, count in counted.items()}


def ranked(
    conditions: Iterable[tuple[Id, Value]],
    frees: Mapping[Id, Frees],
    people: Mapping[Id, int],
    share: Mapping[Id, Decimal],
) -> list[Id]:
    """The conditions, those first that would free most; where people are not counted, by how many goals."""

    def weight(id: Id) -> tuple[int, int, int, int, Decimal]:
        mine = frees.get(id, Frees())
        with_one = {goal for _, goal in mine.with_one}
        return (
            sum(people.get(goal, 0) for goal in set(mine.alone)),
            len(set(mine.alone)),
            sum(people.get(goal, 0) for goal in with_one),
            len(with_one),
            share.get(id, Decimal(0)),
        )

    listed = list(conditions)
    open_first = sorted(listed, key=lambda each: each[1] is Value.MET)
    return [id for id, _ in sorted(open_first, key=lambda each: (each[1] is Value.MET, *(-w for w in weight(each[0]))))]
