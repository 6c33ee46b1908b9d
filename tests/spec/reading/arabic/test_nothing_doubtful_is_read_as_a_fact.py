"""What is promised, possible, denied, asked for or conditional in Arabic is never proposed as an asserted fact."""

import json
from pathlib import Path

import pytest

from homeward.reading.core.arabic import conditions, figures, modality
from homeward.reading.core.found import ASSERTED, Commitment

SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "commitments" / "arabic.jsonl").read_text(encoding="utf-8").splitlines()
]


def committed(sentence: dict[str, object]) -> Commitment:
    """How a sentence is read, when it is known who says what in it by which words."""
    text, content = str(sentence["text"]), sentence["content"]
    pieces = content if isinstance(content, list) else [content]
    places = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    around = text
    for piece in pieces:
        around = around.replace(piece, " … ")
    return modality(
        str(sentence["source"] or ""),
        str(sentence["cue"] or ""),
        " … ".join(pieces),
        [text[found.start : found.end] for place in places for found in conditions(text, *place)],
        around,
        counts=any(figures(text, *place) for place in places),
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["text"])[:60])
def test_what_is_not_asserted_is_not_read_as_asserted(sentence):
    found = committed(sentence)

    assert found.kind != ASSERTED or ASSERTED in sentence["accepted"], found


def test_most_readings_are_those_of_a_careful_person():
    right = sum(committed(sentence).kind in sentence["accepted"] for sentence in SENTENCES)

    assert len(SENTENCES) >= 60
    assert right / len(SENTENCES) >= 0.85, f"{right} of {len(SENTENCES)}"


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("قالت", "إن أربعين شخصا عبروا", "asserted"),
        ("نفت", "أن يكون أربعون شخصا قد عبروا", "denied"),
        ("لم تنف", "أن أربعين شخصا عبروا", "possible"),
        ("قالت", "إن أربعين شخصا سيعبرون", "promised"),
        ("قالت", "إن سيارة عبرت وستين رجلا وسيدة", "asserted"),
        ("قالت", "إن أربعين شخصا قد يعبرون", "possible"),
        ("قالت", "إن أربعين شخصا قد عبروا", "asserted"),
        ("قالت", "إن البوابة يجب أن تفتح", "called_for"),
        ("قالت", "إن على الجيشين أن ينسحبا", "called_for"),
        ("دعت", "إلى فتح البوابة", "called_for"),
        ("هددت", "بإغلاق البوابة", "promised"),
        ("همست", "بفتح البوابة", "possible"),
        ("أعلنت", "إطلاق خمسة", "possible"),
        ("قالت", "إنها ترفض العرض", "denied"),
        ("قالت", '"نطالب بفتح البوابة"', "called_for"),
        ("قالت", "إنها تأمل في فتح البوابة", "possible"),
        ("قالت", "إن لا مانع لديها من فتح البوابة", "possible"),
        ("لم يؤكدوا", "أن أربعين شخصا عبروا", "possible"),
    ],
)
def test_the_verb_and_the_words_of_a_content_say_how_firmly_it_stands(cue, content, kind):
    assert modality("الوزارة", cue, content, []).kind == kind
