"""What is promised, possible, denied, asked for or conditional in Arabic is never proposed as an asserted fact."""

import pytest

from homeward.reading.core import arabic
from homeward.reading.core.arabic import modality
from homeward.reading.core.found import ASSERTED
from tests.spec.reading.committing import committed, sentences

SENTENCES = sentences("arabic")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["text"])[:60])
def test_what_is_not_asserted_is_not_read_as_asserted(sentence):
    found = committed(arabic, sentence)

    assert found.kind != ASSERTED or ASSERTED in sentence["accepted"], found


def test_most_readings_are_those_of_a_careful_person():
    right = sum(committed(arabic, sentence).kind in sentence["accepted"] for sentence in SENTENCES)

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
