"""One after another: whoever receives into a case or decides in it waits until the one before is done."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.ledger.queries.views import CaseView


def wait_for_turn(case: CaseView) -> None:
    """Wait until nobody else receives or decides in this case; the turn ends with the transaction.

    Taken before the ledger is appended to, always in this order, so that nobody waits for somebody who waits.
    """
    _wait(f"reading|case|{case.id}")


def wait_for_paper(document: UUID) -> None:
    """Wait until nobody else reads this paper; who decides about it waits for no reader."""
    _wait(f"reading|paper|{document}")


def _wait(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
