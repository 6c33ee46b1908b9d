"""Forecasts: made and frozen, listed, scored by what was said later, and the table of all scores."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.shapes import outlook as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.hostilities.core import frames
from homeward.outlook import actions, queries
from homeward.outlook.queries import written

router = Router(tags=["outlook"])
OUTLOOK = "/cases/{case}/outlook"
FORECAST = OUTLOOK + "/forecasts/{forecast}"
READ = {**UNCHANGED, **READING}
RECORDED = {201: shapes.Made, **WRITING}


@router.get(OUTLOOK + "/forecasts", response={200: shapes.Forecasts, **READ}, operation_id="forecasts")
def forecasts(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List every forecast as it was frozen, the last one first, with its score if it has one."""
    asked, _ = asking.about(case, moment)
    told = [written.forecast_json(each) for each in queries.forecasts(asked)]
    return sending.answer(request, {**answers.asked_json(asked), "forecasts": told}, asked=asked)


@router.get(FORECAST, response={200: shapes.OneForecast, **READ}, operation_id="forecast")
def forecast(request: HttpRequest, case: str, forecast: str, moment: Query[Moment]) -> HttpResponse:
    """Show one forecast, by its number, id or statement, with all 99 quantiles."""
    asked, _ = asking.about(case, moment)
    told = written.forecast_json(queries.forecast_named(asked, forecast), whole=True)
    return sending.answer(request, {**answers.asked_json(asked), "forecast": told}, asked=asked)


@router.get(OUTLOOK + "/scores", response={200: shapes.Scores, **READ}, operation_id="forecast_scores")
def scores(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Show how all forecasts did beside simple rules; none is left out."""
    asked, _ = asking.about(case, moment)
    body = {**answers.asked_json(asked), **written.scores_json(queries.scores(asked))}
    return sending.answer(request, body, asked=asked)


@router.post(OUTLOOK + "/completion", response=RECORDED, operation_id="forecast_completion", auth=entering.WRITE)
def completion(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentCompletion]
) -> HttpResponse:
    """Forecast when so many of 100 who are to cross will have crossed, of what is recorded by now."""
    ref = actions.forecast_completion(
        crossing=body.crossing,
        share_percent=body.share,
        seed=body.seed,
        belongs=_series(body.hostilities),
        **_act(request, case, which, key),
    )
    return _made(case, ref)


@router.post(OUTLOOK + "/exchange", response=RECORDED, operation_id="forecast_exchange", auth=entering.WRITE)
def exchange(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentExchange]
) -> HttpResponse:
    """Forecast when so many of 100 of what an obligation promised will have come, by what voices counted so far."""
    ref = actions.forecast_exchange(
        obligation=body.obligation,
        share_percent=body.share,
        seed=body.seed,
        belongs=_series(body.hostilities),
        **_act(request, case, which, key),
    )
    return _made(case, ref)


@router.post(OUTLOOK + "/violence", response=RECORDED, operation_id="forecast_violence", auth=entering.WRITE)
def violence(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentViolence]
) -> HttpResponse:
    """Forecast how much a series of hostilities will count in a month after its last whole one."""
    act = _act(request, case, which, key)
    frame = frames.place(frames.Level(body.level), body.place, within=body.within) if body.place else None
    ref = actions.forecast_violence(
        dataset=body.dataset,
        frame=frame,
        dyad=body.dyad,
        measure=body.measure,
        ahead=body.ahead,
        seed=body.seed,
        **act,
    )
    return _made(case, ref)


@router.post(FORECAST + "/scores", response=RECORDED, operation_id="score_forecast", auth=entering.WRITE)
def score(
    request: HttpRequest, case: str, forecast: str, which: Query[Which], key: Key, body: Body[shapes.SentScore]
) -> HttpResponse:
    """Hold a forecast against what statements recorded after it say; the last score counts, and all stay."""
    ref = actions.score(forecast=forecast, truth=body.truth, said_in=body.said_in, **_act(request, case, which, key))
    return _made(case, ref)


@router.get(OUTLOOK + "/offers", response={200: shapes.Offers, **READ}, operation_id="forecast_offers")
def offers(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List forecasts whose truth the ledger itself tells and that nobody has scored by it."""
    asked, _ = asking.about(case, moment)
    told = [written.offer_json(each) for each in queries.offers(asked)]
    return sending.answer(request, {**answers.asked_json(asked), "offers": told}, asked=asked)


@router.post(
    OUTLOOK + "/scores", response={201: shapes.ScoredAll, **WRITING}, operation_id="score_told", auth=entering.WRITE
)
def score_told(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentTold]
) -> HttpResponse:
    """Score every forecast (or one) whose truth the ledger itself tells by now; the same truth scores nothing twice."""
    act = _act(request, case, which, key)
    refs = actions.score_what_is_told(forecast=body.forecast, case=act["case"], by=act["by"], at=act["at"])
    return sending.made({"case": case, "statements": list(refs)}, at=f"cases/{quote(case)}/outlook/scores")


def _series(sent: shapes.SentSeries | None) -> actions.Series | None:
    if sent is None:
        return None
    frame = frames.place(frames.Level(sent.level), sent.place, within=sent.within) if sent.place else None
    return actions.Series(sent.dataset, frame, sent.dyad, sent.measure)


def _act(request: HttpRequest, case: str, which: Which, key: UUID) -> dict[str, Any]:
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def _made(case: str, ref: str) -> HttpResponse:
    return sending.made({"case": case, "statement": ref}, at=f"cases/{quote(case)}/outlook/forecasts")
