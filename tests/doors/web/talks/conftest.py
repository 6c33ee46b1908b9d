"""The demonstration on a desk, whose conditions are real, with one who writes, one who reads and one who sees nothing."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.cast import opened
from tests.doors.web.seeing.conftest import housed, load_example
from tests.doors.web.seeing.looking import GAZA, House
from tests.grounds.databases import Database

ROOM = f"{GAZA}talks/"
GOAL = "exit of Russian citizens"
#: An invented case for what is written: three conditions before two goals of one action.
SLUG = "bridge"


@pytest.fixture(scope="module")
def house(module_database: Database) -> House:
    desk = opened()
    with desk.acting():
        load_example(desk)
    return housed(desk)


def at(page: str = "goal/", *, room: str = ROOM, **asks: str) -> str:
    """The address of a page of talks."""
    return f"{room}{page}?{urlencode(asks)}" if asks else f"{room}{page}"


def seen(browser: Client, page: str = "goal/", **asks: str) -> HttpResponse:
    return browser.get(at(page, **({"goal": GOAL} if page != "" else {}) | asks))
