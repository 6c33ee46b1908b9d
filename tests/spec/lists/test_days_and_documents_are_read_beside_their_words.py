"""What stands in a cell is kept; how it was read stands beside it, with every doubt, and doubt about a column is asked once."""

from __future__ import annotations

import pytest

from homeward.lists.core.answers import DAY_FIRST, MONTH_FIRST
from tests.spec.lists.tables import asked, births, cells, codes, days, looked


def test_a_day_that_may_be_read_both_ways_is_asked_for_its_whole_column() -> None:
    seen = births(["07/03/1985", "02/11/1990"])

    assert asked(seen) == ["day-order"]
    assert days(seen) == ["", ""]
    day_first, month_first = (
        births(["07/03/1985", "02/11/1990"], seen.answers.answered("day-order", said, column=1))
        for said in (DAY_FIRST, MONTH_FIRST)
    )
    assert days(day_first) == ["1985-03-07 to 1985-03-08", "1990-11-02 to 1990-11-03"]
    assert days(month_first)[0] == "1985-07-03 to 1985-07-04"
    assert day_first.outcome == "accept"


def test_one_cell_that_is_clear_settles_its_column() -> None:
    seen = births(["07/03/1985", "25/12/1990"])

    assert asked(seen) == []
    assert days(seen)[0] == "1985-03-07 to 1985-03-08"


def test_a_column_written_by_two_hands_is_told_and_what_fits_both_ways_is_not_read() -> None:
    seen = births(["25/12/1990", "12/25/1990", "07/03/1985"])

    assert days(seen) == ["1990-12-25 to 1990-12-26", "1990-12-25 to 1990-12-26", ""]
    assert "days-mixed" in codes(seen.warnings)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("1985", "1985-01-01 to 1986-01-01"),
        ("00/00/1985", "1985-01-01 to 1986-01-01"),
        ("about 1985", "1985-01-01 to 1986-01-01"),
        ("1985 or 1986", "1985-01-01 to 1987-01-01"),
        ("7 آذار 1985", "1985-03-07 to 1985-03-08"),
        ("7 марта 1985", "1985-03-07 to 1985-03-08"),
        ("7 במרץ 1985", "1985-03-07 to 1985-03-08"),
        ("7th March 1985", "1985-03-07 to 1985-03-08"),
        ("1985-03-07T00:00:00+03:00", "1985-03-07 to 1985-03-08"),
        ("1985\u201003\u201007", "1985-03-07 to 1985-03-08"),
        ("\u200f1985-03-07", "1985-03-07 to 1985-03-08"),
    ],
)
def test_days_are_read_as_people_write_them(words: str, read: str) -> None:
    seen = births([words])

    assert days(seen) == [read]
    assert seen.rows[0].values.birth is not None
    assert seen.rows[0].values.birth.words == words


@pytest.mark.parametrize("words", ["N/A", "-", "غير معروف", "0000-00-00"])
def test_nothing_given_is_no_fault(words: str) -> None:
    seen = births([words])

    assert days(seen) == [""]
    assert seen.outcome == "accept"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("13.7.85", "birth-two-digit-year"),
        ("2031-05-05", "birth-future"),
        ("1890-05-05", "birth-over-120"),
        ("31112", "birth-serial"),
        ("12345678901234567890", "birth-unread"),
        ("Tuesday", "birth-unread"),
    ],
)
def test_what_is_doubtful_of_a_day_is_told_and_its_words_are_kept(words: str, code: str) -> None:
    seen = births([words])

    assert code in codes(seen.warnings)
    assert seen.rows[0].values.birth is not None
    assert seen.rows[0].values.birth.words == words


@pytest.mark.parametrize("age", ["133", "-3", "240"])
def test_an_age_that_nobody_has_is_kept_and_told(age: str) -> None:
    seen = looked(cells(("Name", "Age"), ("Layla Haddad", age)))

    assert seen.rows[0].values.age == age
    assert seen.outcome == "accept_with_warnings"


def test_a_year_of_another_calendar_is_asked_about_and_never_taken_for_the_year_1405() -> None:
    seen = births(["1405-06-15"])

    assert asked(seen) == ["calendar"]
    assert days(seen) == [""]
    answered = births(["1405-06-15"], seen.answers.answered("calendar", "hijri", column=1))
    assert answered.rows[0].values.birth is not None
    assert answered.rows[0].values.birth.calendar == "hijri"
    assert days(answered)[0].startswith("1985-03-0")


@pytest.mark.parametrize("number", ["", "UNKNOWN", "-", "on mother's", "غير معروف"])
def test_words_in_place_of_a_number_are_never_compared_as_one(number: str) -> None:
    seen = looked(cells(("Name", "Passport"), ("Layla Haddad", number), ("Omar Saleh", number)))

    assert all(not document.key for row in seen.rows for document in row.values.documents)
    assert "shared-document" not in codes(seen.notices)


def test_numbers_are_kept_as_written_and_compared_by_their_key() -> None:
    seen = looked(cells(("Name", "Passport"), ("Layla Haddad", "A 447-1920"), ("Omar Saleh", "A٤٤٧١٩٢٠")))

    documents = [row.values.documents[0] for row in seen.rows]
    assert [each.number for each in documents] == ["A 447-1920", "A٤٤٧١٩٢٠"]
    assert documents[0].key == documents[1].key


def test_one_number_under_several_names_is_shown_and_nobody_is_merged() -> None:
    seen = looked(
        """
        Name | Passport
        Layla Haddad | A4471920
        Omar Saleh | A4471920
        Rania Nasser | A4471920
        """
    )

    told = [notice.message for notice in seen.warnings if notice.code == "shared-document"]
    assert len(told) == 1
    assert all(name in told[0] for name in ("Layla Haddad", "Omar Saleh", "Rania Nasser"))
    assert seen.people == 3


def test_papers_that_cannot_be_right_are_told() -> None:
    seen = looked(
        """
        Name | Date of birth | Passport | Date of issue | Expiry date
        Layla Haddad | 1985-03-07 | A4471920 | 1980-01-01 | 2030-01-01
        Omar Saleh | 1990-11-02 | B8810237 | 2015-01-01 | 2025-12-31
        """
    )

    assert [(notice.row, notice.code) for notice in seen.warnings] == [
        (2, "document-born-after-issue"),
        (3, "document-expired"),
    ]


def test_a_nationality_is_mapped_with_its_words_and_an_unknown_one_is_asked_about() -> None:
    seen = looked(
        """
        Name | Nationality
        Layla Haddad | French
        Omar Saleh | JO
        Rania Nasser | مصرية
        Samir Khalil | Ruritanian
        """
    )

    found = [(each.words, each.code) for row in seen.rows for each in row.values.nationalities]
    assert found == [("French", "FRA"), ("JO", "JOR"), ("مصرية", "EGY"), ("Ruritanian", "")]
    assert asked(seen) == ["nationality"]


def test_a_zone_is_read_where_nothing_else_names_anybody() -> None:
    zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"

    seen = looked(cells(("No", "MRZ"), ("1", zone)))

    values = seen.rows[0].values
    assert values.names[0].words == "ANNA MARIA ERIKSSON"
    assert values.documents[0].number == "L898902C3"
    assert values.birth is not None and values.birth.start == "1974-08-12"
    assert ("MRZ", zone) in values.more
