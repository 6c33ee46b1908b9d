"""A forecast is scored once statements that came after it tell the truth; scored again, the last score counts and all stay."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.core import kinds
from homeward.ledger.queries import cases, statements
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.outlook.actions.freezing import held, keep, worked_out
from homeward.outlook.core.frozen import SCORER, exact
from homeward.outlook.queries.made import forecast_named
from homeward.outlook.queries.offers import offers
from homeward.outlook.queries.views import ForecastView
from homeward.people.queries.given import statements as given_statements
from homeward.refusals import Refused

MOST_STATEMENTS = 100
NEVER = "never"


class NotScored(Refused):
    """This forecast cannot be scored so."""


@transaction.atomic
def score(
    *, case: CaseView, forecast: str, truth: str, said_in: Collection[str], once: UUID, by: Actor, at: datetime
) -> str:
    """Hold a forecast against the truth: a day (or "never" past its horizon), or a number, as these statements tell it.

    Every statement must have been recorded after the forecast and count still; gives the short name of the score.
    """
    access.require(by, "outlook.score", case.compartment_id)
    asked = cases.ask(case, now=at, known_at=cases.settled_at(case), clock=Clock.RECORDED)
    view = forecast_named(asked, forecast)
    id = uuid5(view.id, f"outlook.score|{once}")
    if ref := held(case, id):
        return ref
    value = _truth(view.made, truth)
    sources = _after(asked, said_in, view.given.position)
    return _scored(case, view, value, sources, id=id, by=by, at=at)


@transaction.atomic
def score_what_is_told(*, case: CaseView, forecast: str = "", by: Actor, at: datetime) -> tuple[str, ...]:
    """Score every forecast (or this one) whose truth the ledger itself tells by now; gives the short names of the scores.

    What was scored with the same truth stays as it is. Refuses a forecast that is named and whose truth nobody told.
    """
    access.require(by, "outlook.score", case.compartment_id)
    access.enter(by.id, only={case.compartment_id})
    asked = cases.ask(case, now=at, known_at=cases.settled_at(case), clock=Clock.RECORDED)
    wanted = forecast_named(asked, forecast) if forecast else None
    found = [each for each in offers(asked) if wanted is None or each.forecast.id == wanted.id]
    if wanted is not None and not found:
        raise NotScored(
            "The ledger tells no truth of this forecast that it was not scored by.",
            where=forecast,
            instead="Name the day or number and the statements that say so: homeward outlook score.",
        )
    refs = []
    for each in found:
        truth = each.truth
        rests_on = ",".join(sorted(map(str, truth.statements)))
        id = uuid5(each.forecast.id, f"outlook.told|{truth.value}|{rests_on}")
        if held(case, id) is None:
            refs.append(
                _scored(case, each.forecast, exact(float(truth.value)), list(truth.statements), id=id, by=by, at=at)
            )
    return tuple(refs)


def _scored(
    case: CaseView, view: ForecastView, value: Decimal, sources: list[UUID], *, id: UUID, by: Actor, at: datetime
) -> str:
    """Work out the score of a forecast against a truth, and keep it."""
    horizon = None if view.made.horizon is None else str(view.made.horizon)
    frozen = {"": view.made.quantiles, **{each.name: each.quantiles for each in view.made.baselines}}
    given = {
        "truth": str(value),
        "horizon": horizon,
        "forecasts": {name: [str(each) for each in kept] for name, kept in frozen.items()},
    }
    found = worked_out(given, {"work": "score"})
    own = found.pop("")
    content = kinds.ForecastScored(
        forecast=view.id,
        made=view.given.statement,
        truth=value,
        truth_from=tuple(sources),
        crps=exact(own["crps"]),
        pinball=exact(own["pinball"]),
        covered="yes" if own["covered"] else "no",
        pit=exact(own["pit"]),
        baselines=tuple(
            kinds.BaselineScore(name=name, crps=exact(each["crps"]), pinball=exact(each["pinball"]))
            for name, each in found.items()
        ),
        scorer=SCORER,
    )
    text = f"forecast {view.made.number} scored: off by {content.crps} {view.made.unit} (CRPS)"
    return keep(case, id, content, text, by=by, at=at)


def _truth(made: kinds.ForecastMade, words: str) -> Decimal:
    """The truth in the unit of the forecast: days from the day it was made, or a number."""
    said = words.strip()
    if made.unit != "days":
        try:
            number = Decimal(said)
        except InvalidOperation:
            number = Decimal(-1)
        if not said.isascii() or not number.is_finite() or number < 0 or number > 10**9:
            raise NotScored("This is no number.", where="truth", instead="Give how many were counted, like 120.")
        return exact(float(number))
    if said.casefold() == NEVER:
        if made.horizon is None:
            raise NotScored("This forecast has no horizon.", where="truth")
        return made.horizon
    try:
        days = (date.fromisoformat(said) - date.fromisoformat(made.on)).days
    except ValueError:
        raise NotScored(
            "This is no day.", where="truth", instead="Give the day on which it was so, like 2026-03-01, or: never."
        ) from None
    if days < 0:
        raise NotScored("That day lies before the forecast.", where="truth", instead=f"It was made on {made.on}.")
    return Decimal(days)


def _after(asked: Asked, refs: Collection[str], position: int) -> list[UUID]:
    """The statements that tell the truth, each recorded after the forecast and not taken back."""
    if not refs or len(refs) > MOST_STATEMENTS:
        raise NotScored(
            "Nobody is named who said so.",
            where="said_in",
            instead=f"Name 1 to {MOST_STATEMENTS} statements, like s12.",
        )
    ids = [statements.statement(asked, ref.strip()).id for ref in refs]
    told = given_statements(asked, ids)
    for ref, id in zip(refs, ids, strict=True):
        if id not in told or not told[id].view.counts:
            raise NotScored("This statement counts no more.", where=ref, instead="Name the one that took its place.")
        if told[id].view.position <= position:
            raise NotScored(
                "This was recorded before the forecast was made.",
                where=ref,
                instead="A forecast is scored by what was said after it.",
            )
    return ids
