"""When a meeting surely cannot be, and what changed between positions: properties of plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.channels import Firmness, PositionStance
from homeward.moments import Interval, Precision
from homeward.talks.core.meetings import Course, course, ends_before_it_begins, stretch, surely_ahead
from homeward.talks.core.positions import Change, Stand, changed, standing

START = datetime(2026, 1, 1, tzinfo=UTC)
hours = st.integers(0, 200).map(lambda hour: START + timedelta(hours=hour))


@st.composite
def times(draw: st.DrawFn) -> Interval:
    start = draw(hours)
    length = draw(st.integers(0, 48))
    if not length:
        return Interval.at(start, "then")
    return Interval(
        start, start + timedelta(hours=length), draw(st.sampled_from([Precision.DAY, Precision.ABOUT])), "then"
    )


@given(times(), times(), hours, hours)
def test_a_meeting_that_surely_ends_before_it_begins_has_no_pair_of_moments_that_fits(
    begins: Interval, ends: Interval, one: datetime, other: datetime
) -> None:
    def within(time: Interval, at: datetime) -> bool:
        assert time.start and time.until
        return time.start <= at < time.until or time.start == at == time.until

    if ends_before_it_begins(begins, ends) and within(begins, one) and within(ends, other):
        assert other < one


@given(times(), st.none() | times())
def test_the_stretch_of_a_meeting_holds_its_beginning(begins: Interval, ends: Interval | None) -> None:
    if ends is None or not ends_before_it_begins(begins, ends):
        assert stretch(begins, ends).start == begins.start


@given(times(), st.none() | times(), hours, st.booleans())
def test_what_is_ahead_has_not_begun_and_what_was_called_off_is_nothing_else(
    begins: Interval, ends: Interval | None, as_of: datetime, called_off: bool
) -> None:
    found = course(begins, ends, as_of, called_off=called_off)

    assert (found is Course.CALLED_OFF) == called_off
    if found is Course.AHEAD:
        assert surely_ahead(begins, as_of)
    if found is Course.OVER:
        assert not surely_ahead(begins, as_of)


stands = st.builds(
    Stand,
    stance=st.sampled_from(PositionStance),
    firmness=st.sampled_from(Firmness),
    about=st.none() | st.integers(1, 3).map(lambda number: UUID(int=number)),
    words=st.sampled_from(["ten", "ten ", "all"]),
)


@given(stands, stands)
def test_nothing_changed_exactly_when_all_is_the_same(one: Stand, other: Stand) -> None:
    same = (one.stance, one.firmness, one.about, one.words.strip()) == (
        other.stance, other.firmness, other.about, other.words.strip(),
    )  # fmt: skip
    assert (changed(one, other) == ()) == same


@given(stands, stands)
def test_what_became_firmer_one_way_became_softer_the_other_way(one: Stand, other: Stand) -> None:
    assert (Change.FIRMER in changed(one, other)) == (Change.SOFTER in changed(other, one))


@given(stands, stands)
def test_an_unclear_firmness_is_never_read_as_firmer_or_softer(one: Stand, other: Stand) -> None:
    if Firmness.UNCLEAR in (one.firmness, other.firmness):
        assert not {Change.FIRMER, Change.SOFTER} & set(changed(one, other))


@given(st.lists(st.integers(0, 9), unique=True, min_size=1), st.dictionaries(st.integers(0, 9), st.integers(0, 9)))
def test_what_nobody_replaced_stands_in_its_order(order: list[int], replaced: dict[int, int]) -> None:
    found = standing(order, {each: replaced.get(each) for each in order})

    assert list(found) == [each for each in order if each not in {replaced.get(other) for other in order}]
