"""What was known when, as conditions on columns: the one place that knows how the four times of a statement are asked.

A statement is known at K when the end of its time by the chosen clock is at or before K, possibly known when only its
start lies before, otherwise unknown. One that was never dated by that clock is taken by the next time it has. What the
desk itself did (`by_desk`) counts under its own clock only as recorded; else a slip of the pen would live on in the past.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from homeward.ledger.queries.views import Asked
from homeward.moments import Clock

_COLUMNS = {
    Clock.SAID: ("said", "published"),
    Clock.PUBLISHED: ("published", "said"),
    Clock.RECORDED: (),
}
AHEAD = timedelta(days=1)
"""How long before it is said a figure's as-of may lie ahead and still count as not ahead (projection `ahead`)."""


def start(clock: Clock, table: str) -> str:
    """The column expression for when a row of this table began to be known."""
    return _first(clock, table, "from")


def end(clock: Clock, table: str) -> str:
    """The column expression from when on a row of this table is surely known."""
    return _first(clock, table, "until")


def known(clock: Clock, table: str) -> str:
    """The condition that a row was known, surely or possibly, at %(known_at)s."""
    return f"({end(clock, table)} <= %(known_at)s OR {start(clock, table)} < %(known_at)s)"


def begun(start: str, end: str, at: str) -> str:
    """The condition that a time from `start` to `end` has begun at `at`; a single instant at `at` has (moments.Interval)."""
    return f"({start} <= {at} AND ({start} < {at} OR {end} <= {at}))"


def event_begun(table: str) -> str:
    """The condition that what a statement is about (else its saying) has begun at %(as_of)s."""
    start = f"coalesce({table}.occurred_from, {table}.said_from)"
    return begun(start, f"coalesce({table}.occurred_until, {table}.said_until)", "%(as_of)s")


def surely(clock: Clock, table: str) -> str:
    """Whether a row found by `known` was surely known at %(known_at)s."""
    return f"({end(clock, table)} <= %(known_at)s)"


def statement_known(clock: Clock, table: str) -> str:
    """The condition that a statement, or what the desk did, was known at %(known_at)s."""
    return known(clock, table) if clock is Clock.RECORDED else f"({table}.kind LIKE 'done.%%' OR {known(clock, table)})"


def link_known(clock: Clock, table: str) -> str:
    """The condition that a link counted at %(known_at)s: it was known, and what says it was not itself taken back."""
    return f"({_link_seen(clock, table)} AND {in_force(clock, f'{table}.statement_id')})"


def in_force(clock: Clock, statement: str) -> str:
    """The condition that nobody had withdrawn a statement, or that the withdrawal was withdrawn in turn."""
    again = _withdrawal(clock, "again", "taken_back.statement_id")
    return f"NOT EXISTS ({_withdrawal(clock, 'taken_back', statement)} AND NOT EXISTS ({again}))"


def _withdrawal(clock: Clock, table: str, statement: str) -> str:
    return (
        f"SELECT FROM ledger_link {table} WHERE {table}.to_id = {statement} AND {table}.to_figure = 0 "
        f"AND {table}.stance = 'retracts' AND NOT {table}.doubtful AND {_link_seen(clock, table)}"
    )


def _link_seen(clock: Clock, table: str) -> str:
    if clock is Clock.RECORDED:
        return known(clock, table)
    return f"({table}.by_desk OR {known(clock, table)})"


def parameters(asked: Asked) -> dict[str, Any]:
    """The values that the conditions of this module name."""
    return {
        "case": asked.case.id,
        "as_of": asked.as_of,
        "known_at": asked.known_at,
        "bound": min(asked.as_of, asked.known_at + AHEAD),
    }


def _first(clock: Clock, table: str, side: str) -> str:
    columns = [f"{table}.{name}_{side}" for name in _COLUMNS[clock]]
    return f"coalesce({', '.join([*columns, f'{table}.recorded_at'])})" if columns else f"{table}.recorded_at"
