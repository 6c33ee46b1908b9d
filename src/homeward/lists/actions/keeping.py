"""What a version holds is kept: a hundred thousand rows at a time, lines that were set aside each under a key of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

import psycopg
from django.db import connection

from homeward.access import actions as access
from homeward.ledger.queries.views import CaseView
from homeward.lists.core.columns import Columns
from homeward.lists.core.plan import SetAside
from homeward.lists.core.succession import KEPT, Succession
from homeward.lists.models import SetAside as SetAsideRow
from homeward.lists.queries.sealed import binding
from homeward.seals import boxes

BATCH = 5_000


def keep_rows(case: CaseView, version: UUID, after: Succession, places: Sequence[tuple[int, int]]) -> None:
    """Keep which record each row is; `places` are sheet and line of every row, in the order of the file."""
    rows = [
        (
            *places[row.at],
            row.record,
            row.person,
            row.change,
            row.before,
            json.dumps(row.fields) if row.fields else "[]",
        )
        for row in after.placed
    ]
    rows += [
        (0, at, stood.record, stood.person, KEPT, stood.record, "[]") for at, stood in enumerate(after.kept, start=1)
    ]
    for start in range(0, len(rows), BATCH):
        part = list(zip(*rows[start : start + BATCH], strict=True))
        _insert(
            """
            INSERT INTO lists_row (case_id, compartment_id, version_id, sheet, number, record_id, person_id, change,
                                   before_record_id, fields)
            SELECT %s, %s, %s, r.*
            FROM unnest(%b::int2[], %b::int[], %b::uuid[], %b::uuid[], %b::text[], %b::uuid[], %b::jsonb[]) AS r
            """,
            [case.id, case.compartment_id, version, *map(list, part)],
        )


def keep_departures(case: CaseView, version: UUID, after: Succession) -> None:
    """Keep who is on the list no more."""
    for start in range(0, len(after.gone), BATCH):
        part = after.gone[start : start + BATCH]
        _insert(
            """
            INSERT INTO lists_departure (case_id, compartment_id, version_id, record_id, person_id)
            SELECT %s, %s, %s, d.* FROM unnest(%b::uuid[], %b::uuid[]) AS d
            """,
            [case.id, case.compartment_id, version, [stood.record for stood in part], [stood.person for stood in part]],
        )


def keep_set_aside(
    case: CaseView, version: UUID, lines: Sequence[tuple[int, SetAside, Columns | None]], *, at: datetime
) -> None:
    """Keep lines that are no record yet, with why and with the headings over them."""
    for start in range(0, len(lines), BATCH):
        part = [(uuid4(), *line) for line in lines[start : start + BATCH]]
        keys = access.data_keys(compartment=case.compartment_id, people=[id for id, *_ in part], at=at)
        SetAsideRow.objects.bulk_create(
            SetAsideRow(
                id=id,
                case_id=case.id,
                compartment_id=case.compartment_id,
                version_id=version,
                sheet=sheet,
                number=line.number,
                code=line.code,
                box=boxes.seal(keys[id], _boxed(line, columns), binding("setaside", "box", id)),
            )
            for id, sheet, line, columns in part
        )


def _boxed(line: SetAside, columns: Columns | None) -> bytes:
    held = columns.fields if columns else {}
    told = {
        "sheet": line.sheet,
        "reason": line.reason,
        "cells": list(line.cells),
        "headings": [columns.heading(at) for at in range(len(line.cells))] if columns else [],
        "fields": {str(at): field.value for at, field in held.items()},
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _insert(sql: str, values: list[object]) -> None:
    connection.ensure_connection()
    # Bound by the server: a command that spells a hundred thousand rows out is long to write and to read.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(sql, values)
