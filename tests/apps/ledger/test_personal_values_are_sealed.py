"""A personal value stands in an entry only as ciphertext under that person's key; the key can be destroyed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from homeward.access import actions as access
from homeward.ledger import actions
from homeward.ledger.actions import personal
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.personal import opened
from homeward.refusals import Refused
from homeward.seals import strict
from tests.cast import MORNING, Desk

NAME = "Invented Person of No Place"


def kept(statement: Any) -> tuple[str, bool]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT entry, leaf = access.leaf(salt, position, recorded_at, entry) FROM ledger_statement WHERE id = %s",
            [statement],
        )
        return cursor.fetchone()  # type: ignore[no-any-return]


def with_a_name(desk: Desk) -> tuple[Entry, Any]:
    person, statement = uuid4(), uuid4()
    box = personal.sealed(
        statement=statement, compartment=desk.compartment.id, person=person, field="name", plain=NAME, at=MORNING
    )
    entry = Entry(
        id=statement,
        ref="x",
        case=uuid4(),
        compartment=desk.compartment.id,
        by=desk.operator.id,
        at=MORNING,
        sealed=(box,),
    )
    actions.record([entry])
    return entry, person


def test_the_entry_holds_no_plain_value_and_opens_for_who_may(desk: Desk) -> None:
    entry, _ = with_a_name(desk)

    text, _ = kept(entry.id)

    assert NAME not in text
    assert opened(Entry.from_json(strict.loads(text.encode()))) == {"name": NAME}


def test_once_the_key_is_destroyed_nothing_opens_and_the_leaf_still_verifies(desk: Desk) -> None:
    entry, person = with_a_name(desk)

    assert access.destroy_key(compartment=desk.compartment.id, person=person, by=desk.operator, at=MORNING)

    text, verifies = kept(entry.id)
    assert opened(Entry.from_json(strict.loads(text.encode()))) == {"name": None}
    assert verifies


def test_a_sealed_value_moved_to_another_statement_does_not_open(desk: Desk) -> None:
    entry, _ = with_a_name(desk)
    moved = Entry(
        id=uuid4(),
        ref="y",
        case=entry.case,
        compartment=entry.compartment,
        by=entry.by,
        at=MORNING,
        sealed=entry.sealed,
    )

    with pytest.raises(Refused):
        opened(moved)
