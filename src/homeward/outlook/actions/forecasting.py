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
from homeward.ledger.core import kinds
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.outlook.actions.freezing import code, digest, held, keep, one_after_another, worked_out
from homeward.outlook.core.history import History
from homeward.outlook.queries.made import next_number
from homeward.outlook.records.months import after, months
from homeward.outlook.records.seen import seen
from homeward.refusals import Refused

HORIZON = 240
MOST_SEED = 2**31 - 1
MOST_MONTHS = 12


class CannotForecast(Refused):
    """What is recorded bears no forecast."""


class NoSuchCrossing(Refused):
    """There is no such crossing, or none that you may see."""


@transaction.atomic
def forecast_completion(
    *,
    case: CaseView,
    crossing: str = "",
    share_percent: str = "90",
    seed: str = "0",
    once: UUID,
    by: Actor,
    at: datetime,
) -> str:
    """When so many of 100 people who are to cross will have crossed; gives the short name of the statement.

    Sending the same form again makes no second forecast.
    """
    access.require(by, "outlook.forecast", case.compartment_id)
    share, start = _whole(share_percent, "share", 1, 100), _whole(seed, "seed", 0, MOST_SEED)
    id = uuid5(case.id, f"outlook.forecast|{once}")
    if ref := held(case, uuid5(id, "made")):
        return ref
    access.enter(by.id, only={case.compartment_id})
    asked = _now(case, at)
    calendar = crossings.calendar(asked)
    of = _crossing(calendar, crossing)
    history = seen(asked, of, calendar)
    given = _plain(history.history)
    found = worked_out(given, {"work": "completion", "share": share / 100, "seed": start, "horizon": HORIZON})
    _refuse_empty(found)
    one_after_another(case)
    content = _frozen(
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
        **{name: found[name] for name in ("people", "target", "crossed", "cleared")},
        findings=(*history.findings, *found["findings"]),
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
    step, start = _whole(ahead, "ahead", 1, MOST_MONTHS), _whole(seed, "seed", 0, MOST_SEED)
    id = uuid5(case.id, f"outlook.forecast|{once}")
    if ref := held(case, uuid5(id, "made")):
        return ref
    access.enter(by.id, only={case.compartment_id})
    view = hostilities.series(_now(case, at), dataset=dataset, frame=frame, dyad=dyad or None, measure=measure)
    series = months(view)
    if not series.names:
        raise CannotForecast("The series fills no whole month.", where="dataset", instead="Take in a longer one.")
    given = {"names": list(series.names), "counts": list(series.counts)}
    found = worked_out(given, {"work": "violence", "ahead": step, "seed": start})
    _refuse_empty(found)
    month = after(series.names[-1], step)
    place = "; ".join(filter(None, (view.frame.words, view.dyad.name if view.dyad else "")))
    one_after_another(case)
    content = _frozen(
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
        findings=tuple(found["findings"]),
    )
    return keep(case, uuid5(id, "made"), content, f"forecast {content.number}: {content.question}", by=by, at=at)


def _plain(history: History) -> dict[str, Any]:
    """A history as it goes into the process that works it out: sizes and days, nobody's name."""
    return {
        "families": [[each.size, each.asked, each.cleared, each.crossed] for each in history.families],
        "days": [[day.open, day.places, day.hostility] for day in history.days],
    }


def _frozen(found: dict[str, Any], **fields: Any) -> kinds.ForecastMade:
    """The content of the statement, out of what was worked out and what was asked."""
    return kinds.ForecastMade(
        model=found["model"],
        code=code(),
        draws=found["draws"],
        quantiles=tuple(Decimal(each) for each in found["quantiles"]),
        baselines=tuple(
            kinds.Baseline(name=name, quantiles=tuple(Decimal(each) for each in values))
            for name, values in found["baselines"].items()
        ),
        **fields,
    )


def _now(case: CaseView, at: datetime) -> Asked:
    """The question what is recorded by now, as of now."""
    return cases.ask(case, now=at, known_at=cases.settled_at(case), clock=Clock.RECORDED)


def _crossing(calendar: crossings.CalendarView, name: str) -> crossings.CrossingView:
    """The crossing of this name or id; the only one when nothing is said."""
    wanted = name.strip().casefold()
    fitting = [each for each in calendar.crossings if not wanted or wanted in (each.name.casefold(), str(each.id))]
    if len(fitting) != 1:
        names = ", ".join(each.name for each in calendar.crossings) or "there is none yet"
        raise NoSuchCrossing(where=name or "crossing", instead=f"Name one: {names}.")
    return fitting[0]


def _refuse_empty(found: dict[str, Any]) -> None:
    if "quantiles" not in found:
        raise CannotForecast(where="history", instead=" ".join(found["findings"])[:500])


def _whole(text: str, where: str, least: int, most: int) -> int:
    try:
        number = int(text.strip())
    except ValueError:
        number = least - 1
    if not text.strip().isascii() or not least <= number <= most:
        raise CannotForecast(
            "This is no number that can be asked for.", where=where, instead=f"A whole number from {least} to {most}."
        )
    return number
