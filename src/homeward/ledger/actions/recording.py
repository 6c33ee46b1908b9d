"""The one way in: entries are appended, the tables of every room follow, reactions are set off, all in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection, transaction
from django.utils.module_loading import import_string

from homeward.ledger.core.entry import Entry, says_the_same
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.seals import strict

BATCH = 5_000
"""Entries appended and projected at once; bounds memory, not what a transaction may hold."""


class NothingToRecord(Refused):
    """There is nothing to record."""


@transaction.atomic
def record(entries: Iterable[Entry]) -> int:
    """Append entries in their order and let every room's tables follow; gives how many.

    The caller has entered as the actor whom each entry names, and the database refuses any other.
    """
    texts = (entry.text_form() for entry in entries)
    appended = 0
    while batch := list(islice(texts, BATCH)):
        before, last = _append(batch)
        for room in settings.LEDGER_PROJECTIONS:
            import_string(f"{room}.apply")(before=before, last=last)
        for room in settings.LEDGER_REACTIONS:
            import_string(f"{room}.react")(before=before, last=last)
        appended += len(batch)
    return appended


def new_among(entries: Sequence[Entry], findings: Findings) -> list[Entry]:
    """The entries that the ledger does not hold yet; one held with other content under the same id is a fault."""
    new: list[Entry] = []
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        held = _held([entry.id for entry in part])
        for entry in part:
            if entry.id not in held:
                new.append(entry)
            elif held[entry.id] != entry.text_form() and not says_the_same(
                Entry.from_json(strict.loads(held[entry.id].encode())), entry
            ):
                findings.fault(
                    "changed", entry.ref, "The ledger holds another text under this id; nothing is overwritten."
                )
    return new


def refuse_faults(findings: Findings, *, accept_warnings: bool) -> None:
    """Stop before anything is stored: for a fault always, for a doubt unless it was accepted."""
    if findings.faults:
        raise Unacceptable(findings, instead="Mend what is named and load it again.")
    if findings.doubts and not accept_warnings:
        raise Unacceptable(
            findings,
            "What came in is doubtful; nothing was stored.",
            instead="Look at it, then load with --accept-warnings.",
        )


def _append(texts: list[str]) -> tuple[int, int]:
    connection.ensure_connection()
    # Bound by the server: as part of the command the texts would be quoted here and read once more there.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute("SELECT first - 1, last FROM ledger.append(%s)", ["\n".join(texts)])
        placed = cursor.fetchone()
    assert placed is not None, "an append always tells where"
    return placed[0], placed[1]


def _held(ids: list[UUID]) -> dict[UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, entry FROM ledger.known(%s::uuid[])", [ids])
        return dict(cursor.fetchall())
