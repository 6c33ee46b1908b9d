"""Cells joined downwards: what a family shares is read for each of its rows, each time with the cells named; nothing else is."""

from __future__ import annotations

from typing import Any

from tests.spec.lists.tables import codes, looked, sheet

FAMILIES = """
    Family no | Name  | Family name | Passport | Date of birth
    12        | Layla | Haddad      | A4471920 | 1985-03-07
              | Omar  |             | B8810237 | 1990-11-02
              | Rania |             |          |
    13        | Samir | Khalil      | D7193380 | 1966-09-14
"""


def joined(*merged: tuple[int, int, int, int], table: str = FAMILIES) -> Any:
    return looked(sheet(table, merged=merged))


def test_number_and_name_of_a_family_are_read_for_all_of_its_rows() -> None:
    seen = joined((2, 0, 4, 0), (2, 2, 4, 2))

    told = [(row.values.names[0].words, row.values.household) for row in seen.rows]
    assert told == [("Layla Haddad", "12"), ("Omar Haddad", "12"), ("Rania Haddad", "12"), ("Samir Khalil", "13")]


def test_each_reading_is_a_warning_that_names_the_cells() -> None:
    seen = joined((2, 0, 4, 0), (2, 2, 4, 2))

    warned = [(each.row, each.message) for each in seen.notices if each.code == "read-from-joined" and each.warns]
    assert [row for row, _ in warned] == [3, 3, 4, 4]
    assert warned[0][1] == "“12” stands in A2; cells A2:A4 are joined. It was read for this row too."
    assert seen.outcome == "accept_with_warnings"


def test_without_joined_cells_nothing_is_filled() -> None:
    seen = joined()

    assert [row.values.household for row in seen.rows] == ["12", "", "", "13"]
    assert [row.values.names[0].words for row in seen.rows][1] == "Omar"


def test_what_is_one_persons_alone_is_not_read_for_another_and_that_is_told() -> None:
    seen = joined((2, 3, 4, 3), (3, 4, 4, 4))

    assert [len(row.values.documents) for row in seen.rows] == [1, 1, 0, 1]
    assert seen.rows[2].values.birth is None
    assert codes(seen.notices).count("not-read-from-joined") == 2
    assert "stands in D2; cells D2:D4 are joined. It was not read" in seen.notices[-2].message


def test_a_row_with_words_of_its_own_keeps_them() -> None:
    table = FAMILIES.replace("| Omar  |             |", "| Omar  | Saleh       |")
    seen = joined((2, 2, 4, 2), table=table)

    assert [row.values.names[0].words for row in seen.rows][:3] == ["Layla Haddad", "Omar Saleh", "Rania Haddad"]


def test_joined_cells_of_a_title_or_of_headings_say_nothing_of_rows() -> None:
    assert "joined" not in " ".join(codes(joined((1, 2, 3, 2), (1, 0, 1, 4)).notices))


def test_a_line_that_is_set_aside_is_kept_as_it_came() -> None:
    table = """
        Family no | Name  | Passport
        12        | Layla Haddad | A4471920
                  |       | B8810237
    """
    (line,) = joined((2, 0, 3, 0), table=table).set_aside

    assert (line.code, line.cells[0]) == ("no-name", "")


def test_joined_cells_that_lie_over_each_other_take_no_time() -> None:
    many = tuple((2, 0, 1_000_000_000, 0) for _ in range(100_000))

    assert [row.values.household for row in joined(*many).rows] == ["12", "12", "12", "13"]
