"""Forecasts side by side: one column each, from the value that 10 of 100 stay below to that of 90; nothing is drawn between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from homeward.web.drawing.axes import Counts, counts, percent
from homeward.web.drawing.chart import Level

HEIGHT = 260
TOP = 20
FLOOR = HEIGHT - 28
#: The share of the width that is left to the numbers of the axis.
BEGIN = 0.12


@dataclass(frozen=True, slots=True)
class Odds:
    """A forecast to be drawn: its number, five of its quantiles, the horizon it looks up to, the truth if known."""

    number: int
    values: tuple[Decimal, Decimal, Decimal, Decimal, Decimal]
    horizon: Decimal | None
    truth: Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """One forecast drawn, `x` in percent, the rest in pixels; `goes_on` where its upper end lies past the horizon."""

    number: int
    x: str
    outer: tuple[int, int]
    inner: tuple[int, int]
    middle: int | None
    goes_on: bool
    truth: int | None

    @property
    def outer_height(self) -> int:
        return max(1, self.outer[1] - self.outer[0])

    @property
    def inner_height(self) -> int:
        return max(1, self.inner[1] - self.inner[0])


@dataclass(frozen=True, slots=True)
class Spreads:
    """All that a template needs to draw forecasts side by side."""

    height: int
    floor: int
    begin: str
    levels: tuple[Level, ...]
    columns: tuple[Column, ...]


def spreads(odds: Sequence[Odds]) -> Spreads:
    """Draw these forecasts in their order on one axis that starts at 0."""
    up = counts([number for each in odds for number in (each.values[-1], each.truth)])
    width = (1 - BEGIN) / max(1, len(odds))
    return Spreads(
        height=HEIGHT,
        floor=FLOOR,
        begin=percent(BEGIN),
        levels=tuple(Level(tick.number, _y(tick.number, up)) for tick in up.ticks),
        columns=tuple(_column(each, percent(BEGIN + (n + 0.5) * width), up) for n, each in enumerate(odds)),
    )


def _column(odds: Odds, x: str, up: Counts) -> Column:
    least, low, middle, high, most = (_y(value, up) for value in odds.values)
    past = odds.horizon is not None and odds.values[2] >= odds.horizon
    return Column(
        number=odds.number,
        x=x,
        outer=(most, least),
        inner=(high, low),
        middle=None if past else middle,
        goes_on=odds.horizon is not None and odds.values[-1] >= odds.horizon,
        truth=None if odds.truth is None else _y(odds.truth, up),
    )


def _y(number: int | Decimal, up: Counts) -> int:
    return round(FLOOR - up.share(number) * (FLOOR - TOP))
