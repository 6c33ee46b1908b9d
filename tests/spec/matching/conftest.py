from __future__ import annotations

import pytest

from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.spec.matching.rooms import Room


@pytest.fixture
def register(desk: Desk) -> Register:
    return Register.of(desk)


@pytest.fixture
def lasting_register(lasting_desk: Desk) -> Register:
    return Register.of(lasting_desk)


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room.of(desk)


@pytest.fixture
def lasting_room(lasting_desk: Desk) -> Room:
    return Room.of(lasting_desk)
