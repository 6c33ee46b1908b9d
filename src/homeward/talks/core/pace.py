"""Whether it would be done by its deadline at the present pace: the projected finish as an interval, never a forecast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from homeward.talks.core.quantities import Amount, needed

_DAY = Decimal(86_400)
_FURTHEST = Decimal(365 * 200)


@dataclass(frozen=True, slots=True)
class Pace:
    """Amounts a day, and when all would be delivered; `until` none where it may never be. `words` against the deadline."""

    per_day: Amount
    done_from: datetime | None
    done_until: datetime | None
    words: str


def pace(
    promised: Amount, delivered: Amount, *, began: tuple[datetime, datetime], now: datetime, due: datetime | None
) -> Pace | None:
    """The pace since it began, carried on as it is; none before anything could have been delivered."""
    longest, shortest = _days(began[0], now), _days(began[1], now)
    if longest <= 0 or (delivered.hi == 0):
        return None
    per_day = Amount(delivered.lo / longest, None if delivered.hi is None or shortest <= 0 else delivered.hi / shortest)
    left = needed(promised).less(delivered)
    first = _after(now, left.lo, per_day.hi)
    last = _after(now, left.hi, per_day.lo)
    return Pace(per_day, first, last, _words(left, first, last, due))


def _days(start: datetime, end: datetime) -> Decimal:
    passed = end - start
    return (Decimal(passed.days) * _DAY + Decimal(passed.seconds)) / _DAY


def _after(now: datetime, left: Decimal | None, per_day: Decimal | None) -> datetime | None:
    """When so much is done; at once where no pace is set above, never (none) where the pace may be nought."""
    if left == 0 or (left is not None and per_day is None):
        return now
    if left is None or not per_day:
        return None
    days = left / per_day
    return None if days > _FURTHEST else now + timedelta(seconds=float(days * _DAY))


def _words(left: Amount, first: datetime | None, last: datetime | None, due: datetime | None) -> str:
    if left.hi == 0:
        return "done"
    if due is None:
        return "no deadline was said"
    if last is not None and last <= due:
        return "in time at this pace"
    if first is None or first > due:
        return "late at this pace"
    return "cannot tell: it may be in time at this pace, or late"
