"""Statements as they are shown, as known at the time asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from django.db import connection

from homeward.ledger.core.entry import Entry
from homeward.ledger.queries import knowing
from homeward.ledger.queries.statements.around import Around
from homeward.ledger.queries.views import Asked, StatementView
from homeward.refusals import Refused
from homeward.seals import strict


class NoSuchStatement(Refused):
    """There is no such statement, or none that you may see."""


def statement(asked: Asked, ref: str) -> StatementView:
    """The statement at this address, with its evidence, chain, figures and links, as known at the time asked."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.ref = %(ref)s
            AND {knowing.statement_known(asked.clock, "s")} ORDER BY s.position LIMIT 1
            """,
            {**knowing.parameters(asked), "ref": ref},
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchStatement(where=ref, instead="Search the statements of the case.")
    return statements(asked, [row[0]])[0]


def statements(asked: Asked, ids: Sequence[UUID]) -> list[StatementView]:
    """These statements in this order, those of them that the actor may see."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.entry, s.recorded_at, {knowing.surely(asked.clock, "s")} FROM ledger_statement s
            WHERE s.id = ANY (%(ids)s) AND s.case_id = %(case)s
            """,
            {**knowing.parameters(asked), "ids": list(ids)},
        )
        rows = {row[0]: row for row in cursor.fetchall()}
    entries = {id: _entry(row[1]) for id, row in rows.items()}
    around = Around(asked, entries)
    return [around.view(entries[id], recorded_at=rows[id][2], surely=rows[id][3]) for id in ids if id in entries]


@lru_cache(maxsize=2_048)
def _entry(written: str) -> Entry:
    """An entry from its text, which never changes; a picture shows the same ones again and again."""
    return Entry.from_json(strict.loads(written.encode()))
