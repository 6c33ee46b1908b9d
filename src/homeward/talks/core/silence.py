"""Days without a sign of life, counted from when the last one came; what was dated vaguely gives a least and a most."""

from __future__ import annotations

from datetime import datetime, timedelta

from homeward.moments import Interval

_DAY = timedelta(days=1)


def days_since(came: Interval, as_of: datetime) -> tuple[int | None, int | None]:
    """The whole days from a time to the time asked, at the least and at the most; a side that is open has no number."""
    least = None if came.until is None else max((as_of - came.until) // _DAY, 0)
    most = None if came.start is None else max((as_of - came.start) // _DAY, 0)
    return least, most
