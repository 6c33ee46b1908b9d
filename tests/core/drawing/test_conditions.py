"""The drawing of a condition graph: whatever the graph, no two arrows can be taken for each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.web.drawing.conditions import Box, Drawn, Edge, Node, Shape, Stroke, Way, draw, mirrored, rounded
from homeward.web.drawing.conditions_layers import closing
from homeward.web.drawing.conditions_places import ROW, level

Segment = tuple[tuple[int, int], tuple[int, int]]
GATES = (Shape.ALL, Shape.ANY, Shape.SOME, Shape.ORDER, Shape.TOGETHER)


def graph(*edges: str, goal: str = "goal", **shapes: Shape) -> Drawn:
    """A drawing from lines such as "a > goal"; what is not named otherwise is a condition."""
    parts = [line.split() for line in edges]
    keys = dict.fromkeys(key for line in parts for key in (line[0], line[2]))
    strokes = {">": Stroke.GATES, "~": Stroke.ALLEGED, "o": Stroke.OFFERED}
    nodes = [Node(key, shapes.get(key, Shape.GOAL if key == goal else Shape.CONDITION)) for key in keys]
    return draw(nodes, [Edge(a, b, strokes[by]) for a, by, b in parts])


def box(drawn: Drawn, key: str) -> Box:
    return next(each for each in drawn.boxes if each.key == key)


def way(drawn: Drawn, source: str, target: str) -> Way:
    return next(each for each in drawn.ways if (each.edge.source, each.edge.target) == (source, target))


def segments(way: Way) -> list[Segment]:
    return list(zip(way.points, way.points[1:], strict=False))


def meets_box(segment: Segment, box: Box) -> bool:
    """Whether a straight line and a box have a point in common; lines here are level, upright or nearly level."""
    (x1, y1), (x2, y2) = segment
    return (
        min(x1, x2) <= box.x + box.width and box.x <= max(x1, x2)
        and min(y1, y2) <= box.y + box.height and box.y <= max(y1, y2)
    )  # fmt: skip


def share_a_stretch(one: Segment, other: Segment) -> bool:
    """Whether two straight lines lie on each other for more than a point, or touch at an end."""
    (ax, ay), (bx, by) = sorted(one)
    (cx, cy), (dx, dy) = sorted(other)
    if ay == by == cy == dy:
        return ax <= dx and cx <= bx
    if ax == bx == cx == dx:
        return ay <= dy and cy <= by
    return False


def cross(one: Segment, other: Segment) -> bool:
    def side(p: tuple[int, int], q: tuple[int, int], r: tuple[int, int]) -> int:
        turn = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (turn > 0) - (turn < 0)

    a, b = one
    c, d = other
    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def looked_at(drawn: Drawn) -> None:
    """What holds of every drawing."""
    for one, other in combinations(drawn.boxes, 2):
        apart = one.x + one.width < other.x or other.x + other.width < one.x
        assert apart or one.y + one.height < other.y or other.y + other.height < one.y, "two boxes overlap"
    for each in drawn.ways:
        own = {each.edge.source, each.edge.target}
        assert not any(meets_box(s, b) for s in segments(each) for b in drawn.boxes if b.key not in own), each
    crossed = 0
    for one, other in combinations(drawn.ways, 2):
        assert not {one.points[0], one.points[-1]} & {other.points[0], other.points[-1]}, "two arrows share a port"
        for s in segments(one):
            for t in segments(other):
                assert not share_a_stretch(s, t), (one, other)
                crossed += cross(s, t)
    assert crossed == drawn.crossings <= drawn.crossings_before
    for each in drawn.boxes:
        assert each.x >= 0 and each.x + each.width <= drawn.width
        assert each.y >= 0 and each.y + each.height <= drawn.height
    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for each in drawn.ways for x, y in each.points)


def test_what_must_hold_stands_before_its_gate_and_the_gate_before_the_goal():
    drawn = graph("a > gate", "b > gate", "gate > goal", gate=Shape.ANY)

    assert box(drawn, "a").x == box(drawn, "b").x < box(drawn, "gate").x < box(drawn, "goal").x
    looked_at(drawn)


def test_a_gate_reaches_over_its_members_so_that_their_arrows_are_straight():
    drawn = graph("a > goal", "b > goal", "c > goal")

    assert [len(each.points) for each in drawn.ways] == [2, 2, 2]
    assert box(drawn, "goal").height > 2 * ROW


def test_a_condition_that_two_gates_want_has_an_arrow_to_each():
    drawn = graph("a > one", "b > one", "b > two", "c > two", "one > goal", "two > goal", one=Shape.ALL, two=Shape.ANY)

    assert way(drawn, "b", "one").points[0] != way(drawn, "b", "two").points[0]
    assert drawn.crossings == 0
    looked_at(drawn)


def test_an_arrow_that_passes_a_column_has_a_lane_of_its_own():
    drawn = graph("a > gate", "b > gate", "gate > goal", "a > goal", gate=Shape.ALL)

    assert box(drawn, "gate").x < way(drawn, "a", "goal").points[-1][0]
    looked_at(drawn)


def test_what_is_alleged_stands_below_and_its_arrow_is_of_another_stroke():
    drawn = graph("x ~ goal", "a > goal", "b o goal", x=Shape.ALLEGED)

    assert box(drawn, "x").y > max(box(drawn, "a").y, box(drawn, "b").y)
    assert {e.edge.source: e.edge.stroke for e in drawn.ways} == {
        "x": Stroke.ALLEGED, "a": Stroke.GATES, "b": Stroke.OFFERED
    }  # fmt: skip


def test_two_that_wait_for_each_other_are_drawn_with_both_arrows():
    nodes = [Node("a", Shape.CONDITION), Node("b", Shape.CONDITION), Node("goal", Shape.GOAL)]
    drawn = draw(nodes, [Edge("a", "b"), Edge("b", "a"), Edge("b", "goal")], loops=[("a", "b")])

    there, back = way(drawn, "a", "b"), way(drawn, "b", "a")
    assert [there.back, back.back] in ([True, False], [False, True])
    assert there.in_loop and back.in_loop and not way(drawn, "b", "goal").in_loop
    first, last = box(drawn, "a"), box(drawn, "b")
    assert first.y <= there.points[0][1] <= first.y + first.height
    assert last.y <= there.points[-1][1] <= last.y + last.height
    assert last.y <= back.points[0][1] <= last.y + last.height
    looked_at(drawn)


def test_what_waits_for_itself_is_drawn_without_an_arrow():
    drawn = draw([Node("a", Shape.CONDITION), Node("goal", Shape.GOAL)], [Edge("a", "a"), Edge("a", "goal")])

    assert [each.edge.target for each in drawn.ways] == ["goal"]


def test_a_goal_without_conditions_is_a_drawing_of_one_box():
    drawn = draw([Node("goal", Shape.GOAL)], [])

    assert len(drawn.boxes) == 1
    assert drawn.height == ROW


def test_for_readers_from_right_to_left_the_goal_stands_at_the_left():
    drawn = graph("a > gate", "b > gate", "gate > goal", "x ~ goal", gate=Shape.ANY, x=Shape.ALLEGED)
    turned = mirrored(drawn)

    assert box(turned, "goal").x < box(turned, "gate").x < box(turned, "a").x
    assert mirrored(turned) == drawn
    looked_at(turned)


def test_paper_is_cut_between_boxes_and_every_word_stands_on_one_sheet():
    drawn = graph(*[f"c{n} > goal" for n in range(40)])
    strips = drawn.strips

    assert sum(strip.height for strip in strips) == drawn.height
    assert sorted(each.key for strip in strips for each in strip.labels) == sorted(each.key for each in drawn.boxes)
    for strip in strips:
        whole = [b for b in strip.boxes if b.shape is Shape.CONDITION]
        assert all(strip.y <= b.y and b.y + b.height <= strip.y + strip.height for b in whole)


def test_forty_conditions_of_one_goal_cross_nothing():
    drawn = graph(*[f"c{n} > goal" for n in range(39)])

    assert drawn.crossings == 0
    assert all(len(each.points) == 2 for each in drawn.ways)
    looked_at(drawn)


def test_corners_are_rounded_and_ends_stay():
    path = rounded([(0, 0), (40, 0), (40, 50), (90, 50)])

    assert path == "M0 0L35 0Q40 0 40 5L40 45Q40 50 45 50L90 50"


@given(st.lists(st.floats(-1000, 1000), max_size=30))
def test_levelled_numbers_never_fall_and_keep_their_sum(numbers):
    found = level(numbers)

    assert found == sorted(found)
    assert abs(sum(found) - sum(numbers)) < 1e-6


@st.composite
def graphs(draw_from: st.DrawFn, most: int = 12) -> tuple[list[Node], list[Edge]]:
    """Any graph: gates of gates, circles, what leads past a column, allegations, several arrows between two boxes."""
    count = draw_from(st.integers(1, most))
    others = st.sampled_from([*GATES, Shape.CONDITION, Shape.ALLEGED])
    shapes = [Shape.GOAL, *draw_from(st.lists(others, min_size=count, max_size=count))]
    nodes = [Node(f"n{n}", shape) for n, shape in enumerate(shapes)]
    ends = st.integers(0, count)
    strokes = st.sampled_from(list(Stroke))
    found = draw_from(st.lists(st.tuples(ends, ends, strokes), max_size=2 * most))
    return nodes, [Edge(f"n{a}", f"n{b}", stroke) for a, b, stroke in found]


@given(graphs())
@settings(max_examples=120, deadline=None)
def test_no_two_arrows_of_any_graph_can_be_taken_for_each_other(made):
    nodes, edges = made
    drawn = draw(nodes, edges)

    looked_at(drawn)
    assert len(drawn.boxes) == len(nodes)
    assert len(drawn.ways) == sum(1 for edge in edges if edge.source != edge.target)


@given(graphs(most=40))
@settings(max_examples=12, deadline=None)
def test_nor_of_a_graph_of_forty_boxes(made):
    looked_at(draw(*made))


@given(graphs())
def test_the_same_graph_is_drawn_the_same(made):
    assert draw(*made) == draw(*made)


@given(graphs())
def test_without_the_arrows_that_are_turned_there_is_no_circle(made):
    nodes, edges = made
    pairs = [(edge.source, edge.target) for edge in edges]
    turned = closing([node.key for node in nodes], pairs)
    left = [pair for n, pair in enumerate(pairs) if n not in turned]

    assert ordered(left, {node.key for node in nodes})


def ordered(pairs: Sequence[tuple[str, str]], keys: set[str]) -> bool:
    """Whether everything can be taken away piece by piece, each when nothing leads to it any more."""
    while keys:
        free = {key for key in keys if not any(b == key and a in keys for a, b in pairs)}
        if not free:
            return False
        keys -= free
    return True
