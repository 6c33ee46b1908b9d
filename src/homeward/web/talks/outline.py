"""The condition graph as an outline: the goal, under it what must hold and how, each told in full once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from homeward.talks.queries.views import BlockersView, EdgeView, GateView, LeafView

#: Deeper than this nobody follows an indent: what lies below is told on from the margin.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the outline, a gate or a condition, with what it hangs on; `again` where it is told in full elsewhere."""

    id: UUID
    edge: str
    gate: GateView | None = None
    leaf: LeafView | None = None
    again: bool = False
    loops: tuple[int, ...] = ()
    members: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """What was said of another goal and counts for this one too: of a wider one, or of one that its words cover."""

    goal: str
    members: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The goal with what stands before it; what comes from other goals apart, and what is told on from the margin."""

    goal: GateView | None
    members: tuple[Branch, ...]
    others: tuple[Other, ...]
    further: tuple[Branch, ...]


def goal_of(view: BlockersView) -> GateView | None:
    """The gate that is the goal itself."""
    return next((gate for gate in view.gates if gate.id == view.id), None)


def gating(view: BlockersView) -> dict[UUID, list[EdgeView]]:
    """What each thing hangs on, in the order in which its members were told; allegations are in nobody's way."""
    found: dict[UUID, dict[UUID, EdgeView]] = {gate.id: {} for gate in view.gates}
    told = {(edge.from_id, edge.to_id): edge for edge in view.edges if edge.edge != "allegation"}
    for gate in view.gates:
        for member in gate.members:
            if (member, gate.id) in told:
                found[gate.id][member] = told[member, gate.id]
    for edge in told.values():
        found.setdefault(edge.to_id, {}).setdefault(edge.from_id, edge)
    return {id: list(edges.values()) for id, edges in found.items()}


@dataclass(slots=True)
class _Telling:
    """The telling of one outline: what was told in full so far, and what waits to be told from the margin."""

    gates: Mapping[UUID, GateView]
    leaves: Mapping[UUID, LeafView]
    hangs_on: Mapping[UUID, list[EdgeView]]
    loops: Mapping[UUID, tuple[int, ...]]
    told: set[UUID] = field(default_factory=set)
    waiting: list[EdgeView] = field(default_factory=list)

    def branches(self, edges: Iterable[EdgeView], depth: int = 0) -> tuple[Branch, ...]:
        return tuple(
            self.branch(edge, depth) for edge in edges if edge.from_id in self.gates or edge.from_id in self.leaves
        )

    def branch(self, edge: EdgeView, depth: int) -> Branch:
        id = edge.from_id
        again = id in self.told
        below = self.hangs_on.get(id, [])
        self.told.add(id)
        if not again and below and depth >= DEEPEST:
            self.waiting.append(edge)
            below = []
        return Branch(
            id=id,
            edge=edge.edge,
            gate=self.gates.get(id),
            leaf=self.leaves.get(id),
            again=again,
            loops=self.loops.get(id, ()),
            members=() if again else self.branches(below, depth + 1),
        )


def loops_of(view: BlockersView) -> dict[UUID, tuple[int, ...]]:
    """In which deadlocks each thing stands, by their numbers."""
    found: dict[UUID, tuple[int, ...]] = {}
    for number, cycle in enumerate(view.cycles, start=1):
        for member in cycle.members:
            found[member] = (*found.get(member, ()), number)
    return found


def outline(view: BlockersView) -> Outline:
    """Tell the graph of a goal from the goal on."""
    goal, hangs_on = goal_of(view), gating(view)
    telling = _Telling(
        {gate.id: gate for gate in view.gates}, {leaf.id: leaf for leaf in view.conditions}, hangs_on, loops_of(view)
    )
    if goal is None:
        return Outline(None, (), (), ())
    telling.told.add(goal.id)
    edges = hangs_on.get(goal.id, [])
    members = telling.branches(edge for edge in edges if not edge.inherited)
    others: dict[str, list[Branch]] = {}
    for edge in edges:
        if edge.inherited:
            for branch in telling.branches([edge]):
                others.setdefault(_from(branch), []).append(branch)
    return Outline(
        goal, members, tuple(Other(words, tuple(found)) for words, found in others.items()), _further(telling)
    )


def _from(branch: Branch) -> str:
    """Of which other goal something comes."""
    for each in (branch, *branch.members):
        if each.leaf is not None and (each.leaf.inherited_from or each.leaf.gates):
            return each.leaf.inherited_from or each.leaf.gates
    return ""


def _further(telling: _Telling) -> tuple[Branch, ...]:
    """What lay too deep, told on from the margin, and what nothing led to."""
    found: list[Branch] = []
    while telling.waiting:
        edge = telling.waiting.pop(0)
        telling.told.discard(edge.from_id)
        found.append(telling.branch(edge, 0))
    for id in (*telling.gates, *telling.leaves):
        if id not in telling.told:
            found.append(telling.branch(EdgeView(id, id, "demand", False, None), 0))
    return tuple(found)
