"""Forecasts of a case as known at the time asked, with their scores; what was taken back stays in the ledger and counts no more."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.db import connection

from homeward.ledger.core import kinds
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView
from homeward.outlook.queries.views import ForecastView, ScoreView
from homeward.people.queries import GivenView
from homeward.people.queries.given import statements
from homeward.refusals import Refused

MADE, SCORED = kinds.ForecastMade.KIND, kinds.ForecastScored.KIND  # type: ignore[attr-defined]


class NoSuchForecast(Refused):
    """There is no such forecast, or none that you may see."""


def forecasts(asked: Asked) -> list[ForecastView]:
    """Every forecast, the last one first."""
    told = statements(asked, _ids(asked))
    made: list[tuple[kinds.ForecastMade, GivenView]] = []
    scored: dict[UUID, list[tuple[kinds.ForecastScored, GivenView]]] = defaultdict(list)
    for each in sorted(told.values(), key=lambda one: one.view.position):
        if not each.view.counts:
            continue
        if isinstance(each.content, kinds.ForecastMade):
            made.append((each.content, each.view))
        else:
            scored[each.content.forecast].append((each.content, each.view))
    return [ForecastView(content, given, _last(scored.get(content.forecast, []))) for content, given in reversed(made)]


def forecast_named(asked: Asked, name: str) -> ForecastView:
    """The forecast of this number or id."""
    for each in forecasts(asked):
        if name.strip().casefold() in (str(each.made.number), str(each.id), each.given.ref.casefold()):
            return each
    raise NoSuchForecast(where=name, instead="See them: homeward outlook forecasts.")


def next_number(case: CaseView) -> int:
    """The number of the next forecast of the case; those that were taken back keep theirs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_statement WHERE case_id = %s AND kind = %s", [case.id, MADE])
        (count,) = cursor.fetchone()
    return int(count) + 1


def _ids(asked: Asked) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = ANY (%(kinds)s)
            AND {knowing.statement_known(asked.clock, "s")}
            """,
            {**knowing.parameters(asked), "kinds": [MADE, SCORED]},
        )
        return [id for (id,) in cursor.fetchall()]


def _last(scores: list[tuple[kinds.ForecastScored, GivenView]]) -> ScoreView | None:
    return ScoreView(*scores[-1], times=len(scores)) if scores else None
