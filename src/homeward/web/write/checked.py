"""What the check page shows: everything as the desk reads it, each with the way back to its field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from homeward.ledger.core import writing
from homeward.ledger.core.figures import Quantity, in_words, interval_in_words
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.moments import Interval
from homeward.refusals import Findings


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A number as typed and as it is read; it is the writer's own until it is recorded."""

    number: int
    heard: HeardFigure
    said: str
    allowed: str
    asof: Interval | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A sheet without faults, read."""

    heard: Heard
    said: Interval | None
    occurred: Interval | None
    figures: tuple[CheckedFigure, ...]
    conditions: tuple[tuple[int, HeardCondition], ...]


def check(heard: Heard, *, zone: ZoneInfo, at: datetime, findings: Findings) -> Checked | None:
    """Read a sheet as the desk would record it; with faults there is nothing to show."""
    writing.check(heard, zone=zone, at=at, findings=findings)
    if findings.faults:
        return None

    def time(words: str) -> Interval | None:
        return writing.when(words, "", zone=zone, at=at, findings=Findings())

    return Checked(
        heard=heard,
        said=time(heard.said),
        occurred=time(heard.occurred),
        figures=tuple(
            _figure(number, figure, quantity, time(figure.asof))
            for number, figure in enumerate(heard.figures)
            if not figure.empty and (quantity := writing.counted(figure, "", Findings())) is not None
        ),
        conditions=tuple((number, each) for number, each in enumerate(heard.conditions) if not each.empty),
    )


def _figure(number: int, figure: HeardFigure, quantity: Quantity, asof: Interval | None) -> CheckedFigure:
    return CheckedFigure(number, figure, in_words(quantity, figure.unit), interval_in_words(quantity), asof)
