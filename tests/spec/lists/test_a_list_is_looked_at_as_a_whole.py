"""Some things are seen only in a whole list: somebody twice, days that stand for "not known", a list of nobody."""

from __future__ import annotations

from datetime import date

from tests.spec.lists.tables import asked, codes, looked


def test_the_same_person_twice_is_told_and_is_one_proposal() -> None:
    seen = looked(
        """
        No | Name | Date of birth | Passport
        1 | Layla Haddad | 1985-03-07 | A4471920
        2 | Omar Saleh | 1990-11-02 | B8810237
        3 | LAYLA HADDAD | 1985-03-07 | A 4471920
        """
    )

    assert [(notice.row, notice.code) for notice in seen.warnings] == [(4, "duplicate-row")]
    assert (len(seen.rows), seen.people) == (3, 2)


def test_twins_with_papers_of_their_own_are_two_people() -> None:
    seen = looked(
        """
        Name | Date of birth | Passport
        Layla Haddad | 1985-03-07 | A4471920
        Layla Haddad | 1985-03-07 | C5527081
        """
    )

    assert (seen.outcome, seen.people) == ("accept", 2)


def test_many_who_were_born_on_a_first_of_january_are_told() -> None:
    people = [
        f"{given} Haddad | {1950 + at}-01-01" for at, given in enumerate("Layla Omar Rania Samir Nadia Khaled".split())
    ]

    seen = looked("Name | Date of birth\n" + "\n".join(people))

    assert codes(seen.warnings) == ["default-days"]


def test_a_list_of_nobody_never_means_that_everybody_was_removed() -> None:
    seen = looked("Name | Date of birth | Passport")

    assert seen.outcome == "reject"
    assert "never means that everybody was removed" in seen.message


def test_a_list_of_a_day_to_come_is_asked_about() -> None:
    seen = looked("Name\nLayla Haddad", dated=date(2026, 2, 1))

    assert asked(seen) == ["declared-in-future"]
    assert looked(
        "Name\nLayla Haddad", dated=date(2026, 2, 1), answers=seen.answers.answered("declared-in-future", "take")
    ).rows


def test_a_list_that_is_older_than_the_version_before_it_is_asked_about() -> None:
    seen = looked("Name\nLayla Haddad", dated=date(2026, 1, 1), last=date(2026, 1, 10))

    assert asked(seen) == ["declared-before-last"]


def test_the_day_of_a_list_is_read_above_its_headings() -> None:
    seen = looked("List of 3 May 2099\nName | Nationality\nLayla Haddad | France")

    assert asked(seen) == ["declared-in-future"]
