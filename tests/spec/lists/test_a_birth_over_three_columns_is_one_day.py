"""A day of birth that stands over three columns is read as one day, in the words of its pieces, and that is told."""

from __future__ import annotations

import pytest

from homeward.lists.core.answers import Answers, SheetAnswers
from homeward.lists.core.fields import Field
from tests.spec.lists.tables import Checked, asked, codes, looked


def births(seen: Checked) -> list[tuple[str, str]]:
    return [(row.values.birth.words, row.values.birth.start) for row in seen.rows if row.values.birth]


@pytest.mark.parametrize(
    ("heading", "cells", "words"),
    [
        ("Birth day | Birth month | Birth year", "7 | 3 | 1985", "7/3/1985"),
        ("Day of birth | Month | Year", "07 | March | 1985", "07 March 1985"),
        ("Year of birth | Month of birth | Day of birth", "1985 | 3 | 7", "7/3/1985"),
        ("Birth month | Birth day | Birth year", "3 | 7 | 1985", "7/3/1985"),
        ("DOB\\nDD | DOB\\nMM | DOB\\nYYYY", "7 | 3 | 1985", "7/3/1985"),
        ("يوم الميلاد | شهر الميلاد | سنة الميلاد", "٧ | آذار | ١٩٨٥", "٧ آذار ١٩٨٥"),
        ("יום לידה | חודש לידה | שנת לידה", "7 | מרץ | 1985", "7 מרץ 1985"),
        ("День рождения | Месяц | Год", "7 | марта | 1985", "7 марта 1985"),
        ("День народження | Місяць | Рік", "7 | 3 | 1985", "7/3/1985"),
        ("Jour de naissance | Mois | Année", "7 | mars | 1985", "7 mars 1985"),
        ("Doğum günü | Ay | Yıl", "7 | 3 | 1985", "7/3/1985"),
    ],
)
def test_three_headings_say_day_month_and_year(heading: str, cells: str, words: str) -> None:
    seen = looked(f"Name | {heading} | Passport\nLayla Haddad | {cells} | A4471920")

    assert births(seen) == [(words, "1985-03-07")]
    assert codes(seen.notices) == ["birth-joined"] and seen.notices[0].warns
    assert not seen.questions


def test_one_heading_over_day_month_and_year() -> None:
    seen = looked("""
        No | Name         | Date of birth |       |      | Passport
           |              | Day           | Month | Year |
        1  | Layla Haddad | 7             | 3     | 1985 | A4471920
    """)

    assert births(seen) == [("7/3/1985", "1985-03-07")]
    assert "“Date of birth Day”, “Date of birth Month”" in seen.notices[0].message


def test_one_heading_over_three_columns_without_words_of_their_own() -> None:
    table = """
        Name         | Date of birth |    |      | Passport
        Layla Haddad | 7             | 3  | 1985 | A4471920
        Omar Saleh   | {day}         | 11 | 1990 | B8810237
    """
    # A day past the twelfth shows the order; where none does it is asked, as in one column.
    assert births(looked(table.format(day=22))) == [("7/3/1985", "1985-03-07"), ("22/11/1990", "1990-11-22")]
    assert asked(looked(table.format(day=2))) == ["day-order"]


def test_pieces_that_are_lacking_are_not_made_up() -> None:
    seen = looked("""
        Name         | Birth day | Birth month | Birth year | Passport
        Layla Haddad |           | 3           | 1985       | A4471920
        Omar Saleh   |           |             | 1990       | B8810237
        Rania Nasser | 7         |             | 1971       | C5527081
        Samir Khalil | 31        | 2           | 1966       | D7193380
        Nadia Nasser |           |             |            | E1190032
    """)

    whole = [("3/1985", "1985-03-01"), ("1990", "1990-01-01"), ("7//1971", ""), ("31/2/1966", "")]
    assert births(seen) == whole
    assert seen.rows[4].values.birth is None
    assert codes(seen.notices).count("birth-unread") == 2


def test_day_month_and_year_of_nobody_knows_what_are_asked_about() -> None:
    table = "Name | Day | Month | Year | Passport\nLayla Haddad | 7 | 3 | 1985 | A4471920"
    seen = looked(table)
    assert asked(seen) == ["column"] * 3
    assert seen.rows[0].values.more == (("Day", "7"), ("Month", "3"), ("Year", "1985"))

    said = SheetAnswers(columns=dict.fromkeys((1, 2, 3), Field.BIRTH))
    assert births(looked(table, answers=Answers(sheets=(said,)))) == [("7/3/1985", "1985-03-07")]


@pytest.mark.parametrize(
    "heading", ["Date of birth | Day | Month | Year", "Date of birth | Expiry day | Expiry month | Expiry year"]
)
def test_beside_a_whole_birth_other_pieces_are_none(heading: str) -> None:
    seen = looked(f"Name | {heading} | Passport\nLayla Haddad | 07/03/1985 | 1 | 2 | 2024 | A4471920")

    assert "birth-joined" not in codes(seen.notices)
    assert [row.values.birth.words for row in seen.rows if row.values.birth] == ["07/03/1985"]


def test_what_stands_in_a_second_column_of_births_is_not_lost() -> None:
    table = "Name | Birth | Born again | Passport\nLayla Haddad | 1985-03-07 | 1985-03-08 | A4471920"
    said = SheetAnswers(columns={1: Field.BIRTH, 2: Field.BIRTH})
    (row,) = looked(table, answers=Answers(sheets=(said,))).rows

    assert row.values.birth is not None and row.values.birth.words == "1985-03-07"
    assert row.values.more == (("Born again", "1985-03-08"),)
