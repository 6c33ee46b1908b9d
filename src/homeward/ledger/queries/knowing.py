"""What was known when, as conditions on columns: the one place that knows how the four times of a statement are asked.

A statement is known at K when the end of its time by the chosen clock is at or before K, possibly known when only its
start lies before, otherwise unknown. One that was never dated by that clock is taken by the next time it has. What the
desk itself did (`by_desk`) counts under its own clock only as recorded; else a slip of the pen would live on in the past.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from homeward.ledger.core import kinds
from homeward.ledger.queries.views import Asked
from homeward.moments import Clock

_COLUMNS = {
    Clock.SAID: ("said", "published"),
    Clock.PUBLISHED: ("published", "said"),
    Clock.RECORDED: (),
}
AHEAD = timedelta(days=1)
"""How long before it is said a figure's as-of may lie ahead and still count as not ahead (projection `ahead`)."""


def of_the_day(table: str) -> str:
    """The condition that a statement is one of those that pictures and lists show: said, and not of a single person."""
    about_people = ", ".join(f"'{kind}'" for kind in kinds.ABOUT_PEOPLE)
    return f"{table}.kind LIKE 'said.%%' AND {table}.kind NOT IN ({about_people})"


def first(*columns: str) -> str:
    """The first of these that is given. An index serves it also under row security, as one of COALESCE does not."""
    return _case([(f"{column} IS NOT NULL", column) for column in columns[:-1]], columns[-1])


def voice(table: str) -> str:
    """For whom a statement speaks: its party, else its speaker."""
    return first(f"{table}.party_id", f"{table}.speaker_id")


def event(table: str) -> str:
    """When what a statement is about began, else when it was said."""
    return first(f"{table}.occurred_from", f"{table}.said_from")


def said(table: str) -> str:
    """When a statement was said, as its last words are ordered."""
    return first(f"{table}.said_from", f"{table}.published_from", f"{table}.recorded_at")


def start(clock: Clock, table: str) -> str:
    """The column expression for when a row of this table began to be known; a time without start began long ago."""
    times = [f"{table}.{name}" for name in _COLUMNS[clock]]
    return _case(
        [
            choice
            for time in times
            for choice in ((f"{time}_from IS NOT NULL", f"{time}_from"), (f"{time}_until IS NOT NULL", "'-infinity'"))
        ],
        f"{table}.recorded_at",
    )


def end(clock: Clock, table: str) -> str:
    """The column expression from when on a row of this table is surely known."""
    return first(*(f"{table}.{name}_until" for name in _COLUMNS[clock]), f"{table}.recorded_at")


def known(clock: Clock, table: str) -> str:
    """The condition that a row was known, surely or possibly, at %(known_at)s."""
    begun, over = start(clock, table), end(clock, table)
    if begun == over:
        return f"({over} <= %(known_at)s)"
    # What is over has begun; said apart, so that an index passes over what had not.
    return f"({begun} <= %(known_at)s AND ({over} <= %(known_at)s OR {begun} < %(known_at)s))"


def known_in_order(clock: Clock, table: str) -> str:
    """`known`, for a walk in another order than that of recording: moments of recording never fall as positions rise.

    Every index that is walked holds the position; a bound on the moment would let another index be taken, and all it finds
    be sorted for the few that are wanted.
    """
    if clock is not Clock.RECORDED:
        return known(clock, table)
    return (
        f"{table}.position <= (SELECT last.position FROM ledger_statement last WHERE last.case_id = %(case)s "
        "AND last.recorded_at <= %(known_at)s ORDER BY last.recorded_at DESC, last.position DESC LIMIT 1)"
    )


def begun(start: str, end: str, at: str) -> str:
    """The condition that a time from `start` to `end` has begun at `at`; a single instant at `at` has (moments.Interval)."""
    return f"({start} <= {at} AND ({start} < {at} OR {end} <= {at}))"


def event_begun(table: str) -> str:
    """The condition that what a statement is about (else its saying) has begun at %(as_of)s."""
    return begun(event(table), first(f"{table}.occurred_until", f"{table}.said_until"), "%(as_of)s")


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


def _case(choices: list[tuple[str, str]], otherwise: str) -> str:
    if not choices:
        return otherwise
    return f"(CASE {' '.join(f'WHEN {condition} THEN {value}' for condition, value in choices)} ELSE {otherwise} END)"
