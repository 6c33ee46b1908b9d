"""A day that only begins at the time asked has not begun; a single instant at that time is in."""

from __future__ import annotations

from tests.cast import Desk, case_of, figure


def told(desk: Desk, as_of: str) -> tuple[set[str], set[str], set[str]]:
    picture = desk.picture("crossing-test", as_of)
    return (
        {f.statement_ref for group in picture.groups for f in group.current},
        {word.statement.ref for party in picture.parties for word in party.words},
        {statement.ref for statement in picture.timeline},
    )


def test_what_stood_at_ten_is_in_the_picture_of_ten_and_not_in_that_of_a_moment_before(desk: Desk) -> None:
    desk.load(
        case_of(
            {
                "said_on": "2026-01-02T10:00",
                "event_date": "2026-01-02T10:00",
                "figures": [figure("held", "guests", "=", 7)],
            },
        )
    )

    assert told(desk, "2026-01-02T10:00Z") == ({"s1"}, {"s1"}, {"s1"})
    assert told(desk, "2026-01-02T09:59:59Z") == (set(), set(), set())


def test_what_is_of_the_next_day_is_not_in_the_picture_of_this_one(desk: Desk) -> None:
    desk.load(case_of({"said_on": "2026-01-02", "figures": [figure("held", "guests", "=", 7)]}))

    assert told(desk, "2026-01-01") == (set(), set(), set())
    assert told(desk, "2026-01-02") == ({"s1"}, {"s1"}, {"s1"})
