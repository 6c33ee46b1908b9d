"""What an agreement promised is forecast by the least that voices counted of each day, and scored when it has come."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from homeward.ledger.core import kinds
from homeward.ledger.queries import cases
from homeward.outlook import actions, queries
from homeward.outlook.actions import CannotForecast
from homeward.talks.queries.agreements import NoSuchObligation
from tests.apps.talks.promised_days import Pause
from tests.cast import Desk, case_of

SLUG = "pause-forecast"


@pytest.fixture
def pause(desk: Desk) -> Pause:
    desk.load(case_of({}, slug=SLUG, zone="UTC"))
    desk.now = datetime(2026, 1, 4, 20, tzinfo=UTC)
    return Pause.of(desk, SLUG, today=3)


def test_an_exchange_is_forecast_from_its_days_and_its_promise(pause: Pause) -> None:
    with pause.desk.acting() as actor:
        case = cases.case(SLUG)
        given = {"case": case, "by": actor, "at": pause.desk.now, "share_percent": "100"}
        actions.forecast_exchange(obligation=str(pause.lorries), once=uuid4(), **given)
        with pytest.raises(NoSuchObligation):
            actions.forecast_exchange(obligation="nothing", once=uuid4(), **given)
        with pytest.raises(CannotForecast):
            actions.forecast_exchange(obligation=str(pause.lorries), once=uuid4(), **{**given, "share_percent": "0"})
        (view,) = queries.forecasts(pause.desk.ask(SLUG))
    made = view.made
    assert isinstance(made, kinds.ForecastInFull)
    assert (made.subject, made.model, made.obligation) == ("exchange", "exchange/1", pause.lorries)
    assert (made.crossed, made.target) == (47 + 137 + 0 + 120, made.people)
    assert "lorries" in made.question
    assert made.before[-1].people == made.crossed
    assert {each.name for each in made.baselines} == {"straight on", "straight on, last 7 days"}
    assert len(made.inputs) >= 2
