"""The sealed box of a plan is held against the hash that the statement of its making tells."""

from __future__ import annotations

import pytest

from homeward.ledger.actions import proving
from tests.apps.crossings.gates import Gate, a_plan
from tests.cast import Desk
from tests.grounds.databases import Database

TAMPERED = {
    "another byte in the box": "UPDATE crossings_plan SET box = overlay(box placing '\\x00' from 20)",
    "a box that was cut": "UPDATE crossings_plan SET box = substr(box, 1, length(box) - 1)",
    "a plan that is gone": "DELETE FROM crossings_plan",
    "a plan that nobody made": "INSERT INTO crossings_plan (id, case_id, compartment_id, box)"
    " SELECT gen_random_uuid(), case_id, compartment_id, box FROM crossings_plan",
    "the box of another plan": "UPDATE crossings_plan a SET box = b.box FROM crossings_plan b WHERE b.id <> a.id",
    "the compartment of a plan": "UPDATE crossings_plan SET compartment_id = gen_random_uuid()",
    "the case of a plan": "UPDATE crossings_plan SET case_id = gen_random_uuid()",
    "the id of a plan": "UPDATE crossings_plan SET id = gen_random_uuid()",
}


@pytest.mark.parametrize("what", TAMPERED)
def test_the_ledger_is_not_proved_when_anything_of_a_plan_was_changed(
    lasting_desk: Desk, fresh_database: Database, what: str
) -> None:
    gate = Gate.of(lasting_desk)
    a_plan(gate)
    a_plan(gate)
    assert proving.verify().findings == []

    fresh_database.superuser(f"SET session_replication_role = replica; {TAMPERED[what]}")

    assert {finding.file for finding in proving.verify().findings} == {"plans.tsv"}


def test_the_ledger_is_still_proved_when_the_key_of_a_plan_is_destroyed(
    lasting_desk: Desk, fresh_database: Database
) -> None:
    a_plan(Gate.of(lasting_desk))
    fresh_database.superuser("SET session_replication_role = replica; DELETE FROM access_key")

    assert proving.verify().findings == []
