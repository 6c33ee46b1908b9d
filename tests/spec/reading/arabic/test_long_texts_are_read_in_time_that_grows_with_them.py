"""No text is so made that it keeps the reader busy: twice the text takes about twice the time."""

from datetime import date
from time import process_time

import pytest

from homeward.reading.core.arabic import attributions
from homeward.reading.engines.arabic import reader

LONG = 200_000
MOST_SECONDS = 60


@pytest.mark.parametrize("words", ["قال إن ", "ق", "إذا ", "وفق ", '"', "َ", "١", "، "], ids=lambda words: words.strip())
def test_two_hundred_kilobytes_of_one_thing_are_read(words):
    text = (words * LONG)[: LONG // 2]  # two bytes a letter
    began = process_time()

    reader().read(text, date(2023, 11, 8))

    assert process_time() - began < MOST_SECONDS


def test_many_statements_take_time_by_their_number():
    def seconds(number):
        text = "قال الوزير إن ثلاثة أسرى خرجوا يوم الاثنين. " * number
        began = process_time()
        assert len(attributions(text)) == number
        return process_time() - began

    seconds(50)
    assert seconds(2000) < 12 * seconds(400) + 0.5
