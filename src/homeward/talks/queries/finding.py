"""What a person should look at in the graph of a goal, in sentences that name the statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.queries.conditions import TAKEN_BACK, Stated
from homeward.ledger.queries.views import StatementView
from homeward.talks.core import deadlocks, firsts, goals, wording
from homeward.talks.core.blocking import Blocking
from homeward.talks.core.evaluating import too_early
from homeward.talks.core.graph import Gate, Graph, Id, Op
from homeward.talks.core.values import Value
from homeward.talks.queries import graphing
from homeward.talks.queries.graphing import Mapped
from homeward.talks.queries.told import Target, Told
from homeward.talks.queries.views import FindingView


def name(mapped: Mapped, id: Id) -> str:
    """A node by its short name, a goal by its words."""
    if id in mapped.conditions:
        return mapped.conditions[id].statement.ref
    if id in mapped.gates:
        return mapped.gates[id][0].ref
    return mapped.words.get(id, "a member that is not known here")


def findings(
    told: Told,
    mapped: Mapped,
    graph: Graph,
    target: Target,
    blocking: Blocking,
    below: Sequence[Id],
    values: Mapping[Id, Value],
    *,
    exists: bool,
) -> tuple[FindingView, ...]:
    """Everything that a person should look at before they rely on the answer about this goal."""
    taken = [target.id, *(other.id for other in graphing.takes_over(told, target))]
    of_the_graph = list(dict.fromkeys(found for goal in taken for found in mapped.findings.get(goal, ())))
    return (
        *_of_the_goal(told, target, graph, blocking, values, exists=exists),
        *_faults(mapped, graph, target, below),
        *of_the_graph,
        *_of_gates(mapped, graph, below, values),
        *_of_voices(mapped, below),
        *_of_words(told, mapped, below, values),
    )


def _found(code: str, about: Sequence[Id], *names: str) -> FindingView:
    return FindingView(code, wording.found(code, *names), tuple(about))


def _of_the_goal(
    told: Told, target: Target, graph: Graph, blocking: Blocking, values: Mapping[Id, Value], *, exists: bool
) -> Iterator[FindingView]:
    node = graph.nodes[target.id]
    if isinstance(node, Gate) and not node.members:
        yield _found("nothing-gates", (target.id,))
        return
    if not target.goal.people and (covered := graphing.takes_over(told, target)):
        names = wording.listed([f'"{other.words}"' for other in covered])
        yield _found("covers", [other.id for other in covered], names)
    if not blocking.complete:
        yield _found("not-complete", (target.id,))
    if blocking.cut:
        yield _found("cut", (target.id,))
    if values[target.id] is not Value.MET and blocking.complete and not blocking.sets:
        yield _found("no-way", (target.id,))
    if not exists:
        yield _found("no-order", (target.id,))


def _faults(mapped: Mapped, graph: Graph, target: Target, below: Sequence[Id]) -> Iterator[FindingView]:
    shown = set(below) - {target.id}
    for fault in graph.faults:
        about = fault.about[0]
        if about in shown and about not in mapped.inherited:
            yield _found(fault.code, fault.about[:1], name(mapped, about))


def _of_gates(mapped: Mapped, graph: Graph, below: Sequence[Id], values: Mapping[Id, Value]) -> Iterator[FindingView]:
    for id in below:
        node = graph.nodes[id]
        if not isinstance(node, Gate):
            continue
        told = {member: values.get(member, Value.UNKNOWN) for member in node.members}
        met = [member for member, value in told.items() if value is Value.MET]
        if node.op is Op.LOCKSTEP and met and len(met) < len(told):
            yield _found("out-of-step", (id, *met), name(mapped, id), wording.listed([name(mapped, m) for m in met]))
        if node.op is Op.SEQ and (early := too_early(graph, node)):
            names = wording.listed([name(mapped, each) for each in early])
            yield _found("out-of-order", (id, *early), name(mapped, id), names)


def _of_voices(mapped: Mapped, below: Sequence[Id]) -> Iterator[FindingView]:
    for id in below:
        if id in mapped.conditions and mapped.conditions[id].held.unclear:
            statements = [UUID(each) for voice in mapped.conditions[id].held.unclear for each in voice]
            yield _found("unclear-voice", (id, *statements), name(mapped, id))
        if id in mapped.conditions and (unread := _unread(mapped.conditions[id])) is not None:
            yield _found("unread-status", (id, unread.id), unread.ref, unread.text)


def _unread(stated: Stated) -> StatementView | None:
    """The last report of a status, where its words say neither met nor unmet, though it was said to be so."""
    last = stated.reports[-1] if stated.reports else None
    if last is None or last.says is not Value.UNKNOWN or last.statement.standing in TAKEN_BACK:
        return None
    content = last.statement.content
    plain = isinstance(content, kinds.ConditionStatus) and content.status == Value.UNKNOWN.value and bool(content.words)
    return last.statement if plain and last.statement.modality in ("asserted", "reported") else None


def _of_words(told: Told, mapped: Mapped, below: Sequence[Id], values: Mapping[Id, Value]) -> Iterator[FindingView]:
    """Deadlocks that only the words of conditions suggest: told as questions, and in nobody's way until somebody says so."""
    ways = " ".join(deadlocks.WAYS_OUT)
    open_ones = [mapped.conditions[id] for id in below if id in mapped.conditions and values.get(id) is not Value.MET]
    for one, other in combinations(open_ones, 2):
        if (
            _each_of_the_other(one, other)
            and firsts.goes_first(one.statement.text)
            and firsts.goes_first(other.statement.text)
        ):
            about = (one.content.condition, other.content.condition)
            yield _found("each-first", about, one.statement.ref, other.statement.ref, ways)
    every = [each for id, each in mapped.conditions.items() if values.get(id) is not Value.MET]
    named = {each.content.condition: _goals_named(told, each) for each in every}
    for one in open_ones:
        mine = told.target(one.content.gates)
        for goal in named[one.content.condition]:
            if goal.id == mine.id:
                yield _found("names-its-own", (one.content.condition,), one.statement.ref)
                continue
            back = [
                each for each in every
                if told.target(each.content.gates).id == goal.id and mine in named[each.content.condition]
            ]  # fmt: skip
            for each in back:
                about = (one.content.condition, each.content.condition)
                yield _found("circle-perhaps", about, one.statement.ref, each.statement.ref, ways)
            if not back:
                yield _found("waits-perhaps", (one.content.condition, goal.id), one.statement.ref, goal.words)


def _each_of_the_other(one: Stated, other: Stated) -> bool:
    def met(these: tuple[kinds.Named, ...], those: tuple[kinds.Named, ...]) -> bool:
        return any(a == b for a in these for b in those)

    return met(one.content.demanded_by, other.content.demanded_of) and met(
        other.content.demanded_by, one.content.demanded_of
    )


def _goals_named(told: Told, stated: Stated) -> list[Target]:
    """The goals that the words of a condition hold whole, of those that have at least two words."""
    words = set(goals.alike(stated.statement.text).split())
    found = []
    for target in told.targets.values():
        own = set(goals.alike(target.words).split())
        if len(own) > 1 and own <= words:
            found.append(target)
    return found
