"""The day on which something was said is counted from the day of publication, and never made more exact than the words."""

from datetime import date

import pytest

from homeward.reading.core.english import when

WEDNESDAY = date(2023, 11, 8)


def days(words, *, ahead=False):
    return [
        (found.first, found.last, found.precision) for found in when.days(words, 0, len(words), WEDNESDAY, ahead=ahead)
    ]


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("on Monday evening", date(2023, 11, 6), date(2023, 11, 6), "day"),
        ("late on Wednesday", WEDNESDAY, WEDNESDAY, "day"),
        ("on Thursday", date(2023, 11, 2), date(2023, 11, 2), "day"),
        ("yesterday", date(2023, 11, 7), date(2023, 11, 7), "day"),
        ("three days ago", date(2023, 11, 5), date(2023, 11, 5), "day"),
        ("last week", date(2023, 10, 30), date(2023, 11, 5), "week"),
        ("on 4 November", date(2023, 11, 4), date(2023, 11, 4), "day"),
        ("November 4, 2022", date(2022, 11, 4), date(2022, 11, 4), "day"),
        ("on 2 and 4 April", date(2024, 4, 2), date(2024, 4, 4), "day"),
        ("in early November", date(2023, 11, 1), date(2023, 11, 10), "about"),
        ("at the end of October", date(2023, 10, 21), date(2023, 10, 31), "about"),
        ("in October", date(2023, 10, 1), date(2023, 10, 31), "month"),
    ],
)
def test_words_for_days_are_intervals_with_a_precision(words, first, last, precision):
    assert days(words) == [(first, last, precision)]


def test_what_is_promised_for_a_weekday_is_due_on_the_next_one():
    assert days("on Saturday", ahead=True) == [(date(2023, 11, 11), date(2023, 11, 11), "day")]


@pytest.mark.parametrize(
    "words", ["later", "at that time", "31 February", "may be open", "two hours later", "march on the town"]
)
def test_what_names_no_day_is_no_day(words):
    assert days(words) == []


def test_a_day_inside_of_what_was_said_is_not_the_day_of_saying_it():
    text = "The ministry said that the bus had left on Monday."

    found = when.said(text, (13, 17), (18, 49), (0, len(text)), [(18, 49)], [(13, 17)], WEDNESDAY)

    assert found is None
