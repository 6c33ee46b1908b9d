"""A series of hostilities by month: what its maker gave, a month that is not whole or has a gap in it as none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.hostilities.core.frames import Frame, whole
from homeward.hostilities.queries.views import SeriesView

WEEK = 3
"""The precision of a day that is known to a week (UCDP GED's scale)."""


@dataclass(frozen=True, slots=True)
class Months:
    """Names of months (YYYY-MM) and their counts; none where a day of the month is a gap."""

    names: tuple[str, ...]
    counts: tuple[float | None, ...]


def monthly(frame: Frame | None) -> Frame:
    """The frame in which months are counted: what is dated to a week or better stands in the month in which it began."""
    return replace(frame or whole(), date_prec=WEEK)


def months(view: SeriesView) -> Months:
    """The months that the days of a series fill from end to end; the last ones without any day are left out."""
    sums: dict[str, float] = {}
    days: dict[str, int] = {}
    gaps: set[str] = set()
    for each in view.days:
        name = f"{each.date:%Y-%m}"
        days[name] = days.get(name, 0) + 1
        if each.gap or each.best is None:
            gaps.add(name)
        else:
            sums[name] = sums.get(name, 0.0) + each.best
    whole = [name for name in sorted(days) if days[name] == length(name)]
    while whole and whole[-1] in gaps:
        whole.pop()
    while whole and whole[0] in gaps:
        whole.pop(0)
    return Months(tuple(whole), tuple(None if name in gaps else sums.get(name, 0.0) for name in whole))


def length(name: str) -> int:
    """How many days a month has."""
    first = date.fromisoformat(f"{name}-01")
    return ((first + timedelta(days=32)).replace(day=1) - first).days


def after(name: str, ahead: int) -> str:
    """The month so many months after one."""
    year, month = (int(part) for part in name.split("-"))
    number = year * 12 + month - 1 + ahead
    return f"{number // 12:04}-{number % 12 + 1:02}"
