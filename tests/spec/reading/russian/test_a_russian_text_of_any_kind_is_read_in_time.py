"""No text makes the reader run away, however it is made."""

from datetime import date

import pytest

from homeward.reading.engines.russian import reader


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
def test_sixty_thousand_letters_of_one_kind_are_read(piece):
    text = piece * (60_000 // len(piece))

    for proposal in reader().read(text, date(2024, 5, 16)):
        assert all(0 <= start < end <= len(text) for start, end in proposal.content)
