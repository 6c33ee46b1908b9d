from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.talks.channelled import Table
from tests.cast import Desk
from tests.doors.web.people.registered import signed_in


@pytest.fixture
def table(desk: Desk) -> Table:
    return Table.of(desk)


@pytest.fixture
def officer(table: Table) -> Client:
    return signed_in(table.desk, "Olga Officer", "write")


@pytest.fixture
def reader(table: Table) -> Client:
    return signed_in(table.desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(table: Table) -> Client:
    return signed_in(table.desk, "Otto Outsider", "")
