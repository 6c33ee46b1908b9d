"""Official reports by day: what was not reported is missing and never zero; what is doubtful about a number is told."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from homeward.hostilities.core.rows import Nature, Value
from homeward.hostilities.formats.forms import Form
from homeward.hostilities.formats.reading import Reading, read
from tests.spec.hostilities.files import aside, codes_by_row, looked_at, shared

HEAD = "report_date,report_source,report_period,killed,killed_cum,ext_killed,ext_killed_cum\n"


def reports(*lines: str, head: str = HEAD) -> Reading:
    return looked_at((head + "\n".join(lines) + "\n").encode())


def values(*lines: str, head: str = HEAD) -> list[Value]:
    return list(read("daily.csv", (head + "\n".join(lines) + "\n").encode()).values())


@pytest.mark.parametrize(
    ("before", "line", "code"),
    [
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,missing,24,,,5,15", "silent"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,missing,24,,,5,15", "interpolated"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,24,,15,5,15", "no-daily-number"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,missing,24,,10,0,10", "total-stands"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,24,3,8,3,8", "total-falls"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,24,40,30,40,30", "flow-against-total"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,48,9,19,9,19", "several-days"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,24,-2,8,-2,8", "below-zero"),
        ("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,missing,24,7,17,7,17", "no-reporter"),
    ],
)
def test_each_trap_of_daily_reports_is_told_and_its_row_kept(before: str, line: str, code: str) -> None:
    reading = reports(before, line)

    assert code in codes_by_row(reading)[3]
    assert (reading.report.stored, aside(reading)) == (2, [])


def test_a_plain_report_has_no_doubt() -> None:
    reading = reports("2023-10-07,ministry,24,10,10,10,10", "2023-10-08,ministry,24,5,15,5,15")

    assert (reading.form, codes_by_row(reading)) == (Form.REPORTS, {})


def test_what_the_maker_filled_in_is_kept_apart_from_what_was_reported() -> None:
    natures = Counter(value.nature for value in values("2023-10-08,missing,24,,,5,15"))

    assert natures == {Nature.SILENT: 1, Nature.FILLED: 2}


def test_a_report_over_two_days_keeps_both() -> None:
    (flow, *_) = values("2023-10-08,ministry,48,9,19,,")

    assert (flow.first, flow.last, flow.date_prec) == (date(2023, 10, 7), date(2023, 10, 8), 2)


def test_days_without_any_row_are_told_as_gaps() -> None:
    reading = reports("2023-10-07,ministry,24,1,1,,", "2023-10-10,ministry,24,1,2,,")

    (notice,) = [notice for notice in reading.report.notices if notice.code == "days-missing"]
    assert notice.message == "No row for 2023-10-08 to 2023-10-09, 2 days: a gap, not zero."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2023-10-07,ministry,24,5,15,5,15", "day-twice"),
        ("2023-02-30,ministry,24,5,15,5,15", "no-such-day"),
        (",ministry,24,5,15,5,15", "no-day"),
        ("2023-10-08,ministry,24,many,15,5,15", "not-a-number"),
        ("2023-10-08,ministry,24,many,more,5,15", "shifted"),
        ("2023-10-08,ministry,24,5,15,5", "shifted"),
        ("report_date,report_source,report_period,killed,killed_cum,ext_killed,ext_killed_cum", "header-again"),
    ],
)
def test_a_row_that_cannot_be_kept_is_set_aside(line: str, code: str) -> None:
    reading = reports("2023-10-07,ministry,24,10,10,10,10", "2023-10-06,ministry,24,1,1,1,1", line)

    assert aside(reading) == [(4, code)]
    assert reading.report.rows == reading.report.stored + len(reading.report.aside) == 3


def test_a_plain_series_gives_what_its_columns_are_called() -> None:
    reading = reports("2023-04-14,318,318,flights", "2023-04-15,,675,", head="date,flown,cumulative,basis\n")

    assert (reading.form, reading.measures) == (Form.DAILY, ("flown",))
    assert codes_by_row(reading) == {3: {"no-daily-number"}}


def test_low_best_and_high_are_one_number_with_its_range() -> None:
    (value, other) = values("2016-01-01,3,4,6", "2016-01-02,0,0,0", head="date,low,best,high\n")

    assert (value.measure, value.low, value.best, value.high) == ("deaths", 3, 4, 6)
    assert (other.low, other.best, other.high) == (0, 0, 0)


def test_the_traps_of_the_gaza_reports_are_counted() -> None:
    reading = looked_at(shared("gaza_daily_2023.csv"))

    assert (reading.report.rows, reading.report.stored) == (117, 117)
    counts = reading.report.counts
    assert (counts["silent"], counts["no-reporter"], counts["total-stands"], counts["flow-against-total"]) == (
        10,
        2,
        12,
        17,
    )


def test_while_nobody_reported_in_the_last_week_of_november_there_is_no_number_of_the_day() -> None:
    pause = {date(2023, 11, day) for day in range(24, 31)} | {date(2023, 12, 1)}
    held = read("gaza.csv", shared("gaza_daily_2023.csv").read_bytes()).values()

    assert not [
        value for value in held if value.first in pause and value.nature == Nature.FLOW and value.measure == "killed"
    ]
