"""Which language a text is in is told from a sentence on, and no report of ours is taken for another language."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.reading.core.languages import ENGLISH, NAMES, language_of

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.gold.json"))


@pytest.mark.parametrize("gold", REPORTS, ids=lambda gold: gold.name.split(".")[0])
@pytest.mark.parametrize("size", [5, 12, 40, 1_000])
def test_every_piece_of_a_report_is_in_the_language_of_the_report(gold, size):
    document = json.loads(gold.read_text(encoding="utf-8"))["document"]
    words = (gold.parent / document["file"]).read_text(encoding="utf-8").split()
    pieces = [" ".join(words[start : start + size]) for start in range(0, len(words), size)]
    lettered = [piece for piece in pieces if any(letter.isalpha() for letter in piece)]

    assert {language_of(piece).code for piece in lettered} == {document["language"]}


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_a_name_for_what_it_is(text):
    written = language_of(text)

    assert written.name
    assert (written.code == "") or NAMES[written.code] == written.name


def test_headlines_of_few_words_are_read():
    assert language_of("Eight freed, mayor says").code == ENGLISH


def test_the_most_letters_decide():
    assert language_of("Министр сказал Reuters, что мост открыт").code == "ru"
    assert language_of("The minister told ТАСС that the bridge was open").code == ENGLISH


def test_one_endless_word_decides_nothing():
    assert language_of("Мэр сказал, что мост открыт. " + "a" * 90_000).code == "ru"


def test_what_is_said_over_and_over_is_not_another_language():
    assert language_of("Он сказал, что она сказала, что " * 2_000).code == "ru"


@pytest.mark.parametrize("letter", ["א", "あ", "ก", "ა", "አ"])
def test_letters_of_other_scripts_have_a_name(letter):
    assert language_of(letter * 20).code == ""
