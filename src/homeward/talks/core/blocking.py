"""What blocks a goal: the smallest sets of conditions whose turning makes the goal met (minimal path sets).

Sets are made of wants: a condition wanted met, or under a "not" wanted unmet. From the conditions up each node gets the
family of smallest sets of wants that make it met, and where a "not" stands above it unmet; shared parts are worked out
once. What is wanted both met and unmet is no way and is found. A condition that waits for others brings what they want.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from homeward.talks.core.circles import components
from homeward.talks.core.evaluating import At, following, in_time, looked_at, too_early
from homeward.talks.core.families import ALREADY, NEVER, Family, Sums, TooMany
from homeward.talks.core.graph import Gate, Graph, Id, Leaf, Op, sound, threshold
from homeward.talks.core.values import Value

CAP = 1_000
"""Sets that are told; past it only conditions one at a time and in pairs are."""
WORK = 2_000_000
"""Pairs of sets that are held against each other for one goal before it counts as too many."""
PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Want:
    """A condition that is to be turned, and into what."""

    id: Id
    value: Value = Value.MET


@dataclass(frozen=True, slots=True)
class Blocking:
    """The smallest sets of wants for one goal; not complete when only single ones and pairs were looked at."""

    sets: tuple[tuple[Want, ...], ...]
    complete: bool = True
    both: tuple[Id, ...] = ()
    cut: bool = False

    def without(self, id: Id) -> bool:
        """Whether some set does without this condition."""
        return any(all(want.id != id for want in each) for each in self.sets)


class _Place(NamedTuple):
    """A node as it is looked at, and what is asked of it: to be met or to be unmet; `early` when it came out of order."""

    at: At
    met: bool
    early: bool = False

    @property
    def value(self) -> Value:
        return Value.MET if self.met else Value.UNMET


def blocking(graph: Graph, goal: Id, *, cap: int = CAP) -> Blocking:
    """The smallest sets for a goal, all of them up to the cap; else those of one and of two conditions."""
    wants = _Wants(graph, goal)
    try:
        return wants.sets(Sums(at_most=cap, work=WORK))
    except TooMany:
        return pairs(graph, goal, wants)


def pairs(graph: Graph, goal: Id, wants: _Wants | None = None) -> Blocking:
    """The smallest sets of one and of two conditions; `complete` when it is sure that there are no larger ones."""
    wants = wants or _Wants(graph, goal)
    for longest in (2, 1):
        try:
            found = wants.sets(Sums(at_most=PAIRS, work=4 * WORK, longest=longest, counted=wants.turning))
        except TooMany:
            continue
        return Blocking(found.sets[:CAP], False, found.both, longest == 1 or len(found.sets) > CAP)
    return Blocking((), complete=False, cut=True)


class _Wants:
    """The families of one goal, from its conditions up; the parts of the graph it hangs on are put in order once."""

    def __init__(self, graph: Graph, goal: Id) -> None:
        self.graph, self.goal = graph, _Place(At(goal), met=True)
        self._below: dict[_Place, tuple[_Place, ...]] = {}
        # Where nothing is wanted unmet, what is met already asks nothing more of anybody.
        nots = any(isinstance(node := graph.nodes[id], Gate) and node.op is Op.NOT for id in graph.below([goal]))
        self.settled = set() if nots else {at for at, value in looked_at(graph, [goal]).items() if value is Value.MET}
        self.order = components([self.goal], self.following)
        self.bits: dict[tuple[Id, bool, bool], int] = {}
        leaves = {(p.at.id, p.met) for p in self._below if nots and isinstance(graph.nodes.get(p.at.id), Leaf)}
        self.mixed = {id for id, met in leaves if met and (id, False) in leaves}
        self.turning = 0

    def following(self, place: _Place) -> tuple[_Place, ...]:
        if place not in self._below:
            self._below[place] = tuple(self._asked(place))
        return self._below[place]

    def _asked(self, place: _Place) -> Iterable[_Place]:
        node = self.graph.nodes.get(place.at.id)
        if node is None or self._holds(place):
            return
        if isinstance(node, Leaf):
            if place.met and not self._so(node, place):
                yield from (_Place(At(each), met=True) for each in node.waits_for if each != node.id)
            return
        met = place.met is not (node.op is Op.NOT)
        early = too_early(self.graph, node) if node.op is Op.SEQ else ()
        for each in following(self.graph, place.at):
            yield _Place(each, met, met and each.id in early)

    def _holds(self, place: _Place) -> bool:
        return place.met and not place.early and place.at in self.settled

    def _so(self, leaf: Leaf, place: _Place) -> bool:
        return in_time(leaf, place.at) is place.value and not place.early

    def sets(self, sums: Sums) -> Blocking:
        """Work the families out with these bounds."""
        known: dict[_Place, Family] = {}
        if sums.longest is not None:
            self._name_all()
            sums.counted = self.turning
        for component in self.order:
            self._solve(component, known, sums)
        return self._told(known[self.goal], sums)

    def _name_all(self) -> None:
        for place in self._below:
            if isinstance(self.graph.nodes.get(place.at.id), Leaf):
                self._bit(place.at.id, place.met, turn=True)

    def _solve(self, component: Sequence[_Place], known: dict[_Place, Family], sums: Sums) -> None:
        if len(component) == 1 and component[0] not in self.following(component[0]):
            known[component[0]] = self._family(component[0], known, sums)
            return
        # Gates that hang on each other alone are nobody's to meet. Through conditions, all of them must be turned at once.
        inner = set(component)
        gates = [place for place in component if isinstance(self.graph.nodes.get(place.at.id), Gate)]
        alone = {
            place
            for ring in components(gates, lambda each: [x for x in self.following(each) if x in inner and x in gates])
            for place in ring
            if len(ring) > 1 or place in self.following(place)
        }
        for place in component:
            known[place] = NEVER if place in alone else ALREADY
        for _ in range(2 * len(component) + 2):
            before = [known[place] for place in component]
            for place in component:
                known[place] = self._family(place, known, sums)
            if before == [known[place] for place in component]:
                return

    def _family(self, place: _Place, known: dict[_Place, Family], sums: Sums) -> Family:
        if self._holds(place):
            return ALREADY
        node = self.graph.nodes.get(place.at.id)
        if isinstance(node, Leaf):
            return self._leaf(node, place, known, sums)
        if node is None or not sound(node):
            return NEVER
        members = [known[each] for each in self.following(place)]
        if node.op is Op.NOT:
            return members[0]
        least = threshold(node)
        return sums.at_least(least if place.met else len(members) - least + 1, members)

    def _leaf(self, leaf: Leaf, place: _Place, known: dict[_Place, Family], sums: Sums) -> Family:
        if self._so(leaf, place):
            # What holds already must only be kept in mind where something else wants the contrary.
            return (self._bit(leaf.id, place.met, turn=False),) if leaf.id in self.mixed else ALREADY
        if place.at.within is not None and place.at.within[1]:
            return NEVER
        own: Family = (self._bit(leaf.id, place.met, turn=True),)
        if not place.met:
            return own
        if any(each not in self.graph.nodes for each in leaf.waits_for):
            return NEVER
        return sums.all_of([own, *(known[each] for each in self.following(place))])

    def _bit(self, id: Id, met: bool, *, turn: bool) -> int:
        bit = self.bits.setdefault((id, met, turn), 1 << len(self.bits))
        if turn:
            self.turning |= bit
        return bit

    def _told(self, family: Family, sums: Sums) -> Blocking:
        both: dict[Id, None] = {}
        kept: list[int] = []
        for each in family:
            torn = [id for id in self.mixed if each & self._ways(id, met=True) and each & self._ways(id, met=False)]
            both.update(dict.fromkeys(torn))
            if not torn:
                kept.append(each & self.turning)
        meant = {bit: Want(id, Value.MET if met else Value.UNMET) for (id, met, turn), bit in self.bits.items() if turn}
        smallest = sums.least(kept) if self.mixed else tuple(kept)
        sets = [tuple(meant[1 << at] for at in _bits(each)) for each in smallest]
        in_order = sorted(sets, key=lambda wants: (len(wants), [str(want.id) for want in wants]))
        return Blocking(tuple(in_order), complete=True, both=tuple(both))

    def _ways(self, id: Id, *, met: bool) -> int:
        return self.bits.get((id, met, True), 0) | self.bits.get((id, met, False), 0)


def _bits(number: int) -> Iterable[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
