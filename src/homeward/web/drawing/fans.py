"""How many will have crossed by each day: what was before, and ahead the ends of 80 and of 50 of 100, a column for each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from homeward.web.drawing.axes import Counts, counts, percent
from homeward.web.drawing.chart import Level

HEIGHT = 240
TOP = 20
FLOOR = HEIGHT - 28
#: The share of the width that is left to the numbers of the axis.
BEGIN = 0.1

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Past:
    """A day before, counted backward from that of the forecast, and how many had crossed by its end."""

    day: int
    people: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day ahead and how many will have crossed by its end: 10, 25, 50, 75 and 90 of 100."""

    day: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of days drawn: `x` and `width` in percent, the rest from top to bottom in pixels; `middle` alone for the past."""

    x: str
    end: str
    width: str
    middle: int
    outer: Span | None = None
    inner: Span | None = None

    @property
    def outer_height(self) -> int:
        return max(1, self.outer[1] - self.outer[0]) if self.outer else 0

    @property
    def inner_height(self) -> int:
        return max(1, self.inner[1] - self.inner[0]) if self.inner else 0


@dataclass(frozen=True, slots=True)
class Fan:
    """All that a template needs: levels of the count axis, columns, the day of the forecast, who are cleared and who all are."""

    height: int
    floor: int
    top: int
    levels: tuple[Level, ...]
    columns: tuple[Column, ...]
    today: str
    first_day: date
    on: date
    last_day: date
    cleared: int | None
    table: tuple[tuple[date, tuple[int, ...]], ...]


def fan(past: Sequence[Past], ahead: Sequence[Ahead], *, on: date, people: int, cleared: int | None) -> Fan | None:
    """Draw it on one axis of days, of what was before twice as much as lies ahead; nothing where nothing was told ahead."""
    if not ahead:
        return None
    past = _lately(past, 2 * max(1, ahead[-1].day))
    first, last = min([each.day for each in past] + [0]), ahead[-1].day
    up = counts([people, *(number for each in ahead for number in each.people), *(each.people for each in past)])
    days = max(1, last - first)

    def along(day: int) -> float:
        return BEGIN + (1 - BEGIN) * (day - first) / days

    def column(since: int, until: int, numbers: tuple[int, ...]) -> Column:
        x, end = along(since), along(until)
        ends = [_y(number, up) for number in numbers]
        spans = {"outer": (ends[4], ends[0]), "inner": (ends[3], ends[1])} if len(ends) == 5 else {}
        return Column(percent(x), percent(end), percent(end - x), ends[len(ends) // 2], **spans)

    before = [column(one.day, other.day, (one.people,)) for one, other in pairwise((*past, Past(0, 0))) if one.day < 0]
    starts = [0, *(each.day for each in ahead)]
    after = [column(since, each.day, each.people) for since, each in zip(starts, ahead, strict=False)]
    return Fan(
        height=HEIGHT,
        floor=FLOOR,
        top=TOP,
        levels=tuple(Level(tick.number, _y(tick.number, up)) for tick in up.ticks),
        columns=(*before, *after),
        today=percent(along(0)),
        first_day=on + timedelta(days=first),
        on=on,
        last_day=on + timedelta(days=last),
        cleared=None if cleared is None or cleared >= people else _y(cleared, up),
        table=tuple((on + timedelta(days=each.day), each.people) for each in _some(ahead)),
    )


def _lately(past: Sequence[Past], days: int) -> list[Past]:
    """The days before that are near enough to be seen beside what lies ahead; what came earlier is where they begin."""
    near = [each for each in past if each.day >= -days]
    before = [each for each in past if each.day < -days]
    return [Past(-days, before[-1].people), *near] if before else near


def _some(ahead: Sequence[Ahead]) -> list[Ahead]:
    """At most a dozen of them, the last among them, for the table that says the same."""
    if len(ahead) <= 12:
        return list(ahead)
    return [ahead[round(n * (len(ahead) - 1) / 11)] for n in range(12)]


def _y(number: int, up: Counts) -> int:
    return round(FLOOR - up.share(number) * (FLOOR - TOP))
