"""When somebody is forgotten, every file that names them closes; what was read of the others stays."""

from __future__ import annotations

import pytest

from homeward.ledger import actions as ledger
from homeward.lists import actions, queries
from homeward.people import actions as people
from tests.cast import once
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, by_name, opened_case, sent, taken


def forgotten(desk, case, person):
    with desk.acting():
        first, second = (desk.person(name, may="write") for name in ("asks", "agrees"))
    with desk.acting(first) as by:
        ref = people.ask_erasure(case=case, person=person, reason="it was asked for", once=once(), by=by, at=desk.now)
    with desk.acting(second) as by:
        return people.agree_erasure(case=case, ref=ref, by=by, at=desk.now)


def test_the_rows_of_the_others_stay_and_the_file_is_closed(desk, case):
    version = taken(desk, case, EVERYBODY)
    told = forgotten(desk, case, by_name(desk, case, version.id)["Amal Haddad"].person)

    assert any("original file" in words for words in told.closed)
    rows = by_name(desk, case, version.id)
    assert "Amal Haddad" not in rows and "Jonas Berg" in rows and len(rows) == 6
    with desk.acting() as by:
        assert queries.version(case, version.id).closed
        with pytest.raises(queries.WasClosed):
            actions.export_original(case=case, upload=version.id, purpose="a look", by=by, at=desk.now)
        assert queries.preview(case, version.id).report is None


def test_a_file_in_which_they_do_not_stand_stays_open(desk, case):
    first = taken(desk, case, [AMAL, JONAS])
    other = taken(desk, case, [JONAS, NADIA], title="Another list")
    forgotten(desk, case, by_name(desk, case, first.id)["Amal Haddad"].person)

    with desk.acting():
        assert queries.version(case, first.id).closed and not queries.version(case, other.id).closed


def test_lines_set_aside_and_files_that_wait_close_where_they_name_them(desk, case):
    version = taken(desk, case, [AMAL, JONAS, ("Amal Haddad", "12 Mar 1985", "A1730264")])
    waiting = sent(desk, case, [AMAL, NADIA], title="Another list")
    forgotten(desk, case, by_name(desk, case, version.id)["Amal Haddad"].person)

    with desk.acting():
        assert [line.cells for line in queries.set_aside(case)] == [None]
        assert queries.preview(case, waiting.upload).report is None


def test_the_same_bytes_do_not_bring_them_back(desk, case):
    version = taken(desk, case, EVERYBODY)
    forgotten(desk, case, by_name(desk, case, version.id)["Amal Haddad"].person)

    with pytest.raises(queries.WasClosed):
        sent(desk, case, EVERYBODY)


def test_the_next_version_goes_on_without_them_and_the_ledger_verifies(lasting_desk):
    case = opened_case(lasting_desk)
    version = taken(lasting_desk, case, EVERYBODY)
    forgotten(lasting_desk, case, by_name(lasting_desk, case, version.id)["Amal Haddad"].person)

    second = taken(lasting_desk, case, EVERYBODY[1:])

    assert (second.changes["in"], second.changes["out"]) == (0, 0)
    assert second.changes["same"] + second.changes["moved"] == 5
    assert ledger.verify().ok and ledger.replay().ok
