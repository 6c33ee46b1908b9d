"""The graph of a case from what was said: goals, conditions and gates as nodes, with who says that they gate.

What one voice demands must all be met. A gate puts conditions of its own voice together; what somebody else asks for
stands by itself too. An offer opens a way beside the demands of the same voice. Allegations are no nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from homeward.ledger.core import kinds
from homeward.ledger.core.populations import Standing
from homeward.ledger.queries.conditions import Stated, voice
from homeward.ledger.queries.views import StatementView
from homeward.talks.core import wording
from homeward.talks.core.graph import Gate, Graph, Leaf, Op
from homeward.talks.queries.told import Target, Told
from homeward.talks.queries.views import EdgeView, FindingView


@dataclass(frozen=True, slots=True)
class Mapped:
    """The graph of a case as one viewpoint sees it, and what stands behind each of its nodes and arrows."""

    graph: Graph
    conditions: dict[UUID, Stated]
    gates: dict[UUID, tuple[StatementView, kinds.GateTold]]
    words: dict[UUID, str]
    edges: tuple[EdgeView, ...]
    inherited: dict[UUID, dict[UUID, str]]
    findings: dict[UUID, tuple[FindingView, ...]]


@dataclass
class _Drawing:
    nodes: dict[UUID, Leaf | Gate] = field(default_factory=dict)
    words: dict[UUID, str] = field(default_factory=dict)
    edges: dict[tuple[UUID, UUID], EdgeView] = field(default_factory=dict)
    findings: dict[UUID, list[FindingView]] = field(default_factory=dict)


def voices(told: Told, view: StatementView, demanded_by: Iterable[kinds.Named]) -> frozenset[str]:
    """Whose view it is that something gates, by name: those who demand it, else who said so."""
    named = frozenset(whom.words.casefold() for whom in told.whom(demanded_by))
    said = voice(view)
    return named or frozenset([said] if said else [])


def mapped(told: Told, viewpoint: UUID | None = None) -> Mapped:
    """The graph of all goals of a case; of one party's own view only what that party says to gate."""
    own_view = told.names.get(viewpoint, "").casefold() if viewpoint is not None else ""

    def seen(view: StatementView, demanded_by: Iterable[kinds.Named]) -> bool:
        return viewpoint is None or own_view in voices(told, view, demanded_by)

    conditions = {
        each.content.condition: each for each in told.conditions if seen(each.statement, each.content.demanded_by)
    }
    gates = {
        gate.gate: (view, gate)
        for view, gate in told.gates
        if gate.edge != "allegation" and seen(view, gate.demanded_by)
    }
    drawing = _Drawing()
    own = _Own(told, conditions, gates)
    before = _before(conditions)
    for id, stated in conditions.items():
        waits = (*(gate.gate for _, gate in gates.values() if gate.before == id), *before.get(id, ()))
        drawing.nodes[id] = Leaf(id, stated.held.value, stated.held.since, waits)
        drawing.words[id] = stated.statement.text
        for first in before.get(id, ()):
            statement = conditions[first].statement.id
            drawing.edges[first, id] = EdgeView(first, id, own.edge(first), inherited=False, statement=statement)
    for view, gate in gates.values():
        _draw(told, view, gate, drawing)
    inherited = {target.id: _goal(told, target, own, drawing) for target in told.targets.values()}
    return Mapped(
        Graph(dict(drawing.nodes)),
        conditions,
        gates,
        drawing.words,
        tuple(drawing.edges.values()),
        inherited,
        {id: tuple(found) for id, found in drawing.findings.items()},
    )


_SEVERAL = re.compile(r"\s*(?:[/,;]|\band\b)\s*")


def _before(conditions: dict[UUID, Stated]) -> dict[UUID, list[UUID]]:
    """What must hold before each condition, where others are said to stand before it by its short name and not before a goal."""
    named = {_short(stated.statement.ref): id for id, stated in conditions.items()}
    found: dict[UUID, list[UUID]] = {}
    for id, stated in conditions.items():
        pieces = [_short(each) for each in _SEVERAL.split(stated.content.gates.strip()) if each]
        if pieces and all(each in named for each in pieces):
            for each in pieces:
                found.setdefault(named[each], []).append(id)
    return found


def _short(ref: str) -> str:
    return ref.strip().casefold().removeprefix("condition-")


def _draw(told: Told, view: StatementView, gate: kinds.GateTold, drawing: _Drawing) -> None:
    drawn = _gate(told, view, gate)
    drawing.nodes[gate.gate] = drawn
    drawing.words[gate.gate] = view.text
    for member in drawn.members:
        drawing.edges[member, gate.gate] = EdgeView(member, gate.gate, gate.edge, inherited=False, statement=view.id)
    if gate.before is not None:
        edge = EdgeView(gate.gate, gate.before, gate.edge, inherited=False, statement=view.id)
        drawing.edges[gate.gate, gate.before] = edge


def _gate(told: Told, view: StatementView, gate: kinds.GateTold) -> Gate:
    members = (*gate.members, *(told.target(words).id for words in gate.goals))
    over = gate.within is not None and gate.within.until is not None and gate.within.until <= told.asked.as_of
    return Gate(gate.gate, Op(gate.op), members, gate.least or 0, gate.batches, gate.within, over)


