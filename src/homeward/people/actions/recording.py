"""The rows of a list become records of the register, a hundred thousand at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import NamedTuple
from uuid import UUID

import psycopg
from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView
from homeward.people.actions.turns import refuse_forgotten, wait_for_forgetting
from homeward.people.core import roots
from homeward.people.core.values import Values
from homeward.people.queries.records import record_binding
from homeward.seals import boxes, canonical

BATCH = 5_000
"""Rows sealed and stored at once; bounds memory, not what a list may hold."""


class TakenRow(NamedTuple):
    """A row on its way into the register: whose it is, the record that it becomes, its number in the reading, its values.

    `instead_of` is the record of the version before that this row changes.
    """

    person_id: UUID
    record_id: UUID
    number: int
    values: Values
    instead_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class TakenRecords:
    """How many records were made, and the root over them for the statement of the reading."""

    records: int
    root: str


@transaction.atomic
def take_records(
    *, case: CaseView, statement_id: UUID, rows: Iterable[TakenRow], by: Actor, at: datetime
) -> TakenRecords:
    """Seal the rows under the keys of their people and keep them; then the caller records `done.list_read` as `statement_id`.

    Numbers count once in a reading. Refuses a person who was forgotten: nothing is ever sealed for them again.
    """
    access.require(by, "people.take_records", case.compartment_id)
    wait_for_forgetting()
    leaves: list[tuple[int, bytes]] = []
    waiting = iter(rows)
    while part := list(islice(waiting, BATCH)):
        refuse_forgotten([row.person_id for row in part])
        kept = _sealed(case, part, at)
        _keep(case, statement_id, kept)
        leaves += [(record.number, roots.leaf(record)) for record in kept]
    return TakenRecords(len(leaves), roots.root_of(leaves))


def _sealed(case: CaseView, rows: list[TakenRow], at: datetime) -> list[roots.Boxed]:
    keys = access.data_keys(compartment=case.compartment_id, people={row.person_id for row in rows}, at=at)
    return [
        roots.Boxed(
            row.record_id,
            row.person_id,
            row.number,
            boxes.seal(
                keys[row.person_id], canonical.dumps(row.values.as_json()).encode(), record_binding(row.record_id)
            ),
            row.instead_of,
        )
        for row in rows
    ]


def _keep(case: CaseView, statement_id: UUID, records: list[roots.Boxed]) -> None:
    connection.ensure_connection()
    # Bound by the server: a command that spells thousands of boxes out is long to write and to read.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(
            """
            INSERT INTO people_record (id, case_id, compartment_id, person_id, statement_id, number, instead_of_id, box)
            SELECT r.id, %s, %s, r.person_id, %s, r.number, r.instead_of_id, r.box
            FROM unnest(%b::uuid[], %b::uuid[], %b::int[], %b::uuid[], %b::bytea[])
                 AS r (id, person_id, number, instead_of_id, box)
            """,
            [
                case.id,
                case.compartment_id,
                statement_id,
                [record.record for record in records],
                [record.person for record in records],
                [record.number for record in records],
                [record.instead_of for record in records],
                [record.box for record in records],
            ],
        )
