"""A month of a series that was taken in is forecast, frozen with the version it rests on, and scored by what came after."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.ledger.core import kinds
from homeward.outlook import actions, queries
from homeward.outlook.actions import CannotForecast
from tests.cast import Desk
from tests.spec.hostilities.files import opened_case, received, shared


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
