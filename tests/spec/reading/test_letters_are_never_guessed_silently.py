"""Bytes become letters by what they prove; a code page that was inferred is told, and one that nobody can tell is asked for."""

import pytest

from homeward.files.bounds import Damaged
from homeward.files.letters import NotItsLetters, UndecidedLetters, UnknownEncoding
from homeward.reading.formats import taken
from tests.core.reading.making import page

RUSSIAN = "Представитель порта сказал, что ворота не откроют и на этот раз, но он не знает почему."
ARABIC = "قال المتحدث إن البوابة لم تفتح في هذا اليوم، وقد كان من المنتظر أن تفتح بعد الظهر في المرفأ."
HEBREW = "הדוברת אמרה כי השער לא ייפתח היום, אבל גם היא לא ידעה מתי, ואין איש אשר יודע את זה."


def codes(paper):
    return {warning.code for warning in paper.warnings}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_known_by_its_form(encoding):
    (paper,) = taken("a.txt", RUSSIAN.encode(encoding))

    assert paper.text == RUSSIAN
    assert not paper.warnings


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (HEBREW, "windows-1255"),
        (HEBREW, "iso-8859-8"),
        ("The clerk said “nobody” had been told – and that it was for the café to close.", "windows-1252"),
    ],
)
def test_an_older_code_page_that_wins_by_far_is_taken_and_told_with_a_sample(words, encoding):
    (paper,) = taken("a.txt", words.encode(encoding))

    assert paper.text == words
    (told,) = paper.warnings
    assert (told.code, told.grade) == ("code-page", "doubt")
    assert words[:20] in told.message


def test_a_few_letters_decide_nothing_and_the_ways_to_read_them_are_shown():
    with pytest.raises(UndecidedLetters) as refused:
        taken("a.txt", "Порт закрыт".encode("koi8-r"))

    assert "koi8-r: “Порт закрыт”" in refused.value.instead
    assert len(refused.value.readings) > 1


def test_what_a_person_says_is_followed():
    (paper,) = taken("a.txt", "Порт закрыт".encode("koi8-r"), encoding="koi8-r")

    assert paper.text == "Порт закрыт"
    assert not paper.warnings


def test_what_a_person_says_and_cannot_be_is_refused_with_its_place():
    with pytest.raises(NotItsLetters) as refused:
        taken("a.txt", b"one\ntwo \xff", encoding="utf-8")
    assert refused.value.where == "a.txt, line 2, byte 8"

    for name in ("klingon", "rot13", "unicode_escape", "utf-7"):
        with pytest.raises(UnknownEncoding):
            taken("a.txt", b"one", encoding=name)


def test_a_page_that_declares_another_code_page_than_its_own_is_read_by_what_it_is():
    (declared,) = taken(
        "a.html", page(f"<p>{RUSSIAN}").replace(b"utf-8", b"windows-1251").decode().encode("windows-1251")
    )
    (lying,) = taken("a.html", page(f"<p>{RUSSIAN}").replace(b"utf-8", b"windows-1251"))

    assert declared.text == lying.text == RUSSIAN
    assert not codes(declared)
    assert codes(lying) == {"other-code-page"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_text_that_ends_within_a_letter_was_cut_short(encoding):
    with pytest.raises(Damaged, match="end is missing"):
        taken("a.txt", RUSSIAN.replace(".", "").encode(encoding)[:-1])
