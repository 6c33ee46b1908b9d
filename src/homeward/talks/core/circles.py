"""Which nodes hang on each other in a circle (Tarjan, Depth-first search and linear graph algorithms, 1972)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def components(starts: Iterable[N], following: Callable[[N], Iterable[N]]) -> list[list[N]]:
    """The strongly connected components reached from the starts; each stands behind those that it leads to."""
    found: list[list[N]] = []
    number: dict[N, int] = {}
    lowest: dict[N, int] = {}
    held: list[N] = []
    on_it: set[N] = set()
    for start in starts:
        if start in number:
            continue
        path: list[tuple[N, Iterator[N]]] = [(start, iter(following(start)))]
        number[start] = lowest[start] = len(number)
        held.append(start)
        on_it.add(start)
        while path:
            node, rest = path[-1]
            for each in rest:
                if each not in number:
                    number[each] = lowest[each] = len(number)
                    held.append(each)
                    on_it.add(each)
                    path.append((each, iter(following(each))))
                    break
                if each in on_it:
                    lowest[node] = min(lowest[node], number[each])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    found.append(_taken(node, held, on_it))
    return found


def _taken(node: N, held: list[N], on_it: set[N]) -> list[N]:
    component: list[N] = []
    while True:
        each = held.pop()
        on_it.discard(each)
        component.append(each)
        if each == node:
            return component[::-1]


def shortest_circle(start: N, within: set[N], following: Callable[[N], Iterable[N]]) -> list[N]:
    """A shortest way from a node back to itself that stays within these; empty when there is none."""
    came: dict[N, N] = {}
    row = [start]
    while row:
        later: list[N] = []
        for node in row:
            for each in following(node):
                if each == start:
                    return _way(start, node, came)
                if each in within and each not in came:
                    came[each] = node
                    later.append(each)
        row = later
    return []


def _way(start: N, last: N, came: dict[N, N]) -> list[N]:
    way = [last]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
