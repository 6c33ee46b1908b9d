"""What talks answer with as plain values, in the one JSON form that commands and the API give.

Conditions and gates stand under the short names of their statements, goals under their words; `uuid` has the id.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.queries.views import (
    AllegationView,
    BlockersView,
    CycleView,
    Freed,
    GateView,
    GoalView,
    LeafView,
    Whom,
)

Json = dict[str, Any]


def goals_json(goals: Iterable[GoalView]) -> list[Json]:
    """The goals of a case, each with how many conditions stand before it."""
    return [
        {
            "goal": goal.words,
            "status": goal.value.value,
            "conditions": {
                "met": goal.met,
                "unmet": goal.unmet,
                "unknown": goal.unknown,
                "contested": goal.contested,
            },
            "alleged": goal.alleged,
            "people": goal.people or None,
            "parties": _names(goal.parties),
        }
        for goal in goals
    ]


def blockers_json(view: BlockersView) -> Json:
    """What stands in the way of a goal."""
    names = _Names(view)
    return {
        "goal": view.goal,
        "status": view.value.value,
        "sets": [names.of(each) for each in view.sets],
        "complete": view.complete,
        "conditions": [_condition(leaf, names) for leaf in view.conditions],
        "gates": [_gate(gate, names) for gate in view.gates],
        "edges": [
            {
                "from": names.one(edge.from_id),
                "to": names.one(edge.to_id),
                "edge": edge.edge,
                "inherited": edge.inherited,
                "statement": names.refs.get(edge.statement) if edge.statement else None,
            }
            for edge in view.edges
        ],
        "alleged": [_allegation(each) for each in view.allegations],
        "cycles": [names.of(cycle.members) for cycle in view.cycles],
        "deadlocks": [_cycle(cycle, names) for cycle in view.cycles],
        "findings": [{"code": each.code, "what": each.words, "about": names.of(each.about)} for each in view.findings],
        "order": names.of(view.order),
        "order_exists": view.order_exists,
        "wider": list(view.wider),
        "viewpoint": view.viewpoint.words if view.viewpoint else None,
        "supposed": {names.one(id): value.value for id, value in view.supposed},
        "freed": [_freed(each) for each in view.freed],
        "people": view.people or None,
        "people_from": [str(id) for id in view.people_from],
        "counted": view.counted,
        "counted_from": view.counted_from or None,
        "left_out": list(view.left_out),
    }


class _Names:
    """Short names of what an answer shows, by id."""

    def __init__(self, view: BlockersView) -> None:
        self.nodes = {leaf.id: leaf.ref for leaf in view.conditions}
        for gate in view.gates:
            self.nodes[gate.id] = gate.statement.ref if gate.statement else gate.words
        shown = [leaf.statement for leaf in view.conditions]
        shown += [report.statement for leaf in view.conditions for report in leaf.reports]
        shown += [gate.statement for gate in view.gates if gate.statement]
        self.refs = {statement.id: statement.ref for statement in shown}

    def one(self, id: UUID) -> str:
        return self.nodes.get(id) or self.refs.get(id) or str(id)

    def of(self, ids: Iterable[UUID]) -> list[str]:
        return [self.one(id) for id in ids]


def _condition(leaf: LeafView, names: _Names) -> Json:
    return {
        "id": leaf.ref,
        "uuid": str(leaf.id),
        "text": leaf.text,
        "gates": leaf.gates,
        "status": leaf.value.value,
        "demanded_by": _names(leaf.demanded_by),
        "demanded_of": _names(leaf.demanded_of),
        "since": _when(leaf.since),
        "last_word": _said(leaf.last_word),
        "who_can_clear": _names(leaf.who_can_clear),
        "who_can_clear_inferred": leaf.clearer_inferred,
        "frees": [_freed(each) for each in leaf.frees_alone],
        "frees_with": [{"with": names.one(other), **_freed(each)} for other, each in leaf.frees_with_one],
        "share_of_sets_per_mille": int(leaf.share_of_sets * 1_000),
        "nature": leaf.nature or None,
        "throughout": leaf.throughout,
        "vague": leaf.vague,
        "question": leaf.question or None,
        "inherited_from": leaf.inherited_from or None,
        "wanted": leaf.wanted.value,
        "waits_for": names.of(leaf.waits_for),
        "why": leaf.why,
        "rank": leaf.rank,
        "reports": [
            {"says": each.value.value, "counts": each.counts, **_said(each.statement)} for each in leaf.reports
        ],
        "statements": list(dict.fromkeys([leaf.statement.ref, *(each.statement.ref for each in leaf.reports)])),
    }


def _gate(gate: GateView, names: _Names) -> Json:
    return {
        "id": names.one(gate.id),
        "uuid": str(gate.id),
        "op": gate.op,
        "words": gate.words,
        "status": gate.value.value,
        "members": names.of(gate.members),
        "least": gate.least,
        "batches": [str(each) for each in gate.batches],
        "within": _when(gate.within),
        "statement": gate.statement.ref if gate.statement else None,
    }


def _allegation(each: AllegationView) -> Json:
    return {
        "id": each.ref,
        "uuid": str(each.id),
        "text": each.text,
        "gates": each.gates,
        "by": _names(each.by),
        "against": _names(each.against),
        "answers": [_said(answer) for answer in each.answers],
        **{name: value for name, value in _said(each.statement).items() if name != "text"},
    }


def _cycle(cycle: CycleView, names: _Names) -> Json:
    return {"members": names.of(cycle.members), "what": cycle.words, "ways_out": list(cycle.ways_out)}


def _freed(freed: Freed) -> Json:
    return {
        "goal": freed.goal,
        "people": freed.people or None,
        "people_from": [str(id) for id in freed.people_from],
        "counted": freed.counted,
        "counted_from": freed.counted_from or None,
    }


def _said(view: StatementView) -> Json:
    return {
        "statement": view.ref,
        "text": view.text,
        "speaker": view.speaker.name if view.speaker else None,
        "said": _when(view.said),
        "standing": view.standing,
        "known": view.knowing,
    }


def _names(whom: Iterable[Whom]) -> list[str]:
    return [each.words for each in whom]


def _when(interval: Interval | None) -> Json | None:
    return None if interval is None else dict(interval.as_json())
