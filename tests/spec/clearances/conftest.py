from __future__ import annotations

import pytest

from tests.apps.people.clearing import Clearing
from tests.apps.people.registers import Register
from tests.cast import Desk


@pytest.fixture
def clearing(desk: Desk) -> Clearing:
    return Clearing(Register.of(desk))


@pytest.fixture
def lasting_clearing(lasting_desk: Desk) -> Clearing:
    return Clearing(Register.of(lasting_desk))
