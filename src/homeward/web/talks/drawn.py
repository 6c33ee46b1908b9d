"""The condition graph of a goal as boxes and arrows, with the words in each box."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.talks.queries.views import BlockersView
from homeward.web.drawing.conditions import Box, Drawn, Edge, Node, Shape, Strip, Stroke, Way, draw, mirrored
from homeward.web.talks.outline import gating, goal_of, loops_of
from homeward.web.talks.words import gate_words, op_words

#: More boxes than this are no drawing any more; the outline holds them all.
MOST_DRAWN = 150
SHAPES = {
    "all": Shape.ALL,
    "any": Shape.ANY,
    "k_of_n": Shape.SOME,
    "not": Shape.NOT,
    "seq": Shape.ORDER,
    "lockstep": Shape.TOGETHER,
    "within": Shape.WITHIN,
}
STROKES = {"demand": Stroke.GATES, "offer": Stroke.OFFERED, "allegation": Stroke.ALLEGED}
#: About as many letters as two lines of a box hold.
WHOLE = 56


@dataclass(frozen=True, slots=True)
class Label:
    """The words in a box: its value, its short name, what it says, and where the outline tells it in full."""

    box: Box
    value: str
    words: str
    text: str
    ref: str
    anchor: str
    loops: tuple[int, ...] = ()
    inherited: str = ""

    @property
    def cut(self) -> bool:
        """Whether the box may be too small for the text."""
        return len(self.text) > WHOLE


@dataclass(frozen=True, slots=True)
class Sheet:
    """One strip of the drawing with its words."""

    strip: Strip
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing, ready to be printed by a template."""

    drawn: Drawn
    sheets: tuple[Sheet, ...]
    shapes: tuple[str, ...]
    strokes: tuple[str, ...]


def picture(view: BlockersView, *, right_to_left: bool) -> Picture | None:
    """Draw a goal with what stands before it; none where there is nothing to draw, or far too much of it."""
    goal = goal_of(view)
    if goal is None or not (view.edges or view.allegations) or len(_keys(view)) > MOST_DRAWN:
        return None
    drawn = draw(
        _nodes(view, goal.id), _edges(view, goal.id), [[str(m) for m in cycle.members] for cycle in view.cycles]
    )
    if right_to_left:
        drawn = mirrored(drawn)
    labels = _labels(view, goal.id, drawn)
    sheets = tuple(Sheet(strip, tuple(labels[box.key] for box in strip.labels)) for strip in drawn.strips)
    return Picture(
        drawn,
        sheets,
        tuple(dict.fromkeys(box.shape.value for box in drawn.boxes)),
        tuple(dict.fromkeys(_kind(way) for way in drawn.ways)),
    )


def _kind(way: Way) -> str:
    return "loop" if way.in_loop else way.edge.stroke.value


def _keys(view: BlockersView) -> list[UUID]:
    return [each.id for part in (view.gates, view.conditions, view.allegations) for each in part]


def _nodes(view: BlockersView, goal: UUID) -> list[Node]:
    gates = [
        Node(str(gate.id), Shape.GOAL if gate.id == goal else SHAPES.get(gate.op, Shape.ALL)) for gate in view.gates
    ]
    leaves = [Node(str(leaf.id), Shape.CONDITION) for leaf in view.conditions]
    return [*gates, *leaves, *(Node(str(each.id), Shape.ALLEGED) for each in view.allegations)]


def _edges(view: BlockersView, goal: UUID) -> list[Edge]:
    """Every arrow once; an allegation that names nothing else stands beside the goal."""
    found = {
        (str(edge.from_id), str(to)): Edge(str(edge.from_id), str(to), STROKES.get(edge.edge, Stroke.GATES))
        for to, edges in gating(view).items()
        for edge in edges
    }
    for edge in view.edges:
        if edge.edge == "allegation":
            found.setdefault(
                (str(edge.from_id), str(edge.to_id)), Edge(str(edge.from_id), str(edge.to_id), Stroke.ALLEGED)
            )
    beside = {source for source, _target in found}
    for each in view.allegations:
        if str(each.id) not in beside:
            found[str(each.id), str(goal)] = Edge(str(each.id), str(goal), Stroke.ALLEGED)
    return list(found.values())


def _labels(view: BlockersView, goal: UUID, drawn: Drawn) -> dict[str, Label]:
    boxes = {box.key: box for box in drawn.boxes}
    loops = loops_of(view)
    found = {}
    for gate in view.gates:
        words, text = op_words(gate), "" if gate.statement else gate_words(gate)
        anchor = "goal" if gate.id == goal else f"g-{gate.id}"
        ref = gate.statement.ref if gate.statement else ""
        found[str(gate.id)] = Label(boxes[str(gate.id)], gate.value, words, text, ref, anchor, loops.get(gate.id, ()))
    for leaf in view.conditions:
        found[str(leaf.id)] = Label(
            boxes[str(leaf.id)], leaf.value, "", leaf.text, leaf.ref, f"c-{leaf.id}", loops.get(leaf.id, ()),
            leaf.inherited_from,
        )  # fmt: skip
    for each in view.allegations:
        found[str(each.id)] = Label(boxes[str(each.id)], "", "", each.text, each.ref, f"a-{each.id}")
    return found
