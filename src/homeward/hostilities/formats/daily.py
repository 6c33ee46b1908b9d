"""Numbers by day, as official reports or plain series give them, become values: a day without a number stays a gap."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from homeward.hostilities.core import codes, days
from homeward.hostilities.core.report import Report
from homeward.hostilities.core.rows import Nature, Place, Registers, Value
from homeward.hostilities.formats.events import NotNumber, degrees, number_of
from homeward.hostilities.formats.forms import Told
from homeward.hostilities.formats.table import Table

DAY_COLUMNS = ("report_date", "date")
REPORTERS = ("report_source", "source", "stated_by", "reporter", "source_office")
PERIOD = "report_period"
PLACES = {
    "country": ("country",), "adm_1": ("adm_1", "admin1", "adm1"), "adm_2": ("adm_2", "admin2", "adm2"),
    "name": ("where_coordinates", "place", "location"), "latitude": ("latitude", "lat"), "longitude": ("longitude", "lon"),
}  # fmt: skip
NOBODY = frozenset({"", "missing", "none", "n/a", "na", "nan", "null", "unknown", "-"})
"""What stands for the reporter of a day of which nobody reported."""
DAY_HOURS = 24
DEATHS, IN_ALL, _CUM = "deaths", "in_all", "_cum"
_ENDS = {"lo": "low", "low": "low", "min": "low", "hi": "high", "high": "high", "max": "high", "best": "best"}
_BIT = codes.BITS


class Column(NamedTuple):
    """A column of numbers: what it counts, whether of the day, in all, or filled in, and which end of a range it gives."""

    at: int
    name: str
    measure: str
    nature: Nature
    end: str


@dataclass(slots=True)
class Line:
    """A row with its day: the numbers of its cells by what they count."""

    number: int
    day: date
    first: date
    reporter: str
    named: bool
    place: int
    cells: list[str]
    numbers: dict[tuple[str, Nature], dict[str, int]]
    flags: dict[tuple[str, Nature], int] = field(default_factory=lambda: defaultdict(int))


class Daily:
    """The rows of one file of daily numbers on their way into values."""

    def __init__(
        self, table: Table, told: Told, registers: Registers, report: Report, *, until: date | None, country: str
    ) -> None:
        self.table, self.at, self.registers, self.report, self.until = table, told.at, registers, report, until
        self.country = country
        self.day_column = next(name for name in DAY_COLUMNS if name in told.at)
        self.reporter = next((name for name in REPORTERS if name in told.at), "")
        self.columns: tuple[Column, ...] = ()
        self.spellings: set[str] = set()
        self.measures: tuple[str, ...] = ()
        self._lines: list[Line] = []
        self._by_day: dict[tuple[date, int], Line] = {}

    def values(self) -> Iterator[Value]:
        """The values of the rows that are kept, in the order of the file; the others are told in the report."""
        rows = list(self.table.rows())
        self.columns = _joined(tuple(self._columns(rows)))
        self.measures = tuple(dict.fromkeys(each.measure for each in self.columns if each.nature is not Nature.FILLED))
        self._lines = [line for number, cells in rows if (line := self._line(number, cells)) is not None]
        self._against_before()
        for line in self._lines:
            self.report.stored += 1
            yield from self._values(line)

    def missing(self) -> list[tuple[date, date]]:
        """The stretches of days between the first and the last of which there is no row at all."""
        held = sorted({line.day for line in self._lines})
        one = timedelta(days=1)
        return [(here + one, there - one) for here, there in itertools.pairwise(held) if there - here > one]

    def _columns(self, rows: Sequence[tuple[int, list[str]]]) -> Iterator[Column]:
        """The columns of numbers: at least half of what stands in them are numbers."""
        other = {self.day_column, self.reporter, PERIOD, "id", *(name for names in PLACES.values() for name in names)}
        for name, at in self.at.items():
            filled = [cells[at].strip() for _, cells in rows if at < len(cells) and cells[at].strip()]
            if name not in other and filled and 2 * sum(map(_is_number, filled)) >= len(filled):
                yield _column(at, name)

    def _line(self, number: int, cells: list[str]) -> Line | None:
        width = len(self.table.heading)
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        aside = self.report.set_aside
        if any("\0" in cell for cell in cells):
            return aside(number, "zero-byte", cells)
        if [cell.strip() for cell in cells] == list(self.table.heading):
            return aside(number, "header-again", cells)
        if len(cells) != width:
            return aside(number, "shifted", cells, words=f"It has {len(cells):,}, the heading {width:,}.")
        written = cells[self.at[self.day_column]].strip()
        if not written:
            return aside(number, "no-day", cells, column=self.day_column)
        try:
            day = days.day(written)
        except days.NotADay:
            return aside(number, "no-such-day", cells, column=self.day_column, words=f"“{written[:60]}”.")
        self.spellings.add(days.spelling(written))
        if self.until is not None and day > self.until:
            return aside(number, "in-the-future", cells, words=f"{day}, downloaded {self.until}.")
        wrong: list[tuple[str, str]] = []
        numbers = self._numbers(cells, wrong)
        place = self._place(number, cells, wrong)
        hours = self._hours(cells, wrong)
        if wrong:
            column, code = wrong[0]
            code = "shifted" if len(wrong) > 1 else code
            named = ", ".join(each for each, _ in wrong)
            return aside(number, code, cells, column=column, words=f"Not readable: {named}.")
        before = self._by_day.get((day, place))
        if before is not None:
            return aside(number, "day-twice", cells, words=f"{day}, first in row {before.number:,}.")
        reporter = cells[self.at[self.reporter]].strip() if self.reporter else ""
        named_one = not self.reporter or reporter.casefold() not in NOBODY
        first = day - timedelta(days=max(0, -(-hours // DAY_HOURS) - 1))
        line = Line(number, day, first, reporter, named_one, place, cells, numbers)
        self._by_day[day, place] = line
        return line

    def _numbers(self, cells: list[str], wrong: list[tuple[str, str]]) -> dict[tuple[str, Nature], dict[str, int]]:
        found: dict[tuple[str, Nature], dict[str, int]] = {}
        for column in self.columns:
            try:
                number = _signed(cells[column.at])
            except NotNumber as fault:
                wrong.append((column.name, fault.code))
                continue
            if number is not None:
                found.setdefault((column.measure, column.nature), {})[column.end] = number
        return found

    def _place(self, number: int, cells: list[str], wrong: list[tuple[str, str]]) -> int:
        told = {field: self._cell(cells, names) for field, names in PLACES.items()}
        try:
            latitude, longitude = degrees(told["latitude"]), degrees(told["longitude"])
        except NotNumber as fault:
            wrong.append(("latitude", fault.code))
            return 0
        country = told["country"] or self.country
        place = Place(country, told["adm_1"], told["adm_2"], told["name"], latitude, longitude, 0)
        return self.registers.place(place, number)

    def _hours(self, cells: list[str], wrong: list[tuple[str, str]]) -> int:
        try:
            return number_of(self._cell(cells, (PERIOD,))) or DAY_HOURS
        except NotNumber as fault:
            wrong.append((PERIOD, fault.code))
            return DAY_HOURS

    def _cell(self, cells: list[str], names: Sequence[str]) -> str:
        return next((cells[self.at[name]].strip() for name in names if name in self.at), "")

    def _against_before(self) -> None:
        """Hold running totals and numbers of the day against each other, place by place in the order of days."""
        last: dict[tuple[int, str], tuple[int, date]] = {}
        for line in sorted(self._lines, key=lambda line: (line.day, line.number)):
            for measure in self.measures:
                flow = line.numbers.get((measure, Nature.FLOW), {}).get("best")
                total = line.numbers.get((measure, Nature.TOTAL), {}).get("best")
                before = last.get((line.place, measure))
                if total is None:
                    continue
                key = (measure, Nature.TOTAL)
                if flow is None and (measure, Nature.FLOW) in self._kinds:
                    line.flags[key] |= _BIT["no-daily-number"]
                if before and total < before[0]:
                    line.flags[key] |= _BIT["total-falls"]
                if before and total == before[0] and flow is None:
                    line.flags[key] |= _BIT["total-stands"]
                next_day = before is not None and line.first - before[1] == timedelta(days=1)
                if before and next_day and flow is not None and flow != total - before[0]:
                    line.flags[measure, Nature.FLOW] |= _BIT["flow-against-total"]
                last[line.place, measure] = (total, line.day)

    def _values(self, line: Line) -> Iterator[Value]:
        part = 0
        flows = any(nature is Nature.FLOW for _, nature in line.numbers)
        if not line.numbers or (not line.named and not flows):
            self._note(line, _BIT["silent"], "")
            yield self._value(line, part, "", Nature.SILENT, {}, _BIT["silent"])
            part = 1
        for (measure, nature), numbers in line.numbers.items():
            flags = line.flags.get((measure, nature), 0) | _doubts(numbers)
            if nature is Nature.FILLED:
                flags |= 0 if numbers == _reported(line, measure) else _BIT["interpolated"]
            elif nature is Nature.FLOW:
                flags |= 0 if line.named else _BIT["no-reporter"]
                flags |= _BIT["several-days"] if line.first != line.day else 0
                flags |= _BIT["below-zero"] if min(numbers.values()) < 0 else 0
            self._note(line, flags, measure)
            yield self._value(line, part, measure, nature, numbers, flags)
            part += 1

    def _note(self, line: Line, flags: int, measure: str) -> None:
        if flags:
            self.report.row(line.number, flags, measure or self.reporter or self.day_column)

    def _value(self, line: Line, part: int, measure: str, nature: Nature, numbers: dict[str, int], flags: int) -> Value:
        prec = days.precision_of(line.first, line.day)
        low, best, high = (numbers.get(end) for end in ("low", "best", "high"))
        return Value(
            line.number, part, line.day.isoformat(), nature, measure, line.place, 0, self.registers.source(line.reporter),
            line.first, line.day, prec, None, low, best, high, None, None, None, None, flags,
        )  # fmt: skip

    @property
    def _kinds(self) -> frozenset[tuple[str, Nature]]:
        return frozenset((column.measure, column.nature) for column in self.columns)


def _joined(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A running total that names nothing is of the only number of the day that there is."""
    flows = {column.measure for column in columns if column.nature is Nature.FLOW}
    if len(flows) != 1:
        return columns
    (only,) = flows
    bare = (IN_ALL, Nature.TOTAL)
    return tuple(
        column._replace(measure=only) if (column.measure, column.nature) == bare else column for column in columns
    )


