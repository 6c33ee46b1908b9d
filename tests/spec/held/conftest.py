from __future__ import annotations

import pytest

from tests.apps.talks.holding import Holding
from tests.cast import Desk


@pytest.fixture
def holding(desk: Desk) -> Holding:
    return Holding.of(desk)


@pytest.fixture
def lasting_holding(lasting_desk: Desk) -> Holding:
    return Holding.of(lasting_desk)
