"""Programs ask who is cleared for one window, as of its opening; who is named is written into the log."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests.apps.crossings.planned import Waiting
from tests.doors.api.callers import Caller, House, error
from tests.grounds.databases import Database

CLEARED = "cases/crossing-test/crossings/cleared"
OPENING = "2026-01-06T08:30:00+02:00"


@pytest.fixture(scope="module")
def waiting(house: House) -> Waiting:
    waiting = Waiting.of(house.desk)
    for name in ("Lamia", "Omar"):
        waiting.enter(name)
    waiting.clear("Lamia")
    waiting.clear("Omar", until="5 Jan 2026")
    return waiting


@pytest.fixture(scope="module")
def window(waiting: Waiting) -> UUID:
    return waiting.opened("2026-01-06")[0]


@pytest.fixture(scope="module")
def olga(house: House) -> Caller:
    return house.caller("olga", house.desk.compartment, write=False)


def test_who_is_cleared_for_a_window_is_named_and_logged(
    waiting: Waiting, window: UUID, olga: Caller, module_database: Database
) -> None:
    (told,) = olga.answer(CLEARED, window=window, as_of=OPENING)["cleared"]

    lamia = str(waiting.people["Lamia"])
    assert (told["waiting"], told["cleared"], told["people"]) == (2, 1, [lamia])
    assert told["window"]["id"] == str(window)
    assert lamia in module_database.superuser("SELECT entry FROM access_event WHERE kind = 'people.read'")


def test_before_the_opening_what_lapses_until_then_is_told(waiting: Waiting, window: UUID, olga: Caller) -> None:
    (told,) = olga.answer(CLEARED, window=window, as_of="2026-01-04T12:00:00+02:00")["cleared"]

    assert told["since"] == "2026-01-04"
    assert {(each["person"], each["last_day"]) for each in told["lapses"]} == {
        (str(waiting.people["Omar"]), "2026-01-05")
    }


def test_without_a_window_nobody_is_named(window: UUID, olga: Caller) -> None:
    (told,) = olga.answer(CLEARED, as_of=OPENING)["cleared"]

    assert told["cleared"] == 1
    assert "people" not in told


def test_a_window_that_is_not_there_is_missing_and_one_that_is_none_is_refused(window: UUID, olga: Caller) -> None:
    missing, none = olga.ask(CLEARED, window=uuid4()), olga.ask(CLEARED, window="tomorrow")

    assert (missing.status_code, none.status_code) == (404, 400)
    assert "window" in str(error(none))
