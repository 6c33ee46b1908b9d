"""Companion rules as a graph: who can only travel with whom, and rules that no plan can keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.crossings.core.instance import Instance


def contradictory(instance: Instance) -> Iterator[tuple[str, str]]:
    """People whom one rule ties to somebody from whom another rule keeps them apart, with the reason in words."""
    apart = {frozenset((each.a, each.b)) for each in instance.separations}
    for rule in instance.companions:
        if rule.staff_ok or not rule.any_of:
            continue
        if all(frozenset((rule.person, other)) in apart for other in rule.any_of):
            yield rule.person, f"Needs one of {', '.join(rule.any_of)}, and must be kept apart from each of them."


def circles(needs: Mapping[int, int | set[int]]) -> list[list[int]]:
    """Groups of nodes that need each other, directly or around a circle; Tarjan's strongly connected components, iteratively.

    `needs` gives for a node the nodes it cannot do without; only components of two or more are given, each sorted.
    """
    graph = {node: sorted(to) if isinstance(to, set) else [to] for node, to in needs.items()}
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    on_stack: set[int] = set()
    stack: list[int] = []
    found: list[list[int]] = []
    for root in sorted(graph):
        if root in order:
            continue
        work: list[tuple[int, int]] = [(root, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                order[node] = low[node] = len(order)
                stack.append(node)
                on_stack.add(node)
            descended = False
            for n in range(at, len(graph.get(node, ()))):
                to = graph[node][n]
                if to not in order:
                    work += [(node, n + 1), (to, 0)]
                    descended = True
                    break
                if to in on_stack:
                    low[node] = min(low[node], order[to])
            if descended:
                continue
            if low[node] == order[node]:
                part = []
                while True:
                    top = stack.pop()
                    on_stack.discard(top)
                    part.append(top)
                    if top == node:
                        break
                if len(part) > 1:
                    found.append(sorted(part))
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[node])
    return found
