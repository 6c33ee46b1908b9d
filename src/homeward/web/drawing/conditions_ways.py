"""The ways of arrows between columns: out of a port, along a track of their own, into a port, with right angles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from homeward.web.drawing.conditions_layers import Layers, inversions
from homeward.web.drawing.conditions_places import Places

Point = tuple[int, int]
TRACK = 8
#: Pixels of a channel before its first track, after its last one (the head of an arrow fits), and around the drawing.
BEFORE = 16
AFTER = 24
RIM = 4


@dataclass(frozen=True, slots=True)
class Run:
    """One arrow in one channel: from height to height, level where they are the same."""

    edge: int
    start: int
    end: int

    @property
    def low(self) -> int:
        return min(self.start, self.end)

    @property
    def high(self) -> int:
        return max(self.start, self.end)

    @property
    def falls(self) -> bool:
        """Whether it runs down the page."""
        return self.end > self.start

    def meets(self, other: Run) -> bool:
        """Whether the two would lie on each other if they shared a track."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Routes:
    """Where each column begins, the points of every arrow in the direction in which it is laid, and how many pairs cross."""

    width: int
    columns: tuple[int, ...]
    points: tuple[tuple[Point, ...], ...]
    crossings: int


def routed(layers: Layers, places: Places, widths: Mapping[str, int]) -> Routes:
    """Lead every arrow through the channels between the columns."""
    points: dict[int, list[Point]] = {}
    columns: list[int] = []
    x, crossed = RIM, 0
    for c, column in enumerate(layers.columns):
        columns.append(x)
        end = x + max((widths[item.key] for item in column if item.key), default=0)
        for item in column:
            if not item.key:
                points[item.edge] += [(x, places.arrives[item.edge, item]), (end, places.leaves[item.edge, item])]
        if c == len(layers.channels):
            return Routes(end + RIM, tuple(columns), _ordered(points), crossed)
        pieces = layers.channels[c]
        runs = [
            Run(p.edge, places.leaves[p.edge, p.start], places.arrives[p.edge, p.end])
            for p in pieces
        ]  # fmt: skip
        tracks = assigned(runs)
        crossed += inversions([(run.start, run.end) for run in runs])
        following = end + BEFORE + AFTER + TRACK * max(tracks.values(), default=0)
        for piece, run in zip(pieces, runs, strict=True):
            if piece.start.key:
                points[run.edge] = [(x + widths[piece.start.key], run.start)]
            if run.edge in tracks:
                at = end + BEFORE + TRACK * tracks[run.edge]
                points[run.edge] += [(at, run.start), (at, run.end)]
            if piece.end.key:
                points[run.edge].append((following, run.end))
        x = following
    raise ValueError("a drawing has at least one column")


def assigned(runs: Sequence[Run]) -> dict[int, int]:
    """A track for every arrow that changes its height: none lies on another, and no two cross that need not.

    Of those that fall, the lower stand nearer to where they begin; of those that rise, the higher.
    """
    falling = sorted((run for run in runs if run.falls), key=lambda run: -run.start)
    rising = sorted((run for run in runs if run.end < run.start), key=lambda run: run.start)
    tracks: dict[int, int] = {}
    settled: list[Run] = []
    for run in [*falling, *rising]:
        others = [other for other in settled if run.meets(other)]
        track = max((tracks[other.edge] + 1 for other in others if other.falls == run.falls), default=0)
        taken = {tracks[other.edge] for other in others}
        while track in taken:
            track += 1
        tracks[run.edge] = track
        settled.append(run)
    return tracks


def _ordered(points: Mapping[int, Sequence[Point]]) -> tuple[tuple[Point, ...], ...]:
    return tuple(_without_level(points[edge]) for edge in sorted(points))


def _without_level(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same line without points in the middle of a straight stretch."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        if (here[1] - kept[-1][1]) * (after[0] - here[0]) != (after[1] - here[1]) * (here[0] - kept[-1][0]):
            kept.append(here)
    return (*kept, points[-1])
