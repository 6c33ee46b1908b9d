"""One after another: two who act on one permission at once could together say what neither may say."""

from __future__ import annotations

from django.db import connection

from homeward.ledger.queries.views import CaseView


def wait_for_turn(case: CaseView) -> None:
    """Wait until nobody else asks, tells or confirms in this case."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"clearances|{case.id}"])
