"""Which column each box of a condition graph stands in, and in which order, so that few arrows cross."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Pair = tuple[str, str]
SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """What takes a place in a column: a box by its key, or an arrow by its number where it passes through."""

    column: int
    key: str = ""
    edge: int = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an arrow between two columns that follow each other."""

    edge: int
    start: Item
    end: Item


@dataclass(frozen=True, slots=True)
class Layers:
    """The columns from start to end, and between each two of them the stretches of arrows.

    `turned` are the arrows that would close a circle: they are laid as if they ran the other way.
    """

    columns: tuple[tuple[Item, ...], ...]
    channels: tuple[tuple[Piece, ...], ...]
    turned: frozenset[int]
    crossings_before: int

    @property
    def column_of(self) -> dict[str, int]:
        return {item.key: item.column for column in self.columns for item in column if item.key}


def laid(keys: Sequence[str], pairs: Sequence[Pair], *, goal: str | None, beside: Collection[str] = ()) -> Layers:
    """Lay boxes into columns, the goal alone in the last; those `beside` stand below the others of their column."""
    turned = closing(sorted(keys, key=lambda key: key == goal), pairs)
    forward = [(target, source) if n in turned else (source, target) for n, (source, target) in enumerate(pairs)]
    ranks = _ranks(keys, forward, goal)
    last = max(ranks.values(), default=0)
    column_of = {key: last - rank for key, rank in ranks.items()}
    columns: list[list[Item]] = [[] for _ in range(last + 1)]
    for key in _met(keys, forward, goal):
        columns[column_of[key]].append(Item(column_of[key], key))
    channels = _channels(columns, forward, column_of)
    for column in columns:
        column.sort(key=lambda item: item.key in beside)
    before = crossings(columns, channels)
    best = _swept(columns, channels, beside)
    return Layers(tuple(map(tuple, best)), tuple(map(tuple, channels)), frozenset(turned), before)


def closing(keys: Sequence[str], pairs: Sequence[Pair]) -> set[int]:
    """The arrows which, walked in order, lead back to where the walk is under way; without them there is no circle."""
    after: dict[str, list[tuple[int, str]]] = {key: [] for key in keys}
    for n, (source, target) in enumerate(pairs):
        after[source].append((n, target))
    found: set[int] = set()
    done: set[str] = set()
    for key in keys:
        if key in done:
            continue
        under_way, stack = {key}, [(key, iter(after[key]))]
        while stack:
            here, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                stack.pop()
                under_way.discard(here)
                done.add(here)
            elif step[1] in under_way:
                found.add(step[0])
            elif step[1] not in done:
                under_way.add(step[1])
                stack.append((step[1], iter(after[step[1]])))
    return found


def _ranks(keys: Sequence[str], forward: Sequence[Pair], goal: str | None) -> dict[str, int]:
    """How many columns before the last each box stands: as many as its longest way to the goal has arrows."""
    sources: dict[str, list[str]] = {key: [] for key in keys}
    waits = dict.fromkeys(keys, 0)
    for source, target in forward:
        sources[target].append(source)
        waits[source] += 1
    ranks = {key: 0 if goal is None or key == goal else 1 for key in keys}
    ready = [key for key in keys if waits[key] == 0]
    while ready:
        here = ready.pop()
        for source in sources[here]:
            ranks[source] = max(ranks[source], ranks[here] + 1)
            waits[source] -= 1
            if waits[source] == 0:
                ready.append(source)
    return ranks


def _met(keys: Sequence[str], forward: Sequence[Pair], goal: str | None) -> list[str]:
    """The boxes in the order in which one meets them from the goal back, so that members of a gate lie together."""
    sources: dict[str, list[str]] = {key: [] for key in keys}
    for source, target in forward:
        sources[target].append(source)
    order: dict[str, None] = {}
    for first in [*([goal] if goal else []), *keys]:
        stack = [first]
        while stack:
            here = stack.pop()
            if here not in order:
                order[here] = None
                stack.extend(reversed(sources[here]))
    return list(order)


def _channels(columns: list[list[Item]], forward: Sequence[Pair], column_of: dict[str, int]) -> list[list[Piece]]:
    """The stretches of every arrow; where it passes through a column it gets a place of its own there."""
    channels: list[list[Piece]] = [[] for _ in columns[1:]]
    for n, (source, target) in enumerate(forward):
        here = Item(column_of[source], source)
        for column in range(column_of[source] + 1, column_of[target] + 1):
            passes = column < column_of[target]
            there = Item(column, edge=n) if passes else Item(column, target)
            if passes:
                columns[column].append(there)
            channels[column - 1].append(Piece(n, here, there))
            here = there
    return channels


def _swept(columns: list[list[Item]], channels: Sequence[Sequence[Piece]], beside: Collection[str]) -> list[list[Item]]:
    """Order each column by the middle of what it hangs on, to and fro, and keep the best order seen."""
    best, least = columns, crossings(columns, channels)
    now = [list(column) for column in columns]
    for sweep in range(SWEEPS):
        if least == 0:
            break
        backwards = sweep % 2 == 0
        for c in range(len(now) - 2, -1, -1) if backwards else range(1, len(now)):
            hangs_on = _hanging(channels[c] if backwards else channels[c - 1], backwards)
            other = {item: n for n, item in enumerate(now[c + 1 if backwards else c - 1])}
            now[c] = _by_middle(now[c], hangs_on, other, beside)
        found = crossings(now, channels)
        if found < least:
            best, least = [list(column) for column in now], found
    return best


def _hanging(pieces: Sequence[Piece], backwards: bool) -> dict[Item, list[Item]]:
    found: dict[Item, list[Item]] = {}
    for piece in pieces:
        mine, other = (piece.start, piece.end) if backwards else (piece.end, piece.start)
        found.setdefault(mine, []).append(other)
    return found


def _by_middle(
    column: list[Item], hangs_on: dict[Item, list[Item]], other: dict[Item, int], beside: Collection[str]
) -> list[Item]:
    """One column in a new order; what hangs on nothing here keeps its place among the others."""
    middles = {
        item: sum(other[each] for each in hangs_on[item]) / len(hangs_on[item]) if item in hangs_on else float(n)
        for n, item in enumerate(column)
    }
    return sorted(column, key=lambda item: (item.key in beside, middles[item]))


def crossings(columns: Sequence[Sequence[Item]], channels: Sequence[Sequence[Piece]]) -> int:
    """How many pairs of arrows cross when the columns are in this order."""
    place = {item: n for column in columns for n, item in enumerate(column)}
    return sum(inversions([(place[piece.start], place[piece.end]) for piece in pieces]) for pieces in channels)


def inversions(ends: Sequence[tuple[float, float]]) -> int:
    """How many pairs change sides between start and end."""
    ordered = sorted(ends)
    return sum(
        1
        for n, (start, end) in enumerate(ordered)
        for other_start, other_end in ordered[n + 1 :]
        if start < other_start and end > other_end
    )
