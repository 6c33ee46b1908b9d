"""What the statistics answer with: numbers beside how many units they rest on, what to doubt, and every look that was run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from homeward.hostilities.core.statistics.series import Frame

LEAST_UNITS = 30
"""With fewer informative units nothing is tested; it is shown."""

ONE_OBSERVATION = "One date is one observation, however many days lie around it."
CHOSEN = (
    "Dates of truces and openings are chosen: talks change violence and violence changes talks. "
    "This went with that; no more is said."
)
GAPS_ARE_MISSING = "Reports stop in truces and blackouts; a day without a report is missing here, never a zero."
RECORDED_ONLY = "A quiet day is a day without a recorded death."
FRAME_MATTERS = "Another place or other parties can turn this round; the frame was to be chosen before looking."
LOOKED_OFTEN = "{n} looks were run, all listed; among many looks some stand out by chance."


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was tried on the data, and what came of it."""

    what: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Tested:
    """A p-value, or why there is none."""

    p: float | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on: its frame, days with a count, gaps, informative units, findings, caveats, all looks."""

    frame: Frame
    days: int
    gaps: int
    units: int
    findings: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()

    @property
    def testable(self) -> bool:
        return self.units >= LEAST_UNITS


@dataclass(frozen=True, slots=True)
class Band:
    """The middle of many values, and where 5 and 95 of a hundred lie; none where nothing was to be had."""

    lo: float
    median: float
    hi: float
    of: int


@dataclass(frozen=True, slots=True)
class AroundADate:
    """What was counted on the days around a date, beside the band of the same days around placebo dates."""

    basis: Basis
    on: date
    offsets: tuple[int, ...]
    counts: tuple[float | None, ...]
    placebo: tuple[Band | None, ...]
    before: float | None
    after: float | None
    placebo_after: Band | None
    test: Tested
    words: str


@dataclass(frozen=True, slots=True)
class LevelAtADate:
    """How the level after a known date stands to the one before, with its interval of 95 of 100 and its rank among placebos.

    `sharp` is the same with Poisson counts, shown only because it is falsely sharp when `dispersion` is far above 1.
    """

    basis: Basis
    on: date
    ratio: float | None
    lo: float | None
    hi: float | None
    sharp: tuple[float, float, float] | None
    dispersion: float | None
    placebo: Band | None
    rank: float | None
    test: Tested
    words: str


@dataclass(frozen=True, slots=True)
class WhenItChanged:
    """When the level changed if it changed once: the best day, its interval, and how often noise alone gives as much.

    `others` are the days that a search for any number of changes finds; `noise` is in how many of 100 placebo series
    (the same days in shuffled blocks) a split as strong is found, `noise_points` in how many that search finds any.
    """

    basis: Basis
    best: date | None
    earliest: date | None
    latest: date | None
    before: float | None
    after: float | None
    others: tuple[date, ...]
    noise: float | None
    noise_points: float | None
    test: Tested
    words: str


@dataclass(frozen=True, slots=True)
class QuietAndMovement:
    """How open days go with the violence of the days before, given the state of the day before; the lag was fixed before looking.

    `ratio` is that of the odds to be open (or of the people who cross) for twice the violence.
    """

    basis: Basis
    lag: int
    pairs: int
    turns: int
    ratio: float | None
    lo: float | None
    hi: float | None
    test: Tested
    words: str
    table: tuple[tuple[str, int, int], ...] = field(default=())


def untested(basis: Basis) -> Tested | None:
    """Why there is no p-value, where there are too few units for one."""
    if basis.testable:
        return None
    return Tested(
        None,
        f"{basis.units} informative units; under {LEAST_UNITS} it is shown and not tested.",
    )
