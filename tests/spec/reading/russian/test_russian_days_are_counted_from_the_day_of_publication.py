"""The words for days are intervals that are never made more exact than the words."""

from datetime import date

import pytest

from homeward.reading.core.russian import deadline, when

WEDNESDAY = date(2023, 11, 8)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("в понедельник вечером", date(2023, 11, 6), date(2023, 11, 6), "day"),
        ("во вторник", date(2023, 11, 7), date(2023, 11, 7), "day"),
        ("в четверг", date(2023, 11, 2), date(2023, 11, 2), "day"),
        ("накануне", date(2023, 11, 7), date(2023, 11, 7), "day"),
        ("позавчера", date(2023, 11, 6), date(2023, 11, 6), "day"),
        ("три дня назад", date(2023, 11, 5), date(2023, 11, 5), "day"),
        ("на прошлой неделе", date(2023, 10, 30), date(2023, 11, 5), "week"),
        ("ранее на этой неделе", date(2023, 11, 6), WEDNESDAY, "week"),
        ("4 ноября", date(2023, 11, 4), date(2023, 11, 4), "day"),
        ("4 ноября 2022 года", date(2022, 11, 4), date(2022, 11, 4), "day"),
        ("двадцать первого октября", date(2023, 10, 21), date(2023, 10, 21), "day"),
        ("в начале ноября", date(2023, 11, 1), date(2023, 11, 10), "about"),
        ("в конце октября", date(2023, 10, 21), date(2023, 10, 31), "about"),
        ("ещё в октябре", date(2023, 10, 1), date(2023, 10, 31), "month"),
    ],
)
def test_words_for_days_are_intervals_with_a_precision(words, first, last, precision):
    found = when.days(words, 0, len(words), WEDNESDAY)

    assert [(one.first, one.last, one.precision) for one in found] == [(first, last, precision)]


@pytest.mark.parametrize("words", ["позже", "спустя час", "31 февраля", "в среде экспертов", "накануне выборов"])
def test_what_names_no_day_is_no_day(words):
    assert when.days(words, 0, len(words), WEDNESDAY) == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("отпустить всех до пятницы", None, date(2023, 11, 10)),
        ("открыть проход до конца недели", None, date(2023, 11, 12)),
        ("мост появится не позднее субботы", None, date(2023, 11, 11)),
        ("обмен не раньше марта", date(2024, 3, 1), None),
        ("если доступа не будет к двадцатому января", None, date(2024, 1, 20)),
        ("обмен не раньше марта, если списки сверят до конца января", date(2024, 3, 1), None),
    ],
)
def test_what_is_promised_is_due_when_its_words_say(words, first, last):
    found = deadline(words, 0, len(words), WEDNESDAY)

    assert (found.first, found.last) == (first, last)


def test_a_day_inside_of_what_was_said_is_not_the_day_of_saying_it():
    text = "Министерство сообщило, что автобус ушёл в понедельник."

    assert when.said(text, (13, 21), (23, 53), (0, len(text)), [(23, 53)], [(13, 21)], WEDNESDAY) is None
