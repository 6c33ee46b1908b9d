"""What is lacking or doubtful in a record, told by marks."""

from __future__ import annotations

import pytest

from homeward.people.core.given import values_given
from homeward.people.core.quality import Mark, marks, marks_of_names, together
from homeward.people.core.values import DayGiven, Values


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("Lamia Darvish", set()),
        ("Ivan Karpov", set()),
        ("Lamia", {"no_family_name"}),
        ("N.N.", {"no_name"}),
        ("", {"no_name"}),
        ("Ali Hassan Omar", set()),
    ],
)
def test_what_a_name_lacks(name: str, lacking: set[str]) -> None:
    assert {mark.value for mark in marks_of_names([name])} == lacking


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("1 January 1980", Mark.DEFAULT_BIRTH),
        ("1 July 1980", Mark.DEFAULT_BIRTH),
        ("some time ago", Mark.UNREAD_BIRTH),
        ("", Mark.NO_BIRTH),
        ("2 January 1980", None),
    ],
)
def test_what_is_doubtful_about_a_day_of_birth(words: str, mark: Mark | None) -> None:
    found = marks(values_given(names=["Lamia Darvish"], birth=words)) - {Mark.NO_DOCUMENT, Mark.NO_CONTACT}

    assert found == ({mark} if mark else set())


def test_a_number_that_spreadsheets_spoil_is_doubtful() -> None:
    assert Mark.DOUBTFUL_DOCUMENT in marks(values_given(papers=["1.23457E+11"]))
    assert Mark.DOUBTFUL_DOCUMENT not in marks(values_given(papers=["N8401733"]))


def test_what_one_record_gives_the_person_does_not_lack() -> None:
    one, other = marks(values_given(contact="a bell")), marks(values_given(papers=["N8401733"]))

    assert together([one, other]) == {Mark.NO_BIRTH}


def test_a_doubt_stays_though_another_record_has_none() -> None:
    doubted = Values(birth=DayGiven("?"))
    clear = Values(birth=DayGiven("2 May 1990", "1990-05-02", "1990-05-03"))

    assert Mark.UNREAD_BIRTH in together([marks(doubted), marks(clear)])
