"""A number is read with how it was put, what it counts and for how long; a date, an age or a rank is no number of anything."""

import pytest

from homeward.reading.core.english import figures


@pytest.mark.parametrize(
    ("words", "text", "op", "lo", "hi", "unit"),
    [
        ("611 people had been brought out", "611 people", "eq", 611, 611, "person"),
        ("more than 600 had left", "more than 600", "gt", 600, None, "person"),
        ("at least 1,400 evacuees crossed", "at least 1,400 evacuees", "ge", 1400, None, "person"),
        ("no more than 79 were held", "no more than 79", "le", None, 79, "person"),
        ("fewer than twenty trucks passed", "fewer than twenty trucks", "lt", None, 20, "truck"),
        ("nearly 300 hostages", "nearly 300 hostages", "nearly", None, 300, "person"),
        ("some 190 of them were held", "some 190 of them", "about", 190, 190, "person"),
        ("between 400 and 405 civilians", "between 400 and 405 civilians", "range", 400, 405, "person"),
        ("thirty-one buses", "thirty-one buses", "eq", 31, 31, "bus"),
        ("two and a half million", "two", "eq", 2, 2, "person"),
        ("a dozen drivers", "a dozen drivers", "eq", 12, 12, "person"),
        ("2.5 million litres of fuel", "2.5 million litres", "eq", 2500000, 2500000, "litre"),
        ("120 or more names", "120 or more names", "ge", 120, None, "name"),
        ("dozens of buses waited", "dozens of buses", "vague", None, None, "bus"),
        ("the army will hand over ten captives", "ten captives", "eq", 10, 10, "person"),
        ("14,000 Sudanese came over", "14,000 Sudanese", "eq", 14000, 14000, "person"),
    ],
)
def test_the_words_before_and_after_a_number_say_how_it_is_meant(words, text, op, lo, hi, unit):
    found = figures(words, 0, len(words))[0]

    assert (words[found.start : found.end], found.op, found.lo, found.hi, found.unit) == (text, op, lo, hi, unit)


@pytest.mark.parametrize(
    "words",
    [
        "it happened on 4 November 2023",
        "since 2019",
        "at 18:00 local time",
        "the 3rd brigade",
        "men between 15 and 55",
        "a boy aged 7",
        "a 12-year-old girl",
        "no one came",
        "one of them",
        "Resolution 2712",
        "the two sides met",
        "by seven each morning",
    ],
)
def test_dates_hours_ages_and_ranks_count_nobody(words):
    assert figures(words, 0, len(words)) == []


def test_a_bare_number_counts_what_the_one_before_it_counted():
    words = "212 names on this side and 187 on that"

    assert [(found.lo, found.unit) for found in figures(words, 0, len(words))] == [(212, "name"), (187, "name")]


def test_a_rate_keeps_what_it_is_for():
    words = "sixty trucks a day"

    (found,) = figures(words, 0, len(words))
    assert (found.lo, found.unit, found.per) == (60, "truck", "day")
