from __future__ import annotations

import pytest

from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.doors.web.matching.desks import Seats
from tests.spec.matching.rooms import Room


@pytest.fixture
def seats(desk: Desk) -> Seats:
    return Seats(Room(desk, Register.of(desk)))
