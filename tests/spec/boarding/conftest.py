from __future__ import annotations

import pytest

from tests.apps.crossings.boarded import Trip
from tests.cast import Desk


@pytest.fixture
def trip(desk: Desk) -> Trip:
    """A convoy with a bus of four seats and a place for a wheelchair."""
    return Trip.of(desk)
