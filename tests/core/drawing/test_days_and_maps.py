"""Violence by day and places on a map: what has no number is not drawn as one, and nothing lies off the drawing."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.hostilities.core.buckets import Bucket
from homeward.web.drawing import days as drawing
from homeward.web.drawing import maps
from homeward.web.drawing.days import Placed, Said
from homeward.web.drawing.maps import Place

FIRST = date(2026, 1, 5)


def at(number: int) -> date:
    return FIRST + timedelta(days=number)


def bucket(number: int, best: int | None, low: int | None = None, high: int | None = None, gaps: int = 0) -> Bucket:
    known = 0 if best is None else 1
    gaps = gaps or (1 - known)
    return Bucket(
        at(number), at(number), best if low is None else low, best, best if high is None else high, 1, known, gaps
    )


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def test_a_gap_is_a_stretch_and_never_a_column():
    drawn = drawing.days([bucket(0, 4), bucket(1, None), bucket(2, None), bucket(3, 0), bucket(4, None)])
    assert len(drawn.columns) == 2
    assert len(drawn.gaps) == 2
    first, second = drawn.gaps
    assert number(first.width) == pytest.approx(2 * number(second.width), abs=0.02)
    assert drawn.columns[1].height == 0, "a recorded zero has a place and no height"


def test_a_column_stands_on_its_best_number_and_its_band_reaches_from_the_lowest_to_the_highest():
    (column,) = drawing.days([bucket(0, 50, low=20, high=90)]).columns
    assert column.band is not None
    top, height = column.band
    assert top < column.y < top + height <= drawing.VIOLENCE


def test_numbers_that_contradict_each_other_are_drawn_as_they_stand():
    (column,) = drawing.days([bucket(0, 50, low=90, high=20)]).columns
    assert column.band is not None and column.band[1] > 0


def test_what_is_said_of_movement_stands_below_on_the_same_days():
    drawn = drawing.days(
        [bucket(n, n) for n in range(10)],
        crossed=[Said(at(2), at(2), 40, 40), Said(at(3), at(3), 51, None), Said(at(4), at(4), None, 9)],
        lanes=[
            ("The bridge", [Placed(at(2), at(3), "open"), Placed(at(8), None, "closed"), Placed(at(90), None, "open")])
        ],
    )
    assert [each.kind for each in drawn.moved] == ["exact", "open", "range"]
    assert drawn.moved[0].x == drawn.columns[2].x
    (lane,) = drawn.lanes
    assert [each.kind for each in lane.stretches] == ["open", "closed"], "what lies past the last day is not drawn"
    assert number(lane.stretches[0].width) == pytest.approx(2 * number(drawn.columns[0].width), abs=0.02)
    assert number(lane.stretches[1].x) + number(lane.stretches[1].width) == pytest.approx(99, abs=0.05)
    assert drawn.height > drawn.moved_floor > drawn.floor


@given(st.lists(st.none() | st.integers(0, 10**6), min_size=1, max_size=60))
def test_nothing_is_drawn_off_the_drawing(counts):
    drawn = drawing.days([bucket(n, each) for n, each in enumerate(counts)])
    for each in (*drawn.columns, *drawn.gaps):
        assert number(each.x) >= 0 and number(each.x) + number(each.width) <= 99.3
        assert each.y >= 0 and each.y + each.height <= drawn.height


def place(latitude: float, longitude: float, best: int = 3, **more: object) -> Place:
    return Place("somewhere", latitude, longitude, **{"low": best, "high": best, "known": True, **more}, best=best)  # type: ignore[arg-type]


def test_of_no_place_there_is_no_map():
    assert maps.drawn([]) is None


def test_a_map_shows_the_coast_around_its_places_and_where_they_lie():
    drawn = maps.drawn([place(36.2, 37.1, 90), place(33.5, 36.3, 10), place(35.5, 35.8, 1)])
    assert drawn is not None
    assert drawn.coasts.startswith("M")
    assert drawn.between.startswith("M")
    first = next(each for each in drawn.circles if each.number == 1)
    assert first.radius == maps.LARGEST
    assert drawn.circles[-1] is first, "the largest comes first in the list and is drawn last, on top"
    assert {line.words for line in drawn.parallels} >= {"34°N", "36°N"}


def test_a_single_place_is_seen_with_what_lies_around_it():
    drawn = maps.drawn([place(31.5, 34.4)])
    assert drawn is not None
    assert [(each.x, each.y) for each in drawn.circles] == [("50.00%", "50.00%")]


def test_lines_are_told_by_their_side_of_the_globe():
    drawn = maps.drawn([place(-3, -4), place(3, 4)])
    assert drawn is not None
    assert {"2°S", "0°", "2°N"} <= {line.words for line in drawn.parallels}
    assert {"2°W", "0°", "2°E"} <= {line.words for line in drawn.meridians}


@settings(max_examples=20)
@given(st.lists(st.tuples(st.floats(-85, 85), st.floats(-179, 179), st.integers(0, 10**6)), min_size=1, max_size=12))
def test_every_place_of_the_globe_can_be_drawn(told):
    drawn = maps.drawn([place(latitude, longitude, best, low=0, high=2 * best) for latitude, longitude, best in told])
    assert drawn is not None
    assert maps.FLAT - 2 <= drawn.height <= 40 * maps.WIDTH
    for each in drawn.circles:
        assert 0 <= number(each.x) <= 100
        assert 0 <= number(each.y) <= 100
        assert maps.SMALLEST <= each.radius <= maps.LARGEST
    assert not re.search("nan|inf", drawn.coasts)
