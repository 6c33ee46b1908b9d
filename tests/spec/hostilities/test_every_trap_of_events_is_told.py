"""What goes wrong in files of events is told by row and code; nothing is put right silently, and the counts add up."""

from __future__ import annotations

from datetime import date

import pytest

from homeward.hostilities.formats.reading import Reading
from tests.spec.hostilities.files import CUT, aside, codes_by_row, event, looked_at, shared, written

QUIET_ROWS = [event(number, day="2016-05-02", adm_2="") for number in range(900, 903)]


def told(**cells: object) -> set[str]:
    """The codes of one event that stands in row 2."""
    return codes_by_row(looked_at(written([event(1, **cells)]))).get(2, set())


def only_aside(rows: list[dict[str, str]], **asked: object) -> tuple[int, str]:
    """The one row that is set aside; every other is kept, and the counts add up."""
    reading = looked_at(written(rows), **asked)
    assert reading.report.rows == reading.report.stored + len(reading.report.aside) == len(rows)
    (found,) = aside(reading)
    return found


def test_a_plain_event_has_no_doubt() -> None:
    assert told() == set()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"low": 9, "best": 3, "high": 9}, "low-above-best"),
        ({"low": 1, "best": 8, "high": 5, "deaths_b": 7}, "best-above-high"),
        ({"low": 9, "best": 3, "high": 5}, "low-above-high"),
        ({"low": 0, "best": 0, "high": 5, "deaths_a": 0, "deaths_b": 0}, "best-zero"),
        ({"deaths": 0}, "nobody-died"),
        ({"date_prec": 4, "date_start": "2016-05-01", "date_end": "2016-05-31"}, "coarse-day"),
        ({"date_prec": 5, "date_start": "2016-01-01", "date_end": "2016-12-31"}, "coarse-day"),
        ({"date_prec": 1, "date_start": "2016-05-01", "date_end": "2016-05-31"}, "days-against-precision"),
        ({"where_prec": 4}, "coarse-place"),
        ({"where_prec": 6, "adm_1": ""}, "coarse-place"),
        ({"adm_1": ""}, "no-division"),
        ({"latitude": ""}, "no-point"),
        ({"latitude": "97.5"}, "off-the-globe"),
        ({"longitude": "-181"}, "off-the-globe"),
        ({"latitude": "0", "longitude": "0"}, "null-island"),
        ({"deaths_civilians": 40}, "parts-against-best"),
        ({"best": ""}, "number-missing"),
        ({"day": "1916-05-01"}, "long-ago"),
    ],
)
def test_a_doubt_is_told_and_the_row_is_kept(cells: dict[str, object], code: str) -> None:
    assert code in told(**cells)
    assert looked_at(written([event(1, **cells)])).report.stored == 1


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"day": "2016-02-30"}, "no-such-day"),
        ({"day": "31/12/2016"}, "no-such-day"),
        ({"day": ""}, "no-day"),
        ({"date_start": "2016-05-09", "date_end": "2016-05-01"}, "ends-before-it-begins"),
        ({"best": "about 40"}, "not-a-number"),
        ({"best": "-4"}, "below-zero"),
        ({"high": "99999999999"}, "too-large"),
        ({"date_prec": "7"}, "precision-unknown"),
        ({"id": " "}, "no-id"),
        ({"latitude": "nan"}, "not-a-number"),
    ],
)
def test_a_row_that_cannot_be_kept_is_set_aside_with_why(cells: dict[str, object], code: str) -> None:
    asked = dict(cells)
    wrong = event(str(asked.pop("id", 1)), **asked)

    assert only_aside([*QUIET_ROWS, wrong]) == (5, code)


def test_an_event_after_the_day_of_the_download_is_set_aside() -> None:
    rows = [event(1), event(2, day="2016-08-01")]

    assert only_aside(rows, downloaded=date(2016, 7, 1)) == (3, "in-the-future")


def test_an_id_that_stands_twice_is_kept_once_and_says_where_it_stood_first() -> None:
    reading = looked_at(written([event(1), event(2), event(1, deaths=9)]))

    assert aside(reading) == [(4, "id-twice")]
    assert "first in row 2" in reading.report.aside[0].message
    assert reading.report.aside[0].cells[CUT.index("best")] == "9"


def test_a_row_with_more_or_fewer_cells_is_set_aside_whole() -> None:
    data = written([event(1), event(2)]).decode().splitlines()
    data[2] = "An extra cell," + data[2]
    reading = looked_at("\n".join(data).encode())

    assert aside(reading) == [(3, "shifted")]
    assert reading.report.aside[0].cells[0] == "An extra cell"


