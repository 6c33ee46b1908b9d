"""What the tests of invented people stand on."""

from __future__ import annotations

import pytest

from homeward.invented import Person, people
from homeward.invented.lists import Planned, demonstration

SEED = 7


@pytest.fixture(scope="package")
def everybody() -> tuple[Person, ...]:
    return people(SEED, 930)


@pytest.fixture(scope="package")
def planned() -> tuple[Planned, ...]:
    return demonstration(SEED)
