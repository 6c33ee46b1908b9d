from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing.axes import counts, percent, times

GAZA = ZoneInfo("Asia/Gaza")


def day(number: int, month: int = 11) -> datetime:
    return datetime(2023, month, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("largest", "numbers"),
    [
        (0, [0, 1]),
        (1, [0, 1, 2]),
        (8, [0, 3, 6, 9, 12]),
        (660, [0, 200, 400, 600, 800]),
        (901, [0, 300, 600, 900, 1200]),
        (1_047, [0, 500, 1_000, 1_500]),
    ],
)
def test_a_count_axis_begins_at_nothing_and_leaves_room_beyond_the_largest_number(largest, numbers):
    assert [tick.number for tick in counts([largest, None]).ticks] == numbers


@given(st.lists(st.integers(0, 10**9) | st.none(), max_size=6))
def test_every_number_said_stands_inside_the_axis(numbers):
    axis = counts(numbers)

    assert axis.ticks[0].number == 0
    assert axis.ticks[-1].number == axis.top
    assert 2 <= len(axis.ticks) <= 6
    assert all(number <= axis.top for number in numbers if number is not None)


@given(st.integers(0, 1200), st.integers(0, 1200))
def test_a_larger_number_never_stands_before_a_smaller_one(one, other):
    axis = counts([1000])

    assert (axis.share(one) <= axis.share(other)) or one > other


def test_shares_of_decimals_are_places_too():
    assert counts([3]).place(Decimal("1.5")) == "37.50%"


def test_a_percent_is_written_for_machines():
    assert percent(0.5) == "50.00%"
    assert percent(1 / 3) == "33.33%"


def test_a_time_axis_is_at_least_a_day_long_and_keeps_its_margins():
    axis = times([day(4)], zone=GAZA, begin=0.1, end=0.9)

    assert axis.place(day(4)) == "10.00%"
    assert axis.place(day(5)) == "90.00%"
    assert axis.place(day(4) - timedelta(days=9)) == "10.00%"


def test_a_time_axis_without_a_moment_is_refused():
    with pytest.raises(ValueError, match="at least one moment"):
        times([None], zone=GAZA)


def test_ticks_stand_at_local_midnights_also_across_the_change_of_clocks():
    axis = times([day(26, 10), day(31, 10)], zone=GAZA)

    assert [tick.at.astimezone(GAZA).strftime("%d %H") for tick in axis.ticks] == [
        "27 00",
        "28 00",
        "29 00",
        "30 00",
        "31 00",
    ]


@given(st.integers(0, 2000))
def test_there_are_never_more_ticks_than_a_phone_can_show(days):
    assert len(times([day(1), day(1) + timedelta(days=days)], zone=GAZA).ticks) <= 7


def test_a_few_numbers_far_above_all_others_stand_past_a_break():
    axis = counts([345, 361, 430, 491, 600, 901, 1_047, 6_300, 7_700], may_break=True)

    assert axis.beyond == (6_300, 7_700)
    assert axis.top < 6_300
    assert axis.share(1_047) < axis.share(6_300) == axis.share(7_700) < 1
    assert axis.broken_at == "90.50%"


@pytest.mark.parametrize("numbers", [[8, 345, 361, 901], [100, 120, 390], [5, 4_000_000], [0, 7], []])
def test_an_axis_does_not_break_without_need(numbers):
    axis = counts(numbers, may_break=True)

    assert axis.beyond is None
    assert axis.broken_at == ""


@given(st.lists(st.integers(0, 10**9) | st.none(), max_size=30))
def test_a_broken_axis_keeps_the_order_of_numbers(numbers):
    axis = counts(numbers, may_break=True)

    said = sorted(number for number in numbers if number is not None)
    assert [axis.share(number) for number in said] == sorted(axis.share(number) for number in said)
    assert all(0 <= axis.share(number) <= 1 for number in said)
