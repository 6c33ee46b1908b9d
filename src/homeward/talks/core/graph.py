"""The graph of what stands in the way: conditions, and the gates that say how they stand together.

A goal is a gate too. A condition may wait for others ("only after"): it holds when it is said to hold, but can only be
turned once those it waits for are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from homeward.moments import Interval
from homeward.talks.core.values import Value

Id: TypeAlias = Any
"""What names a node; the graph only asks whether two are the same."""


class Op(StrEnum):
    """How the members of a gate stand together."""

    ALL = "all"
    ANY = "any"
    K_OF_N = "k_of_n"
    NOT = "not"
    SEQ = "seq"
    LOCKSTEP = "lockstep"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition: what is said of it, the time that is said of if it is met, and what must come before it."""

    id: Id
    value: Value = Value.UNKNOWN
    since: Interval | None = None
    waits_for: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """How members stand together: all, any, so many of them, not, in this order, in step by batches, within a time.

    `over` of a gate within a time says that at the time asked this time is over.
    """

    id: Id
    op: Op
    members: tuple[Id, ...]
    least: int = 0
    batches: tuple[Decimal, ...] = ()
    within: Interval | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the graph that a person should look at: a word for it, and the nodes that it is about."""

    code: str
    about: tuple[Id, ...]


@dataclass(frozen=True)
class Graph:
    """Conditions and gates by id; members that are not there count as unknown and cannot be turned."""

    nodes: Mapping[Id, Leaf | Gate]
    faults: tuple[Fault, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "faults", tuple(_faults(self.nodes)))

    def below(self, goals: Iterable[Id]) -> list[Id]:
        """The nodes that these hang on, themselves first, each once."""
        reached = dict.fromkeys(goal for goal in goals if goal in self.nodes)
        waiting = list(reached)
        while waiting:
            for each in needs(self.nodes[waiting.pop()]):
                if each in self.nodes and each not in reached:
                    reached[each] = None
                    waiting.append(each)
        return list(reached)

    def supposing(self, values: Mapping[Id, Value]) -> Graph:
        """A copy in which these conditions have these values; the graph itself stays as it is."""
        if not values:
            return self
        changed: dict[Id, Leaf | Gate] = dict(self.nodes)
        for id, value in values.items():
            node = changed.get(id)
            if isinstance(node, Leaf):
                changed[id] = replace(node, value=value, since=None)
        return Graph(changed)


def needs(node: Leaf | Gate) -> tuple[Id, ...]:
    """What a node hangs on: the members of a gate, or what a condition waits for."""
    return node.members if isinstance(node, Gate) else node.waits_for


def sound(gate: Gate) -> bool:
    """Whether a gate can be decided at all: one that has no members, or wants more than it has, is nobody's to meet."""
    if not gate.members or gate.id in gate.members:
        return False
    if gate.op is Op.K_OF_N:
        return 1 <= gate.least <= len(gate.members)
    if gate.op is Op.NOT:
        return len(gate.members) == 1
    return gate.op is not Op.WITHIN or gate.within is not None


def threshold(gate: Gate) -> int:
    """How many members of a gate must hold; of NOT its one member must not."""
    if gate.op is Op.ANY:
        return 1
    return gate.least if gate.op is Op.K_OF_N else len(gate.members)


def _faults(nodes: Mapping[Id, Leaf | Gate]) -> Iterator[Fault]:
    for id, node in nodes.items():
        if id in needs(node):
            yield Fault("gates-itself", (id,))
        if missing := [each for each in needs(node) if each not in nodes]:
            yield Fault("unseen-member", (id, *missing))
        if not isinstance(node, Gate):
            continue
        if not node.members:
            yield Fault("empty-gate", (id,))
        elif node.op is Op.K_OF_N and not 1 <= node.least <= len(node.members):
            yield Fault("impossible-number", (id,))
        elif node.op is Op.NOT and len(node.members) != 1:
            yield Fault("not-of-several", (id,))
        elif node.op is Op.LOCKSTEP and not node.batches:
            yield Fault("no-batches", (id,))
        elif node.op is Op.WITHIN and node.within is None:
            yield Fault("no-interval", (id,))
