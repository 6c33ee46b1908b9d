"""Whatever stands in the cells of a file, every row is kept or set aside with why, and nothing breaks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.hostilities.core import codes, days
from homeward.hostilities.core.versions import rank
from homeward.hostilities.formats.reading import read
from homeward.refusals import Refused
from tests.spec.hostilities.files import CUT, event, written

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "0", "-1", "1e400", "nan", "2016-02-30", "12.0", "99999999999", "POINT (1 2)", '"', "=1+1", "٣"]
    ),
    st.integers(-(10**12), 10**12).map(str),
)


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(CUT), CELLS, max_size=6), min_size=1, max_size=8))
def test_the_rows_of_events_add_up(changes: list[dict[str, str]]) -> None:
    rows = [{**event(number), **change} for number, change in enumerate(changes)]
    try:
        reading = read("events.csv", written(rows).decode().encode("utf-8", "replace"))
        held = list(reading.values())
    except (Refused, UnicodeEncodeError):
        return

    assert reading.report.rows == reading.report.stored + len(reading.report.aside) == len(rows)
    assert len(held) == reading.report.stored == reading.report.values
    assert all(value.first <= value.last for value in held)
    assert sum(reading.report.counts.values()) >= len(reading.report.aside)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        report = read("events.csv", data).to_the_end().report
    except Refused:
        return
    assert report.rows == report.stored + len(report.aside)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=5), max_size=8))
def test_the_rows_of_daily_reports_add_up(lines: list[list[str]]) -> None:
    head = ["report_date", "report_source", "killed", "killed_cum"]
    rows = [dict(zip([*head, "more"], line, strict=False)) for line in lines]
    try:
        report = read("daily.csv", written(rows, head).decode().encode("utf-8", "replace")).to_the_end().report
    except (Refused, UnicodeEncodeError):
        return
    assert report.rows == report.stored + len(report.aside)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert days.day(day.isoformat()) == days.day(f"{day.isoformat()}T00:00:00") == day
    assert days.day(f"{day.day} {day:%B} {day.year}") == day


@pytest.mark.parametrize("words", ["2016-13-01", "2016-02-30", "1/2/2016", "yesterday", "", "2016", "31 Brumaire 2016"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(days.NotADay):
        days.day(words)


@given(st.integers(0, 2 ** len(codes.FLAGS) - 1))
def test_bits_and_codes_are_two_spellings_of_one(bits: int) -> None:
    assert codes.bits(codes.of(bits)) == bits


def test_versions_are_ordered_by_the_numbers_in_their_names() -> None:
    names = ["23.1", "v20.0.9", "2026-01-31", "9.1", "GED 19.1"]

    assert sorted(names, key=rank) == ["9.1", "GED 19.1", "v20.0.9", "23.1", "2026-01-31"]
