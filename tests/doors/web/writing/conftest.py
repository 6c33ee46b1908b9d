"""A small invented case, and people at it: one who may write, one who may read, one who may not see it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Desk, case_of, figure

CASE = case_of(
    {
        "speaker": "Ministry of Northland",
        "text": "More than 500 are on the list, 40 of them children.",
        "figures": [
            figure("listed", "villagers", ">", 500),
            figure("listed", "children of the village", "=", 40, part_of="villagers"),
        ],
        "said_on": "2026-01-02",
    },
    {
        "speaker": "Envoy of Southland",
        "text": "It is about 600.",
        "figures": [figure("listed", "villagers", "~", 600)],
        "said_on": "2026-01-02",
    },
    slug="bridge",
    zone="Asia/Gaza",
)


@pytest.fixture
def case(desk: Desk) -> str:
    """The address part of the case."""
    desk.load(CASE, accept_warnings=True)
    return "bridge"


@pytest.fixture
def officer(desk: Desk, case: str) -> Client:
    return signed_in(desk, "Olga Officer", "write")


@pytest.fixture
def colleague(desk: Desk, case: str) -> Client:
    return signed_in(desk, "Karim Colleague", "write")


@pytest.fixture
def reader(desk: Desk, case: str) -> Client:
    return signed_in(desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(desk: Desk, case: str) -> Client:
    return signed_in(desk, "Otto Outsider", "")


def signed_in(desk: Desk, name: str, may: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(desk.person(name, may=may))
    return client
