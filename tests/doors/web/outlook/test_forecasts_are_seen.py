"""Forecasts in the browser: with their odds, as they were frozen, and with every score in the open."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.template.defaultfilters import floatformat
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
        assert floatformat(rule.crps, 2) in table
    assert floatformat(view.score.scored.crps, 2) in table
    assert f">{view.score.given.ref}<" in table

    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    arabic = officer.get(f"{ROOM}scores/").content.decode()
    assert "متوسط CRPS" in arabic


def test_a_forecast_is_made_and_scored_without_a_script(waiting: Waiting) -> None:
    """The form, its faults beside the fields, and the fan of days."""
    waiting.enter("Vera Late")
    officer = signed_in(waiting.desk, "Ella Editor", "write")
    form = shown(officer, f"{ROOM}make/")
    of = form.split('value="crossing ')[1].split('"')[0]
    wrong = officer.post(f"{ROOM}make/", {"of": f"crossing {of}", "share": "101"})
    assert wrong.status_code == 422
    assert "A whole number from 1 to 100." in wrong.content.decode()
    done = officer.post(f"{ROOM}make/", {"of": f"crossing {of}", "share": "100"})
    assert done.status_code == 302
    page = shown(officer, ROOM)
    assert 'class="fan-outer"' in page
    assert "how many by which day" in page
    assert "How long permissions took" in page
    empty = officer.post(f"{ROOM}1/score/", {"truth": "", "said_in": ""})
    assert empty.status_code == 422
    assert "Say what came." in empty.content.decode()
    assert officer.get(f"{ROOM}99/score/").status_code == 302


def test_who_may_only_read_sees_no_form(waiting: Waiting) -> None:
    reader = signed_in(waiting.desk, "Rita Reader", "read")
    assert "Make a forecast" not in shown(reader, ROOM)
    assert reader.get(f"{ROOM}make/").status_code == 403
    assert reader.post(f"{ROOM}told/").status_code == 403
