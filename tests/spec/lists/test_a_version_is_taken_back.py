"""A version that was taken in by mistake is taken back by a further statement; the next one follows the version before it."""

from __future__ import annotations

import pytest

from homeward.lists import actions, queries
from tests.cast import once
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, by_name, sent, taken


def back(desk, case, version):
    with desk.acting() as by:
        actions.withdraw_version(
            case=case, version=version, reason="it was another list", once=once(), by=by, at=desk.now
        )


def test_the_next_version_is_held_against_the_one_before(desk, case):
    first = taken(desk, case, [AMAL, JONAS])
    mistaken = taken(desk, case, [NADIA], gone="removed", reason="so it seemed")
    back(desk, case, mistaken.id)

    third = taken(desk, case, [AMAL, JONAS, NADIA])

    assert (third.number, third.changes["same"], third.changes["in"], third.changes["out"]) == (3, 2, 1, 0)
    with desk.acting():
        told = queries.versions(case, first.list)
    assert [(each.number, each.withdrawn) for each in told] == [(3, False), (2, True), (1, False)]


def test_its_file_may_come_in_again(desk, case):
    version = taken(desk, case, EVERYBODY)
    back(desk, case, version.id)

    assert sent(desk, case, EVERYBODY, title="The right list").state == "ready"


def test_only_the_last_one_can_be_taken_back(desk, case):
    first = taken(desk, case, [AMAL, JONAS])
    taken(desk, case, [AMAL, JONAS, NADIA])

    with pytest.raises(actions.NotTheLast):
        back(desk, case, first.id)


def test_who_stood_on_it_alone_stands_nowhere(desk, case):
    taken(desk, case, [AMAL, JONAS])
    mistaken = taken(desk, case, [AMAL, JONAS, NADIA])
    nadia = by_name(desk, case, mistaken.id)["Nadia Karim"].person
    back(desk, case, mistaken.id)

    with desk.acting():
        assert queries.stands(case, nadia) == []
