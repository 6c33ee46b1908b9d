from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.moments import UnreadableMoment, stamp, unstamp

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=offsets)


@given(moments)
def test_a_stamp_comes_back_as_the_same_instant_in_utc(moment):
    assert unstamp(stamp(moment)) == moment
    assert unstamp(stamp(moment)).tzinfo is UTC


@given(moments, moments)
def test_stamps_sort_as_instants_do(one, other):
    assert (stamp(one) < stamp(other)) == (one < other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-11-04",
        "2023-11-04T10:00:00Z",
        "2023-11-04T10:00:00.000Z",
        "2023-11-04T10:00:00.000000",
        "2023-11-04T10:00:00.000000+00:00",
        "2023-11-04t10:00:00.000000z",
        "2023-11-04 10:00:00.000000Z",
        "2023-11-31T10:00:00.000000Z",
        "2023-11-04T10:00:60.000000Z",
        "0001-01-01T00:00:00.000000+14:00",
        " 2023-11-04T10:00:00.000000Z",
        "٢٠٢٣-11-04T10:00:00.000000Z",
        "2023-11-04T10:00:00.000000Z\0",
    ],
)
def test_one_instant_has_one_text(text):
    with pytest.raises(UnreadableMoment):
        unstamp(text)


def test_a_datetime_without_zone_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="has no zone"):
        stamp(datetime(2023, 11, 4))
