"""A forecast is made of what is recorded by now, in the compartment of the case alone, and frozen; it is never changed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.crossings import queries as crossings
from homeward.crossings.queries.plans import position_of
from homeward.hostilities import queries as hostilities
from homeward.hostilities.core.frames import Frame
from homeward.ledger.queries.views import CaseView
from homeward.outlook.actions.freezing import (
    HORIZON,
    MOST_SEED,
    CannotForecast,
    digest,
    frozen,
    held,
    keep,
    now,
    one_after_another,
    refuse_empty,
    whole,
    worked_out,
)
from homeward.outlook.core.history import History
from homeward.outlook.queries.made import next_number
from homeward.outlook.records.fierce import NOBODY_SAID, Fierce, Series, fierce
from homeward.outlook.records.months import after, monthly, months
from homeward.outlook.records.seen import seen
from homeward.refusals import Refused

MOST_MONTHS = 12


class NoSuchCrossing(Refused):
    """There is no such crossing, or none that you may see."""


@transaction.atomic
def forecast_completion(
    *,
    case: CaseView,
    crossing: str = "",
    share_percent: str = "90",
    seed: str = "0",
    belongs: Series | None = None,
    once: UUID,
    by: Actor,
    at: datetime,
) -> str:
    """When so many of 100 people who are to cross will have crossed; gives the short name of the statement.

    `belongs` is the series of hostilities that whoever asks says belongs to the crossing; without it none goes in.
    Sending the same form again makes no second forecast.
    """
    access.require(by, "outlook.forecast", case.compartment_id)
    share, start = whole(share_percent, "share", 1, 100), whole(seed, "seed", 0, MOST_SEED)
    id = uuid5(case.id, f"outlook.forecast|{once}")
    if ref := held(case, uuid5(id, "made")):
        return ref
    access.enter(by.id, only={case.compartment_id})
    asked = now(case, at)
    calendar = crossings.calendar(asked)
    of = _crossing(calendar, crossing)
    history = seen(asked, of, calendar)
    hostile = fierce(asked, belongs, history.first, history.today) if belongs else NOBODY_SAID
    given = _plain(history.history, hostile)
    found = worked_out(given, {"work": "completion", "share": share / 100, "seed": start, "horizon": HORIZON})
    refuse_empty(found)
    one_after_another(case)
    content = frozen(
        found,
        forecast=id,
        number=next_number(case),
        subject="completion",
        question=f"until {found['target']:,} of {found['people']:,} people have crossed {of.name}",
        unit="days",
        on=history.today.isoformat(),
        position=position_of(case),
        inputs_digest=digest(given),
        seed=start,
        horizon=Decimal(HORIZON),
        never_per_mille=round(1000 * found["never"]),
        crossing=of.id,
        hostilities=hostile.words,
        inputs=hostile.statements,
        **{name: found[name] for name in ("people", "target", "crossed", "cleared")},
        findings=(*history.findings, *hostile.findings, *found["findings"]),
    )
    return keep(case, uuid5(id, "made"), content, f"forecast {content.number}: {content.question}", by=by, at=at)


@transaction.atomic
def forecast_violence(
    *,
    case: CaseView,
    dataset: str = "",
    frame: Frame | None = None,
    dyad: str = "",
    measure: str = "",
    ahead: str = "1",
    seed: str = "0",
    once: UUID,
    by: Actor,
    at: datetime,
) -> str:
    """How much a series will count in a month after the last whole one; gives the short name of the statement."""
    access.require(by, "outlook.forecast", case.compartment_id)
    step, start = whole(ahead, "ahead", 1, MOST_MONTHS), whole(seed, "seed", 0, MOST_SEED)
    id = uuid5(case.id, f"outlook.forecast|{once}")
    if ref := held(case, uuid5(id, "made")):
        return ref
    access.enter(by.id, only={case.compartment_id})
    view = hostilities.series(now(case, at), dataset=dataset, frame=monthly(frame), dyad=dyad or None, measure=measure)
    series = months(view)
    if not series.names:
        raise CannotForecast("The series fills no whole month.", where="dataset", instead="Take in a longer one.")
    given = {"names": list(series.names), "counts": list(series.counts)}
    found = worked_out(given, {"work": "violence", "ahead": step, "seed": start})
    refuse_empty(found)
    month = after(series.names[-1], step)
    place = "; ".join(filter(None, (view.frame.words, view.dyad.name if view.dyad else "")))
    one_after_another(case)
    content = frozen(
        found,
        forecast=id,
        number=next_number(case),
        subject="violence",
        question=f"{view.measure} in {month}, {place}, as {view.dataset.named} counts them",
        unit=view.measure,
        on=at.astimezone(case.zone).date().isoformat(),
        position=position_of(case),
        inputs_digest=digest(given),
        seed=start,
        place=place,
        month=month,
        inputs=(view.version.statement,),
        dataset=view.dataset.id,
        level=view.frame.level.value if view.frame.name else "",
        area=view.frame.name,
        within=view.frame.within,
        dyad=view.dyad.key if view.dyad else "",
        findings=tuple(found["findings"]),
    )
    return keep(case, uuid5(id, "made"), content, f"forecast {content.number}: {content.question}", by=by, at=at)


def _plain(history: History, hostile: Fierce) -> dict[str, Any]:
    """A history as it goes into the process that works it out: sizes and days, nobody's name."""
    return {
        "families": [[each.size, each.asked, each.cleared, each.crossed] for each in history.families],
        "days": [
            [day.open, day.places, hostile.on(number, len(history.days))] for number, day in enumerate(history.days)
        ],
    }


def _crossing(calendar: crossings.CalendarView, name: str) -> crossings.CrossingView:
    """The crossing of this name or id; the only one when nothing is said."""
    wanted = name.strip().casefold()
    fitting = [each for each in calendar.crossings if not wanted or wanted in (each.name.casefold(), str(each.id))]
    if len(fitting) != 1:
        names = ", ".join(each.name for each in calendar.crossings) or "there is none yet"
        raise NoSuchCrossing(where=name or "crossing", instead=f"Name one: {names}.")
    return fitting[0]
