import pytest

from homeward.moments import Precision, UnreadableMoment, read, typed
from tests.spec.times.cast import GAZA


def test_days_that_do_not_exist_stay_text(stay_text):
    stay_text(
        """
31 November 2023
2023-11-31
2023-02-29
2023-13-01
0000-00-00
2023-W54
29 February 2023
2023-11-04T24:30
2023-11-04T12:60
4 Nov 2023 13 pm
4 Nov 2023 25:00
2023-11-04T12:00+15:00
Sunday, 4 November 2023
2023-11-04..2023-11-01
4 to 1 November 2023
""",
        said_on="2023-11-05",
    )


def test_years_that_nobody_means_stay_text_since_they_are_another_calendar_or_a_slip(stay_text):
    stay_text(
        """
1405-06-15
1402
4 Nov 20233
9999-12-31
0001-01-01
3.7.85
4 Nov 23
""",
        said_on="2023-11-05",
    )


def test_what_has_two_readings_or_a_word_too_many_stays_text(stay_text):
    stay_text(
        """
07/03/1985
25/12
2023
Friday
4 November 2023, according to the ministry
not before 4 November 2023
the night of 6-7 October 2023
4 Nov 2023 at midnight
mid 4 November 2023
late 2023
45234
12345678901234567890
unknown
N/A
-
~
..
...
since
about
to
""",
        said_on="2023-11-05",
    )


@pytest.mark.parametrize(
    "words", ["", " ", "\0", "2023-11-04\0", "\ud800", "\u202e", "x" * 10_000, "2023-11-04 " * 30, "about " * 20]
)
def test_hostile_words_stay_text_and_are_never_cut(words):
    interval = read(words, GAZA)

    assert interval.precision is Precision.UNREAD
    assert interval.words == words


@pytest.mark.parametrize("words", [None, 20231104, b"2023-11-04"])
def test_what_is_no_text_is_a_mistake_of_the_program(words):
    with pytest.raises(TypeError):
        read(words, GAZA)


def test_words_typed_in_no_known_form_are_kept_as_they_are():
    assert typed("after the evening prayer", GAZA).precision is Precision.UNREAD
    assert typed("about 4 Nov 2023", GAZA) == read("about 4 Nov 2023", GAZA)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31 November 2023", "The calendar has no such day. Check day 31 of month 11 in 2023."),
        ("1405-06-15", "The year 1405 is not between 1800 and 2199."),
        ("Sunday 4 Nov 2023", "2023-11-04 is a Saturday."),
        ("4 Nov", "The year is missing."),
        ("yesterday", "This counts from a day that is not known."),
        ("4 to 1 Nov 2023", "This ends before it starts."),
        ("4 Nov 2023 26:00", "There is no time 26:00 in a day."),
        ("4 Nov 2023\0", "This holds a character that is no letter, digit or sign. Type it again."),
        ("4 Nov 2023 \ud800", "This holds a character that is no letter, digit or sign. Type it again."),
    ],
)
def test_words_being_typed_are_refused_with_the_reason_when_they_name_what_does_not_exist(words, why):
    with pytest.raises(UnreadableMoment) as refused:
        typed(words, GAZA)

    assert str(refused.value) == why
