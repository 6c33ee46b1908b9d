"""The pace of an authority, out of the desk's own history with it and a weak prior."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.clearances.core.pace import Wait, pace


def test_without_history_it_is_even_odds_and_a_week() -> None:
    told = pace([])

    assert (told.probability, told.answered, told.waiting) == (0.5, 0, 0)
    assert told.median_days == pytest.approx(7.0)


def test_many_answers_outweigh_the_prior() -> None:
    told = pace([Wait(2, True)] * 90 + [Wait(2, False)] * 10)

    assert told.probability == pytest.approx(0.9, abs=0.01)
    assert 1.2 < told.median_days < 1.6  # half of times that last 2 days on average are over after 1.4


def test_who_still_waits_makes_an_authority_slower_and_no_less_likely_to_grant() -> None:
    quick = pace([Wait(1, True)] * 5)
    slow = pace([Wait(1, True)] * 5 + [Wait(30)] * 20)

    assert slow.median_days > 5 * quick.median_days
    assert slow.probability == quick.probability
    assert (slow.answered, slow.waiting) == (5, 20)


waits = st.lists(st.builds(Wait, st.floats(0, 400), st.none() | st.booleans()), max_size=40)


@given(waits)
def test_whatever_the_history_it_can_be_reckoned_with(history: list[Wait]) -> None:
    told = pace(history)

    assert 0 < told.probability < 1
    assert told.median_days > 0
    assert told.answered + told.waiting == len(history)
