"""Forecasts in the browser: with their odds, as they were frozen, and with every score in the open."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from tests.apps.crossings.planned import Waiting
from tests.apps.people.registers import SLUG
from tests.cast import opened
from tests.doors.web.people.registered import signed_in
from tests.grounds.databases import Database
from tests.spec.outlook.test_a_forecast_is_frozen_and_scored_by_what_came_after import (
    crosses,
    forecast,
    made,
    prepared,
    scored,
)

ROOM = f"/c/{SLUG}/outlook/"


@pytest.fixture(scope="module")
def waiting(module_database: Database) -> Waiting:
    return prepared(Waiting.of(opened()))


def shown(who: Client, address: str) -> str:
    answer = who.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_forecasts_and_their_scores_are_seen_from_none_to_scored(waiting: Waiting) -> None:
    officer = signed_in(waiting.desk, "Olga Officer", "write")
    assert "Nobody has made a forecast." in shown(officer, ROOM)
    assert "Nobody has made a forecast." in shown(officer, f"{ROOM}scores/")

    ref = forecast(waiting)
    (view,) = made(waiting)
    page = shown(officer, ROOM)
    assert view.made.question in page
    assert page.count('class="spread outer"') == 1
    assert f">{ref}<" in page
    assert "nobody has scored it yet" in page
    assert all(finding in page for finding in view.made.findings)
    table = shown(officer, f"{ROOM}scores/")
    assert "None of them was scored yet." in table
    assert "Mean CRPS" not in table

    scored(waiting, said_in=[crosses(waiting, name) for name in ("Lamia Darvish", "Omar Darvish", "Ivan Petrov")])
    (view,) = made(waiting)
    assert view.score is not None
    assert 'class="spread-truth"' in shown(officer, ROOM)
    table = shown(officer, f"{ROOM}scores/")
    assert table.count('class="tenth"') == 10
    for rule in view.score.scored.baselines:
        assert rule.name in table
        assert f"{rule.crps:.2f}" in table
    assert f"{view.score.scored.crps:.2f}" in table
    assert f">{view.score.given.ref}<" in table

    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    arabic = officer.get(f"{ROOM}scores/").content.decode()
    assert "متوسط CRPS" in arabic
