"""Places on a map that lies with the desk: coasts, lines between countries, degrees, and circles for what is recorded.

A degree of longitude is drawn as long as it is in the middle of the map. The area of a circle goes with its number; its ring
and its inner line are the highest and the lowest one. Nothing is asked of another host.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sqrt
from pathlib import Path

from homeward.web.drawing.axes import percent

WIDTH = 1000
#: The most and the least of the height, of a width of 1000.
TALL, FLAT = 900, 400
LARGEST, SMALLEST = 24, 4
#: The least that a map shows, in degrees; a single place is seen with what lies around it.
LEAST_DEGREES = 0.4
AROUND = 0.12
PER_DEGREE = 100
STEPS = (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30)
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere with a number; `known` when it is the place itself, else the middle of a division."""

    name: str
    latitude: float
    longitude: float
    low: int | None
    best: int
    high: int | None
    known: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """A place drawn: where, in percent, and its three radii in pixels; its number is that of its line in the list."""

    number: int
    place: Place
    x: str
    y: str
    radius: float
    inner: float | None
    outer: float | None


@dataclass(frozen=True, slots=True)
class Degree:
    """A line of latitude or longitude: where, in percent, and its degrees."""

    at: str
    words: str


@dataclass(frozen=True, slots=True)
class Map:
    """All that a template needs: paths in a view of `width` by `height`, circles and degrees in percent over it."""

    width: int
    height: int
    coasts: str
    between: str
    parallels: tuple[Degree, ...]
    meridians: tuple[Degree, ...]
    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """What of the globe is seen, in degrees, and how it lies on the drawing."""

    west: float
    south: float
    east: float
    north: float

    @property
    def height(self) -> int:
        squeezed = cos(radians((self.south + self.north) / 2))
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * squeezed))

    def share(self, longitude: float, latitude: float) -> tuple[float, float]:
        return (
            (longitude - self.west) / (self.east - self.west),
            (self.north - latitude) / (self.north - self.south),
        )

    def meets(self, line: Sequence[tuple[float, float]]) -> bool:
        return any(self.west <= x <= self.east and self.south <= y <= self.north for x, y in line) or (
            min(x for x, _ in line) < self.east
            and max(x for x, _ in line) > self.west
            and min(y for _, y in line) < self.north
            and max(y for _, y in line) > self.south
        )


def drawn(places: Sequence[Place]) -> Map | None:
    """Draw these places, the first ones on top; nothing where there is none."""
    if not places:
        return None
    view = _view(places)
    height = view.height
    most = max(1, max(each.high if each.high is not None else each.best for each in places))
    circles = [_circle(number, each, view, most) for number, each in enumerate(places, 1)]
    world = _world()
    return Map(
        width=WIDTH,
        height=height,
        coasts=" ".join(_paths(world["coasts"], view, height)),
        between=" ".join(_paths(world["between"], view, height)),
        parallels=tuple(_degrees(view.south, view.north, "N", "S", lambda at: view.share(view.west, at)[1])),
        meridians=tuple(_degrees(view.west, view.east, "E", "W", lambda at: view.share(at, view.south)[0])),
        circles=tuple(reversed(circles)),
    )


def _view(places: Sequence[Place]) -> _View:
    south, north = min(each.latitude for each in places), max(each.latitude for each in places)
    west, east = min(each.longitude for each in places), max(each.longitude for each in places)
    high = max(LEAST_DEGREES, (north - south) * (1 + 2 * AROUND))
    squeezed = max(0.1, cos(radians((south + north) / 2)))
    wide = max(LEAST_DEGREES, (east - west) * (1 + 2 * AROUND))
    wide = max(wide, high * WIDTH / TALL / squeezed)
    high = max(high, wide * squeezed * FLAT / WIDTH)
    middle = (west + east) / 2, (south + north) / 2
    return _View(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)


def _circle(number: int, place: Place, view: _View, most: int) -> Circle:
    x, y = view.share(place.longitude, place.latitude)
    radius = _radius(place.best, most)
    lower = place.low is not None and place.low != place.best
    upper = place.high is not None and place.high != place.best
    return Circle(
        number,
        place,
        percent(x),
        percent(y),
        radius,
        _radius(place.low, most) if lower and place.low is not None else None,
        _radius(place.high, most) if upper and place.high is not None else None,
    )


def _radius(number: int, most: int) -> float:
    return round(SMALLEST + (LARGEST - SMALLEST) * sqrt(max(0, number) / most), 1)


def _paths(lines: Sequence[Sequence[tuple[float, float]]], view: _View, height: int) -> Iterator[str]:
    """The lines that meet the view, without points that no eye tells from the one before."""
    for line in lines:
        if not view.meets(line):
            continue
        before: tuple[int, int] | None = None
        told = []
        for longitude, latitude in line:
            x, y = view.share(longitude, latitude)
            at = round(min(9.0, max(-9.0, x)) * WIDTH), round(min(9.0, max(-9.0, y)) * height)
            if before is None or abs(at[0] - before[0]) + abs(at[1] - before[1]) > 2:
                told.append(f"{at[0]} {at[1]}")
                before = at
        yield "M" + "L".join(told)


def _degrees(first: float, last: float, above: str, below: str, share: Callable[[float], float]) -> Iterator[Degree]:
    step = next((each for each in STEPS if (last - first) / each <= MOST_LINES), STEPS[-1])
    number = int(first // step) + 1
    while number * step < last:
        at = round(number * step, 2)
        sign = above if at > 0 else below if at < 0 else ""
        yield Degree(percent(share(at)), f"{abs(at):g}°{sign}")
        number += 1


@cache
def _world() -> dict[str, list[list[tuple[float, float]]]]:
    told = json.loads((Path(__file__).parent / "world.json").read_text())
    return {name: [list(_points(line)) for line in lines] for name, lines in told.items()}


def _points(line: list[int]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for at in range(0, len(line), 2):
        x, y = x + line[at], y + line[at + 1]
        yield x / PER_DEGREE, y / PER_DEGREE
