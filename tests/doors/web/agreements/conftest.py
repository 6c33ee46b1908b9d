from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.talks.promised_days import Pause
from tests.cast import Desk, case_of
from tests.doors.web.people.registered import signed_in

SLUG = "crossing-test"


@pytest.fixture
def pause(desk: Desk) -> Pause:
    desk.load(case_of({}))
    return Pause.of(desk, SLUG)


@pytest.fixture
def officer(pause: Pause) -> Client:
    return signed_in(pause.desk, "Olga Officer", "write")


@pytest.fixture
def reader(pause: Pause) -> Client:
    return signed_in(pause.desk, "Rosa Reader", "read")


@pytest.fixture
def outsider(pause: Pause) -> Client:
    return signed_in(pause.desk, "Otto Outsider", "")
