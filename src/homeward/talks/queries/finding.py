"""What a person should look at in the graph of a goal, in sentences that name the statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from homeward.talks.core import wording
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
