"""Where truths fell in their forecasts: ten bars beside an even share, and the same added up beside a straight line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from homeward.web.drawing.axes import percent

HEIGHT = 180
TOP = 12
FLOOR = HEIGHT - 28


@dataclass(frozen=True, slots=True)
class Tenth:
    """A tenth of the forecasts: from and to which percent, how many truths fell there, how many at or below its end."""

    begins: int
    ends: int
    count: int
    below: int
    x: str
    middle: str
    end_x: str
    width: str
    top: int
    below_y: int

    @property
    def height(self) -> int:
        return FLOOR - self.top


@dataclass(frozen=True, slots=True)
class Tenths:
    """All that a template needs; `even` is the height of an even share, in pixels."""

    of: int
    height: int
    top: int
    floor: int
    even: int
    tenths: tuple[Tenth, ...]


def tenths(counts: Sequence[int]) -> Tenths | None:
    """Draw them; nothing where nothing is scored."""
    of, parts = sum(counts), len(counts)
    if not of:
        return None
    most = max(*counts, of / parts)
    drawn = []
    for n, (count, below) in enumerate(zip(counts, accumulate(counts), strict=True)):
        drawn.append(
            Tenth(
                begins=100 * n // parts,
                ends=100 * (n + 1) // parts,
                count=count,
                below=below,
                x=percent(n / parts),
                middle=percent((n + 0.5) / parts),
                end_x=percent((n + 1) / parts),
                width=percent(1 / parts),
                top=_y(count / most),
                below_y=_y(below / of),
            )
        )
    return Tenths(of, HEIGHT, TOP, FLOOR, _y(of / parts / most), tuple(drawn))


def _y(share: float) -> int:
    return round(FLOOR - share * (FLOOR - TOP))
