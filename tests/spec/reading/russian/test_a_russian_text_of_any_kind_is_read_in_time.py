"""No text makes the reader run away: twice the length takes about twice the time."""

import time
from datetime import date

import pytest

from homeward.reading.engines.russian import russian


@pytest.mark.parametrize(
    "piece",
    [
        "сказал, что ",
        "Иван сказал, что ",
        "а",
        "« ",
        "«а» ",
        ", ",
        "по словам ",
        "со ссылкой на ",
        "пять ",
        "1 ",
        "если ",
    ],
)
def test_two_hundred_thousand_letters_of_one_kind_are_read(piece):
    took = []
    for length in (50_000, 200_000):
        text = piece * (length // len(piece))
        begun = time.process_time()
        russian().read(text, date(2024, 5, 16))
        took.append(time.process_time() - begun)

    assert took[1] < 12 * took[0] + 2, took
