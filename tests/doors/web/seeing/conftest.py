"""The demonstration case on a desk, with one who writes, one who reads, and one who may see nothing."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.cast import Desk, opened
from tests.doors.web.seeing.looking import House, browser_of
from tests.grounds.databases import Database

EXAMPLE = files("homeward").joinpath("examples", "gaza_2023_11", "case.json")


@pytest.fixture(scope="module")
def house(module_database: Database) -> House:
    desk = opened()
    with desk.acting():
        load_example(desk)
    return housed(desk)


@pytest.fixture
def empty_house(desk: Desk) -> House:
    """A desk with nobody's case on it; nothing of the test stays."""
    return housed(desk)


def housed(desk: Desk) -> House:
    return House(
        desk,
        officer=browser_of(desk, "Olga Officer", "write"),
        reader=browser_of(desk, "Rosa Reader", "read"),
        outsider=browser_of(desk, "Otto Outsider", ""),
    )


def load_example(desk: Desk) -> None:
    """The demonstration case, as the desk's operator loads it."""
    from homeward.ledger import actions

    actions.load_case(
        data=EXAMPLE.read_bytes(), compartment=desk.compartment.id, accept_warnings=True, by=desk.operator, at=desk.now
    )
