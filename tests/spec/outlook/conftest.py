from __future__ import annotations

import pytest

from tests.apps.crossings.planned import Waiting
from tests.cast import Desk


@pytest.fixture
def waiting(desk: Desk) -> Waiting:
    return Waiting.of(desk)