def _column(at: int, name: str) -> Column:
    """What the name of a column says: ext_ is filled in, _cum a running total, _lo and _hi the ends of a range."""
    words = name.split("_")
    nature = Nature.FLOW
    if words[0] == "ext" and len(words) > 1:
        nature, words = Nature.FILLED, words[1:]
    end = _ENDS.get(words[-1], "")
    words = words[:-1] if end else words
    if words and words[-1] in ("cum", "cumulative", "total"):
        nature = Nature.FILLED if nature is Nature.FILLED else Nature.TOTAL
        words = words[:-1]
    elif words and words[0] in ("cum", "cumulative"):
        nature = Nature.FILLED if nature is Nature.FILLED else Nature.TOTAL
        words = words[1:]
    measure = "_".join(words) or (DEATHS if end and nature is Nature.FLOW else IN_ALL)
    if nature is Nature.FILLED and "cum" in name.split("_"):
        measure += _CUM
    return Column(at, name, measure, nature, end or "best")


def _reported(line: Line, filled: str) -> dict[str, int] | None:
    """What was reported of that which the maker fills in."""
    if filled.endswith(_CUM):
        return line.numbers.get((filled.removesuffix(_CUM), Nature.TOTAL))
    return line.numbers.get((filled, Nature.FLOW))


def _doubts(numbers: dict[str, int]) -> int:
    low, best, high = (numbers.get(end) for end in ("low", "best", "high"))
    bits = _BIT["low-above-best"] if low is not None and best is not None and low > best else 0
    bits |= _BIT["best-above-high"] if high is not None and best is not None and best > high else 0
    return bits | (_BIT["low-above-high"] if low is not None and high is not None and low > high else 0)


def _signed(cell: str) -> int | None:
    """A whole number that may be below zero, as corrections are."""
    bare = cell.strip()
    if bare.startswith("-"):
        found = number_of(bare[1:])
        return -found if found is not None else None
    return number_of(bare)


def _is_number(cell: str) -> bool:
    try:
        return _signed(cell) is not None
    except NotNumber:
        return False
