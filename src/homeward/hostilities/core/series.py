"""Sums of rows become a series: what stands on a day, what on none and why, and where nobody reported at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from homeward.hostilities.core import codes
from homeward.hostilities.core.frames import EXACT_DAY, Frame
from homeward.hostilities.core.rows import Nature
from homeward.refusals import Refused

MOST_DAYS = 40_000
COARSE_DAY, COARSE_PLACE, WIDER_PLACE, DOUBTFUL_POINT = "coarse-day", "coarse-place", "wider-place", "doubtful-point"
FIRST_DAY, NO_NUMBER = "first-day", "no-number"
SEVERAL_DAYS, CORRECTION, NO_REPORTER, INTERPOLATED = "several-days", "correction", "no-reporter", "interpolated"
WHY = {
    COARSE_DAY: "not put to a day",
    COARSE_PLACE: "of no closer place than the frame asks for",
    WIDER_PLACE: "known only to lie somewhere in the wider division: perhaps here, perhaps not",
    DOUBTFUL_POINT: "whose point is doubtful",
    FIRST_DAY: "on the first of two to six days, because the frame says so; they are in the sums",
    NO_NUMBER: "without a number",
    SEVERAL_DAYS: "reported over more than a day",
    CORRECTION: "below zero, corrections of what was said before",
    NO_REPORTER: "under which no report is named",
    INTERPOLATED: "filled in by the maker, not reported",
}
"""Why rows stand apart from the days, by the code of each."""


class TooLong(Refused):
    """This is a longer time than a series is given for."""


class Sum(NamedTuple):
    """Rows of one precision, days and standing added up; `where` is empty when they count, else the code why not.

    `low`, `best` and `high` are over the rows that have a number; `low` or `high` is none where one of these gives none.
    """

    nature: str
    date_prec: int
    first: date
    last: date
    where: str
    place: int
    rows: int
    lacking: int
    low: int | None
    best: int | None
    high: int | None
    flags: int


class Day(NamedTuple):
    """A day of a series; of a gap there are no numbers."""

    date: date
    low: int | None
    best: int | None
    high: int | None
    events: int
    gap: bool
    flags: int


class Apart(NamedTuple):
    """Rows that stand on no day, by why."""

    code: str
    rows: int
    low: int | None
    best: int | None
    high: int | None
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What a series is asked over: from when until when (both included), and the days that the version covers."""

    frame: Frame
    since: date
    until: date
    first: date | None
    last: date | None


def days_of(asked: Asked) -> Iterator[date]:
    """The days of a series, one after another."""
    number = (asked.until - asked.since).days + 1
    if number > MOST_DAYS:
        raise TooLong(where=f"{asked.since} to {asked.until}", instead=f"Ask for at most {MOST_DAYS:,} days at a time.")
    return (asked.since + timedelta(days=at) for at in range(max(0, number)))


def of_events(sums: Sequence[Sum], asked: Asked) -> tuple[list[Day], list[Apart]]:
    """The series of events: a day of the version without one has 0 recorded, a day that it does not cover is a gap."""
    on, apart = _parted(sums, asked)
    made = []
    for day in days_of(asked):
        found = on.get(day)
        if found is not None:
            made.append(_day(day, found))
        elif asked.first is None or asked.last is None or not asked.first <= day <= asked.last:
            made.append(Day(day, None, None, None, 0, gap=True, flags=0))
        else:
            made.append(Day(day, 0, 0, 0, 0, gap=False, flags=0))
    return made, apart


def of_reports(sums: Sequence[Sum], asked: Asked) -> tuple[list[Day], list[Apart]]:
    """The series of daily numbers: a day without a report of every place that ever reports is a gap, never zero."""
    on, apart = _parted(sums, asked)
    places = {each.place for each in sums if each.nature == Nature.FLOW}
    made = []
    for day in days_of(asked):
        found = on.get(day, [])
        if found and {each.place for each in found} == places:
            made.append(_day(day, found))
        else:
            flags = codes.BITS["silent"] if not found else 0
            made.append(Day(day, None, None, None, 0, gap=True, flags=flags))
    return made, apart


def partial_days(sums: Sequence[Sum], asked: Asked) -> int:
    """Days on which some places reported and others did not; they are gaps, since the sum would take silence for zero."""
    on, _ = _parted(sums, asked)
    places = {each.place for each in sums if each.nature == Nature.FLOW}
    return sum(1 for found in on.values() if {each.place for each in found} != places)


def _parted(sums: Sequence[Sum], asked: Asked) -> tuple[dict[date, list[Sum]], list[Apart]]:
    on: defaultdict[date, list[Sum]] = defaultdict(list)
    apart: defaultdict[str, list[Sum]] = defaultdict(list)
    for each in sums:
        code = _why(each, asked.frame)
        if code:
            apart[code].append(each)
            continue
        if each.date_prec > EXACT_DAY:
            apart[FIRST_DAY].append(each)
        if each.rows > each.lacking:
            on[each.first].append(each)
        if each.lacking:
            lacking = each._replace(rows=each.lacking, low=None, best=None, high=None)
            apart[NO_NUMBER].append(lacking)
    return {day: found for day, found in on.items() if asked.since <= day <= asked.until}, [
        _apart(code, apart[code]) for code in WHY if code in apart
    ]


def _why(each: Sum, frame: Frame) -> str:
    """Why rows stand on no day; empty when they do."""
    if each.nature == Nature.FILLED:
        return INTERPOLATED
    if each.where:
        return each.where
    if each.nature == Nature.FLOW:
        for code, name in (("no-reporter", NO_REPORTER), ("several-days", SEVERAL_DAYS), ("below-zero", CORRECTION)):
            if each.flags & codes.BITS[code]:
                return name
        return ""
    return COARSE_DAY if each.date_prec > frame.date_prec else ""


def _day(day: date, found: Sequence[Sum]) -> Day:
    flags = 0
    for each in found:
        flags |= each.flags
    rows = sum(each.rows - each.lacking for each in found)
    return Day(day, *added(found), rows, gap=False, flags=flags)


def _apart(code: str, found: Sequence[Sum]) -> Apart:
    since, until = min(each.first for each in found), max(each.last for each in found)
    return Apart(code, sum(each.rows for each in found), *added(found), since, until)


def added(found: Iterable[Sum]) -> tuple[int | None, int | None, int | None]:
    """The sums of low, best and high; none where one of the parts is."""
    parts = list(found)
    if len(parts) == 1:  # as on most days of a long series
        return parts[0].low, parts[0].best, parts[0].high
    return (
        _total([each.low for each in parts]),
        _total([each.best for each in parts]),
        _total([each.high for each in parts]),
    )


def _total(parts: Sequence[int | None]) -> int | None:
    return None if None in parts else sum(part for part in parts if part is not None)
