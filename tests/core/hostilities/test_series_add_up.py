"""Sums become days without loss: whatever rows there are, each stands on a day, apart, or outside what was asked, and once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.hostilities.core.frames import Level, NoFrame, box, place, whole
from homeward.hostilities.core.rows import Nature
from homeward.hostilities.core.series import COARSE_DAY, FIRST_DAY, Asked, Sum, TooLong, days_of, of_events, of_reports

START = date(2016, 1, 1)


@st.composite
def sums(draw: st.DrawFn, nature: Nature = Nature.EVENT) -> Sum:
    first = START + timedelta(days=draw(st.integers(0, 20)))
    prec = draw(st.integers(1, 5)) if nature is Nature.EVENT else 1
    last = first + timedelta(days=0 if prec == 1 else draw(st.integers(1, 40)))
    rows = draw(st.integers(1, 5))
    lacking = draw(st.integers(0, rows))
    best = draw(st.integers(0, 50)) if lacking < rows else None
    low = None if best is None or draw(st.booleans()) else draw(st.integers(0, 50))
    high = None if low is None else draw(st.integers(0, 50))
    return Sum(nature, prec, first, last, "", draw(st.integers(0, 2)), rows, lacking, low, best, high, 0)


def asked(date_prec: int = 1) -> Asked:
    return Asked(whole(date_prec=date_prec), START, START + timedelta(days=20), START, START + timedelta(days=20))


@given(st.lists(sums()), st.integers(1, 3))
def test_every_row_stands_on_a_day_or_apart_and_never_both_unless_it_says_so(held: list[Sum], date_prec: int) -> None:
    days, apart = of_events(held, asked(date_prec))

    on = sum(day.events for day in days)
    beside = sum(each.rows for each in apart if each.code != FIRST_DAY)
    assert on + beside == sum(each.rows for each in held)
    assert sum(day.best or 0 for day in days) == sum(each.best or 0 for each in held if each.date_prec <= date_prec)


@given(st.lists(sums()))
def test_coarse_days_never_stand_on_their_first_day(held: list[Sum]) -> None:
    days, apart = of_events(held, asked())

    assert sum(day.events for day in days) == sum(each.rows - each.lacking for each in held if each.date_prec == 1)
    assert sum(each.rows for each in apart if each.code == COARSE_DAY) == sum(
        each.rows for each in held if each.date_prec > 1
    )


@given(st.lists(sums(Nature.FLOW)))
def test_a_gap_of_reports_has_no_number_and_a_day_with_one_is_whole(held: list[Sum]) -> None:
    days, _ = of_reports(held, asked())
    places = {each.place for each in held}

    for day in days:
        there = {each.place for each in held if each.first == day.date and each.rows > each.lacking}
        assert day.gap == (not there or there != places)
        assert not day.gap or (day.low, day.best, day.high) == (None, None, None)


@given(st.lists(sums()), st.randoms())
def test_the_order_of_rows_makes_no_difference(held: list[Sum], chance: object) -> None:
    turned = list(held)
    chance.shuffle(turned)  # type: ignore[attr-defined]

    one, other = of_events(held, asked()), of_events(turned, asked())
    assert one[0] == other[0] and sorted(one[1]) == sorted(other[1])


def test_more_days_than_can_be_given_are_refused() -> None:
    with pytest.raises(TooLong):
        list(days_of(Asked(whole(), date(1800, 1, 1), date(2016, 1, 1), None, None)))


@pytest.mark.parametrize("sides", [(9, 1, 3, 4), (1, 9, 4, 3), (-91, 9, 3, 4), (1, 9, 3, 181), (float("nan"), 9, 3, 4)])
def test_a_box_off_the_globe_or_turned_round_is_no_frame(sides: tuple[float, float, float, float]) -> None:
    south, north, west, east = sides
    with pytest.raises(NoFrame):
        box(south=south, north=north, west=west, east=east)


def test_a_place_without_a_name_or_with_a_precision_that_is_none_is_no_frame() -> None:
    with pytest.raises(NoFrame):
        place(Level.COUNTRY, " ")
    with pytest.raises(NoFrame):
        place(Level.COUNTRY, "Northland", date_prec=5)
