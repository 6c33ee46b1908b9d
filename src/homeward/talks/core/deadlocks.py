"""Who waits for whom: before what a step must come, the circles in that, and whether there is an order of steps at all.

Every node has a beginning and an end. A condition ends after it begins; a gate begins before its members and ends after
them; in a sequence each begins after the end of the one before; in lockstep all begin together and end together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from homeward.talks.core.circles import components, shortest_circle
from homeward.talks.core.graph import Gate, Graph, Id, Leaf, Op, needs
from homeward.talks.core.values import Value

Moment = tuple[Id, str]
BEGINS, ENDS = "begins", "ends"
WAYS_OUT = (
    "All at the same moment: each side acts while it sees the other act.",
    "In batches, in lockstep: a part of the one for a part of the other.",
    "A deposit with a third party, who hands over to both sides at once.",
    "A guarantor, whom the one who goes first trusts.",
    "One category before the others: the wounded, children, the old.",
)


@dataclass(frozen=True, slots=True)
class Circle:
    """Each of these waits for the next, and the last for the first."""

    members: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """An order in which all of these can be met, or none and those that are in each other's way."""

    order: tuple[Id, ...]
    exists: bool
    stuck: tuple[Id, ...] = ()


class Precedence:
    """What must come before what among the open nodes of a graph; conditions in `only` count, others are as if done."""

    def __init__(self, graph: Graph, within: Iterable[Id], only: Collection[Id] | None = None) -> None:
        self.graph = graph
        self._one: dict[Moment, Moment] = {}
        self.after: dict[Moment, list[Moment]] = {}
        self.open = [id for id in within if self._counts(id, only)]
        counting = set(self.open)
        for id in self.open:
            node = graph.nodes[id]
            if isinstance(node, Gate) and node.op is Op.LOCKSTEP:
                self._together([each for each in node.members if each in counting])
        for id in self.open:
            self._put(graph.nodes[id], counting)

    def _counts(self, id: Id, only: Collection[Id] | None) -> bool:
        node = self.graph.nodes.get(id)
        if not isinstance(node, Leaf):
            return node is not None
        return id in only if only is not None else node.value is not Value.MET

    def _together(self, members: list[Id]) -> None:
        for each in members[1:]:
            for what in (BEGINS, ENDS):
                self._one[self._place((each, what))] = self._place((members[0], what))

    def _place(self, moment: Moment) -> Moment:
        while moment in self._one and self._one[moment] != moment:
            moment = self._one[moment]
        return moment

    def _arrow(self, before: Moment, after: Moment) -> None:
        self.after.setdefault(self._place(before), []).append(self._place(after))
        self.after.setdefault(self._place(after), [])

    def _put(self, node: Leaf | Gate, counting: set[Id]) -> None:
        self._arrow((node.id, BEGINS), (node.id, ENDS))
        hung_on = [each for each in needs(node) if each in counting]
        if isinstance(node, Leaf):
            for each in hung_on:
                self._arrow((each, ENDS), (node.id, BEGINS))
            return
        if node.op is Op.NOT:
            return
        for each in hung_on:
            self._arrow((node.id, BEGINS), (each, BEGINS))
            self._arrow((each, ENDS), (node.id, ENDS))
        if node.op is Op.SEQ:
            for one, other in pairwise(hung_on):
                self._arrow((one, ENDS), (other, BEGINS))

    def leads_to(self, moment: Moment) -> list[Moment]:
        return self.after.get(moment, [])

    def circles(self, *, at_most: int = 20) -> list[Circle]:
        """The circles among the open nodes, one through each that is in one, the shortest; each told once."""
        found: dict[tuple[Id, ...], Circle] = {}
        for component in components(list(self.after), self.leads_to):
            if len(component) == 1 and component[0] not in self.leads_to(component[0]):
                continue
            inner, covered = set(component), set[Id]()
            for moment in sorted(component, key=lambda each: (not self._leaf(each[0]), str(each[0]), each[1])):
                if moment[0] in covered or len(found) >= at_most:
                    continue
                way = shortest_circle(moment, inner, self.leads_to)
                members = tuple(dict.fromkeys(self._told(way)))
                covered.update(members)
                if members:
                    found.setdefault(_turned(members), Circle(_turned(members)))
        return list(found.values())

    def _leaf(self, id: Id) -> bool:
        return isinstance(self.graph.nodes.get(id), Leaf)

    def _told(self, way: list[Moment]) -> list[Id]:
        """Whom a circle names, from who waits to whom it waits for: its conditions, or its gates where it has none."""
        named = [id for id, _ in way[::-1]]
        return [id for id in named if self._leaf(id)] or named


def _turned(members: tuple[Id, ...]) -> tuple[Id, ...]:
    """The same circle, beginning with the one that comes first by its id."""
    if not members:
        return members
    first = min(range(len(members)), key=lambda at: str(members[at]))
    return members[first:] + members[:first]


def steps(graph: Graph, within: Iterable[Id], wanted: Collection[Id], place: Mapping[Id, int] | None = None) -> Steps:
    """An order in which these conditions can be met one after the other; of several free to come, by their place."""
    precedence = Precedence(graph, within, only=wanted)
    places = place or {}
    left: dict[Moment, int] = dict.fromkeys(precedence.after, 0)
    for following in precedence.after.values():
        for moment in following:
            left[moment] += 1
    ready: list[tuple[int, str, int, Moment]] = []
    for number, (moment, count) in enumerate(left.items()):
        if not count:
            heappush(ready, (places.get(moment[0], 0), str(moment[0]), number, moment))
    order: dict[Id, None] = {}
    number = len(left)
    met: dict[Moment, list[Id]] = {}
    for id in wanted:
        met.setdefault(precedence._place((id, ENDS)), []).append(id)
    while ready:
        moment = heappop(ready)[-1]
        for id in sorted(met.get(moment, ()), key=str):
            order[id] = None
        for each in precedence.leads_to(moment):
            left[each] -= 1
            if not left[each]:
                number += 1
                heappush(ready, (places.get(each[0], 0), str(each[0]), number, each))
    stuck = tuple(id for id in wanted if id not in order)
    return Steps(tuple(order), not stuck, stuck)
