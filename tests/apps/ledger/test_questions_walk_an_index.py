"""What a question orders by is what an index holds, word for word, also for an app that sees by compartment only."""

from uuid import uuid4

import pytest
from django.db import connection

from homeward.ledger.queries import knowing
from homeward.moments import Clock
from tests.cast import Desk

EVENT, VOICE, SAID = knowing.event("s"), knowing.voice("s"), knowing.said("s")


@pytest.mark.parametrize(
    ("index", "given", "order"),
    [
        ("statement_by_event", "s.case_id", EVENT),
        ("statement_by_said", "s.case_id", knowing.end(Clock.SAID, "s")),
        ("statement_by_published", "s.case_id", knowing.end(Clock.PUBLISHED, "s")),
        ("statement_by_recorded", "s.case_id", knowing.end(Clock.RECORDED, "s")),
        ("statement_by_speaker", "s.speaker_id", knowing.end(Clock.SAID, "s")),
        ("statement_by_voice", f"s.topic = '' AND {VOICE}", SAID),
    ],
)
def test_the_latest_are_walked_back_from_the_time_asked(desk: Desk, index: str, given: str, order: str) -> None:
    question = (
        f"SELECT s.id FROM ledger_statement s WHERE {given} = %s AND {order} <= now() "
        f"ORDER BY {order} DESC, s.position DESC LIMIT 9"
    )

    with desk.acting(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("homeward_app",)
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN (COSTS OFF) {question}", [uuid4()])
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert f"using {index}" in plan
    assert "now()" in next(line for line in plan.splitlines() if "Index Cond" in line)
