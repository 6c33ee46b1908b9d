"""What was promised against what came, as bars from 0.

Outline is the promise, solid what surely came, hatched what the words leave open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.web.drawing.axes import Counts, Number, counts, percent

Range = tuple[Number | None, Number | None]
"""A closed range of a count; a lower end that is None counts from 0, an upper one that is None is open."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A count from 0: `sure` wide to the least it can be, then `more` wide to the most; `open` when there is no most."""

    sure: str
    more_at: str
    more: str
    open: bool
    nothing: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """One row: the promise, if one was made, and what came, if somebody said."""

    promised: Bar | None
    delivered: Bar | None


def axis_of(ranges: Iterable[Range | None]) -> Counts:
    """The axis from 0 on which all of these can be seen."""
    return counts([end for each in ranges if each is not None for end in each])


def kept(axis: Counts, promised: Range | None, delivered: Range | None) -> Kept:
    """The row of one promise and what came of it."""
    return Kept(bar(axis, promised), bar(axis, delivered))


def bar(axis: Counts, said: Range | None) -> Bar | None:
    """A range on the axis; nothing where nobody said anything."""
    if said is None or said == (None, None):
        return None
    lo, hi = said[0] or 0, said[1]
    begin = axis.share(lo)
    end = 1.0 if hi is None else axis.share(hi)
    return Bar(percent(begin), percent(begin), percent(max(0.0, end - begin)), hi is None, hi is not None and not hi)
