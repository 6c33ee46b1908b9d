"""Days in Arabic, under both namings of the months, are counted from the day of publication and never made more exact."""

from datetime import date

import pytest

from homeward.reading.core.arabic import deadline, said, when

WEDNESDAY = date(2023, 11, 8)


def days(words, *, ahead=False):
    return [
        (found.first, found.last, found.precision) for found in when.days(words, 0, len(words), WEDNESDAY, ahead=ahead)
    ]


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("مساء الاثنين", date(2023, 11, 6), date(2023, 11, 6), "day"),
        ("يوم الخميس", date(2023, 11, 2), date(2023, 11, 2), "day"),
        ("أمس", date(2023, 11, 7), date(2023, 11, 7), "day"),
        ("قبل ثلاثة أيام", date(2023, 11, 5), date(2023, 11, 5), "day"),
        ("الأسبوع الماضي", date(2023, 10, 30), date(2023, 11, 5), "week"),
        ("في 4 تشرين الثاني", date(2023, 11, 4), date(2023, 11, 4), "day"),
        ("في ٤ نوفمبر ٢٠٢٢", date(2022, 11, 4), date(2022, 11, 4), "day"),
        ("4 تشرين الثاني/نوفمبر", date(2023, 11, 4), date(2023, 11, 4), "day"),
        ("مطلع الشهر", date(2023, 11, 1), date(2023, 11, 8), "about"),
        ("أواخر تشرين الأول", date(2023, 10, 21), date(2023, 10, 31), "about"),
        ("في شهر آب", date(2023, 8, 1), date(2023, 8, 31), "month"),
    ],
)
def test_words_for_days_are_intervals_with_a_precision(words, first, last, precision):
    assert days(words) == [(first, last, precision)]


@pytest.mark.parametrize("words", ["لاحقا", "بعد ساعات", "المدير العام", "31 شباط", "أب لولدين", "في الشهر"])
def test_what_names_no_day_is_no_day(words):
    assert days(words) == []


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("في موعد أقصاه ظهر الجمعة", date(2023, 11, 10)),
        ("حتى آخر الشهر", date(2023, 11, 30)),
        ("قبل نهاية العام", date(2023, 12, 31)),
        ("في غضون أسبوع", date(2023, 11, 15)),
        ("خلال 48 ساعة", date(2023, 11, 10)),
        ("قبل منتصف الليل", WEDNESDAY),
    ],
)
def test_what_is_promised_is_due_on_the_last_day_named(words, last):
    assert deadline(words, 0, len(words), WEDNESDAY).last == last


def test_a_day_inside_of_what_was_said_is_not_the_day_of_saying_it():
    text = "قالت الوزارة إن الحافلة غادرت يوم الاثنين."
    content = (text.index("إن"), len(text) - 1)

    assert said(text, (0, 4), content, (0, len(text)), [content], [(0, 4)], WEDNESDAY) is None


def test_the_same_day_is_the_one_named_before():
    text = "ذكرت الصحيفة يوم الثلاثاء الخبر. وسحبته مساء اليوم نفسه."
    start = text.index("وسحبته")

    found = said(text, (start, start + 6), (len(text), len(text)), (start, len(text)), [], [], WEDNESDAY)

    assert (found.first, found.precision) == (date(2023, 11, 7), "day")
