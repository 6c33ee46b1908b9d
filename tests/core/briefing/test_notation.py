"""Times and numbers as answers carry them: days as case files write them, so that an answer can be read in again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.briefing.formats.notation import local, number, when
from homeward.moments import Interval, read

GAZA = ZoneInfo("Asia/Gaza")
ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("UTC", "Asia/Gaza", "Africa/Cairo", "America/Santiago", "Asia/Kathmandu")]
)
DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2023-11-04", "2023-11-04"),
        ("4 Nov 2023", "2023-11-04"),
        ("2023-11-~04", "2023-11-~04"),
        ("about 4 November 2023", "2023-11-~04"),
        ("2023-11", "2023-11"),
        ("2023-11-01..2023-11-03", "2023-11-01..2023-11-03"),
        ("late October 2023", "2023-10-21..2023-10-31"),
        ("since 4 Nov 2023", "2023-11-04.."),
        ("2023-11-25T21:00", "2023-11-25T21:00+02:00"),
        ("2023-11-25T~21:00", "2023-11-25T20:00+02:00..2023-11-25T22:00+02:00"),
        ("before the rains", "before the rains"),
    ],
)
def test_a_time_is_written_in_days_of_the_place(words: str, written: str) -> None:
    assert local(read(words, GAZA), GAZA) == written


def test_no_time_is_nothing() -> None:
    assert local(None, GAZA) is None
    assert when(None, GAZA) is None


@given(DAYS, st.integers(0, 60), ZONES)
def test_days_that_were_written_read_the_same(first: date, more: int, zone: ZoneInfo) -> None:
    days = read(f"{first}..{first + timedelta(days=more)}", zone)

    written = local(days, zone)

    assert written is not None
    again = read(written, zone)
    assert (again.start, again.until) == (days.start, days.until)


@given(DAYS, ZONES)
def test_about_stays_about(day: date, zone: ZoneInfo) -> None:
    about = read(f"{day:%Y-%m}-~{day:%d}", zone)

    again = read(local(about, zone) or "", zone)

    assert (again.start, again.until, again.precision) == (about.start, about.until, about.precision)


def test_a_program_gets_the_instants_too() -> None:
    told = when(read("2023-11-04", GAZA), GAZA)

    assert told is not None
    assert told["local"] == "2023-11-04"
    assert Interval.from_json({key: value for key, value in told.items() if key != "local"}) == read("2023-11-04", GAZA)


@pytest.mark.parametrize(
    ("value", "carried"),
    [
        (None, None),
        (7, 7),
        (Decimal("7.0"), 7),
        (Decimal("0.60"), "0.6"),
        (Decimal("1E+3"), 1000),
        (Decimal("1E-7"), "0.0000001"),
    ],
)
def test_numbers_lose_nothing(value: int | Decimal | None, carried: int | str | None) -> None:
    assert number(value) == carried
