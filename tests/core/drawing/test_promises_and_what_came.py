"""Bars of promises and of what came start at 0, never shrink what was said, and leave open what the words leave open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homeward.moments import Interval, Precision
from homeward.web.drawing.kept import axis_of, bar, kept
from homeward.web.drawing.strips import Ink
from homeward.web.drawing.terms import Timed, drawn

START = datetime(2026, 1, 1, tzinfo=UTC)
ends = st.integers(0, 5_000)
ranges = st.tuples(ends, st.none() | ends).map(lambda each: each if each[1] is None else tuple(sorted(each)))


def share(percent: str) -> float:
    return float(percent.rstrip("%")) / 100


@given(st.lists(ranges, min_size=1, max_size=6))
def test_what_is_more_is_never_drawn_shorter(said: list[tuple[int, int | None]]) -> None:
    axis = axis_of(said)
    bars = [bar(axis, each) for each in said]

    for one, first in zip(said, bars, strict=True):
        for other, second in zip(said, bars, strict=True):
            assert first and second
            if one[0] <= other[0]:
                assert share(first.sure) <= share(second.sure)


@given(ranges, ranges)
def test_a_bar_reaches_from_what_is_sure_to_the_most_the_words_allow(
    promised: tuple[int, int | None], delivered: tuple[int, int | None]
) -> None:
    axis = axis_of([promised, delivered])
    row = kept(axis, promised, delivered)

    for said, drawn_bar in ((promised, row.promised), (delivered, row.delivered)):
        assert drawn_bar
        assert drawn_bar.open == (said[1] is None)
        reach = share(drawn_bar.more_at) + share(drawn_bar.more)
        assert abs(reach - (1.0 if said[1] is None else axis.share(said[1]))) < 0.001


def test_what_nobody_said_is_not_drawn() -> None:
    axis = axis_of([(200, 200)])

    row = kept(axis, (200, 200), None)

    assert row.delivered is None
    assert bar(axis, (None, None)) is None


def test_nothing_that_came_is_drawn_as_nothing_and_not_left_out() -> None:
    row = kept(axis_of([(200, 200)]), (200, 200), (0, 0))

    assert row.delivered
    assert row.delivered.nothing


def day(number: int, days: int = 1) -> Interval:
    start = START + timedelta(days=number)
    return Interval(start, start + timedelta(days=days), Precision.DAY, "then")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), min_size=1, max_size=8), st.integers(0, 70))
def test_times_stand_in_their_order_between_the_edges(drawn_days: list[tuple[int, int]], now: int) -> None:
    timed = [Timed(str(number), day(*each)) for number, each in enumerate(drawn_days)]

    shown = drawn(timed, as_of=START + timedelta(days=now), deadline=None, zone=ZoneInfo("UTC"))

    assert shown
    for (one, _), first in zip(drawn_days, shown.lanes, strict=True):
        assert 0.0 <= share(first.x) <= 1.0
        assert share(first.x) + share(first.width) <= 1.0001
        for (other, _), second in zip(drawn_days, shown.lanes, strict=True):
            if one < other:
                assert share(first.x) <= share(second.x)


def test_a_time_without_an_end_goes_on_to_the_edge() -> None:
    since = Interval(START, None, Precision.OPEN, "since then")

    shown = drawn(
        [Timed("a", since, Ink.HATCHED), Timed("b", day(3))], as_of=START, deadline=day(2), zone=ZoneInfo("UTC")
    )

    assert shown
    assert (shown.lanes[0].after, shown.lanes[0].before, shown.lanes[1].after) == (True, False, False)
    assert shown.deadline


def test_times_that_nobody_could_read_are_not_drawn() -> None:
    assert drawn([Timed("a", Interval.unread("soon"))], as_of=START, deadline=None, zone=ZoneInfo("UTC")) is None


def test_a_moment_long_after_presses_nothing_together_and_is_not_drawn() -> None:
    shown = drawn(
        [Timed("a", day(0)), Timed("b", day(3))], as_of=START + timedelta(days=900), deadline=None, zone=ZoneInfo("UTC")
    )

    assert shown
    assert shown.now == ""
    assert share(shown.lanes[1].x) > 0.5
