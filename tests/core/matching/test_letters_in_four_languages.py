"""A letter says in each language the same of the same people; what is written stays as it is written."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.matching.core.letter import ALONE, END, About, Birth, Family, Kin, Listed, Sought, letter
from homeward.matching.core.wordings import WORDINGS, Tie
from homeward.matching.formats.letters import as_json, as_page, as_text

ABOUT = About("The crossing authority", "Travellers", 4, date(2023, 11, 4), date(2023, 11, 3), date(2023, 11, 4))
MOTHER = Listed(UUID(int=1), ("سلمى درويش", "Salma Darvish"), ((1, 12),))
CHILD = Sought(
    UUID(int=2),
    ("Adam Darvish", "آدم درويش", "Адам Дервиш"),
    (Birth("3.3.2021", date(2021, 3, 3), date(2021, 3, 4)),),
    ("N1938475",),
    (Kin(Tie.CHILD, MOTHER),),
    off_since=4,
)
LANGUAGES = sorted(WORDINGS)
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HE_OR_SHE = {
    "en": r"\b(he|she|his|her|him|son|daughter|mother|father|husband|wife)\b",
    "ru": r"\b(он|она|его|её|сын|дочь|мать|отец|муж|жена|брат|сестра)\b",
    "he": r"(?<!\w)(הוא|היא|בנו|בתו|אמו|אביו|בעל|אשתו)(?!\w)",
    "ar": r"(?<!\w)(هو|هي|ابنه|ابنته|والده|والدته|زوجها|زوجته)(?!\w)",
}


def told(language: str, *sought: Sought, listed: tuple[Listed, ...] = (MOTHER,)) -> str:
    return as_text(letter(ABOUT, [Family(listed, sought or (CHILD,))], language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_every_place(language: str) -> None:
    english, mine = WORDINGS["en"], WORDINGS[language]

    for name in type(english).__dataclass_fields__:
        said, theirs = getattr(english, name), getattr(mine, name)
        if isinstance(said, str) and name not in ("language", "direction", "digits", "stop", "comma"):
            assert set(re.findall(r"{\w+}", theirs)) == set(re.findall(r"{\w+}", said)), name
            assert theirs.strip()
    assert set(mine.ties) == set(Tie) and len(set(mine.months)) == len(set(mine.months_alone)) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_said_to_be_a_man_or_a_woman(language: str) -> None:
    words = told(language)
    for tie in Tie:
        words += told(language, Sought(UUID(int=2), ("N. N.",), kin=(Kin(tie, MOTHER),)))

    assert not re.search(HE_OR_SHE[language], words, re.IGNORECASE)


def test_the_same_day_is_written_in_each_language() -> None:
    day = [WORDINGS[each].written_day(date(2023, 11, 4)) for each in ("en", "ar", "he", "ru")]

    assert day == ["4 November 2023", "٤ تشرين الثاني/نوفمبر ٢٠٢٣", "4 בנובמבר 2023", "4 ноября 2023 г."]


def test_a_birth_is_told_as_exactly_as_it_was_given() -> None:
    def birth(words: str, start: date | None = None, until: date | None = None) -> str:
        return told("en", Sought(UUID(int=2), ("N. N.",), (Birth(words, start, until),)))

    assert "date of birth: 3 March 2021" in birth("", date(2021, 3, 3), date(2021, 3, 4))
    assert "date of birth: March 2021 (day not known)" in birth("", date(2021, 3, 1), date(2021, 4, 1))
    assert "date of birth: 2021 (day and month not known)" in birth("", date(2021, 1, 1), date(2022, 1, 1))
    assert "between 3 March 2021 and 5 April 2021" in birth("", date(2021, 3, 3), date(2021, 4, 6))
    assert "papers often give this day" in birth("", date(2021, 1, 1), date(2021, 1, 2))
    assert "as it was written: “\u2068about 2021\u2069”" in birth("about 2021")


@pytest.mark.parametrize(("language", "name"), [("ar", "آدم درويش"), ("ru", "Адам Дервиш"), ("he", "Adam Darvish")])
def test_a_name_is_given_in_the_script_of_the_letter_where_there_is_one(language: str, name: str) -> None:
    (line,) = [line for line in told(language).splitlines() if "N1938475" in line]

    assert line.startswith(f"- {ALONE}{name}{END}")
    assert all(f"{ALONE}{each}{END}" in line for each in CHILD.names)


def test_numbers_of_rows_and_papers_stay_as_they_are_written() -> None:
    words = told("ar")

    assert "السطر 12" in words and "N1938475" in words and "٤" in words


def test_a_near_miss_is_a_question_and_stands_under_no_heading_of_the_missing() -> None:
    near = Sought(UUID(int=2), ("Adam Darvish",), may_be=((1, 214),), lines=((1, 7),))
    view = as_json(letter(ABOUT, [Family((MOTHER,), (near,))], "en"))

    (family,) = view["families"]
    assert family["off_the_list"] == []
    assert family["to_check"][0].startswith("Row 214: this may be the same person as Adam Darvish.")
    assert family["to_check"][1].startswith("Row 7: we could not read this row in full")


def test_several_sheets_are_named_only_where_there_are_several() -> None:
    other = Listed(UUID(int=3), ("Karim Darvish",), ((2, 5),))

    assert "(row 12)" in told("en")
    assert "(sheet 1, row 12)" in told("en", listed=(MOTHER, other)) and "(sheet 2, row 5)" in told(
        "en", listed=(MOTHER, other)
    )


def test_a_family_of_which_nobody_is_asked_for_is_not_in_it() -> None:
    view = as_json(letter(ABOUT, [Family((MOTHER,), ()), Family((), (Sought(UUID(int=9), ()),))], "en"))

    assert view["families"] == [] and view["people"] == []
    assert view["paragraphs"][-1] == "Number of people named in this letter: 0."


class _Seen(HTMLParser):
    """What a page shows, and the tags it opens and closes."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)


written = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'{}%\u202e\u2066\u2069"), min_size=1
)


@given(written, written, st.sampled_from(LANGUAGES))
def test_whatever_somebody_is_called_stays_words_in_every_form(name: str, paper: str, language: str) -> None:
    made = letter(ABOUT, [Family((MOTHER,), (Sought(UUID(int=2), (name,), papers=(paper,)),))], language)
    page = _Seen()
    page.feed(as_page(made))

    assert page.open == []
    shown = " ".join(" ".join(page.words).split())
    kept = " ".join("".join(each for each in " ".join(name.split()) if each not in TURNING).split())
    assert kept in shown
    text = as_text(made)
    assert text.count(ALONE) == text.count(END) and "\u202e" not in text


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 900), st.sampled_from(LANGUAGES))
def test_any_days_are_written_with_their_years(start: date, days: int, language: str) -> None:
    wording = WORDINGS[language]

    words = wording.written_days(start, start + timedelta(days=days))

    assert wording.count(start.year) in words and "{" not in words
