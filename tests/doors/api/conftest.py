"""The desk that programs ask in these tests; tests of one module share it."""

from __future__ import annotations

import pytest

from tests.cast import opened
from tests.doors.api.callers import House, house_of
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def house(module_database: Database) -> House:
    """A desk with two compartments and four people who ask by programs."""
    return house_of(opened())
