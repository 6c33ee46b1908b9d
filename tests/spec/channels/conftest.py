from __future__ import annotations

import pytest

from tests.apps.talks.channelled import Table
from tests.cast import Desk


@pytest.fixture
def table(desk: Desk) -> Table:
    return Table.of(desk)


@pytest.fixture
def lasting_table(lasting_desk: Desk) -> Table:
    return Table.of(lasting_desk)
