"""Figures over time: a count axis up, a time axis along, one box for each figure where its as-of stands.

The thin line through a box is as long as the as-of; the box itself has one width, so that no rival hides another.
Steps join the figures of one series only; nothing is drawn across speakers, and nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from homeward.web.drawing.axes import Counts, Number, Times, TimeTick, counts, percent, times
from homeward.web.drawing.strips import Ink, Shape, Words

HEIGHT = 320
TOP = 28
FLOOR = HEIGHT - 28
#: Pixels between the middles of two boxes that share an as-of.
ABREAST = 22
#: Boxes whose places differ by less than this share step aside for each other.
NEAR = 0.04
LINE = 17
MOST_LABELLED = 4
LONGEST_LABEL = 36
#: Where the last figure stands when nothing comes after it: its label finds room behind it.
ROOM = 0.72
#: A moment shown that lies further behind the last figure than this, and than all figures are apart, would squeeze them.
LONG_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure to be drawn: its address, whose series it belongs to, its as-of (half-open) and its words."""

    ref: str
    series: str
    start: datetime | None
    until: datetime | None
    words: Words


@dataclass(frozen=True, slots=True)
class Box:
    """One figure drawn: x in percent plus `offset` pixels, `top` to `bottom` in pixels; `level` is the number said."""

    ref: str
    series: str
    shape: Shape
    ink: Ink
    x: str
    asof_x: str
    asof_width: str
    offset: int
    top: int
    bottom: int
    level: int
    label: str
    label_y: int
    label_before: bool

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def middle(self) -> int:
        return (self.top + self.bottom) // 2

    @property
    def label_x(self) -> int:
        """Pixels from the middle of the box to its label."""
        return self.offset - 12 if self.label_before else self.offset + 12


@dataclass(frozen=True, slots=True)
class Step:
    """From one figure of a series to the next of the same series, at the number first said."""

    x1: str
    x2: str
    y: int


@dataclass(frozen=True, slots=True)
class Level:
    """A number on the count axis, `y` in pixels."""

    number: int
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a template needs to draw figures over time; `now` is empty where it lies far behind the last figure."""

    height: int
    floor: int
    levels: tuple[Level, ...]
    ticks: tuple[TimeTick, ...]
    boxes: tuple[Box, ...]
    steps: tuple[Step, ...]
    now: str


def over_time(points: Sequence[Point], *, now: datetime, zone: ZoneInfo) -> Chart:
    """Draw figures over time, up to `now`; a figure whose as-of is open on a side reaches to that edge."""
    numbers = [n for point in points for n in (point.words.lo, point.words.hi, point.words.said)]
    up = counts(numbers)
    spoken_of = [m for p in points for m in (p.start, p.until) if m is not None]
    seen = not spoken_of or now - max(spoken_of) <= max(max(spoken_of) - min(spoken_of), LONG_AFTER)
    along = times([*([now] if seen else ()), *spoken_of], zone=zone, begin=0.1, end=0.94 if seen else ROOM)
    ordered = sorted(points, key=lambda point: (_anchor(point, along), point.ref))
    return Chart(
        height=HEIGHT,
        floor=FLOOR,
        levels=tuple(Level(tick.number, _height(tick.number, up)) for tick in up.ticks),
        ticks=along.ticks,
        boxes=_boxes(ordered, up, along),
        steps=tuple(_steps(ordered, up, along)),
        now=along.place(now) if seen else "",
    )


def _height(number: Number, up: Counts) -> int:
    return round(FLOOR - up.share(number) * (FLOOR - TOP))


def _ends(point: Point, along: Times) -> tuple[float, float]:
    begin = along.share(point.start) if point.start else along.begin
    end = along.share(point.until) if point.until else along.end
    return begin, max(begin, end)


def _anchor(point: Point, along: Times) -> float:
    begin, end = _ends(point, along)
    return (begin + end) / 2


def _level_said(words: Words) -> Number | None:
    """The number at which a step leaves a figure: the one said, else the end that is not open."""
    for number in (words.said, words.lo, words.hi):
        if number is not None:
            return number
    return None


def _boxes(points: Sequence[Point], up: Counts, along: Times) -> tuple[Box, ...]:
    offsets = _offsets(points, along)
    labelled = _labelled(points)
    boxes = [_box(point, up, along, offsets[point.ref], labelled.get(point.ref, "")) for point in points]
    return tuple(_without_collisions(boxes))


def _box(point: Point, up: Counts, along: Times, offset: int, label: str) -> Box:
    words = point.words
    top = _height(words.hi, up) if words.hi is not None else TOP - 12
    bottom = _height(words.lo, up) if words.lo is not None and words.shape is not Shape.UP_TO else FLOOR
    begin, end = _ends(point, along)
    said = _level_said(words)
    level = (top + bottom) // 2 if said is None else _height(said, up)
    return Box(
        ref=point.ref,
        series=point.series,
        shape=words.shape,
        ink=words.ink,
        x=percent((begin + end) / 2),
        asof_x=percent(begin),
        asof_width=percent(end - begin),
        offset=offset,
        top=top,
        bottom=bottom,
        level=level,
        label=label,
        label_y=level,
        label_before=_before(offset, (begin + end) / 2),
    )


def _before(offset: int, middle: float) -> bool:
    """Whether a label stands before its box: away from its neighbours, and never over the edge."""
    if not 0.2 < middle < 0.8:
        return middle > 0.5
    return offset < 0 or (offset == 0 and middle > 0.5)


def _offsets(points: Sequence[Point], along: Times) -> dict[str, int]:
    """Pixels by which figures that share an as-of step aside, so that no rival hides another."""
    neighbours: list[list[Point]] = []
    for point in points:
        if neighbours and _anchor(point, along) - _anchor(neighbours[-1][0], along) < NEAR:
            neighbours[-1].append(point)
        else:
            neighbours.append([point])
    aside: dict[str, int] = {}
    for group in neighbours:
        first = -ABREAST * (len(group) - 1) // 2
        aside.update({point.ref: first + ABREAST * place for place, point in enumerate(group)})
    return aside


def _labelled(points: Sequence[Point]) -> dict[str, str]:
    """Which figures carry the name of their series: the last of each, and only when there are few series."""
    last = {point.series: point.ref for point in points}
    return {ref: _short(series) for series, ref in last.items()} if len(last) <= MOST_LABELLED else {}


def _short(series: str) -> str:
    """A name that fits beside its box; whole it stands in the table below."""
    return series if len(series) <= LONGEST_LABEL else f"{series[: LONGEST_LABEL - 1].rstrip()}…"


def _without_collisions(boxes: Sequence[Box]) -> Iterable[Box]:
    """Move labels apart, downwards from the highest, so that each has a line of its own near its box."""
    taken: list[Box] = []
    moved: dict[str, Box] = {}
    for box in sorted(boxes, key=lambda box: (box.label_y, box.ref)):
        y = box.label_y
        near = [other for other in taken if abs(float(other.x[:-1]) - float(box.x[:-1])) < 30]
        while any(abs(other.label_y - y) < LINE for other in near):
            y += 1
        moved[box.ref] = replace(box, label_y=y)
        taken.append(moved[box.ref])
    return (moved[box.ref] for box in boxes)


def _steps(points: Sequence[Point], up: Counts, along: Times) -> Iterable[Step]:
    series: dict[str, list[Point]] = {}
    for point in points:
        series.setdefault(point.series, []).append(point)
    for members in series.values():
        for one, following in pairwise(members):
            said = _level_said(one.words)
            if said is not None:
                yield Step(percent(_anchor(one, along)), percent(_anchor(following, along)), _height(said, up))
