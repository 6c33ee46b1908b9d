"""A file becomes a version of a dataset, and its series is asked by frame, pair and day."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from homeward.hostilities import queries
from homeward.hostilities.core import frames
from homeward.ledger.queries.views import CaseView
from tests.cast import Desk
from tests.spec.hostilities.files import opened_case, received, shared


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


def test_the_city_of_aleppo_by_day_is_what_was_worked_out_by_hand(desk: Desk, case: CaseView) -> None:
    received(desk, case, shared("ged_syria_2016_2018h1.csv"), maker="UCDP", version="19.1", country="Syria")
    box = frames.box(south=36.10, north=36.32, west=37.0, east=37.30, date_prec=2, where_prec=3)
    with desk.acting():
        view = queries.series(
            desk.ask("crossing"),
            dataset="UCDP",
            frame=box,
            dyad="Government of Syria - Syrian insurgents",
            since=date(2016, 1, 1),
            until=date(2017, 6, 30),
        )

    with shared("aleppo_city_daily.csv").open() as file:
        due = [tuple(row[name] for name in ("date", "events", "low", "best", "high")) for row in csv.DictReader(file)]
    assert [(str(day.date), str(day.events), str(day.low), str(day.best), str(day.high)) for day in view.days] == due
