"""Graphs drawn from a seed, and what blocks them worked out by trying everything."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from random import Random

from homeward.talks.core.graph import Gate, Graph, Leaf, Op
from homeward.talks.core.values import Value

VALUES = (Value.MET, Value.UNMET, Value.UNMET, Value.UNKNOWN, Value.CONTESTED)
PLAIN = (Op.ALL, Op.ANY, Op.K_OF_N, Op.SEQ, Op.LOCKSTEP)


def drawn(seed: int, *, most: int = 20, nots: bool = False) -> Graph:
    """A graph of up to so many conditions under gates that share them, with the goal named "goal"."""
    random = Random(seed)
    leaves = random.randint(1, most)
    nodes: dict[object, Leaf | Gate] = {number: Leaf(number, random.choice(VALUES)) for number in range(leaves)}
    names = list(range(leaves))
    for number in range(leaves, leaves + random.randint(1, 12)):
        nodes[number] = _gate(random, number, names, nots=nots)
        names.append(number)
    nodes["goal"] = _gate(random, "goal", [*names, *names[leaves:] * 3], nots=nots)
    return Graph(nodes)


def _gate(random: Random, id: object, names: list[int], *, nots: bool) -> Gate:
    op = random.choice((*PLAIN, Op.NOT) if nots else PLAIN)
    members = tuple(dict.fromkeys(random.choices(names, k=1 if op is Op.NOT else random.randint(1, 5))))
    least = random.randint(1, len(members)) if op is Op.K_OF_N else 0
    return Gate(id, op, members, least, (Decimal(1),) if op is Op.LOCKSTEP else ())


def by_trying(graph: Graph) -> set[frozenset[object]]:
    """The smallest sets of conditions whose turning makes the goal met, by the truth table of all subsets at once.

    Bit `s` of a node's number says whether it is met when the conditions of subset `s` are turned; only for graphs
    without a "not", in which turning more never makes less.
    """
    leaves = [id for id, node in graph.nodes.items() if isinstance(node, Leaf)]
    size = 1 << len(leaves)
    everything = (1 << size) - 1
    table: dict[object, int] = {}
    turned = [_turned(place, size) for place in range(len(leaves))]

    def met(id: object) -> int:
        if id not in table:
            node = graph.nodes[id]
            if isinstance(node, Leaf):
                table[id] = everything if node.value is Value.MET else turned[leaves.index(id)]
            else:
                table[id] = _at_least(_threshold(node), [met(each) for each in node.members], everything)
        return table[id]

    goal = met("goal")
    smallest = goal
    for place, mask in enumerate(turned):
        smallest &= ~((goal & ~mask) << (1 << place))
    found = set()
    while smallest:
        low = smallest & -smallest
        subset = low.bit_length() - 1
        found.add(frozenset(leaf for place, leaf in enumerate(leaves) if subset >> place & 1))
        smallest ^= low
    return found


def _threshold(gate: Gate) -> int:
    return {Op.ANY: 1, Op.K_OF_N: gate.least}.get(gate.op, len(gate.members))


def _turned(place: int, size: int) -> int:
    """The subsets that hold the condition at this place."""
    block = ((1 << (1 << place)) - 1) << (1 << place)
    period = 2 << place
    while period < size:
        block |= block << period
        period *= 2
    return block


def _at_least(least: int, columns: list[int], everything: int) -> int:
    done = [everything, *([0] * least)]
    for column in columns:
        for count in range(least, 0, -1):
            done[count] |= done[count - 1] & column
    return done[least]


def wants_by_trying(graph: Graph) -> set[frozenset[tuple[object, Value]]]:
    """The smallest sets of wants that make the goal met, by trying each assignment; for small graphs, with a "not" too."""
    leaves = [node for node in graph.nodes.values() if isinstance(node, Leaf)]
    possible = [(leaf.id, value) for leaf in leaves for value in (Value.MET, Value.UNMET) if leaf.value is not value]
    found: list[frozenset[tuple[object, Value]]] = []
    for size in range(len(leaves) + 1):
        for chosen in combinations(possible, size):
            wants = dict(chosen)
            if len(wants) < size or any(part <= set(chosen) for part in found):
                continue
            if _plainly(graph.supposing(wants), "goal") is Value.MET:
                found.append(frozenset(chosen))
    return set(found)


def _plainly(graph: Graph, id: object) -> Value:
    """The value of a node by the words of its gate alone, worked out anew each time."""
    node = graph.nodes[id]
    if isinstance(node, Leaf):
        return node.value
    values = [_plainly(graph, each) for each in node.members]
    if node.op is Op.NOT:
        turned = {Value.MET: Value.UNMET, Value.UNMET: Value.MET}
        return turned.get(values[0], values[0])
    least = _threshold(node)
    if sum(value is Value.MET for value in values) >= least:
        return Value.MET
    if sum(value is Value.UNMET for value in values) > len(values) - least:
        return Value.UNMET
    return Value.UNKNOWN  # or contested: neither met nor unmet, which is all that sets ask
