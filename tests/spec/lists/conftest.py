"""A case into which lists of invented people come."""

from __future__ import annotations

import pytest

from homeward.ledger.queries.views import CaseView
from tests.cast import Desk
from tests.spec.lists.lists import opened_case


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)
