from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.doors.web.people.registered import Registered, filled, signed_in


@pytest.fixture
def registered(desk: Desk) -> Registered:
    return filled(Register(desk))


@pytest.fixture
def officer(registered: Registered) -> Client:
    return signed_in(registered.desk, "Olga Officer", "write")


@pytest.fixture
def colleague(registered: Registered) -> Client:
    return signed_in(registered.desk, "Karim Colleague", "write")


@pytest.fixture
def reader(registered: Registered) -> Client:
    return signed_in(registered.desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(registered: Registered) -> Client:
    return signed_in(registered.desk, "Otto Outsider", "")
