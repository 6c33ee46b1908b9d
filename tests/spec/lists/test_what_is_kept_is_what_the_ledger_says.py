"""Files are held against the digest of their receiving, rows and lines against the counts of their reading."""

from __future__ import annotations

from homeward.lists import queries
from tests.spec.lists.lists import EVERYBODY, NAMELESS, opened_case, taken


def test_what_nobody_touched_is_proved(desk, case):
    taken(desk, case, [*EVERYBODY, NAMELESS])
    taken(desk, case, EVERYBODY[:-1])

    with desk.acting():
        proof = queries.proved(case)
    assert (proof.ok, proof.versions, proof.closed) == (True, 2, 0)


def test_a_row_that_was_taken_away_and_a_file_that_was_changed_are_found(lasting_desk, fresh_database):
    case = opened_case(lasting_desk)
    taken(lasting_desk, case, [*EVERYBODY, NAMELESS])
    fresh_database.superuser(
        "SET session_replication_role = replica; DELETE FROM lists_row WHERE number = 3; DELETE FROM lists_setaside;"
        " UPDATE lists_original SET box = overlay(box placing '\\x00' from 40)"
    )

    with lasting_desk.acting():
        proof = queries.proved(case)
    assert len(proof.wrong) == 3 and "does not open" in proof.wrong[0]
