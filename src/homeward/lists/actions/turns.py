"""One after another: whoever takes a version of a list in waits until the one before is done."""

from __future__ import annotations

from uuid import UUID

from django.db import connection


def wait_for_list(list_id: UUID) -> None:
    """Wait until nobody else takes in, settles or withdraws a version of this list; the turn ends with the transaction.

    Taken before the register and the ledger are written to, always in this order, so that nobody waits for somebody who waits.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"lists|{list_id}"])
