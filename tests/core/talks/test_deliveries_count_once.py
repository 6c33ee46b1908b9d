"""Counts of what was delivered: once for each utterance, rivals spanned, later than what is asked never used."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from homeward.talks.core.deliveries import Told, counted
from homeward.talks.core.quantities import Amount, spanned

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def told(
    number: int, lo: int, hi: int | None = -1, *, day: int = 0, days: int = 1, so_far: bool = False, origin: str = "",
    voice: str = "", said: int | None = None, part: bool = False,
) -> Told:  # fmt: skip
    top = lo if hi == -1 else hi
    return Told(
        statement=UUID(int=number),
        origin=origin or f"o{number}",
        voice=voice or f"v{number}",
        amount=Amount(Decimal(lo), None if top is None else Decimal(top)),
        so_far=so_far,
        start=START + day * DAY,
        until=START + (day + days) * DAY,
        said=START + (day if said is None else said) * DAY,
        part=part,
        of="some" if part else "",
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Told]:
    found = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        lo = draw(st.integers(0, 50))
        hi = draw(st.one_of(st.none(), st.integers(lo, 60)))
        found.append(
            told(
                number,
                lo,
                hi,
                day=draw(st.integers(0, 6)),
                days=draw(st.integers(1, 3)),
                so_far=draw(st.booleans()),
                origin=f"o{draw(st.integers(1, 6))}",
                voice=f"v{draw(st.integers(1, 6))}",
            )
        )
    return found


def amount(*tolds: Told) -> tuple[int, int | None]:
    found = counted(tolds)
    assert found is not None
    return int(found.amount.lo), None if found.amount.hi is None else int(found.amount.hi)


def test_one_utterance_in_two_reports_counts_once() -> None:
    assert amount(told(1, 13, origin="x"), told(2, 13, origin="x")) == (13, 13)


def test_two_voices_of_one_day_are_rivals_and_never_added() -> None:
    found = counted([told(1, 13), told(2, 15)])

    assert found is not None
    assert (found.amount.lo, found.amount.hi) == (13, 15)
    assert {rival.statement for rival in found.rivals} == {UUID(int=1), UUID(int=2)}


def test_counts_of_two_days_are_added_and_are_no_rivals() -> None:
    found = counted([told(1, 13), told(2, 15, day=1)])

    assert found is not None
    assert found.amount == Amount.exactly(28)
    assert found.rivals == ()


def test_a_count_so_far_holds_what_came_before_it_and_not_what_came_after() -> None:
    assert amount(told(1, 13), told(2, 40, day=2, so_far=True), told(3, 5, day=3)) == (45, 45)


def test_of_times_that_lie_over_one_another_the_largest_came_and_at_most_all() -> None:
    assert amount(told(1, 13, days=3), told(2, 5, day=1)) == (13, 18)


def test_the_last_word_of_a_voice_about_a_day_holds() -> None:
    assert amount(told(1, 335, voice="v", said=0), told(2, 361, voice="v", said=1)) == (361, 361)


def test_one_utterance_with_two_numbers_of_one_time_is_spanned_and_told() -> None:
    found = counted([told(1, 13, origin="x"), told(2, 15, origin="x")])

    assert found is not None
    assert (found.amount.lo, found.amount.hi) == (13, 15)
    assert [each.statement for each in found.twice] == [UUID(int=2)]


def test_a_count_of_a_part_says_that_at_least_so_many_came() -> None:
    assert amount(told(1, 7, part=True)) == (7, None)
    assert amount(told(1, 7, part=True), told(2, 20)) == (20, 20)


def test_a_total_that_went_down_is_told() -> None:
    found = counted([told(1, 40, so_far=True), told(2, 30, day=1, so_far=True)])

    assert found is not None
    assert found.amount == Amount.exactly(30)
    assert [each.statement for each in found.fell] == [UUID(int=1)]


def test_nobody_who_counted_is_not_a_count_of_nothing() -> None:
    assert counted([]) is None


@given(histories(), st.randoms(use_true_random=False))
def test_telling_it_twice_or_in_another_order_changes_nothing(history: list[Told], chance: random.Random) -> None:
    again = [*history, *history]
    chance.shuffle(again)

    one, other = counted(history), counted(again)
    assert one is not None and other is not None
    assert one.amount == other.amount


@given(st.lists(st.tuples(st.integers(0, 50), st.one_of(st.none(), st.integers(0, 20))), min_size=1, max_size=6))
def test_the_amount_holds_what_each_rival_says_and_no_more(said: list[tuple[int, int | None]]) -> None:
    rivals = [told(number, lo, None if more is None else lo + more) for number, (lo, more) in enumerate(said, start=1)]
    found = counted(rivals)

    assert found is not None
    assert all(found.amount.holds(rival.amount) for rival in rivals)
    assert found.amount == spanned(rival.amount for rival in rivals)


@given(histories(), st.integers(0, 50), st.integers(0, 6))
def test_a_further_flow_never_makes_it_less(history: list[Told], more: int, day: int) -> None:
    before = counted(history)
    after = counted([*history, told(99, more, day=20 + day)])

    assert before is not None and after is not None
    assert after.amount.lo == before.amount.lo + more
