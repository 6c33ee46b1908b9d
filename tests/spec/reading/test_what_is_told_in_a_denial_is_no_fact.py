"""Who denies that somebody said something denies it whole: the statement inside is kept, and not as an assertion."""

import pytest

from homeward.reading.engines.readers import reader_for


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("Министр опроверг, что мэр сказал, что мост открыт.", ["denied", "denied"]),
        ("Министр сообщил, что мэр сказал, что мост открыт.", ["asserted", "asserted"]),
        ("نفى الوزير أن رئيس البلدية قال إن الجسر مفتوح للجميع.", ["denied", "denied"]),
        ("قال الوزير إن رئيس البلدية قال إن الجسر مفتوح للجميع.", ["asserted", "asserted"]),
    ],
)
def test_a_statement_within_what_is_denied_is_denied(text, modalities):
    assert [one.modality for one in reader_for(text).read(text, None)] == modalities
