"""By how many days an obligation is late, and whether it would be done in time at the present pace."""

from __future__ import annotations

from datetime import date, timedelta

from homeward import moments
from homeward.moments import Interval
from homeward.talks.core import deliveries
from homeward.talks.core.deliveries import Counted, Told
from homeward.talks.core.obligations import State, days_late
from homeward.talks.core.pace import pace
from homeward.talks.core.quantities import Amount, needed
from homeward.talks.queries.reading import Reading, start_of
from homeward.talks.queries.terms import days_of
from homeward.talks.queries.views import PaceView


def late_by(
    reading: Reading, found: Counted | None, owed: Amount | None, due: Interval | None, standing: State
) -> tuple[int, int] | None:
    """By how many days it is late: until it was done, or until the time asked while it is not."""
    by = days_of(due, reading.zone)
    if by is None or found is None or owed is None or standing in _NEVER_LATE:
        return None
    today = (reading.as_of - timedelta(microseconds=1)).astimezone(reading.zone).date()
    if found.amount.surely_below(needed(owed)):
        return days_late((today, today), by)
    if not found.amount.surely_least(needed(owed)):
        return 0, days_late((today, today), by)[1]  # it may have been done in time
    done = _done_on(reading, found, owed)
    return days_late(done, by) if done else None


_NEVER_LATE = frozenset({State.DRAFT, State.WAIVED, State.SUPERSEDED, State.AGREED, State.WAITING, State.EXPIRED})


def _done_on(reading: Reading, found: Counted, owed: Amount) -> tuple[date, date] | None:
    """Between which days it was done: after the last count that was too small, up to the first that was enough."""
    enough = needed(owed)
    used = sorted(found.used, key=lambda told: told.over)
    for number, told in enumerate(used):
        upto = deliveries.counted(used[: number + 1])
        if upto is not None and upto.amount.surely_least(enough):
            last = (
                days_of(Interval(told.start, told.until, moments.Precision.ABOUT, ""), reading.zone)
                if bounded(told)
                else None
            )
            if last is None:
                return None
            first = last[0]
            if told.so_far:
                before = reading.terms.actual_start if reading.terms else None
                began = days_of(before, reading.zone)
                first = min(first, began[0]) if began else first
            return first, last[1]
    return None


def bounded(told: Told) -> bool:
    return told.start is not None and told.until is not None and told.start < told.until


def pace_view(
    reading: Reading, owed: Amount | None, delivered: Amount | None, due: Interval | None, standing: State
) -> PaceView | None:
    start = start_of(reading)
    unbounded = owed is not None and owed.hi is None and reading.content.lo is None
    if (
        owed is None
        or unbounded
        or delivered is None
        or start is None
        or start.start is None
        or standing in (State.DONE, State.WAIVED)
    ):
        return None
    began = (start.start, min(start.until or start.start, max(start.start, reading.as_of)))
    found = pace(owed, delivered, began=began, now=reading.as_of, due=due.until if due else None)
    if found is None:
        return None
    return PaceView(found.per_day.lo, found.per_day.hi, found.done_from, found.done_until, found.words)