class _Own:
    """What each goal has of its own: demands by themselves, demands put together in gates, offers."""

    def __init__(
        self, told: Told, conditions: dict[UUID, Stated], gates: dict[UUID, tuple[StatementView, kinds.GateTold]]
    ) -> None:
        self.told, self.conditions, self.gates = told, conditions, gates
        self.of: dict[UUID, list[UUID]] = {}
        inner = {member for _, gate in gates.values() for member in gate.members if member in gates}
        for id, stated in conditions.items():
            self.of.setdefault(told.target(stated.content.gates).id, []).append(id)
        for id, (_, gate) in gates.items():
            if gate.gates and id not in inner:
                self.of.setdefault(told.target(gate.gates).id, []).append(id)

    def voices(self, id: UUID) -> frozenset[str]:
        if id in self.conditions:
            stated = self.conditions[id]
            return voices(self.told, stated.statement, stated.content.demanded_by)
        view, gate = self.gates[id]
        return voices(self.told, view, gate.demanded_by)

    def edge(self, id: UUID) -> str:
        if id in self.gates:
            return self.gates[id][1].edge
        return "offer" if self.conditions[id].statement.modality == "offered" else "demand"

    def statement(self, id: UUID) -> UUID:
        return self.gates[id][0].id if id in self.gates else self.conditions[id].statement.id

    def gathered(self, goal: UUID, drawing: _Drawing) -> tuple[list[UUID], list[UUID]]:
        """The demands that stand before a goal by themselves or as a gate, and the gates that are offers."""
        mine = self.of.get(goal, [])
        gates = [id for id in mine if id in self.gates]
        put_together: set[UUID] = set()
        for id in gates:
            for member in self._members(id):
                if member not in mine or member not in self.conditions:
                    continue
                if self.voices(member) & self.voices(id):
                    put_together.add(member)
                else:
                    drawing.findings.setdefault(goal, []).append(self._apart(id, member))
        offers = [id for id in gates if self.edge(id) == "offer"]
        return [id for id in mine if id not in put_together and id not in offers], offers

    def _members(self, gate: UUID) -> list[UUID]:
        found: dict[UUID, None] = {}
        waiting = [gate]
        while waiting:
            for member in self.gates[waiting.pop()][1].members:
                if member not in found:
                    found[member] = None
                    if member in self.gates:
                        waiting.append(member)
        return list(found)

    def _apart(self, gate: UUID, member: UUID) -> FindingView:
        names = self.gates[gate][0].ref, self.conditions[member].statement.ref
        return FindingView("stands-by-itself", wording.found("stands-by-itself", *names), (gate, member))


def _goal(told: Told, target: Target, own: _Own, drawing: _Drawing) -> dict[UUID, str]:
    """Draw a goal with what stands before it, and tell of what it has from other goals, by the words of those."""
    taken = {target.id: ""} | {other.id: other.words for other in takes_over(told, target)}
    inherited: dict[UUID, str] = {}
    members: list[UUID] = []
    ways: list[UUID] = []
    for goal, words in taken.items():
        demands, offers = own.gathered(goal, drawing)
        ways += offers
        members += demands
        for id in (*demands, *offers):
            if words:
                inherited[id] = words
            into = target.id
            drawing.edges[id, into] = EdgeView(
                id, into, own.edge(id), inherited=bool(words), statement=own.statement(id)
            )
    opened: list[UUID] = []
    for who in dict.fromkeys(own.voices(id) for id in ways):
        beside = [id for id in members if own.voices(id) & who]
        offered = [id for id in ways if own.voices(id) == who]
        members = [id for id in members if id not in beside]
        opened.append(_ways(target, who, beside, offered, drawing))
    drawing.nodes[target.id] = Gate(target.id, Op.ALL, tuple(dict.fromkeys((*members, *opened))))
    drawing.words[target.id] = target.words
    return inherited


def _ways(target: Target, who: frozenset[str], beside: list[UUID], offered: list[UUID], drawing: _Drawing) -> UUID:
    """Any of what one voice offers, or all that it demands."""
    local = "|".join(sorted(who))
    any_id, all_id = uuid5(target.id, f"ways|{local}"), uuid5(target.id, f"demands|{local}")
    if beside:
        drawing.nodes[all_id] = Gate(all_id, Op.ALL, tuple(beside))
        drawing.words[all_id] = "all that the same voice demands"
        drawing.edges[all_id, any_id] = EdgeView(all_id, any_id, "demand", inherited=False, statement=None)
    drawing.nodes[any_id] = Gate(any_id, Op.ANY, (*offered, *([all_id] if beside else [])))
    drawing.words[any_id] = "one of the ways that one voice names"
    drawing.edges[any_id, target.id] = EdgeView(any_id, target.id, "offer", inherited=False, statement=None)
    for id, into in [*((id, any_id) for id in offered), *((id, all_id) for id in beside)]:
        edge = drawing.edges.pop((id, target.id))
        drawing.edges[id, into] = EdgeView(id, into, edge.edge, edge.inherited, edge.statement)
    return any_id


def takes_over(told: Told, target: Target) -> list[Target]:
    """The goals whose conditions stand before this one too: wider ones along a stated part_of, and where it names nobody all."""
    same = [other for other in told.targets.values() if other.goal.action == target.goal.action and other != target]
    if not target.goal.people:
        return [other for other in same if other.goal.people]
    return [other for other in same if told.standing(target, other) in (Standing.SAME, Standing.PART)]


def near(told: Told, target: Target) -> list[Target]:
    """Goals of the same action of which nobody has said how they stand to this one."""
    taken = {other.id for other in takes_over(told, target)}
    return [
        other
        for other in told.targets.values()
        if other.goal.action == target.goal.action
        and other.id not in taken
        and other.id != target.id
        and told.standing(target, other) in (Standing.UNSAID, Standing.CIRCULAR)
    ]
