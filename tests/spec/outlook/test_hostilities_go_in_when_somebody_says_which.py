"""A completion follows hostilities only of the series that somebody says belongs to the crossing, and names it for ever."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from homeward.hostilities.queries import NoSuchDataset
from homeward.ledger.core import kinds
from homeward.outlook import actions
from homeward.outlook.actions import Series
from homeward.outlook.records.fierce import fierce
from tests.apps.crossings.planned import Waiting
from tests.cast import Desk
from tests.spec.hostilities.files import event, received, written
from tests.spec.outlook.test_a_forecast_is_frozen_and_scored_by_what_came_after import forecast, made, prepared

FIRST = date(2025, 7, 1)


def series(until: date, *, often: int = 5) -> bytes:
    """Events of every fifth day, more of them dead in the last week of the year."""
    days = [FIRST + timedelta(days=n) for n in range((until - FIRST).days + 1) if n % often == 0]
    return written(
        event(n, day=day.isoformat(), deaths=40 if day > date(2025, 12, 24) else 3) for n, day in enumerate(days)
    )


@pytest.fixture
def fought(desk: Desk) -> Waiting:
    waiting = prepared(Waiting.of(desk))
    covers = {"covers_from": "2025-07-01", "covers_until": "2026-01-04"}
    received(desk, waiting.gate.case(), series(date(2026, 1, 4)), downloaded="2026-01-05", **covers)
    return waiting


def test_the_series_and_its_version_stand_with_the_forecast(fought: Waiting) -> None:
    forecast(fought)
    forecast(fought, belongs=Series(dataset="An institute"))
    with_it, without = made(fought)
    assert isinstance(with_it.made, kinds.ForecastInFull) and isinstance(without.made, kinds.ForecastInFull)
    assert without.made.hostilities == ""
    assert without.made.inputs == ()
    assert "An institute" in with_it.made.hostilities
    assert len(with_it.made.inputs) == 1
    assert any("Hostilities are known for" in each for each in with_it.made.findings)
    assert with_it.made.inputs_digest != without.made.inputs_digest


def test_a_day_is_told_by_how_far_it_lies_off_what_is_usual_there(fought: Waiting) -> None:
    with fought.desk.acting():
        asked = fought.gate.asked(as_of="2026-01-05T08:00:00+00:00")
        found = fierce(asked, Series(), date(2025, 12, 20), date(2026, 1, 5))
    fierce_day = found.levels[(date(2025, 12, 28) - date(2025, 12, 20)).days]
    quiet_day = found.levels[(date(2025, 12, 29) - date(2025, 12, 20)).days]
    assert fierce_day is not None and quiet_day is not None
    assert fierce_day > 2 > 0 > quiet_day
    assert found.levels[-1] is None, "the version ends before, and a gap is no quiet"


def test_a_series_that_is_not_there_is_refused(fought: Waiting) -> None:
    with pytest.raises(NoSuchDataset), fought.desk.acting() as actor:
        actions.forecast_completion(
            case=fought.gate.case(),
            belongs=Series(dataset="Nothing"),
            once=uuid4(),
            by=actor,
            at=fought.desk.now,
        )
