"""In which rows the boxes of a condition graph stand, and at which port of a box each arrow begins and ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import floor

from homeward.web.drawing.conditions_layers import Item, Layers

#: Pixels of a row, of the rim above and below a box in it, and of a box of one row.
ROW = 72
MARGIN = 4
CELL = ROW - 2 * MARGIN
#: Ports lie 8 pixels apart. Arrows leave a box at 4, 12, 20, ... and reach one at 0, 8, 16, ..., or else straight at the
#: height at which they left: so no arrow that leaves lies on the line of another that arrives.
STEP = 8
LEAVES = 4
PER_ROW_OUT = 7
PER_ROW_IN = 8
SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Places:
    """Rows of every box (first, and the one after its last), and the heights of all ports by arrow and item."""

    rows: int
    rows_of: dict[str, tuple[int, int]]
    leaves: dict[tuple[int, Item], int]
    arrives: dict[tuple[int, Item], int]


@dataclass(slots=True, eq=False)
class Unit:
    """What takes whole rows in a column: one box, or a row in which several arrows pass through."""

    items: tuple[Item, ...]
    rows: int
    top: int = 0
    hangs_on: dict[int, list[Unit]] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        return self.top + self.rows / 2

    @property
    def bottom(self) -> int:
        return self.top + self.rows


def placed(layers: Layers, *, tall: Collection[str]) -> Places:
    """Give rows and ports to everything; boxes that may be `tall` reach over all that leads to them, where there is room."""
    columns = _units(layers)
    _settle(columns)
    unit_of = {item: unit for column in columns for unit in column for item in unit.items}
    leaves: dict[tuple[int, Item], int] = {}
    arrives: dict[tuple[int, Item], int] = {}
    for c, column in enumerate(columns):
        into = _by_item((piece.end, piece.edge, piece.start) for piece in (layers.channels[c - 1] if c else ()))
        out_of = _by_item(
            (piece.start, piece.edge, piece.end) for piece in (layers.channels[c] if c < len(columns) - 1 else ())
        )
        for n, unit in enumerate(column):
            coming = {item: [(edge, leaves[edge, start]) for edge, start in into.get(item, ())] for item in unit.items}
            if unit.items[0].key in tall:
                _stretch(unit, column[n - 1].bottom if n else 0, column[n + 1].top if n + 1 < len(column) else None,
                         [height for each in coming.values() for _edge, height in each])  # fmt: skip
            for lane, item in enumerate(unit.items):
                _ports(unit, item, lane, coming[item], out_of.get(item, ()), unit_of, tall, leaves, arrives)
    rows_of = {item.key: (unit.top, unit.bottom) for item, unit in unit_of.items() if item.key}
    return Places(max((unit.bottom for unit in unit_of.values()), default=1), rows_of, leaves, arrives)


def _by_item(found: Iterable[tuple[Item, int, Item]]) -> dict[Item, list[tuple[int, Item]]]:
    sorted_out: dict[Item, list[tuple[int, Item]]] = {}
    for mine, edge, other in found:
        sorted_out.setdefault(mine, []).append((edge, other))
    return sorted_out


def _units(layers: Layers) -> list[list[Unit]]:
    """The columns in whole rows: arrows that pass next to each other share one."""
    ends_in, ends_out = _ends(layers)
    columns: list[list[Unit]] = []
    for column in layers.columns:
        units: list[Unit] = []
        for item in column:
            passes = not item.key
            if passes and units and not units[-1].items[0].key and len(units[-1].items) < PER_ROW_OUT:
                units[-1].items = (*units[-1].items, item)
                continue
            most_in, most_out = ends_in.get(item, 0), ends_out.get(item, 0)
            units.append(Unit((item,), max(1, -(-most_in // PER_ROW_IN), -(-most_out // PER_ROW_OUT))))
        columns.append(units)
    unit_of = {item: unit for units in columns for unit in units for item in unit.items}
    for pieces in layers.channels:
        for piece in pieces:
            start, end = unit_of[piece.start], unit_of[piece.end]
            start.hangs_on.setdefault(piece.end.column, []).append(end)
            end.hangs_on.setdefault(piece.start.column, []).append(start)
    return columns


def _ends(layers: Layers) -> tuple[dict[Item, int], dict[Item, int]]:
    ends_in: dict[Item, int] = {}
    ends_out: dict[Item, int] = {}
    for pieces in layers.channels:
        for piece in pieces:
            ends_out[piece.start] = ends_out.get(piece.start, 0) + 1
            ends_in[piece.end] = ends_in.get(piece.end, 0) + 1
    return ends_in, ends_out


def _settle(columns: Sequence[Sequence[Unit]]) -> None:
    """Move each column as near as can be to what it hangs on, to and fro; nothing overlaps and the order stays."""
    for column in columns:
        _stack(column, [0.0] * len(column))
    for sweep in range(SWEEPS):
        forwards = sweep % 2 == 0
        for c in range(1, len(columns)) if forwards else range(len(columns) - 2, -1, -1):
            beside = c - 1 if forwards else c + 1
            _stack(columns[c], [_wanted(unit, beside) for unit in columns[c]])
    first = min((unit.top for column in columns for unit in column), default=0)
    for column in columns:
        for unit in column:
            unit.top -= first


def _wanted(unit: Unit, column: int) -> float:
    others = unit.hangs_on.get(column)
    return sum(other.middle for other in others) / len(others) - unit.rows / 2 if others else float(unit.top)


def _stack(column: Sequence[Unit], wanted: Sequence[float]) -> None:
    before = [sum(unit.rows for unit in column[:n]) for n in range(len(column))]
    for unit, moved, rows in zip(
        column, level([w - b for w, b in zip(wanted, before, strict=True)]), before, strict=True
    ):
        unit.top = round(moved) + rows


def level(wanted: Sequence[float]) -> list[float]:
    """The numbers nearest to these that never fall: neighbours that would are pooled to their mean (isotonic regression)."""
    pools: list[tuple[float, int]] = []
    for number in wanted:
        mean, count = number, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def _stretch(unit: Unit, free_from: int, free_to: int | None, heights: Sequence[int]) -> None:
    """Make a gate as tall as what leads to it, as far as there is room."""
    if not heights:
        return
    top = max(free_from, min(unit.top, min(heights) // ROW))
    bottom = max(unit.bottom, max(heights) // ROW + 1)
    bottom = bottom if free_to is None else min(bottom, free_to)
    unit.top, unit.rows = top, bottom - top


def _ports(
    unit: Unit,
    item: Item,
    lane: int,
    coming: Sequence[tuple[int, int]],
    going: Sequence[tuple[int, Item]],
    unit_of: dict[Item, Unit],
    tall: Collection[str],
    leaves: dict[tuple[int, Item], int],
    arrives: dict[tuple[int, Item], int],
) -> None:
    """Find the ports of one box, or of an arrow that passes through."""
    first, last = unit.top * ROW + MARGIN + STEP // 2, unit.bottom * ROW - MARGIN - STEP // 2
    if not item.key:
        height = unit.top * ROW + ROW // 2 + STEP * (lane - (len(unit.items) - 1) // 2)
        leaves[item.edge, item] = height
        arrives[item.edge, item] = height if coming[0][1] == height else height - LEAVES
        return
    ordered = sorted(coming, key=lambda each: each[1])
    for (edge, height), port in zip(ordered, spread([h for _e, h in ordered], first, last), strict=True):
        arrives[edge, item] = height if abs(port - height) < LEAVES else nearest(port / STEP) * STEP
    ends = sorted(going, key=lambda each: (unit_of[each[1]].middle, unit_of[each[1]].items.index(each[1])))
    middle = unit.middle * ROW
    aims = [unit_of[end].middle * ROW if item.key in tall else middle for _edge, end in ends]
    for (edge, _end), port in zip(ends, spread(aims, first + LEAVES, last - LEAVES), strict=True):
        leaves[edge, item] = nearest((port - LEAVES) / STEP) * STEP + LEAVES


def spread(wanted: Sequence[float], first: int, last: int) -> list[float]:
    """Ports at least one step apart, in order, between these heights, as near as can be to those wanted."""
    near = level([height - n * STEP for n, height in enumerate(wanted)])
    room = last - STEP * (len(near) - 1)
    return [min(max(height, first), room) + n * STEP for n, height in enumerate(near)]


def nearest(number: float) -> int:
    """The nearest whole number; two that are one apart stay apart, which rounding to even does not promise."""
    return floor(number + 0.5)
