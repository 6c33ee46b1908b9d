"""Who is one with whom, worked out from judgements: each pair by its last judgement that holds, then pairs put together.

Nothing is ever merged: take a judgement away, and what follows from the others is what followed before it was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.persons import Judgement
from homeward.people.core.households import joined

Pair = tuple[UUID, UUID]
"""Two people, the smaller id first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on one pair by one actor; `second`: it holds only once another actor judges alike. Order is that of making."""

    statement: UUID
    pair: Pair
    judgement: Judgement
    by: UUID
    second: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pair stands: the judgement that holds, made by which statements; and the one that waits for a second person."""

    judgement: Judgement | None = None
    made_by: tuple[UUID, ...] = ()
    waiting: Judgement | None = None
    waiting_for_other_than: tuple[UUID, ...] = ()
    asked_by: tuple[UUID, ...] = ()
    """The statements that wait to be seconded."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """People of the register who are one; `contested` when two of them are also judged to be two: then nobody is joined."""

    people: frozenset[UUID]
    contested: bool = False


def pair_of(one: UUID, other: UUID) -> Pair:
    """The two in the order in which judgements name them."""
    return (one, other) if one < other else (other, one)


def standings(judgements: Iterable[Judged]) -> dict[Pair, Standing]:
    """How each pair stands after these judgements, in the order in which they were made."""
    by_pair: dict[Pair, list[Judged]] = defaultdict(list)
    for each in judgements:
        by_pair[each.pair].append(each)
    return {pair: _standing(made) for pair, made in by_pair.items()}


def _standing(made: Iterable[Judged]) -> Standing:
    standing = Standing()
    for each in made:
        if not each.second:
            standing = Standing(each.judgement, (each.statement,))
            continue
        alike = standing.waiting is each.judgement
        asking = (*standing.asked_by, each.statement) if alike else (each.statement,)
        actors = (*standing.waiting_for_other_than, each.by) if alike else (each.by,)
        if len(set(actors)) > 1:
            standing = Standing(each.judgement, asking)
        else:
            standing = Standing(standing.judgement, standing.made_by, each.judgement, actors, asking)
    return standing


def bundles(standing: Mapping[Pair, Standing]) -> list[Bundle]:
    """The people who are one by judgements that hold, groups of two or more."""
    same = [pair for pair, each in standing.items() if each.judgement is Judgement.SAME]
    apart = [pair for pair, each in standing.items() if each.judgement is Judgement.NOT_SAME]
    groups = joined(same)
    of = {person: number for number, group in enumerate(groups) for person in group}
    contested = {of[one] for one, other in apart if one in of and of.get(other) == of[one]}
    return [Bundle(group, number in contested) for number, group in enumerate(groups)]


def contradicted(standing: Mapping[Pair, Standing], pairs: Collection[Pair]) -> list[Pair]:
    """The other pairs, judged to be two, that would be one if these pairs were judged to be one."""
    joining = {**standing, **{pair: Standing(Judgement.SAME) for pair in pairs}}
    of = {person: group.people for group in bundles(joining) for person in group.people}
    return sorted(
        (one, other)
        for (one, other), each in joining.items()
        if each.judgement is Judgement.NOT_SAME and other in of.get(one, ())
    )


def joinable(standing: Mapping[Pair, Standing], pairs: Iterable[Pair]) -> list[Pair]:
    """Of these pairs, in their order, those that nobody judged, that are not one yet, and that can be one beside all the rest."""
    groups = _Groups()
    for pair, each in standing.items():
        if each.judgement is Judgement.SAME:
            groups.join(*pair)
    for pair, each in standing.items():
        if each.judgement is Judgement.NOT_SAME:
            groups.part(*pair)
    return [pair for pair in pairs if pair not in standing and groups.join(*pair)]


class _Groups:
    """People put together one pair after another, and which groups must stay apart."""

    def __init__(self) -> None:
        self.above: dict[UUID, UUID] = {}
        self.size: dict[UUID, int] = {}
        self.apart: dict[UUID, set[UUID]] = defaultdict(set)

    def top(self, person: UUID) -> UUID:
        while (above := self.above.get(person, person)) != person:
            self.above[person] = self.above.get(above, above)
            person = above
        return person

    def join(self, one: UUID, other: UUID) -> bool:
        """Put the groups of two people together; no, where they are one already or must stay apart."""
        kept, gone = self.top(one), self.top(other)
        if kept == gone or gone in self.apart[kept]:
            return False
        if self.size.get(kept, 1) < self.size.get(gone, 1):
            kept, gone = gone, kept
        self.size[kept] = self.size.get(kept, 1) + self.size.get(gone, 1)
        self.above[gone] = kept
        for each in self.apart.pop(gone, set()):
            self.apart[each].discard(gone)
            self.part(kept, each)
        return True

    def part(self, one: UUID, other: UUID) -> None:
        """Keep the groups of two people apart."""
        here, there = self.top(one), self.top(other)
        self.apart[here].add(there)
        self.apart[there].add(here)


def way(standing: Mapping[Pair, Standing], one: UUID, other: UUID) -> tuple[Pair, ...]:
    """The pairs judged to be one that lead from one person to the other, as few as there are; none where no way leads."""
    beside: dict[UUID, list[UUID]] = defaultdict(list)
    for (a, b), stands in standing.items():
        if stands.judgement is Judgement.SAME:
            beside[a].append(b)
            beside[b].append(a)
    before: dict[UUID, UUID] = {one: one}
    edge = [one]
    while edge and other not in before:
        reached = [(each, near) for each in edge for near in sorted(beside[each]) if near not in before]
        edge = []
        for each, near in reached:
            if near not in before:
                before[near] = each
                edge.append(near)
    steps: list[Pair] = []
    while other in before and other != one:
        steps.append(pair_of(before[other], other))
        other = before[other]
    return tuple(reversed(steps))
