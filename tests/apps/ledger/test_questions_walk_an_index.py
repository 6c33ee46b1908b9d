"""What a question orders by is what an index holds, word for word, also for an app that sees by compartment only."""

from datetime import UTC, datetime
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
    plan = planned(desk, f"{given} = %(case)s AND {order} <= now()", order)

    assert f"using {index}" in plan
    assert "now()" in condition(plan)


@pytest.mark.parametrize(
    ("index", "clock", "order"),
    [
        ("statement_by_event", Clock.SAID, EVENT),
        ("statement_by_event", Clock.PUBLISHED, EVENT),
        ("statement_by_event", Clock.RECORDED, EVENT),
        ("statement_by_said", Clock.SAID, knowing.end(Clock.SAID, "s")),
        ("statement_by_published", Clock.PUBLISHED, knowing.end(Clock.PUBLISHED, "s")),
        ("statement_by_recorded", Clock.RECORDED, knowing.end(Clock.RECORDED, "s")),
    ],
)
def test_what_was_not_known_yet_is_passed_over_without_being_looked_at(
    desk: Desk, index: str, clock: Clock, order: str
) -> None:
    plan = planned(desk, f"s.case_id = %(case)s AND {knowing.known_in_order(clock, 's')}", order)

    assert f"using {index} on ledger_statement s" in plan
    begun = "position" if clock is Clock.RECORDED else f"CASE WHEN ({clock.value}_from IS NOT NULL)"
    assert begun in condition(plan)


def test_a_walk_by_event_asks_for_places_and_leaves_no_other_index_to_be_taken() -> None:
    asked = knowing.known_in_order(Clock.RECORDED, "s")

    assert asked.startswith("s.position <= ")
    assert "s.recorded_at" not in asked


def planned(desk: Desk, given: str, order: str) -> str:
    """The plan of an app that sees by compartment only, for the latest nine."""
    with desk.acting(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("homeward_app",)
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        cursor.execute(
            f"EXPLAIN (COSTS OFF) SELECT s.id FROM ledger_statement s WHERE {given} "
            f"ORDER BY {order} DESC, s.position DESC LIMIT 9",
            {"case": uuid4(), "known_at": datetime(2023, 11, 4, tzinfo=UTC)},
        )
        return "\n".join(row[0] for row in cursor.fetchall())


def condition(plan: str) -> str:
    """What the index of the outer walk is asked."""
    walk = plan[plan.index("on ledger_statement s") :]
    return next(line for line in walk.splitlines() if "Index Cond" in line)
