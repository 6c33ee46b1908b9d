"""What the ledger itself says of a forecast by now, without anybody's judgement: the day or number, and the statements that say it.

Nothing is guessed: where voices leave it open there is no truth, and a person scores the forecast by naming who said so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from homeward.clearances.queries.words import day_of
from homeward.hostilities import queries as hostilities
from homeward.hostilities.core import frames
from homeward.hostilities.queries import NoDays, NoSuchDataset, NoSuchDyad, NoSuchMeasure, NoSuchPlace
from homeward.ledger.core import kinds
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known as Register
from homeward.moments import Clock
from homeward.outlook.records.batches import batches_of
from homeward.outlook.records.months import monthly, months
from homeward.outlook.records.seen import ACROSS
from homeward.people import queries as people
from homeward.people.queries import GivenView
from homeward.people.queries.given import statements
from homeward.talks.queries.agreements import NoSuchObligation

MOST = 100
"""Statements that are named, the last ones."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What came, in the unit of the forecast, its day, why, and the statements after the forecast that say so."""

    value: Decimal
    day: date | None
    why: str
    statements: tuple[UUID, ...]
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reached:
    """It has come to that; `truth` is none where it was so before, or nobody said so after: then a person scores it."""

    truth: Truth | None


def truth_of(asked: Asked, made: kinds.ForecastMade, given: GivenView) -> Truth | None:
    """The truth of a forecast, or none where the ledger does not tell it yet."""
    if not isinstance(made, kinds.ForecastInFull):
        return None
    if made.subject == "violence":
        return _counted(asked, given, made)
    reached = _crossed(asked, given, made) if made.subject == "completion" else _came(asked, given, made)
    if reached is not None:
        return reached.truth
    end = date.fromisoformat(made.on) + timedelta(days=int(made.horizon or 0))
    if made.horizon is None or day_of(asked) <= end:
        return None
    return Truth(made.horizon, None, f"{end} has passed, and it has not come to that.", ())


def _counted(asked: Asked, forecast: GivenView, made: kinds.ForecastInFull) -> Truth | None:
    """A later version of the series holds the month, whole."""
    try:
        frame = frames.place(frames.Level(made.level), made.area, within=made.within) if made.area else None
        series = hostilities.series(
            asked, dataset=str(made.dataset), frame=monthly(frame), dyad=made.dyad or None, measure=made.unit
        )
    except (NoDays, NoSuchDataset, NoSuchDyad, NoSuchMeasure, NoSuchPlace):
        return None
    found = months(series)
    count = dict(zip(found.names, found.counts, strict=True)).get(made.month)
    said = _after(asked, forecast, [series.version.statement])
    if count is None or not said:
        return None
    why = f"{series.dataset.named}, version {series.version.label}, counts the whole of {made.month}."
    return _told(Decimal(int(count)), None, why, said)


def _crossed(asked: Asked, forecast: GivenView, made: kinds.ForecastInFull) -> _Reached | None:
    """So many of those who were in the register when it was made have crossed, as voices say of each."""
    moment = forecast.recorded_at
    then = cases.ask(asked.case, now=moment, known_at=moment, clock=Clock.RECORDED)
    register = Register(asked)
    here = sorted({register.shown(each) for each in Register(then).people})
    stages = people.stages_of(asked, here)
    over: list[tuple[date, tuple[UUID, ...]]] = []
    for each in here:
        if stages[each].state in ACROSS and (said := [told.given for told in stages[each].said_by]):
            day = min(given.by_time[0] for given in said).astimezone(asked.case.zone).date()
            over.append((day, tuple(given.statement for given in said)))
    if made.target is None or len(over) < made.target:
        return None
    over.sort()
    told = over[: made.target]
    said_after = _after(asked, forecast, [id for _, ids in told for id in ids])
    why = f"{len(over):,} of those who were waiting then are said to have crossed."
    return _on(made, told[-1][0], why, said_after)


def _came(asked: Asked, forecast: GivenView, made: kinds.ForecastInFull) -> _Reached | None:
    """By the least that voices counted, so many have come."""
    try:
        batches = batches_of(asked, str(made.obligation))
    except NoSuchObligation:
        return None
    so_far = 0
    for number, came in enumerate(batches.came):
        so_far += came
        if made.target is not None and so_far >= made.target:
            why = f"At least {so_far:,} of {batches.promised:,} are counted by then."
            day = batches.first + timedelta(days=number)
            return _on(made, day, why, _after(asked, forecast, list(batches.statements)))
    return None


def _on(made: kinds.ForecastInFull, day: date, why: str, said: tuple[GivenView, ...]) -> _Reached:
    """A day after the forecast that somebody spoke of after it."""
    days = (day - date.fromisoformat(made.on)).days
    if not said or days < 0:
        return _Reached(None)
    value = Decimal(days) if made.horizon is None else min(Decimal(days), made.horizon)
    return _Reached(_told(value, day, why, said))


def _told(value: Decimal, day: date | None, why: str, said: tuple[GivenView, ...]) -> Truth:
    return Truth(value, day, why, tuple(each.statement for each in said), tuple(each.ref for each in said))


def _after(asked: Asked, forecast: GivenView, ids: list[UUID]) -> tuple[GivenView, ...]:
    """Those of these statements that were recorded after the forecast and count, the last ones where they are many."""
    found = statements(asked, list(dict.fromkeys(ids)))
    later = [each.view for each in found.values() if each.view.counts and each.view.position > forecast.position]
    return tuple(sorted(later, key=lambda each: each.position)[-MOST:])
