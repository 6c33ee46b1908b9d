from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.moments import Clock, Interval, Knowing, Precision, UnreadableMoment

NOON = datetime(2023, 11, 4, 10, tzinfo=UTC)
LATER = NOON + timedelta(hours=3)

moments = st.datetimes(datetime(1800, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC))
closed = st.sampled_from([one for one in Precision if one not in (Precision.INSTANT, Precision.OPEN, Precision.UNREAD)])


@st.composite
def intervals(draw):
    first, second = sorted(draw(st.lists(moments, min_size=2, max_size=2, unique=True)))
    words, inferred = draw(st.text()), draw(st.booleans())
    return draw(
        st.sampled_from(
            [
                Interval(first, second, draw(closed), words, inferred),
                Interval(first, first, Precision.INSTANT, words, inferred),
                Interval(first, second, Precision.INSTANT, words, inferred),
                Interval(first, None, Precision.OPEN, words, inferred),
                Interval(None, second, Precision.OPEN, words, inferred),
                Interval(None, None, Precision.UNREAD, words),
            ]
        )
    )


@given(intervals())
def test_an_interval_comes_back_from_its_json_as_it_was(interval):
    assert Interval.from_json(interval.as_json()) == interval


@given(intervals(), st.lists(moments, min_size=2, max_size=6))
def test_knowing_never_falls_back_as_time_goes_on(interval, times):
    ranks = [list(reversed(Knowing)).index(interval.knowing(at)) for at in sorted(times)]

    assert ranks == sorted(ranks)


@given(intervals(), moments)
def test_what_is_known_concerns_and_what_does_not_concern_is_not_known(interval, at):
    assert interval.concerns(at) == (interval.knowing(at) is not Knowing.NO)
    if interval.knowing(at) is Knowing.YES:
        assert not interval.reaches_past(at)
    else:
        assert interval.reaches_past(at)


@given(intervals(), moments)
def test_two_comparisons_on_the_two_columns_answer_as_the_interval_does(interval, at):
    over = interval.until is not None and interval.until <= at
    begun = interval.start is None or interval.start < at

    assert (interval.knowing(at) is Knowing.YES) == over
    assert (interval.knowing(at) is Knowing.POSSIBLY) == (begun and not over)


def test_the_json_has_one_form():
    day = Interval(NOON, LATER, Precision.ABOUT, "about noon", inferred=True)

    assert day.as_json() == {
        "from": "2023-11-04T10:00:00.000000Z",
        "until": "2023-11-04T13:00:00.000000Z",
        "precision": "about",
        "words": "about noon",
        "inferred": True,
    }
    assert Interval.unread("soon").as_json() == {"from": None, "until": None, "precision": "unread", "words": "soon"}


@pytest.mark.parametrize(
    "change",
    [
        {"from": "2023-11-04"},
        {"from": "2023-11-04T12:00:00.000000+02:00"},
        {"from": 1699092000},
        {"from": None},
        {"until": "2023-11-04T09:00:00.000000Z"},
        {"until": None},
        {"precision": "sharp"},
        {"precision": None},
        {"precision": "unread"},
        {"precision": "open"},
        {"words": None},
        {"words": 7},
        {"inferred": "yes"},
        {"inferred": 1},
        {"zone": "Asia/Gaza"},
    ],
)
def test_json_of_any_other_form_is_refused(change):
    written = Interval(NOON, LATER, Precision.DAY, "4 Nov 2023").as_json()

    with pytest.raises(UnreadableMoment):
        Interval.from_json({**written, **change})


@pytest.mark.parametrize(
    ("start", "until", "precision"),
    [
        (LATER, NOON, Precision.DAY),
        (NOON, NOON, Precision.DAY),
        (None, None, Precision.DAY),
        (None, None, Precision.OPEN),
        (NOON, None, Precision.DAY),
        (NOON, LATER, Precision.OPEN),
        (NOON, LATER, Precision.UNREAD),
        (datetime(2023, 11, 4), LATER, Precision.DAY),
    ],
)
def test_an_interval_that_contradicts_itself_cannot_be_made(start, until, precision):
    with pytest.raises(ValueError):
        Interval(start, until, precision, "")


@pytest.mark.parametrize("zone", [ZoneInfo("UTC"), ZoneInfo("Asia/Gaza"), timezone(timedelta(hours=5))])
def test_instants_of_any_zone_are_kept_in_utc(zone):
    interval = Interval(NOON.astimezone(zone), LATER.astimezone(zone), Precision.DAY, "")

    assert interval == Interval(NOON, LATER, Precision.DAY, "")
    assert interval.start is not None and interval.start.tzinfo is UTC
    assert Interval.at(NOON.astimezone(zone)).until == NOON


def test_the_clocks_are_three():
    assert [str(clock) for clock in Clock] == ["said", "published", "recorded"]
