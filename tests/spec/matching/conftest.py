from __future__ import annotations

import pytest

from tests.apps.people.registers import Register
from tests.cast import Desk


@pytest.fixture
def register(desk: Desk) -> Register:
    return Register.of(desk)


@pytest.fixture
def lasting_register(lasting_desk: Desk) -> Register:
    return Register.of(lasting_desk)
