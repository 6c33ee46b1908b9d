from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.crossings.gates import Gate
from tests.cast import Desk
from tests.doors.web.people.registered import signed_in


@pytest.fixture
def gate(desk: Desk) -> Gate:
    return Gate.of(desk)


@pytest.fixture
def officer(gate: Gate) -> Client:
    return signed_in(gate.desk, "Olga Officer", "write")


@pytest.fixture
def reader(gate: Gate) -> Client:
    return signed_in(gate.desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(gate: Gate) -> Client:
    return signed_in(gate.desk, "Otto Outsider", "")
