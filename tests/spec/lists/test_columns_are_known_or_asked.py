"""A column is what its heading says, unless its cells say otherwise; whatever is open is asked, with the likeliest answer first."""

from __future__ import annotations

from homeward.lists.core.answers import Answers
from homeward.lists.core.fields import Field
from tests.spec.lists.tables import asked, codes, fields, looked, names, sheet


def test_two_columns_of_one_heading_are_asked_about() -> None:
    seen = looked(
        """
        Name | Passport | Passport
        Layla Haddad | A4471920 | C1029384
        """
    )

    assert asked(seen) == ["column", "column"]
    assert seen.outcome == "ask"


def test_names_in_other_letters_are_the_same_name_again() -> None:
    seen = looked(
        """
        الاسم | Name | Passport
        ليلى حداد | Layla Haddad | A4471920
        """
    )

    assert seen.outcome == "accept"
    assert [(name.words, name.label) for name in seen.rows[0].values.names] == [
        ("ليلى حداد", ""),
        ("Layla Haddad", "English"),
    ]


def test_a_column_without_a_heading_is_asked_about() -> None:
    seen = looked(
        """
        Name | | Nationality
        Layla Haddad | 1985-03-07 | France
        Omar Saleh | 1990-11-02 | Jordan
        """
    )

    assert asked(seen) == ["column"]
    assert seen.questions[0].choices[0][0] == "birth"


def test_cells_that_contradict_their_heading_are_asked_about() -> None:
    seen = looked(
        """
        Name | Date of birth | Nationality
        Layla Haddad | France | 1985-03-07
        Omar Saleh | Jordan | 1990-11-02
        Rania Nasser | Egypt | 1971-05-23
        """
    )

    assert asked(seen) == ["column", "column"]
    assert [question.choices[0][0] for question in seen.questions] == ["nationality", "birth"]


def test_a_heading_that_names_two_things_is_asked_about() -> None:
    seen = looked(
        """
        Name | Passport / Nationality
        Layla Haddad | A4471920
        """
    )

    assert asked(seen) == ["column"]


def test_a_list_without_names_is_asked_which_column_holds_them() -> None:
    table = """
        No | Passport | Wagon
        1 | A4471920 | blue
        """

    seen = looked(table)

    assert asked(seen) == ["name-column"]
    left = looked(table, answers=Answers().answered("name-column", "leave"))
    assert [line.code for line in left.set_aside] == ["left-out"]


def test_an_unknown_heading_is_kept_with_its_words() -> None:
    seen = looked(
        """
        Name | Wagon
        Layla Haddad | blue 4
        """
    )

    assert seen.rows[0].values.more == (("Wagon", "blue 4"),)
    assert seen.outcome == "accept"
    assert "other-column" in codes(seen.notices)


def test_a_name_in_parts_is_put_together_and_its_parts_are_kept() -> None:
    seen = looked(
        """
        Name | Father | Grandfather | Family
        Layla | Omar | Samir | Haddad
        Rania | Yusuf | Khaled | Nasser
        """
    )

    assert names(seen) == ["Layla Omar Samir Haddad", "Rania Yusuf Khaled Nasser"]
    assert ("Haddad", "family") in [(name.words, name.label) for name in seen.rows[0].values.names]


def test_each_sheet_has_columns_of_its_own() -> None:
    seen = looked(
        sheet("Name | Date of birth\nLayla Haddad | 1985-03-07", "France"),
        sheet("Passport | Name\nB8810237 | Omar Saleh", "Jordan"),
    )

    assert names(seen) == ["Layla Haddad", "Omar Saleh"]
    assert fields(seen, "Jordan") == ["document", "name"]


def test_a_hidden_sheet_is_told_and_asked_about() -> None:
    shown = sheet("Name\nLayla Haddad", "Shown")
    hidden = sheet("Name\nOmar Saleh", "Old", hidden="very hidden")

    seen = looked(shown, hidden)

    assert names(seen) == ["Layla Haddad"]
    assert asked(seen) == ["hidden-sheet"]
    assert [(line.sheet, line.code) for line in seen.set_aside] == [("Old", "hidden")]
    taken = looked(shown, hidden, answers=Answers().answered("hidden-sheet", "take", sheet="Old"))
    assert names(taken) == ["Layla Haddad", "Omar Saleh"]


def test_a_hidden_column_is_left_out_until_a_person_takes_it_in() -> None:
    table = sheet("Name | Medical condition\nLayla Haddad | asthma", hidden_columns=(1,))

    seen = looked(table)

    assert asked(seen) == ["hidden-columns"]
    assert not seen.rows[0].values.needs
    taken = looked(table, answers=Answers().answered("hidden-columns", "take"))
    assert taken.rows[0].values.needs[0].words == "asthma"


def test_a_person_may_leave_a_column_out() -> None:
    table = "Name | Religion\nLayla Haddad | none"

    seen = looked(table, answers=Answers().answered("column", Field.NOTHING.value, column=1))

    assert seen.rows[0].values.more == ()
