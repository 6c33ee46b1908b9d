"""Looks at a series as it was known at a moment: what went with what, with all that is to be doubted about it.

Each is worked out in a process of its own. Nothing here is kept: the same question gives the same answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from homeward.files import apart
from homeward.files.apart import Allowance
from homeward.hostilities.core.statistics.answers import Look
from homeward.hostilities.queries.views import SeriesView
from homeward.refusals import Refused

WORKER = "homeward.hostilities.engines.apart"
ALLOWANCE = Allowance(memory=4 * 1024**3, seconds=300, clock=600)
LOOKS: Final = ("around", "level", "change", "quiet")
MOST_SIDE = 180
MOST_SEED = 2**31 - 1
_SHARED = frozenset(("basis", "test", "words"))


class NoStudy(Refused):
    """This cannot be looked at."""


@dataclass(frozen=True, slots=True)
class StudyView:
    """What a look found, in words and numbers, and what it rests on.

    `days` have a count and `gaps` have none; `units` are the informative ones; `p` is none with fewer than are needed, and
    `why_not` says why. `numbers` are the look's own, by name, as homeward.hostilities.core.statistics.answers calls them.
    """

    look: str
    series: SeriesView
    words: str
    days: int
    gaps: int
    units: int
    p: float | None
    why_not: str
    findings: tuple[str, ...]
    caveats: tuple[str, ...]
    looks: tuple[Look, ...]
    numbers: Mapping[str, Any]


def around(series: SeriesView, on: date, *, side: int = 21) -> StudyView:
    """The days before and after a date, beside the same days around dates of which nothing is known."""
    if not 1 <= side <= MOST_SIDE:
        raise NoStudy(where=f"side {side}", instead=f"Ask for 1 to {MOST_SIDE} days on each side.")
    return _found("around", series, {"on": on.isoformat(), "side": side})


def level(series: SeriesView, on: date) -> StudyView:
    """Whether the level from a date on differs from the one before it."""
    return _found("level", series, {"on": on.isoformat()})


def change(series: SeriesView, *, seed: int = 1) -> StudyView:
    """When the level changed, if nobody says when; how often noise alone gives as much."""
    if not 0 <= seed <= MOST_SEED:
        raise NoStudy(where=f"seed {seed}", instead=f"Give 0 to {MOST_SEED}.")
    return _found("change", series, {"seed": seed})


def quiet(series: SeriesView, states: Mapping[date, bool]) -> StudyView:
    """Whether days on which a crossing was open go with quiet days before them; a day without a state is not known."""
    return _found("quiet", series, {}, {"states": {day.isoformat(): state for day, state in states.items()}})


def _found(look: str, series: SeriesView, asked: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> StudyView:
    given = {
        "first": series.since.isoformat(),
        "counts": [None if day.gap else day.best for day in series.days],
        "frame": {
            "place": series.frame.words,
            "parties": series.dyad.name if series.dyad else "all pairs",
            "measure": series.measure,
        },
        **(more or {}),
    }
    (found,) = apart.answers(
        WORKER,
        json.dumps(given).encode(),
        {"look": look, **asked},
        where=look,
        allowance=ALLOWANCE,
        instead="Ask for fewer days, with --from and --until.",
    )
    basis, test = found["basis"], found["test"]
    return StudyView(
        look=look,
        series=series,
        words=found["words"],
        days=basis["days"],
        gaps=basis["gaps"],
        units=basis["units"],
        p=test["p"],
        why_not=test["why_not"],
        findings=tuple(basis["findings"]),
        caveats=tuple(basis["caveats"]),
        looks=tuple(Look(**each) for each in basis["looks"]),
        numbers={name: value for name, value in found.items() if name not in _SHARED},
    )
