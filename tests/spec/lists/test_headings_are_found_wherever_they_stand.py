"""A list has titles above its headings, headings in two languages or two lines, none at all, or again on each page."""

from __future__ import annotations

import pytest

from homeward.lists.core.answers import Answers
from tests.spec.lists.tables import asked, codes, fields, looked, names


def test_titles_above_the_headings_are_told_and_name_nobody() -> None:
    seen = looked(
        """
        Ministry of Transit | |
        List of persons, 14 January |  |
        No | Name | Date of birth
        1  | Layla Haddad | 1985-03-07
        """
    )

    assert names(seen) == ["Layla Haddad"]
    assert "Ministry of Transit" in next(note.message for note in seen.notices if note.code == "titles")


@pytest.mark.parametrize(
    "table",
    [
        """
        Name / الاسم | Date of birth / تاريخ الميلاد | Passport No / رقم الجواز
        Layla Haddad | 1985-03-07 | A4471920
        """,
        """
        Name | Date of birth | Passport No.
        الاسم | تاريخ الميلاد | رقم الجواز
        Layla Haddad | 1985-03-07 | A4471920
        """,
        """
        Name\\nالاسم | DOB\\nتاريخ الميلاد | PP No\\nرقم الجواز
        Layla Haddad | 1985-03-07 | A4471920
        """,
        """
        Personal | | Passport
        Name | Born | Number
        Layla Haddad | 1985-03-07 | A4471920
        """,
    ],
)
def test_headings_in_two_languages_or_on_two_lines_are_one_heading(table: str) -> None:
    seen = looked(table)

    assert fields(seen) == ["name", "birth", "document"]
    assert names(seen) == ["Layla Haddad"]
    assert seen.outcome == "accept"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("الاسم الرباعي | تاريخ الميلاد | رقم جواز السفر | الجنسية", ["name", "birth", "document", "nationality"]),
        ("שם פרטי | שם משפחה | תאריך לידה | ת.ז.", ["given name", "family name", "birth", "second document"]),
        ("№ п/п | ФИО | Дата рождения | Паспорт", ["running number", "name", "birth", "document"]),
        ("№ з/п | ПІБ | Дата народження | Громадянство", ["running number", "name", "birth", "nationality"]),
        ("Nom | Prénom | Né(e) le | N° de passeport", ["family name", "given name", "birth", "document"]),
        ("Sıra | Adı Soyadı | Doğum tarihi | Uyruğu", ["running number", "name", "birth", "nationality"]),
    ],
)
def test_headings_are_known_in_the_languages_that_lists_come_in(headings: str, expected: list[str]) -> None:
    seen = looked(f"{headings}\n1 | 2 | 3 | 4")

    assert fields(seen) == expected


def test_headings_that_stand_again_on_a_new_page_are_no_person() -> None:
    seen = looked(
        """
        Name | Date of birth
        Layla Haddad | 1985-03-07
        Name | Date of birth
        Omar Saleh | 1990-11-02
        """
    )

    assert names(seen) == ["Layla Haddad", "Omar Saleh"]
    assert "repeated-headings" in codes(seen.notices)


def test_a_list_without_headings_is_asked_about() -> None:
    table = """
        Layla Haddad | 1985-03-07 | A4471920
        Omar Saleh | 1990-11-02 | B8810237
        """

    seen = looked(table)

    assert asked(seen) == ["header"]
    assert seen.questions[0].choices[0][0] == "0"


def test_columns_of_a_list_without_headings_are_guessed_by_their_cells_and_asked() -> None:
    table = """
        Layla Haddad | 1985-03-07 | A4471920
        Omar Saleh | 1990-11-02 | B8810237
        """
    settled = Answers().answered("header", "0")

    seen = looked(table, answers=settled)

    assert [question.choices[0][0] for question in seen.questions] == ["name", "birth", "document"]
    for question in seen.questions:
        settled = settled.answered(question.code, question.choices[0][0], column=question.column)
    again = looked(table, answers=settled)
    assert again.outcome == "accept"
    assert names(again) == ["Layla Haddad", "Omar Saleh"]
