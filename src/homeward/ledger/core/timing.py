"""Whether two figures speak about the same time: the question that decides most seeming conflicts."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from homeward.moments import Interval, Precision


class Timing(StrEnum):
    """How the time of one figure stands to that of another."""

    SAME = "same"
    BEFORE = "before"
    AFTER = "after"
    OTHER = "other"
    BLURRED = "blurred"
    UNKNOWN = "unknown"


# The longest local day has 25 hours; up to that, two as-of times that meet are taken as one time.
_A_DAY = timedelta(hours=25)
_WITHOUT_EDGES = frozenset({Precision.ABOUT, Precision.EARLY, Precision.MID, Precision.LATE, Precision.OPEN})


def is_before(one: Interval | None, other: Interval | None) -> bool:
    """Whether the first surely lies before the second."""
    if one is None or other is None or one.until is None or other.start is None:
        return False
    # The end is not part of the interval, except of a single instant.
    return one.until < other.start or (one.until == other.start and one.start != one.until)


def is_sharp(when: Interval) -> bool:
    """Whether this is one day or less."""
    return when.start is not None and when.until is not None and when.until - when.start <= _A_DAY


def timing(one: Interval | None, other: Interval | None) -> Timing:
    """Compare two times at which something stood: the same day, one earlier, or too blurred to say."""
    if _is_unknown(one) or _is_unknown(other):
        return Timing.UNKNOWN
    assert one is not None and other is not None
    if is_before(one, other):
        return Timing.BEFORE
    if is_before(other, one):
        return Timing.AFTER
    return Timing.SAME if is_sharp(one) and is_sharp(other) else Timing.BLURRED


def window_timing(one: Interval | None, other: Interval | None) -> Timing:
    """Compare two stretches in which something happened: the same stretch, another one, or too blurred to say."""
    if _is_unknown(one) or _is_unknown(other):
        return Timing.UNKNOWN
    assert one is not None and other is not None
    if is_before(one, other) or is_before(other, one):
        return Timing.OTHER
    if one.precision in _WITHOUT_EDGES or other.precision in _WITHOUT_EDGES:
        return Timing.BLURRED
    if (one.start, one.until) == (other.start, other.until):
        return Timing.SAME
    return Timing.BLURRED if is_sharp(one) and is_sharp(other) else Timing.OTHER


def is_identical(one: Interval | None, other: Interval | None) -> bool:
    """Whether both name the very same stretch, or both name none."""
    if one is None or other is None:
        return one is other
    return (one.start, one.until, one.precision) == (other.start, other.until, other.precision)


def last_day(window: Interval | None) -> Interval | None:
    """The last day of a window, as the as-of of what was counted in it up to its end."""
    if window is None or window.until is None:
        return None
    start = window.until - timedelta(days=1)
    if window.start is not None and start <= window.start:
        return window
    return Interval(start, window.until, Precision.DAY, window.words, inferred=True)


def _is_unknown(when: Interval | None) -> bool:
    return when is None or when.precision is Precision.UNREAD
