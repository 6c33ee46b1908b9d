"""The condition graph drawn: what must hold at the start, the gates in between, the goal at the end; arrows run that way.

The drawing is in whole pixels and lies on rows of one height, so that paper may be cut between any two of them. What no
test lets through: an arrow behind a box that is not its own, two arrows on one stretch or at one port. Two arrows cross
at most once between two columns, at a right angle. Columns by longest path, order by barycentres (Sugiyama, Tagawa and
Toda 1981), arrows on tracks of their own as wires in a channel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from homeward.web.drawing.conditions_layers import laid
from homeward.web.drawing.conditions_places import CELL, MARGIN, ROW, Places, placed
from homeward.web.drawing.conditions_ways import Point, routed

#: Rows that hang together on one strip; paper is cut between strips.
ROWS_OF_A_STRIP = 8
ROUND = 5


class Shape(StrEnum):
    """What stands in a box: the goal, how the members of a gate stand together, a condition, an allegation."""

    GOAL = "goal"
    ALL = "all"
    ANY = "any"
    SOME = "some"
    NOT = "not"
    ORDER = "order"
    TOGETHER = "together"
    WITHIN = "within"
    CONDITION = "condition"
    ALLEGED = "alleged"


class Stroke(StrEnum):
    """What an arrow says: that it gates, that it was offered, or that it is alleged, which gates nothing."""

    GATES = "gates"
    OFFERED = "offered"
    ALLEGED = "alleged"


WIDTHS = {Shape.CONDITION: 232, Shape.ALLEGED: 232, Shape.GOAL: 208}
WIDTH_OF_A_GATE = 144
FIXED = (Shape.CONDITION, Shape.ALLEGED)


@dataclass(frozen=True, slots=True)
class Node:
    """Something to be drawn, by its key."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow to be drawn, from what must hold to what it gates."""

    source: str
    target: str
    stroke: Stroke = Stroke.GATES


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn box; its words stand in one row, `label_y` down, also where the box is taller than that."""

    key: str
    shape: Shape
    x: int
    y: int
    width: int
    height: int
    label_y: int
    label_height: int = CELL

    @property
    def outline(self) -> str:
        """The line around it: square, round or with corners cut, by how its members stand together."""
        return outline(self)


@dataclass(frozen=True, slots=True)
class Way:
    """A drawn arrow: its corners from source to target; `back` when it runs against the direction of the others."""

    edge: Edge
    points: tuple[Point, ...]
    back: bool
    in_loop: bool

    @property
    def path(self) -> str:
        """The line with its corners rounded."""
        return rounded(self.points)


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows of the drawing that hang together, with what shows in them."""

    y: int
    height: int
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    labels: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The whole drawing; `crossings` are left of `crossings_before`, which the order of the file would give."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]
    crossings: int
    crossings_before: int

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The drawing from top to bottom in strips, between which paper may be cut."""
        step = ROW * ROWS_OF_A_STRIP
        return tuple(_strip(self, y, min(step, self.height - y)) for y in range(0, self.height, step))

    @property
    def wide(self) -> bool:
        """Whether it needs a sheet of paper that lies across."""
        return self.width > 900


def draw(nodes: Sequence[Node], edges: Sequence[Edge], loops: Sequence[Sequence[str]] = ()) -> Drawn:
    """Draw a graph; an edge from a box to itself, or to none of the boxes, is left out; `loops` name who waits for whom."""
    shapes = {node.key: node.shape for node in nodes}
    shown = [e for e in edges if e.source != e.target and e.source in shapes and e.target in shapes]
    goal = next((node.key for node in nodes if node.shape is Shape.GOAL), None)
    layers = laid(
        [node.key for node in nodes],
        [(edge.source, edge.target) for edge in shown],
        goal=goal,
        beside={node.key for node in nodes if node.shape is Shape.ALLEGED},
    )
    widths = {key: WIDTHS.get(shape, WIDTH_OF_A_GATE) for key, shape in shapes.items()}
    places = placed(layers, tall={key for key, shape in shapes.items() if shape not in FIXED})
    routes = routed(layers, places, widths)
    boxes = tuple(_box(key, shapes[key], routes.columns[layers.column_of[key]], places, widths[key]) for key in shapes)
    return Drawn(
        width=routes.width,
        height=places.rows * ROW,
        boxes=boxes,
        ways=tuple(
            _way(
                edge, routes.points[n], n in layers.turned, any({edge.source, edge.target} <= {*loop} for loop in loops)
            )
            for n, edge in enumerate(shown)
        ),
        crossings=routes.crossings,
        crossings_before=layers.crossings_before,
    )


def _box(key: str, shape: Shape, x: int, places: Places, width: int) -> Box:
    top, bottom = places.rows_of[key]
    middle = top if shape is Shape.GOAL else (top + bottom - 1) // 2
    return Box(key, shape, x, top * ROW + MARGIN, width, (bottom - top) * ROW - 2 * MARGIN, middle * ROW + MARGIN)


def _way(edge: Edge, points: tuple[Point, ...], back: bool, in_loop: bool) -> Way:
    return Way(edge, points[::-1] if back else points, back, in_loop)


def mirrored(drawn: Drawn) -> Drawn:
    """The same for readers from right to left: what must hold stands at the right, the goal at the left."""
    return replace(
        drawn,
        boxes=tuple(replace(box, x=drawn.width - box.x - box.width) for box in drawn.boxes),
        ways=tuple(replace(way, points=tuple((drawn.width - x, y) for x, y in way.points)) for way in drawn.ways),
    )


def _strip(drawn: Drawn, y: int, height: int) -> Strip:
    end = y + height
    return Strip(
        y=y,
        height=height,
        boxes=tuple(box for box in drawn.boxes if box.y < end and y < box.y + box.height),
        ways=tuple(way for way in drawn.ways if _reaches(way, y, end)),
        labels=tuple(box for box in drawn.boxes if y <= box.label_y < end),
    )


def _reaches(way: Way, y: int, end: int) -> bool:
    heights = [point[1] for point in way.points]
    return min(heights) - ROUND < end and y < max(heights) + ROUND


def rounded(points: Sequence[Point]) -> str:
    """A line through these points as SVG writes it, each right angle rounded."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _short(corner, before), _short(corner, after)
        parts.append(f"L{into[0]} {into[1]}Q{corner[0]} {corner[1]} {out[0]} {out[1]}")
    return "".join([*parts, f"L{points[-1][0]} {points[-1][1]}"])


def _short(corner: Point, towards: Point) -> Point:
    """The point on the way from a corner at which its rounding ends."""
    length = max(abs(towards[0] - corner[0]), abs(towards[1] - corner[1]), 1)
    share = min(ROUND, length // 2) / length
    return (
        round(corner[0] + (towards[0] - corner[0]) * share),
        round(corner[1] + (towards[1] - corner[1]) * share),
    )


def outline(box: Box) -> str:
    """The line around a box as SVG writes it."""
    x, y, end, foot = box.x, box.y, box.x + box.width, box.y + box.height
    match box.shape:
        case Shape.ANY | Shape.WITHIN:
            r = 18
            return (
                f"M{x + r} {y}H{end - r}Q{end} {y} {end} {y + r}V{foot - r}Q{end} {foot} {end - r} {foot}"
                f"H{x + r}Q{x} {foot} {x} {foot - r}V{y + r}Q{x} {y} {x + r} {y}Z"
            )
        case Shape.SOME | Shape.NOT:
            c = 12
            return f"M{x + c} {y}H{end - c}L{end} {y + c}V{foot - c}L{end - c} {foot}H{x + c}L{x} {foot - c}V{y + c}Z"
        case _:
            return f"M{x} {y}H{end}V{foot}H{x}Z"
