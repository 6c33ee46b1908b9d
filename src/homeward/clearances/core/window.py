"""The days during which a permission is in force: typed as a first and a last day, kept as half-open instants."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from homeward.ledger.core import writing
from homeward.moments import Interval, Precision
from homeward.refusals import Findings

EXACT = frozenset({Precision.DAY, Precision.INSTANT})
BEGINNING, END = "valid_from", "valid_until"


def window(first: str, last: str, *, zone: ZoneInfo, at: datetime, findings: Findings) -> Interval | None:
    """From the beginning of the first day to the end of the last one, either open; none where neither is typed.

    A day that is not exact, and a window that ends before it begins, are faults.
    """
    start, until = (_day(words, where, zone, at, findings) for words, where in ((first, BEGINNING), (last, END)))
    begin = start.start if start else None
    end = until.until if until else None
    if begin is None and end is None:
        return None
    if begin is not None and end is not None and (end < begin or (end == begin and not _instant(start, until))):
        findings.fault("ends-before-it-begins", END, f'It ends ("{last}") before it begins ("{first}").')
        return None
    words = " to ".join((first.strip() or "…", last.strip() or "…"))
    if begin is None or end is None:
        return Interval(begin, end, Precision.OPEN, words)
    return Interval(begin, end, Precision.INSTANT if begin == end else Precision.DAY, words)


def _day(words: str, where: str, zone: ZoneInfo, at: datetime, findings: Findings) -> Interval | None:
    read = writing.when(words, where, zone=zone, at=at, findings=findings)
    if read is None or read.precision is Precision.UNREAD:
        return None
    if read.precision not in EXACT:
        findings.fault(
            "not-a-day", where, f'"{words}" is no exact day. Write one, as in 4 Nov 2023, or leave it empty.'
        )
        return None
    return read


def _instant(start: Interval | None, until: Interval | None) -> bool:
    return bool(start and until and start.precision is until.precision is Precision.INSTANT)
