"""A file that is here already is told, whatever it is called now, and nothing is made of it again."""

from __future__ import annotations

import pytest

from homeward.ledger.models import Statement
from homeward.lists import actions, queries
from homeward.lists.models import Original, Upload
from tests.spec.lists.lists import AMAL, EVERYBODY, sent, taken


def held(desk):
    with desk.acting():
        return Statement.objects.count(), Original.objects.count(), Upload.objects.count()


def test_a_version_that_comes_again_is_named(desk, case):
    version = taken(desk, case, EVERYBODY)
    before = held(desk)

    with pytest.raises(actions.AlreadyReceived) as told:
        sent(desk, case, EVERYBODY)

    assert (told.value.upload, told.value.number) == (version.id, 1)
    assert held(desk) == before


def test_a_file_that_waits_is_named(desk, case):
    received = sent(desk, case, EVERYBODY)

    with pytest.raises(actions.AlreadyReceived) as told:
        sent(desk, case, EVERYBODY, title="Another list")

    assert (told.value.upload, told.value.number) == (received.upload, None)


def test_taking_it_in_twice_makes_one_version(desk, case):
    received = sent(desk, case, EVERYBODY)

    with desk.acting() as by:
        one, other = (actions.take_in(case=case, upload=received.upload, by=by, at=desk.now) for _ in "12")

    assert one == other
    with desk.acting():
        assert len(queries.versions(case, queries.lists(case)[0].id)) == 1


def test_a_file_that_was_given_up_may_come_again(desk, case):
    received = sent(desk, case, [AMAL])
    with desk.acting() as by:
        actions.give_up(case=case, upload=received.upload, by=by, at=desk.now)

    again = sent(desk, case, [AMAL])

    assert (again.upload, again.state) == (received.upload, "ready")
