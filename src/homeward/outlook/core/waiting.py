"""How long families have waited for their permissions, as they did and no further: the curve of Kaplan and Meier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.outlook.core.history import Family, History

MOST = 24
"""Days of the curve that are told; of more, the ones between are left out and never the last."""


@dataclass(frozen=True, slots=True)
class Waited:
    """After so many days: families that had waited so long and were not cleared before, those cleared on it, the share left."""

    day: int
    waiting: int
    came: int
    left: float


def curve(history: History) -> tuple[Waited, ...]:
    """The share of families not yet cleared after each day on which one was; a family that still waits counts as long as it has."""
    took, still = days(history.families, history.today)
    left, found = 1.0, []
    for day in sorted(set(took)):
        waiting = sum(each >= day for each in (*took, *still))
        came = took.count(day)
        left *= 1 - came / waiting
        found.append(Waited(day, waiting, came, left))
    return _thinned(found)


def days(families: Sequence[Family], today: int) -> tuple[list[int], list[int]]:
    """How many days each cleared family waited (at least one), and how many each one has waited that still does."""
    took = [max(1, each.cleared - each.asked) for each in families if each.cleared is not None]
    still = [max(0, today - 1 - each.asked) for each in families if each.cleared is None and each.crossed is None]
    return took, still


def middle(found: Sequence[Waited]) -> int | None:
    """The day by which half of the families were cleared; none where it has not come to that."""
    return next((each.day for each in found if each.left <= 0.5), None)


def _thinned(found: list[Waited]) -> tuple[Waited, ...]:
    if len(found) <= MOST:
        return tuple(found)
    step = (len(found) - 1) / (MOST - 1)
    return tuple(found[round(n * step)] for n in range(MOST))
