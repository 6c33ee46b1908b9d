from __future__ import annotations

import pytest

from tests.apps.crossings.gates import Gate
from tests.cast import Desk


@pytest.fixture
def gate(desk: Desk) -> Gate:
    return Gate.of(desk)


@pytest.fixture
def lasting_gate(lasting_desk: Desk) -> Gate:
    return Gate.of(lasting_desk)