def test_cells_that_moved_under_other_headings_are_told_as_such() -> None:
    cells = event(2)
    moved = dict(zip(CUT, ["2", "", *list(cells.values())[1:-1]], strict=True))

    assert only_aside([event(1), moved]) == (3, "shifted")


def test_empty_cells_at_the_end_of_a_row_are_no_shift() -> None:
    data = written([event(1)]).decode().rstrip("\r\n") + ",,\r\n"

    assert looked_at(data.encode()).report.stored == 1


def test_a_heading_that_stands_again_tells_of_two_files_and_waits_for_a_yes() -> None:
    data = written([event(1)]) + written([event(2)])
    reading = looked_at(data)

    assert aside(reading) == [(3, "header-again")]
    assert "two-files" in {notice.code for notice in reading.report.doubts}


def test_versions_that_the_rows_name_themselves_are_held_against_each_other() -> None:
    rows = [{**event(1), "version": "18.1"}, {**event(2), "version": "19.1"}]

    (doubt,) = looked_at(written(rows, [*CUT, "version"])).report.doubts
    assert doubt.code == "versions-mixed" and "18.1, 19.1" in doubt.message


def test_two_ways_of_writing_days_wait_for_a_yes() -> None:
    rows = [event(1), event(2, day="2016-05-03T00:00:00")]

    assert [doubt.code for doubt in looked_at(written(rows)).report.doubts] == ["days-spelled-differently"]


def towns() -> list[dict[str, str]]:
    """Events in six towns of one district."""
    return [event(at, latitude=36.1 + at / 50, longitude=40.1 + at / 60) for at in range(1, 7)]


def test_exchanged_coordinates_are_told_from_the_other_points_of_the_district() -> None:
    reading = looked_at(written([*towns(), event(9, latitude=40.15, longitude=36.15)]))

    assert codes_by_row(reading) == {8: {"swapped"}}
    assert reading.report.stored == 7


def test_points_that_lie_apart_are_not_taken_for_exchanged() -> None:
    reading = looked_at(written([*towns(), event(9, latitude=38.9, longitude=43.2)]))

    assert codes_by_row(reading) == {}


def test_a_point_in_words_that_is_another_one_is_told() -> None:
    row = {**event(1), "geom_wkt": "POINT (36.2 37.1)"}

    assert codes_by_row(looked_at(written([row], [*CUT, "geom_wkt"]))) == {2: {"point-differs"}}


def test_that_lethal_events_alone_are_recorded_is_told_of_the_file() -> None:
    assert "lethal-only" in {notice.code for notice in looked_at(written([event(1)])).report.notices}


def test_of_a_code_in_many_rows_a_thousand_are_listed_and_all_counted() -> None:
    reading = looked_at(written([event(number, adm_1="") for number in range(1_200)]))

    assert reading.report.counts["no-division"] == 1_200
    listed = [notice for notice in reading.report.warnings() if notice.code == "no-division"]
    assert len(listed) == 1_001 and listed[-1].message == "200 more of this kind are not listed."


def _codes(reading: Reading, *codes: str) -> dict[str, int]:
    return {code: reading.report.counts[code] for code in codes}


def test_the_traps_of_the_syrian_events_are_counted() -> None:
    reading = looked_at(shared("ged_syria_2016_2018h1.csv"))

    assert (reading.report.rows, reading.report.stored, reading.report.values) == (13_607, 13_607, 13_607)
    assert _codes(reading, "low-above-best", "best-above-high", "best-zero", "coarse-place", "no-division") == {
        "low-above-best": 21,
        "best-above-high": 47,
        "best-zero": 833,
        "coarse-place": 1_176,
        "no-division": 271,
    }
    assert _codes(reading, "coarse-day", "swapped", "days-against-precision") == {
        "coarse-day": 205,
        "swapped": 0,
        "days-against-precision": 0,
    }


@pytest.mark.parametrize(
    ("file", "form", "rows"),
    [
        ("ged_41col_sample.csv", "ucdp-ged-41", 300),
        ("ged_49col_sample.csv", "ucdp-ged-49", 300),
        ("ged_car_1989_2022.csv", "ucdp-ged-cut", 1_848),
        ("ged_syria_2016_2018h1.csv", "ucdp-ged-cut", 13_607),
    ],
)
def test_real_layouts_are_read_whole(file: str, form: str, rows: int) -> None:
    reading = looked_at(shared(file))

    assert (reading.form, reading.report.stored, aside(reading)) == (form, rows, [])
