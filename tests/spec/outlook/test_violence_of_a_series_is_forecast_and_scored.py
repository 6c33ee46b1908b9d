"""A month of a series that was taken in is forecast, frozen with the version it rests on, and scored by what came after."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from homeward.ledger.core import kinds
from homeward.outlook import actions, queries
from homeward.outlook.actions import CannotForecast
from tests.cast import Desk
from tests.spec.hostilities.files import event, opened_case, received, shared, written


def test_a_month_after_the_last_whole_one_is_forecast(desk: Desk) -> None:
    case = opened_case(desk)
    received(desk, case, shared("ged_car_1989_2022.csv"), maker="UCDP", version="23.1", country="CAR")
    with desk.acting() as actor:
        given = {"case": case, "by": actor, "at": desk.now}
        actions.forecast_violence(**given, dataset="UCDP", seed="2", once=uuid4())
        with pytest.raises(CannotForecast):
            actions.forecast_violence(**given, dataset="UCDP", ahead="13", once=uuid4())
        (view,) = queries.forecasts(desk.ask(case.slug))
    made: kinds.ForecastMade = view.made
    assert (made.subject, made.unit, made.model) == ("violence", "deaths", "violence/2")
    assert made.month > "2022"
    assert len(made.inputs) == 1
    assert list(made.quantiles) == sorted(made.quantiles)
    assert made.quantiles[0] >= 0
    (baseline,) = made.baselines
    assert (baseline.name, len(baseline.quantiles)) == ("negative binomial", 99)
    assert view.day(50) is None


def counted(until: date) -> bytes:
    """Two dead on every third day from the first of May 2025 on."""
    first = date(2025, 5, 1)
    days = [first + timedelta(days=n) for n in range(0, (until - first).days + 1, 3)]
    return written(event(n, day=day.isoformat(), deaths=2) for n, day in enumerate(days))


def test_the_next_version_of_the_series_tells_what_came_once_it_holds_the_month_whole(lasting_desk: Desk) -> None:
    desk = lasting_desk
    case = opened_case(desk)

    def offers() -> list[queries.Offer]:
        with desk.acting():
            return queries.offers(desk.ask(case.slug))

    def comes(version: str, until: date) -> None:
        covers = {"covers_from": "2025-05-01", "covers_until": until.isoformat()}
        received(desk, case, counted(until), version=version, downloaded="2026-01-04", accept_warnings=True, **covers)

    comes("1.0", date(2025, 11, 30))
    with desk.acting() as actor:
        actions.forecast_violence(case=case, once=uuid4(), by=actor, at=desk.now)
    assert offers() == []
    comes("1.1", date(2025, 12, 20))
    assert offers() == [], "December is not whole"
    comes("1.2", date(2025, 12, 31))
    (offer,) = offers()
    assert offer.forecast.made.month == "2025-12"
    assert (offer.truth.value, len(offer.truth.statements)) == (Decimal(20), 1)
    assert "1.2" in offer.truth.why
    with desk.acting() as actor:
        (ref,) = actions.score_what_is_told(case=case, by=actor, at=desk.now)
        (view,) = queries.forecasts(desk.ask(case.slug))
    assert view.score is not None and view.score.given.ref == ref
    assert offers() == []
