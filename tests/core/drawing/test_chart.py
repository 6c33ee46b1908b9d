from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing.chart import FLOOR, TOP, Point, over_time
from homeward.web.drawing.strips import Words

GAZA = ZoneInfo("Asia/Gaza")
NOW = datetime(2023, 11, 4, 10, tzinfo=UTC)


def day(number: int, month: int = 11) -> datetime:
    return datetime(2023, month, number, tzinfo=UTC)


def said(ref: str, series: str, start: datetime | None, words: Words, days: int = 1) -> Point:
    return Point(ref, series, start, start + timedelta(days=days) if start else None, words)


FIGURES = [
    said("s01#2", "Mission", day(21, 10), Words("gt", 401, None, 400)),
    said("s02#2", "Mission", day(1), Words("gt", 501, None, 500)),
    said("s04#1", "Ambassador", day(1), Words("about", 540, 660, 600)),
]


def boxes(points: list[Point]) -> dict:
    return {box.ref: box for box in over_time(points, now=NOW, zone=GAZA).boxes}


def test_counts_rise_from_nothing_at_the_floor():
    chart = over_time(FIGURES, now=NOW, zone=GAZA)

    assert (chart.levels[0].number, chart.levels[0].y) == (0, FLOOR)
    assert [level.y for level in chart.levels] == sorted((level.y for level in chart.levels), reverse=True)
    assert chart.levels[-1].y == TOP


def test_an_open_end_goes_past_the_last_number_of_the_axis():
    assert boxes(FIGURES)["s02#2"].top < TOP
    assert boxes(FIGURES)["s04#1"].top > TOP


def test_rivals_at_one_moment_stand_side_by_side():
    drawn = boxes(FIGURES)

    assert drawn["s01#2"].offset == 0
    assert drawn["s02#2"].offset == -11
    assert drawn["s04#1"].offset == 11


def test_the_label_of_a_rival_stands_on_its_own_side():
    drawn = boxes(FIGURES)

    assert drawn["s02#2"].label_before
    assert not drawn["s04#1"].label_before


def test_steps_stay_within_one_series():
    chart = over_time(FIGURES, now=NOW, zone=GAZA)

    assert len(chart.steps) == 1
    assert (chart.steps[0].x1, chart.steps[0].x2) == (boxes(FIGURES)["s01#2"].x, boxes(FIGURES)["s02#2"].x)


def test_the_last_figure_of_a_series_carries_its_name():
    assert {ref: box.label for ref, box in boxes(FIGURES).items()} == {
        "s01#2": "",
        "s02#2": "Mission",
        "s04#1": "Ambassador",
    }


def test_more_than_four_series_are_not_labelled_in_the_drawing():
    crowd = [said(f"s{n}", f"Voice {n}", day(1), Words("eq", n, n, n)) for n in range(5)]

    assert {box.label for box in boxes(crowd).values()} == {""}


def test_a_long_as_of_is_drawn_as_long_as_it_is_and_a_figure_without_one_reaches_both_edges():
    drawn = boxes(
        [
            *FIGURES,
            said("late", "Mission", day(21, 10), Words("eq", 9, 9, 9), days=10),
            said("never", "X", None, Words("eq", 3, 3, 3)),
        ]
    )

    assert float(drawn["late"].asof_width[:-1]) > 50
    assert (drawn["never"].asof_x, drawn["never"].asof_width) == ("10.00%", "84.00%")


figures = st.lists(
    st.builds(
        lambda n, series, days, length, lo, width: Point(
            f"s{n}",
            series,
            day(1) + timedelta(days=days),
            day(1) + timedelta(days=days + length),
            Words("range", lo, lo + width, lo),
        ),
        st.integers(0, 10**6),
        st.sampled_from("ABCD"),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 900),
        st.integers(0, 300),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda point: point.ref,
)


@given(figures)
def test_every_figure_is_drawn_once_and_no_two_labels_lie_on_each_other(points):
    drawn = list(boxes(points).values())

    assert sorted(box.ref for box in drawn) == sorted(point.ref for point in points)
    assert all(box.top <= box.bottom <= FLOOR for box in drawn)
    for one, other in combinations(drawn, 2):
        near = abs(float(one.x[:-1]) - float(other.x[:-1])) < 30
        assert not near or abs(one.label_y - other.label_y) >= 17
