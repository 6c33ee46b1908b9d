"""Programs make forecasts once by their key, list and score them by what was said after, and see every score."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.apps.crossings.gates import Gate
from tests.apps.people.registers import Register, named
from tests.doors.api.callers import Caller, House

OUTLOOK = "cases/crossing-test/outlook"


@pytest.fixture(scope="module")
def register(house: House) -> Register:
    gate = Gate.of(house.desk)
    gate.window()
    register = Register(house.desk)
    register.enter(named("Lamia Darvish"))
    return register


@pytest.fixture(scope="module")
def caller(house: House, register: Register) -> Caller:
    return house.caller("olga", house.desk.compartment, write=True)


def read(caller: Caller, address: str) -> Any:
    done = caller.ask(f"{OUTLOOK}/{address}")
    assert done.status_code == 200, done.content
    return json.loads(done.content)


def test_a_forecast_is_made_once_scored_and_counted(register: Register, caller: Caller) -> None:
    key = uuid4()
    made = caller.send(f"{OUTLOOK}/completion", {"share": "100"}, key=key)
    assert made.status_code == 201, made.content
    assert json.loads(caller.send(f"{OUTLOOK}/completion", {"share": "100"}, key=key).content) == json.loads(
        made.content
    )

    (listed,) = read(caller, "forecasts")["forecasts"]
    assert (listed["number"], listed["people"], listed["score"]) == (1, 1, None)
    whole = read(caller, "forecasts/1")["forecast"]
    assert len(whole["all_quantiles"]) == 99

    person = register.enter(named("Omar Tell"))
    said = register.whereabouts(person, "crossed", occurred="4 Jan 2026", said="4 Jan 2026").ref
    scored = caller.send(f"{OUTLOOK}/forecasts/1/scores", {"truth": "never", "said_in": [said]})
    assert scored.status_code == 201, scored.content
    assert isinstance(read(caller, "offers")["offers"], list)
    assert whole["ends_if_nobody_else_is_cleared"] == 0
    assert whole["ahead"] and whole["hostilities"] == ""
    (subject,) = read(caller, "scores")["subjects"]
    assert (subject["n"], subject["unscored"], sum(subject["pit"])) == (1, 0, 1)


def test_what_cannot_be_forecast_or_scored_is_refused(caller: Caller) -> None:
    for address, body in (
        ("completion", {"share": "0"}),
        ("completion", {"crossing": "no such"}),
        ("violence", {}),
        ("exchange", {"obligation": "no such"}),
        ("completion", {"hostilities": {"dataset": "no such"}}),
        ("scores", {"forecast": "77"}),
        ("violence", {"place": "Nowhere"}),
        ("forecasts/77/scores", {"truth": "never", "said_in": ["s1"]}),
        ("forecasts/1/scores", {"truth": "never", "said_in": []}),
    ):
        assert 400 <= caller.send(f"{OUTLOOK}/{address}", body).status_code < 500
