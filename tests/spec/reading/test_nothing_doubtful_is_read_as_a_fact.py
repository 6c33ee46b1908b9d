"""What is promised, possible, denied, asked for or conditional is never proposed as an asserted fact.

The sentences stand beside this page, each with every reading that a careful person would accept.
"""

import pytest

from homeward.reading.core import english
from homeward.reading.core.english import modality
from homeward.reading.core.found import ASSERTED, Commitment
from tests.spec.reading.committing import committed, sentences

SENTENCES = sentences("english")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["text"])[:60])
def test_what_is_not_asserted_is_not_read_as_asserted(sentence):
    found = committed(english, sentence)

    assert found.kind != ASSERTED or ASSERTED in sentence["accepted"], found


def test_most_readings_are_those_of_a_careful_person():
    right = sum(committed(english, sentence).kind in sentence["accepted"] for sentence in SENTENCES)

    assert len(SENTENCES) >= 150
    assert right / len(SENTENCES) >= 0.85, f"{right} of {len(SENTENCES)}"


@pytest.mark.parametrize(
    ("source", "cue", "content", "kind", "sign"),
    [
        ("the ministry", "said", "that forty people had crossed", "asserted", ""),
        ("the ministry", "denied", "that forty people had crossed", "denied", "denied"),
        ("Neither side", "denies", "that forty people had crossed", "asserted", "Neither denies"),
        ("the ministry", "did not deny", "that forty people had crossed", "possible", "did not deny"),
        (
            "the ministry",
            "stopped short of confirming",
            "that forty had crossed",
            "possible",
            "stopped short of confirming",
        ),
        ("the ministry", "said", "that forty people would cross", "promised", "would"),
        ("the ministry", "said", "that forty people might cross", "possible", "might"),
        ("the ministry", "called on", "both sides to open the gate", "called_for", "called on"),
        ("the ministry", "said", "that the gate must open", "called_for", "must"),
        ("the agency", "murmured about", "a reopening of the gate", "possible", "nothing is said to be so"),
    ],
)
def test_the_words_that_were_taken_for_a_sign_are_told(source, cue, content, kind, sign):
    assert modality(source, cue, content, []) == Commitment(kind, sign)
