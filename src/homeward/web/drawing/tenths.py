"""Where truths fell in their forecasts: ten bars beside an even share, and the same added up beside a straight line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, lgamma, log

from homeward.web.drawing.axes import percent

HEIGHT = 180
TOP = 12
FLOOR = HEIGHT - 28
#: What chance alone leaves out at either end of its range.
OUTSIDE = 0.05
#: Middle intervals of which so many of 100 are said to hold, each with the tenths that it spans.
WITHIN = {20: (4, 6), 40: (3, 7), 60: (2, 8), 80: (1, 9)}


@dataclass(frozen=True, slots=True)
class Tenth:
    """A tenth of the forecasts: from and to which percent, how many truths fell there, how many at or below its end.

    `chance` is the range of truths up to its end that right forecasts give 90 of 100 times, drawn from `high_y` to `low_y`.
    """

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
    chance: tuple[int, int]
    high_y: int
    low_y: int

    @property
    def height(self) -> int:
        return FLOOR - self.top


@dataclass(frozen=True, slots=True)
class Tenths:
    """All that a template needs; `even` is the height of an even share, in pixels.

    `chance` is the range of a bar that right forecasts give 90 of 100 times, drawn from `chance_y`; `within` says of each middle
    interval how many truths it held and the same range.
    """

    of: int
    height: int
    top: int
    floor: int
    even: int
    chance: tuple[int, int]
    chance_y: tuple[int, int]
    within: tuple[tuple[int, int, tuple[int, int]], ...]
    tenths: tuple[Tenth, ...]

    @property
    def chance_height(self) -> int:
        return max(1, self.chance_y[1] - self.chance_y[0])


def tenths(counts: Sequence[int]) -> Tenths | None:
    """Draw them; nothing where nothing is scored."""
    of, parts = sum(counts), len(counts)
    if not of:
        return None
    usual = by_chance(of, 1 / parts)
    most = max(*counts, usual[1], of / parts)
    drawn = []
    for n, (count, below) in enumerate(zip(counts, accumulate(counts), strict=True)):
        low, high = by_chance(of, (n + 1) / parts)
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
                chance=(low, high),
                high_y=_y(high / of),
                low_y=_y(low / of),
            )
        )
    within = tuple(
        (said, sum(counts[since:until]), by_chance(of, said / 100)) for said, (since, until) in WITHIN.items()
    )
    chance_y = (_y(usual[1] / most), _y(usual[0] / most))
    return Tenths(of, HEIGHT, TOP, FLOOR, _y(of / parts / most), usual, chance_y, within, tuple(drawn))


def by_chance(of: int, share: float) -> tuple[int, int]:
    """How many of so many fall where each does with this chance: the range that leaves out 5 of 100 at either end (binomial)."""
    if not 0 < share < 1:
        return (0, 0) if share <= 0 else (of, of)
    so_far, low, high = 0.0, None, of
    for count in range(of + 1):
        ways = lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
        so_far += exp(ways + count * log(share) + (of - count) * log(1 - share))
        if low is None and so_far > OUTSIDE:
            low = count
        if so_far >= 1 - OUTSIDE:
            high = count
            break
    return low or 0, high


def _y(share: float) -> int:
    return round(FLOOR - share * (FLOOR - TOP))
