"""Files are held against the digest of their receiving, rows and lines against the counts of their reading."""

from __future__ import annotations

import pytest

from homeward.ledger.actions import proving
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
    assert len(proof.wrong) == 4 and "does not open" in proof.wrong[0]


TAMPERED = {
    "who a row is": "UPDATE lists_row SET record_id = gen_random_uuid() WHERE number = 3",
    "whose a row is": "UPDATE lists_row SET person_id = gen_random_uuid() WHERE number = 3",
    "what became of a row": "UPDATE lists_row SET change = 'in' WHERE change = 'same'",
    "which fields changed": """UPDATE lists_row SET fields = '["birth"]' WHERE number = 3""",
    "the line of a row": "UPDATE lists_row SET number = 77 WHERE number = 3",
    "the case of a row": "UPDATE lists_row SET case_id = gen_random_uuid() WHERE number = 3",
    "a row that nobody read": "INSERT INTO lists_row (version_id, sheet, number, record_id, person_id, change, fields, case_id,"
    " compartment_id) SELECT version_id, sheet, 99, record_id, person_id, change, fields, case_id, compartment_id"
    " FROM lists_row WHERE number = 3",
    "a row that is gone": "DELETE FROM lists_row WHERE number = 3",
    "why a line was set aside": "UPDATE lists_setaside SET code = 'total'",
    "the box of a line set aside": "UPDATE lists_setaside SET box = overlay(box placing '\\x00' from 40)",
    "who went": "UPDATE lists_departure SET person_id = gen_random_uuid()",
    "somebody who went": "DELETE FROM lists_departure",
    "the box of a file": "UPDATE lists_original SET box = overlay(box placing '\\x00' from 40)",
    "a file": "DELETE FROM lists_original",
    "the values of a record": "UPDATE people_record SET box = overlay(box placing '\\x00' from 40) WHERE number = 1",
}


@pytest.mark.parametrize("what", TAMPERED)
def test_the_ledger_is_not_proved_when_anything_kept_of_a_list_was_changed(lasting_desk, fresh_database, what):
    case = opened_case(lasting_desk)
    taken(lasting_desk, case, [*EVERYBODY, NAMELESS])
    taken(lasting_desk, case, EVERYBODY[:-1])
    assert proving.verify().findings == []

    fresh_database.superuser(f"SET session_replication_role = replica; {TAMPERED[what]}")

    assert {finding.file for finding in proving.verify().findings} <= {"lists.tsv", "records.tsv"} != set()
    assert not proving.verify().ok


def test_the_ledger_is_still_proved_when_the_keys_of_a_file_and_of_a_line_are_destroyed(lasting_desk, fresh_database):
    case = opened_case(lasting_desk)
    taken(lasting_desk, case, [*EVERYBODY, NAMELESS])
    fresh_database.superuser("SET session_replication_role = replica; DELETE FROM access_key")

    assert proving.verify().findings == []
