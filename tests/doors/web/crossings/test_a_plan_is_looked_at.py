"""A plan in the browser: asked for, worked out, looked at family by family, and a pin tried; whom it shows is logged."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.crossings.planned import Waiting
from tests.cast import opened
from tests.doors.web.crossings.test_windows_are_entered_and_seen import ROOM
from tests.doors.web.people.registered import readings_of, signed_in
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def waiting(module_database: Database) -> Waiting:
    waiting = Waiting.of(opened())
    waiting.opened("2030-01-06", "2030-01-07", capacity="1")
    for name in ("Lamia Darvish", "Omar Tell", "Ivan Third"):
        waiting.enter(name)
    waiting.clear("Lamia Darvish", "Omar Tell", until="31 Jan 2030")
    return waiting


@pytest.fixture(scope="module")
def officer(waiting: Waiting) -> Client:
    return signed_in(waiting.desk, "Olga Officer", "write")


def test_a_plan_goes_from_asking_to_a_pin(waiting: Waiting, officer: Client, module_database: Database) -> None:
    asked = officer.post(f"{ROOM}plan", {"seconds": "2"}, follow=True)
    assert "waits for the worker" in asked.content.decode()
    assert "Stop it" in asked.content.decode()
    run = waiting.only_run(waiting=True)
    assert waiting.works(run).state == "done"
    assert "Look at the plan" in officer.get(f"{ROOM}runs/{run}/").content.decode()

    board = officer.get(f"{ROOM}board/").content.decode()
    assert board.count(">planned<") == 2
    assert "A permission that is needed here was not asked for. It is that of Northland." in board
    assert "Lamia Darvish" in board
    assert any(each["view"] == "board of a plan" for each in readings_of(module_database))
    other = officer.get(f"{ROOM}board/?show=not%20planned").content.decode()
    assert "Ivan Third" in other
    assert "Lamia Darvish" not in other
    assert ">2<" in officer.get(ROOM).content.decode()

    window = waiting.gate.calendar().windows[0].id
    pinned = officer.post(
        f"{ROOM}pin", {"person": str(waiting.people["Ivan Third"]), "window": str(window)}, follow=True
    )
    assert "what a pin would change" in pinned.content.decode()
    assert waiting.works(waiting.only_run(waiting=True)).state == "done"
    answered = officer.get(pinned.request["PATH_INFO"]).content.decode()
    assert "No plan can keep this pin." in answered


def test_a_run_is_stopped_by_whoever_may_write(waiting: Waiting, officer: Client) -> None:
    officer.post(f"{ROOM}plan", {"seconds": "2"})
    run = waiting.only_run(waiting=True)

    assert signed_in(waiting.desk, "Rosa Reader", "read").post(f"{ROOM}runs/{run}/stop").status_code == 403
    page = officer.post(f"{ROOM}runs/{run}/stop", follow=True)

    assert "stopped" in page.content.decode()


def test_what_cannot_be_asked_is_told_where_it_was_asked(waiting: Waiting, officer: Client) -> None:
    page = officer.post(f"{ROOM}plan", {"seconds": "about 60", "plan_date": "31 November 2030"}, follow=True)

    assert "leaves open how many" in page.content.decode()
