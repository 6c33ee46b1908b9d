"""How many will have crossed by each day, drawn: what was before stays in sight and does not press together what lies ahead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing.fans import Ahead, Fan, Past, fan

ON = date(2026, 11, 30)
AHEAD = (Ahead(0, (0, 0, 0, 0, 0)), Ahead(7, (10, 20, 30, 40, 50)), Ahead(14, (60, 70, 80, 90, 100)))


def drawn(*past: Past) -> Fan:
    made = fan(past, AHEAD, on=ON, people=100, cleared=80)
    assert made
    return made


def test_nothing_is_drawn_where_nothing_was_told_ahead() -> None:
    assert fan([Past(-3, 4)], [], on=ON, people=100, cleared=None) is None


def test_a_history_of_years_is_seen_for_twice_as_long_as_what_lies_ahead() -> None:
    made = drawn(Past(-1_100, 3), Past(-40, 8), Past(-5, 20))

    assert (made.first_day, made.last_day) == (date(2026, 11, 2), date(2026, 12, 14))
    assert float(made.today.rstrip("%")) == pytest.approx(70, abs=0.1)
    first = made.columns[0]
    assert (first.x, first.outer) == ("10.00%", None)
    assert first.middle == drawn(Past(-28, 8), Past(-5, 20)).columns[0].middle, "it begins with all who came before"


def test_a_short_history_is_seen_whole() -> None:
    assert drawn(Past(-5, 20)).first_day == date(2026, 11, 25)


@given(st.lists(st.integers(-2_000, -1), max_size=60, unique=True))
def test_no_column_leaves_the_drawing_and_none_goes_backwards(days: list[int]) -> None:
    made = drawn(*(Past(day, number) for number, day in enumerate(sorted(days))))

    for each in made.columns:
        x, end = (float(side.rstrip("%")) for side in (each.x, each.end))
        assert 10 <= x <= end <= 100
    assert len(made.table) == len(AHEAD)
