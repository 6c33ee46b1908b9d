"""One after another: whoever receives into a case or decides in it waits until the one before is done."""

from __future__ import annotations

from django.db import connection

from homeward.ledger.queries.views import CaseView


def wait_for_turn(case: CaseView) -> None:
    """Wait until nobody else receives or decides in this case; the turn ends with the transaction.

    Taken before the ledger is appended to, always in this order, so that nobody waits for somebody who waits.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"reading|{case.id}"])
