"""Talks for people: what stands in the way of a goal, who wants it of whom, and what it would free."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import MARKS, joined, listed, warnings, when, who
from homeward.ledger.queries.views import Asked, StatementView
from homeward.talks.queries.views import BlockersView, Freed, GateView, GoalView, LeafView, Whom

AT = 12
OPS = {
    "all": "ALL OF",
    "any": "ANY OF",
    "not": "NOT",
    "seq": "IN THIS ORDER",
    "lockstep": "IN LOCKSTEP",
    "within": "WITHIN A TIME",
}


def goals_page(paper: Paper, asked: Asked, goals: Iterable[GoalView]) -> None:
    """The goals of a case with how many conditions stand before each, by value."""
    head(paper, asked)
    paper.heading("Goals")
    shown = list(goals)
    if not shown:
        paper.line("Nobody has said that anything stands in the way of anything.", indent=2)
    for goal in shown:
        paper.row(MARKS[goal.value.value], apart(goal.words), indent=2, at=6, style=BOLD)
        counts = [
            f"{number} {word}"
            for number, word in (
                (goal.met, "met"),
                (goal.unmet, "unmet"),
                (goal.contested, "contested"),
                (goal.unknown, "of which nobody has said"),
                (goal.alleged, "alleged"),
            )
            if number
        ]
        people = f"people: {apart(goal.people)}" if goal.people else ""
        paper.faint(joined([", ".join(counts), f"asked by {_named(goal.parties)}", people]), indent=6)


def blockers_page(paper: Paper, asked: Asked, view: BlockersView) -> None:
    """What stands in the way of a goal: how it hangs together, each condition, what is alleged, what to look at."""
    head(paper, asked)
    paper.line(f"{MARKS[view.value.value]} {apart(view.goal)}: {view.value.value}", style=BOLD)
    if view.people:
        paper.line(f"people: {apart(view.people)}", indent=4)
    paper.line(f"in the register: {_registered(view.counted, view.counted_from)}", indent=4)
    if view.viewpoint:
        paper.line(f"as {apart(view.viewpoint.words)} sees it", indent=4)
    if view.supposed:
        names = {leaf.id: leaf.ref for leaf in view.conditions}
        told = [f"{names.get(id, str(id))} {value.value}" for id, value in view.supposed]
        paper.line(f"supposed, in nobody's record: {listed(told)}", indent=4)
        opened = listed([freed.goal for freed in view.freed])
        paper.line(f"then open and not open now: {opened or 'nothing'}", indent=4)
    _outline(paper, view)
    _sets(paper, view)
    paper.heading("Conditions")
    if not view.conditions:
        paper.line("Nobody has said that anything stands in the way.", indent=2)
    for leaf in view.conditions:
        _leaf(paper, asked, leaf)
    _alleged(paper, asked, view)
    _circles(paper, view)
    _findings(paper, view)


def _outline(paper: Paper, view: BlockersView) -> None:
    gates = {gate.id: gate for gate in view.gates}
    leaves = {leaf.id: leaf for leaf in view.conditions}
    if view.id not in gates or not gates[view.id].members:
        return
    paper.heading("How it hangs together")

    def put(id: UUID, depth: int, above: frozenset[UUID]) -> None:
        if id in leaves:
            leaf = leaves[id]
            mark = " (of another goal)" if leaf.inherited_from else ""
            paper.row(
                f"{MARKS[leaf.value.value]} {leaf.ref}", apart(leaf.text) + mark, indent=2 * depth, at=2 * depth + 10
            )
            for waited in leaf.waits_for:
                if waited not in above:
                    paper.faint("only after:", indent=2 * depth + 4)
                    put(waited, depth + 3, above | {id})
            return
        gate = gates.get(id)
        if gate is None:
            paper.line("[?] a member that is not known here", indent=2 * depth)
            return
        if id in above:
            paper.line(f"(again: {apart(gate.words)})", indent=2 * depth)
            return
        paper.line(f"{MARKS[gate.value.value]} {_op(gate)}{_gate_words(gate, id == view.id)}", indent=2 * depth)
        for member in gate.members:
            put(member, depth + 2, above | {id})

    put(view.id, 1, frozenset()) if view.id else None


def _op(gate: GateView) -> str:
    if gate.op == "k_of_n":
        return f"{gate.least} OF {len(gate.members)}"
    if gate.op == "lockstep" and gate.batches:
        return f"IN LOCKSTEP, batches of {', '.join(_number(each) for each in gate.batches)}"
    return OPS.get(gate.op, gate.op)


def _number(batch: Decimal) -> str:
    return f"{int(batch):,}" if batch == batch.to_integral_value() else str(batch)


def _gate_words(gate: GateView, top: bool) -> str:
    if gate.statement is not None:
        return f" ({gate.statement.ref}: {apart(gate.words)})"
    return "" if top else f" {apart(gate.words)}"


def _sets(paper: Paper, view: BlockersView) -> None:
    if not view.sets:
        return
    names = {leaf.id: leaf for leaf in view.conditions}
    paper.heading("What would be enough")
    for each in view.sets[:20]:
        wanted = [
            names[id].ref if names[id].wanted.value == "met" else f"not {names[id].ref}" for id in each if id in names
        ]
        paper.line(listed(wanted), indent=2, under=4)
    if len(view.sets) > 20:
        paper.line(f"and {len(view.sets) - 20:,} more; --format json has them", indent=2)
    if not view.complete:
        paper.line("These are not all: conditions one at a time and in pairs.", indent=2)
    if view.order_exists and len(view.order) > 1:
        paper.line(f"One order: {', then '.join(names[id].ref for id in view.order if id in names)}.", indent=2)


def _leaf(paper: Paper, asked: Asked, leaf: LeafView) -> None:
    zone = asked.case.zone
    paper.row(f"{MARKS[leaf.value.value]} {leaf.ref}", apart(leaf.text), indent=2, at=AT, style=BOLD)
    since = f"since {when(leaf.since, zone)}" if leaf.since else "nobody said since when"
    paper.faint(joined([f"{_named(leaf.demanded_by)} of {_named(leaf.demanded_of)}", since]), indent=AT)
    paper.line(apart(leaf.why), indent=AT)
    last = leaf.last_word
    said = f"said {when(last.said, zone)}" if last.said else ""
    word = "last word" if leaf.reports else "no word since it was asked for"
    paper.faint(joined([f"{word}: {last.ref} {apart(last.text)}", who(last), said, warnings(last, asked)]), indent=AT)
    inferred = " (inferred: of whom it is asked)" if leaf.clearer_inferred and leaf.who_can_clear else ""
    paper.faint(f"could clear it: {_named(leaf.who_can_clear)}{inferred}", indent=AT)
    if leaf.frees_alone:
        paper.faint(f"alone it would open: {'; '.join(_freed(each) for each in leaf.frees_alone)}", indent=AT)
    if leaf.inherited_from:
        paper.faint(f"a condition of another goal: {apart(leaf.inherited_from)}", indent=AT)
    nature = joined([leaf.nature, "must hold the whole time" if leaf.throughout else ""])
    if nature:
        paper.faint(nature, indent=AT)
    if leaf.question:
        paper.line(f"question: {apart(leaf.question)}", indent=AT)


def _alleged(paper: Paper, asked: Asked, view: BlockersView) -> None:
    if not view.allegations:
        return
    paper.heading("Alleged, in nobody's way")
    for each in view.allegations:
        paper.row(each.ref, apart(each.text), indent=2, at=AT)
        said = f"said {when(each.statement.said, asked.case.zone)}" if each.statement.said else ""
        about = f"about: {apart(each.gates)}" if each.gates != view.goal else ""
        paper.faint(joined([f"by {_named(each.by)} against {_named(each.against)}", said, about]), indent=AT)
        for answer in each.answers:
            paper.faint(f"answered: {_brief(answer)}", indent=AT)


def _circles(paper: Paper, view: BlockersView) -> None:
    for cycle in view.cycles:
        paper.heading("Each waits for the other")
        paper.line(apart(cycle.words), indent=2)
        paper.line("Known ways out:", indent=2)
        for way in cycle.ways_out:
            paper.line(f"- {way}", indent=4, under=6)


def _findings(paper: Paper, view: BlockersView) -> None:
    if not (view.findings or view.wider or view.left_out):
        return
    paper.heading("To look at")
    for finding in view.findings:
        paper.line(f"- {apart(finding.words)}", indent=2, under=4)
    for wider in view.wider:
        paper.line(
            f'- Nobody has said how "{apart(view.goal)}" and "{apart(wider)}" stand to each other: a question.',
            indent=2,
            under=4,
        )


def _named(whom: Iterable[Whom]) -> str:
    return listed([each.words for each in whom]) or "nobody named"


def _freed(freed: Freed) -> str:
    said = [apart(freed.people)] if freed.people else []
    if freed.counted is not None:
        said.append(f"{freed.counted} in the register")
    return f"{apart(freed.goal)} ({'; '.join(said)})" if said else apart(freed.goal)


def _registered(counted: int | None, source: str) -> str:
    return "not linked" if counted is None else f"{counted}, by the list {apart(source)}"


def _brief(view: StatementView) -> str:
    return joined([f"{view.ref} {apart(view.text)}", who(view)])
