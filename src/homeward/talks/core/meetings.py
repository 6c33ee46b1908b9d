"""When meetings are, by intervals that may be vague: what surely cannot be, and what has come by a time asked."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from homeward.moments import Interval, Precision


class Course(StrEnum):
    """Where a meeting stands at a time: still ahead, begun, over, or called off."""

    AHEAD = "ahead"
    BEGUN = "begun"
    OVER = "over"
    CALLED_OFF = "called_off"


def ends_before_it_begins(begins: Interval, ends: Interval) -> bool:
    """Whether the end surely lies before the beginning; two vague times that may fit are let be."""
    if begins.start is None or ends.until is None:
        return False
    if ends.start == ends.until:
        return ends.until < begins.start
    return ends.until <= begins.start


def surely_ahead(begins: Interval, at: datetime) -> bool:
    """Whether a meeting cannot have begun by then."""
    return begins.start is not None and begins.start > at


def stretch(begins: Interval, ends: Interval | None) -> Interval:
    """From the earliest it can have begun to the latest it can have ended, as coarse as the coarser of the two."""
    if ends is None or Precision.UNREAD in (begins.precision, ends.precision):
        return begins
    start, until = begins.start, ends.until
    words = f"{begins.words} to {ends.words}"
    inferred = begins.inferred or ends.inferred
    if start is None or until is None:
        return begins if start is until is None else Interval(start, until, Precision.OPEN, words, inferred)
    grains = [each.precision for each in (begins, ends) if each.precision is not Precision.OPEN]
    grain = max(grains, key=list(Precision).index, default=Precision.DAY)
    return Interval(start, until, Precision.INSTANT if start == until else grain, words, inferred)


def course(begins: Interval, ends: Interval | None, as_of: datetime, *, called_off: bool) -> Course:
    """Where a meeting stands; without an end told it is over when its own time has passed, to the day at least."""
    if called_off:
        return Course.CALLED_OFF
    if surely_ahead(begins, as_of):
        return Course.AHEAD
    last = ends or (begins if begins.precision is not Precision.INSTANT else None)
    if last is not None and last.until is not None and last.until <= as_of:
        return Course.OVER
    return Course.BEGUN
