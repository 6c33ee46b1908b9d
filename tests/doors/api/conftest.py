"""The desk that programs ask in these tests; tests of one module share it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.cast import opened
from tests.doors.api.callers import House, house_of
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def house(module_database: Database) -> Iterator[House]:
    """A desk with two compartments and four people who ask by programs; nobody here signs in with a password."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield house_of(opened())
