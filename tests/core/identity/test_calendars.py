"""Calendars are held against days that are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.identity.calendars import ADAR, ADAR_FIRST, ADAR_SECOND, days, month_and_day
from homeward.identity.candidates import Calendar

KNOWN = [
    # The first day of the year 1364 is that of 21 March 1985; the new years around leap years of Iran.
    (Calendar.SOLAR_HIJRI, (1364, 1, 1), date(1985, 3, 21)),
    (Calendar.SOLAR_HIJRI, (1363, 12, 16), date(1985, 3, 7)),
    (Calendar.SOLAR_HIJRI, (1300, 1, 1), date(1921, 3, 21)),
    (Calendar.SOLAR_HIJRI, (1399, 12, 30), date(2021, 3, 20)),
    (Calendar.SOLAR_HIJRI, (1403, 12, 30), date(2025, 3, 20)),
    (Calendar.SOLAR_HIJRI, (1357, 11, 22), date(1979, 2, 11)),
    # New years and feasts as calendars printed them.
    (Calendar.HEBREW, (5708, 8, 5), date(1948, 5, 14)),
    (Calendar.HEBREW, (5745, 1, 1), date(1984, 9, 27)),
    (Calendar.HEBREW, (5784, 1, 1), date(2023, 9, 16)),
    (Calendar.HEBREW, (5784, 7, 15), date(2024, 4, 23)),
    (Calendar.HEBREW, (5784, ADAR_SECOND, 14), date(2024, 3, 24)),
    (Calendar.HEBREW, (5785, 1, 10), date(2024, 10, 12)),
    (Calendar.HIJRI, (1405, 9, 1), date(1985, 5, 20)),
    (Calendar.HIJRI, (1445, 1, 1), date(2023, 7, 19)),
    (Calendar.HIJRI, (1446, 9, 1), date(2025, 3, 1)),
    (Calendar.BUDDHIST, (2528, 3, 7), date(1985, 3, 7)),
]


@pytest.mark.parametrize(("calendar", "written", "day"), KNOWN)
def test_known_days_are_found(calendar, written, day):
    found = days(calendar, *written)

    assert found is not None
    assert (found.start, found.until) == (day, day + timedelta(days=1))
    assert month_and_day(day, calendar) == written[1:]


@pytest.mark.parametrize(
    ("calendar", "written"),
    [
        (Calendar.SOLAR_HIJRI, (1402, 12, 30)),
        (Calendar.SOLAR_HIJRI, (1363, 7, 31)),
        (Calendar.HEBREW, (5784, ADAR, 1)),
        (Calendar.HEBREW, (5785, ADAR_FIRST, 1)),
        (Calendar.HIJRI, (1405, 1, 31)),
        (Calendar.HIJRI, (1405, 13, 1)),
        (Calendar.GREGORIAN, (1985, 2, 29)),
        (Calendar.GREGORIAN, (1405, 6, 15)),
    ],
)
def test_days_that_are_not_are_not_made_up(calendar, written):
    assert days(calendar, *written) is None


@given(
    st.dates(date(1925, 1, 1), date(2070, 12, 31)),
    st.sampled_from([Calendar.SOLAR_HIJRI, Calendar.HEBREW, Calendar.HIJRI]),
)
def test_every_day_has_one_place_in_every_calendar(day, calendar):
    placed = month_and_day(day, calendar)

    assert placed is not None
    years = {Calendar.SOLAR_HIJRI: day.year - 622, Calendar.HEBREW: day.year + 3760}.get(
        calendar, (day.year - 622) * 33 // 32
    )
    found = [days(calendar, year, *placed) for year in range(years - 1, years + 3)]
    assert day in [each.start for each in found if each]


@given(st.integers(5600, 5850))
def test_a_hebrew_year_has_one_of_six_lengths_and_begins_on_one_of_four_days(year):
    whole = days(Calendar.HEBREW, year)

    assert whole is not None
    assert (whole.until - whole.start).days in {353, 354, 355, 383, 384, 385}
    assert whole.start.strftime("%a") not in {"Sun", "Wed", "Fri"}


@given(st.integers(1250, 1470))
def test_a_solar_year_begins_near_the_equinox(year):
    whole = days(Calendar.SOLAR_HIJRI, year)

    assert whole is not None
    assert (3, 20) <= (whole.start.month, whole.start.day) <= (3, 22)
