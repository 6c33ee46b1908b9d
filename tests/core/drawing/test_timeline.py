from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homeward.web.drawing.timeline import LANE, MOST_LANES, Event, timeline

GAZA = ZoneInfo("Asia/Gaza")


def day(number: int, month: int = 11) -> datetime:
    return datetime(2023, month, number, tzinfo=UTC)


def on(ref: str, start: datetime | None, until: datetime | None) -> Event:
    return Event(ref, "asserted", start, until)


def test_a_day_is_a_disc_and_a_week_is_a_bar():
    drawn = timeline(
        [on("s01", day(21, 10), day(22, 10)), on("s02", day(1), day(8)), on("s03", day(25), day(26))], zone=GAZA
    )

    assert {bar.ref: bar.is_disc for bar in drawn.bars} == {"s01": True, "s02": False, "s03": True}


def test_what_shares_days_lies_in_lanes_one_above_the_other():
    drawn = timeline([on("s01", day(1), day(9)), on("s02", day(2), day(3)), on("s03", day(9), day(10))], zone=GAZA)

    assert {bar.ref: bar.y for bar in drawn.bars} == {"s01": 0, "s02": LANE, "s03": 0}
    assert drawn.height == 2 * LANE


def test_an_open_end_reaches_the_edge_and_says_so():
    bar = timeline([on("s01", day(1), None), on("s02", day(1), day(9))], zone=GAZA).bars[-1]

    assert (bar.ref, bar.opens_after, bar.opens_before) == ("s01", True, False)
    assert bar.x == "2.00%"
    assert bar.width == "98.00%"


def test_a_silence_is_named_in_days_and_an_open_end_does_not_fill_it():
    events = [on("s01", day(1), day(2)), on("s02", day(11), day(12)), on("s03", day(1), None)]

    assert [silence.days for silence in timeline(events, zone=GAZA).silences] == [9]


def test_what_has_no_time_stands_in_the_list_only():
    drawn = timeline([on("s01", None, None), on("s02", day(1), day(2))], zone=GAZA, now=day(4))

    assert drawn.undrawn == 1
    assert [bar.ref for bar in drawn.bars] == ["s02"]
    assert drawn.now == "98.00%"


days = st.integers(0, 60).map(lambda n: day(1) + timedelta(days=n))


@given(st.lists(st.tuples(days, st.integers(0, 20)), max_size=40))
def test_everything_is_drawn_or_counted_and_nothing_covers_another(spans):
    events = [on(f"s{n}", start, start + timedelta(days=length)) for n, (start, length) in enumerate(spans)]

    drawn = timeline(events, zone=GAZA, now=day(4))

    assert len(drawn.bars) + drawn.undrawn == len(events)
    assert drawn.height <= MOST_LANES * LANE
    lanes: dict[int, float] = {}
    for bar in drawn.bars:
        begin = float(bar.x[:-1]) - (float(bar.width[:-1]) / 2 if bar.is_disc else 0)
        assert begin >= lanes.get(bar.y, 0) - 0.02
        lanes[bar.y] = begin + float(bar.width[:-1])
