"""Hamzas, vowel signs, ya and ta marbuta are written in many ways; what is found is told in places of the text as given."""

import pytest

from homeward.reading.core.arabic import attributions, figures
from homeward.reading.core.arabic.letters import alike, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكّدَ", "اكد"),
        ("إلى", "الي"),
        ("مئة", "مئه"),
        ("١٢٣", "123"),
        ("مــدينة", "مدينه"),
        ("ﻻ", "لا"),
        ("مسؤول", "مسوول"),
    ],
)
def test_two_spellings_are_the_same_word(one, other):
    assert alike(one) == alike(other)


@pytest.mark.parametrize(
    "text",
    [
        "قَالَ الوَزِيرُ إِنَّ ثَلاثَةَ أَسْرَى خَرَجُوا.",
        "قال الوزير ان ثلاثه اسرى خرجوا.",
        "\u200fقال الوزير \u202bإن\u202c ثلاثة أسرى خرجوا.",
    ],
)
def test_a_statement_is_found_in_every_spelling_at_its_own_place(text):
    (found,) = attributions(text)
    (figure,) = figures(text, *found.content[0])

    assert alike(text[slice(*found.source[0])]) == "الوزير"
    assert alike(text[slice(*found.content[0])]).strip() == alike("إن ثلاثة أسرى خرجوا")
    assert alike(text[figure.start : figure.end]) == alike("ثلاثة أسرى")


def test_every_letter_knows_its_place():
    text = "ثَلاثَةُ رِجالٍ"
    letters = folded(text)

    assert letters.plain == "ثلاثه رجال"
    assert letters.piece(0, 5) == (0, 8)
    assert [text[place] for place in letters.starts] == list("ثلاثة رجال")
