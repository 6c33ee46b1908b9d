"""Every line below the headings is a row or is set aside with its reason; none is lost, and none is mended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from homeward.lists.core.book import Line, Sheet
from homeward.lists.core.report import report
from tests.spec.lists.tables import asked, cells, looked, names


def test_a_line_that_could_not_be_read_is_set_aside_with_the_fault() -> None:
    lines = (
        Line(1, ("Name", "Passport")),
        Line(2, ("Layla Haddad", "A4471920")),
        Line(3, ("Omar S?leh", ""), fault="Bytes of this line (f8 88) are no letters of UTF-8."),
    )

    seen = looked(Sheet("", lines))

    assert [(line.number, line.code, line.reason) for line in seen.set_aside] == [
        (3, "fault", "Bytes of this line (f8 88) are no letters of UTF-8.")
    ]
    assert seen.outcome == "accept_with_warnings"


def test_a_row_without_a_name_and_a_sum_are_set_aside() -> None:
    seen = looked(
        """
        No | Name | Passport
        1 | Layla Haddad | A4471920
        2 | | B8810237
        3 | \u200b\u2060 | C5527081
        Total | 3 |
        """
    )

    assert names(seen) == ["Layla Haddad"]
    assert [(line.number, line.code) for line in seen.set_aside] == [(3, "no-name"), (4, "no-name"), (5, "sum")]


def test_cells_beyond_the_last_heading_are_a_fault_of_their_line() -> None:
    rows = [("Layla Haddad", "France")] * 9

    seen = looked(cells(("Name", "Nationality"), *rows, ("Saleh", "Omar", "Jordan")))

    assert [(line.number, line.code) for line in seen.set_aside] == [(11, "more-cells")]
    assert asked(seen) == []


def test_a_cell_that_is_too_long_is_set_aside() -> None:
    seen = looked(cells(("Name", "Remarks"), ("Layla Haddad", "x" * 70_000), ("Omar Saleh", "")))

    assert [line.code for line in seen.set_aside] == ["cell-too-long"]


def test_hidden_rows_wait_for_an_answer() -> None:
    lines = (Line(1, ("Name",)), Line(2, ("Layla Haddad",)), Line(3, ("Omar Saleh",), hidden=True))

    seen = looked(Sheet("", lines))

    assert asked(seen) == ["hidden-rows"]
    assert [line.code for line in seen.set_aside] == ["hidden"]
    taken = looked(Sheet("", lines), answers=seen.answers.answered("hidden-rows", "take"))
    assert names(taken) == ["Layla Haddad", "Omar Saleh"]


WORDS = st.sampled_from(
    [
        "",
        "Name",
        "Layla Haddad",
        "ليلى حداد",
        "1985-03-07",
        "07/03/1985",
        "A4471920",
        "=1+1",
        "\u202e",
        "-",
        "Total",
        "x\ny",
    ]
)


@given(st.lists(st.lists(WORDS, max_size=6), max_size=12), st.booleans())
def test_whatever_stands_in_a_table_no_line_is_lost(table: list[list[str]], headed: bool) -> None:
    rows = [("Name", "Date of birth", "Passport")] * headed + [row for row in map(tuple, table) if any(row)]

    seen = looked(cells(*rows))

    told = report(seen)
    assert told["source_rows"] == told["stored"] + len(told["quarantined"])
    places = {row.number for row in seen.rows} | {line.number for line in seen.set_aside}
    assert len(places) == len(seen.rows) + len(seen.set_aside)
    assert seen.outcome in ("reject", "ask", "accept_with_warnings", "accept")
