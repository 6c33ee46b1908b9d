"""What the gates of a graph come to, by the values of their conditions.

A gate that hangs on itself stays unknown, unless its other members decide it. What is to be met within a time counts
only when it was met in it; what is to come in an order counts only when it did not surely come in another.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from homeward.ledger.core.timing import is_before
from homeward.moments import Interval
from homeward.talks.core.circles import components
from homeward.talks.core.graph import Gate, Graph, Id, Leaf, Op, sound, threshold
from homeward.talks.core.values import Value, at_least, other


class At(NamedTuple):
    """A node as it is looked at: in which time it must be met, none when at any."""

    id: Id
    within: tuple[Interval, bool] | None = None


def following(graph: Graph, place: At) -> list[At]:
    """The members of a gate as they are looked at from it; a condition has none."""
    node = graph.nodes.get(place.id)
    if not isinstance(node, Gate) or not sound(node):
        return []
    within = (node.within, node.over) if node.op is Op.WITHIN and node.within is not None else place.within
    return [At(member, within) for member in node.members]


def values(graph: Graph, goals: Iterable[Id]) -> dict[Id, Value]:
    """The value of each node below these goals."""
    known = looked_at(graph, goals)
    found = {place.id: value for place, value in known.items() if place.within is None}
    for place, value in known.items():
        # What is only looked at within a time: a condition has its own value all the same, a gate that within it.
        if place.id not in found:
            node = graph.nodes.get(place.id)
            found[place.id] = node.value if isinstance(node, Leaf) else value
    return found


def looked_at(graph: Graph, goals: Iterable[Id]) -> dict[At, Value]:
    """The value of each node below these goals, as it is looked at."""
    known: dict[At, Value] = {}
    starts = [At(goal) for goal in goals]
    for component in components(starts, lambda place: following(graph, place)):
        for place in component:
            known[place] = Value.UNKNOWN
        rounds = len(component) if len(component) > 1 else 1
        for _ in range(rounds):
            # What is met or unmet stays so, whatever those that are still unknown come to.
            decided = [place for place in component if known[place] not in (Value.MET, Value.UNMET)]
            fresh = {place: _value(graph, place, known) for place in decided}
            last = [place for place in decided if fresh[place] in (Value.MET, Value.UNMET)]
            for place in last if len(component) > 1 else decided:
                known[place] = fresh[place]
            if not last:
                break
    return known


def _value(graph: Graph, place: At, known: dict[At, Value]) -> Value:
    node = graph.nodes.get(place.id)
    if node is None:
        return Value.UNKNOWN
    if isinstance(node, Leaf):
        return in_time(node, place)
    if not sound(node):
        return Value.UNKNOWN
    values = [known.get(member, Value.UNKNOWN) for member in following(graph, place)]
    if node.op is Op.NOT:
        return other(values[0])
    joined = at_least(threshold(node), values)
    if node.op is Op.SEQ and joined is Value.MET and too_early(graph, node):
        return Value.UNKNOWN
    return joined


def in_time(leaf: Leaf, place: At) -> Value:
    """The value of a condition as it is looked at: met outside the time set for it is not met in it."""
    if place.within is None:
        return leaf.value
    window, over = place.within
    if leaf.value is not Value.MET:
        return leaf.value
    if leaf.since is None:
        return Value.UNKNOWN
    if is_before(leaf.since, window) or is_before(window, leaf.since):
        return Value.UNMET if over else Value.UNKNOWN
    inside = _inside(leaf.since, window)
    return Value.MET if inside else Value.UNKNOWN


def too_early(graph: Graph, gate: Gate) -> tuple[Id, ...]:
    """The members of an order that surely came before one that they were to follow, as far as conditions are dated."""
    early: list[Id] = []
    before: list[Interval] = []
    for member in gate.members:
        node = graph.nodes.get(member)
        if not isinstance(node, Leaf) or node.value is not Value.MET or node.since is None:
            continue
        if any(is_before(node.since, other) for other in before):
            early.append(member)
        else:
            before.append(node.since)
    return tuple(early)


def _inside(time: Interval, window: Interval) -> bool:
    starts = window.start is None or (time.start is not None and time.start >= window.start)
    ends = window.until is None or (time.until is not None and time.until <= window.until)
    return starts and ends
