"""A file is read by the names of its columns, whatever their order, sign and letters; one of no form is refused with both sides."""

from __future__ import annotations

import pytest

from homeward.files.bounds import Damaged, NoText
from homeward.files.letters import UndecidedLetters
from homeward.hostilities.core.rows import Dyad, Place
from homeward.hostilities.formats.forms import ALL_41, ALL_49, Form, NoForm
from homeward.refusals import Refused
from tests.spec.hostilities.files import CUT, event, looked_at, written

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 \
assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude \
geo_precision source source_scale notes fatalities tags timestamp".split()
)
ROW = {
    "event_id_cnty": "NOR1", "event_date": "04 November 2023", "year": "2023", "time_precision": "1", "event_type": "Battles",
    "actor1": "Southern Front", "actor2": "Military Forces of Northland", "country": "Northland", "admin1": "Verba province",
    "admin2": "Verba district", "location": "Verba", "latitude": "36.2", "longitude": "37.1", "geo_precision": "1",
    "source": "An agency", "fatalities": "4", "notes": "On 4 November,\nby the river.",
}  # fmt: skip


def test_columns_in_another_order_make_no_difference() -> None:
    one = looked_at(written([event(1)], CUT))
    other = looked_at(written([event(1)], reversed(CUT)))

    assert one.form is other.form is Form.GED_CUT
    assert one.registers.places == other.registers.places and one.registers.dyads == other.registers.dyads


@pytest.mark.parametrize(("columns", "form"), [(ALL_41, Form.GED_41), (ALL_49, Form.GED_49)])
def test_both_layouts_of_ged_are_known(columns: frozenset[str], form: Form) -> None:
    row = {**event(1), "code_status": "Clear", "country": "Northland"}
    reading = looked_at(written([row], sorted(columns)))

    assert (reading.form, reading.countries, reading.report.stored) == (form, ("Northland",), 1)


def test_rows_that_are_not_cleared_make_it_the_candidate_dataset() -> None:
    row = {**event(1), "code_status": "Check deaths"}
    reading = looked_at(written([row], sorted(ALL_49)))

    assert reading.form is Form.CANDIDATE
    assert reading.report.counts["not-cleared"] == 1


def test_the_layout_of_acled_is_read_with_its_own_precisions() -> None:
    rows = [ROW, {**ROW, "event_id_cnty": "NOR2", "time_precision": "3", "geo_precision": "3", "fatalities": "0"}]
    reading = looked_at(written(rows, ACLED))

    assert reading.form is Form.ACLED
    assert [place.where_prec for place in reading.registers.places] == [1, 4]
    assert list(reading.registers.dyads) == [
        Dyad(
            "Military Forces of Northland - Southern Front",
            "Military Forces of Northland - Southern Front",
            "Military Forces of Northland",
            "Southern Front",
            0,
        )
    ]
    assert reading.report.counts["coarse-day"] == 1 and reading.report.counts["nobody-died"] == 0
    assert reading.report.counts["no-range"] == 2


def test_whom_acled_names_first_makes_no_other_pair() -> None:
    turned = {**ROW, "event_id_cnty": "NOR2", "actor1": ROW["actor2"], "actor2": ROW["actor1"]}

    assert len(looked_at(written([ROW, turned], ACLED)).registers.dyads) == 1


def test_hxl_tags_name_columns_whose_headings_say_nothing() -> None:
    data = (
        "Nr,Tag,Provinz,Breite,Länge,Tote\n#event+id,#date,#adm1+name,#geo+lat,#geo+lon,#affected+killed\n"
        "a1,2016-05-01,Verba,36.2,37.1,4\na2,2016-05-02,Verba,36.2,37.1,\n"
    )
    reading = looked_at(data.encode())

    assert (reading.form, reading.report.stored) == (Form.HXL_EVENTS, 2)
    assert list(reading.registers.places) == [Place("", "Verba", "", "", 36.2, 37.1, 0)]
    assert reading.report.counts["number-missing"] == 1


def test_a_row_of_hxl_tags_under_known_names_is_no_row_of_the_file() -> None:
    data = b"date,killed\n#date,#affected+killed\n2016-05-01,4\n"
    reading = looked_at(data)

    assert (reading.form, reading.report.rows, reading.report.stored) == (Form.DAILY, 1, 1)


def test_hxl_tags_alone_may_give_daily_numbers() -> None:
    reading = looked_at(b"Tag,Tote\n#date+reported,#affected+killed\n2016-05-01,4\n2016-05-02,0\n")

    assert (reading.form, reading.measures, reading.report.stored) == (Form.HXL_DAILY, ("killed",), 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_letters_and_signs_between_cells_are_found(encoding: str, delimiter: str) -> None:
    data = written([event(1, where_coordinates="Вéрба")], delimiter=delimiter, encoding=encoding)
    reading = looked_at(data)

    assert reading.report.stored == 1
    assert [place.name for place in reading.registers.places] == ["Вéрба"]


def test_a_code_page_that_nobody_can_tell_is_asked_for() -> None:
    name = "город Верба у реки, где была переправа"
    data = written([event(1, where_coordinates=name)], encoding="cp1251")

    with pytest.raises(UndecidedLetters):
        looked_at(data)
    assert [place.name for place in looked_at(data, encoding="windows-1251").registers.places] == [name]


def test_quoted_cells_run_over_lines_and_rows_count_as_a_spreadsheet_shows_them() -> None:
    rows = [event(1, source_office='An agency,\n"of the north"'), event(2, adm_1="")]
    reading = looked_at(written(rows))

    assert reading.report.stored == 2
    assert [notice.row for notice in reading.report.notices if notice.code == "no-division"] == [3]


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line() -> None:
    data = written([event(1)]) + b'2,"' + written([event(number) for number in range(900)])

    with pytest.raises(Damaged) as refused:
        looked_at(data)
    assert "line" in refused.value.where and "quotation mark" in refused.value.instead


def test_what_is_no_form_is_refused_with_what_was_seen_and_what_was_expected() -> None:
    with pytest.raises(NoForm) as refused:
        looked_at(b"name,born\nAmal,1985\n")

    assert "Seen: name, born." in refused.value.instead
    assert "ACLED (event_date, event_id_cnty, fatalities missing)" in refused.value.instead


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(NoForm, match="Two columns are called best"):
        looked_at(written([event(1)], [*CUT, "best"]))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(NoText):
        looked_at(data)


def test_a_heading_without_rows_keeps_nothing() -> None:
    report = looked_at(written([])).report

    assert (report.rows, report.as_json()["outcome"]) == (0, "reject")


def test_a_zero_byte_sets_its_row_aside() -> None:
    data = written([event(1), event(2, adm_1="Ver\0ba")])
    reading = looked_at(data)

    assert [(one.number, one.code) for one in reading.report.aside] == [(3, "zero-byte")]


@pytest.mark.parametrize("data", [b"PK\x03\x04rubbish", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 20])
def test_what_is_no_text_is_refused_and_breaks_nothing(data: bytes) -> None:
    with pytest.raises(Refused):
        looked_at(data)
