"""What there is to look for: topics that were spoken of, and when a case last changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView

TOPICS = 300


def topics(asked: Asked) -> list[str]:
    """The topics on which somebody had spoken by the time asked, by name; walks one index per voice and topic."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT v.topic FROM (SELECT * FROM ledger_voice WHERE case_id = %(case)s LIMIT 2000) v
            WHERE EXISTS (
                SELECT FROM ledger_statement s
                WHERE {knowing.voice("s")} = v.voice_id AND s.topic = v.topic
                AND s.case_id = v.case_id AND {knowing.known(asked.clock, "s")}
            ) ORDER BY v.topic LIMIT %(topics)s
            """,
            {**knowing.parameters(asked), "topics": TOPICS},
        )
        return [topic for (topic,) in cursor.fetchall()]


def changed_at(cases: Iterable[CaseView]) -> dict[UUID, datetime]:
    """When each case last had something recorded in it."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.id, last.recorded_at FROM unnest(%s::uuid[]) AS c (id) CROSS JOIN LATERAL (
                SELECT s.recorded_at FROM ledger_statement s WHERE s.case_id = c.id
                ORDER BY s.recorded_at DESC LIMIT 1
            ) last
            """,
            [[case.id for case in cases]],
        )
        return dict(cursor.fetchall())
