"""Forecasts at the command line: made, listed, scored by what was said after, and told in a table that leaves none out."""

from __future__ import annotations

import pytest

from tests.apps.people.registers import Register, named
from tests.cast import Desk, case_of, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = ("--case", "crossing-test")
VOICE = ("--speaker", "The border authority", "--said", "4 Jan 2026")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    desk = opened()
    desk.load(case_of({}, zone="Asia/Gaza"))
    return desk


def test_a_forecast_is_made_listed_and_scored(desk: Desk, homeward: Command) -> None:
    register = Register(desk)
    person = register.enter(named("Lamia Darvish"))
    assert "Nobody has made a forecast." in homeward("outlook", "forecasts", *CASE).out
    missing = homeward("outlook", "completion", *CASE)
    assert missing.code == 1
    assert "there is none yet" in missing.err
    homeward("crossings", "name", "The bridge", *CASE)
    homeward("crossings", "window", "2026-01-06", "08:30", "12:30", "--capacity", "40", *VOICE, *CASE)

    done = homeward("outlook", "completion", "--share", "100", "--seed", "3", *CASE, "--format", "json")
    assert done.code == 0, done.err
    made = done.document
    assert (made["number"], made["subject"], made["people"], made["seed"]) == (1, "completion", 1, 3)
    assert len(made["all_quantiles"]) == 99

    page = homeward("outlook", "forecasts", "--forecast", "1", *CASE).out
    assert "if nobody else is cleared it ends at 1" in page
    looked = homeward("outlook", "score-told", "--look", *CASE, "--format", "json").document
    assert looked["statements"] == []

    told = register.whereabouts(person, "crossed", occurred="5 Jan 2026", said="5 Jan 2026").ref
    early = homeward("outlook", "score", "--forecast", "1", "--truth", "2020-01-01", "--said-in", str(told), *CASE)
    assert early.code == 1
    assert "before the forecast" in early.err
    scored = homeward("outlook", "score", "--forecast", "1", "--truth", "never", "--said-in", str(told), *CASE)
    assert scored.code == 0, scored.err
    assert "the interval of 80 of 100" in scored.out
    table = homeward("outlook", "scores", *CASE, "--format", "json").document
    assert [(each["subject"], each["n"], each["unscored"]) for each in table["subjects"]] == [("completion", 1, 0)]
    page = homeward("outlook", "scores", *CASE).out
    assert "completion: 1 scored, 0 not yet" in page
    assert "straight on, last 7 days" in page


def test_a_series_that_is_not_there_bears_no_forecast(desk: Desk, homeward: Command) -> None:
    refused = homeward("outlook", "violence", *CASE)
    assert refused.code == 1
    assert "Traceback" not in refused.err
    for unknown in (("completion", "--dataset", "Nothing"), ("exchange", "--obligation", "o9")):
        refused = homeward("outlook", *unknown, *CASE)
        assert refused.code == 1
        assert "Traceback" not in refused.err
