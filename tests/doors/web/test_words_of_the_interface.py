"""Times, figures and closed words in the language of who reads; the catalogue is whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from homeward.moments import in_words, read
from homeward.web import signs, words
from homeward.web.design import invented

GAZA = ZoneInfo("Asia/Gaza")
CATALOGUE = Path(words.__file__).parent / "locale" / "ar" / "LC_MESSAGES" / "django.po"
SAID = [
    "2023-11-04",
    "about 4 November 2023",
    "early November 2023",
    "mid November 2023",
    "late October 2023",
    "week of 6 November 2023",
    "November 2023",
    "since 4 Nov 2023",
    "until 4 Nov 2023",
    "1 to 3 November 2023",
    "28 October to 4 November 2023",
    "4 Nov 2023 12:00",
    "October to November 2023",
    "2023-11-25T~21:00",
]


@pytest.mark.parametrize("said", SAID)
def test_times_in_english_are_those_of_the_ledger(said):
    interval = read(said, GAZA)

    assert words.when(interval, GAZA) == in_words(interval, GAZA)


@pytest.mark.parametrize("said", SAID)
def test_times_in_arabic_leave_no_english_word(said):
    with translation.override("ar"):
        told = words.when(read(said, GAZA), GAZA)

    assert not re.search("[A-Za-z]", told), told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("late October 2023", "أواخر أكتوبر 2023"),
        ("1 to 3 November 2023", "1 إلى 3 نوفمبر 2023"),
        ("about 4 November 2023", "نحو 4 نوفمبر 2023"),
        ("since 4 Nov 2023", "منذ 4 نوفمبر 2023"),
    ],
)
def test_times_in_arabic(said, told):
    with translation.override("ar"):
        assert words.when(read(said, GAZA), GAZA) == told


def test_words_that_nobody_could_read_stay_as_they_were_written():
    with translation.override("ar"):
        assert words.when(read("when the mood in Nov allows", GAZA), GAZA) == "when the mood in Nov allows"


def test_the_first_instant_of_a_day_is_the_end_of_the_day_before():
    assert words.moment(datetime(2023, 11, 4, 22, tzinfo=UTC), GAZA) == "end of 4 Nov 2023"
    assert words.moment(datetime(2023, 11, 4, 10, tzinfo=UTC), GAZA) == "4 Nov 2023 12:00"


def test_figures_are_said_in_the_language_of_the_reader():
    assert words.figure_words(invented.PART) == "more than 500"
    with translation.override("ar"):
        assert words.figure_words(invented.PART) == "أكثر من 500"
        assert words.interval_words(invented.PART) == "501 أو أكثر"
        assert words.figure_words(invented.RIVAL) == "نحو 600"
        assert words.interval_words(invented.RIVAL) == "من 540 إلى 660"
        assert words.figure_words(invented.VAGUE) == "dozens"


@given(st.integers(0, 10**12))
def test_numbers_look_the_same_in_every_language(number):
    with translation.override("ar"):
        arabic = words.digits(number)

    assert arabic == words.digits(number) == f"{number:,}"


@pytest.mark.parametrize(
    "table", [signs.MODALITIES, signs.CONDITIONS, signs.VERDICTS], ids=["modality", "condition", "verdict"]
)
def test_every_closed_word_has_a_mark_of_its_own(table):
    sprite = (Path(words.__file__).parent / "static" / "icons" / "marks.svg").read_text()

    assert len({sign.mark for sign in table.values()}) == len(table)
    assert all(f'<symbol id="{sign.mark}"' in sprite for sign in table.values())


def test_the_words_of_the_ledger_are_the_words_shown():
    from homeward.ledger.core.compared import Verdict
    from homeward.ledger.core.figures import FigureKind
    from homeward.ledger.core.voices import Modality

    assert set(signs.MODALITIES) == {modality.value for modality in Modality}
    assert set(signs.VERDICTS) == {verdict.value for verdict in Verdict}
    assert set(signs.FIGURE_KINDS) == {kind.value for kind in FigureKind}


def test_the_arabic_catalogue_is_whole():
    text = CATALOGUE.read_text(encoding="utf-8")

    assert re.findall(r'msgid "(.+)"\nmsgstr ""\n(?!")', text) == []
    assert "fuzzy" not in text


def test_the_compiled_catalogue_is_the_written_one(tmp_path):
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not on this machine")
    made = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "-o", made, CATALOGUE], check=True, capture_output=True)

    assert made.read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()


def test_nothing_that_a_template_says_is_missing_from_the_catalogue():
    web = Path(words.__file__).parent
    said = {
        words
        for file in (web / "templates").glob("**/*.html")
        for words in re.findall(r'{% translate "((?:[^"\\]|\\.)+)"', file.read_text(encoding="utf-8"))
    }
    with translation.override("ar"):
        catalogue = translation.trans_real.catalog()._catalog  # type: ignore[attr-defined]
        there = {
            key.rpartition("\x04")[2] if isinstance(key, str) else key[0].rpartition("\x04")[2]
            for key, _ in catalogue.items()
        }

    assert {words for words in said if words not in there} == set()


_BLOCK = re.compile(r"{% blocktranslate trimmed(?P<options>.*?) %}(?P<words>.*?){% endblocktranslate %}", re.DOTALL)


def test_no_sentence_with_a_gap_is_missing_from_the_catalogue():
    web = Path(words.__file__).parent
    known = _entries_of(CATALOGUE.read_text(encoding="utf-8"))
    missing = set()
    for file in (web / "templates").glob("**/*.html"):
        for block in _BLOCK.finditer(file.read_text(encoding="utf-8")):
            context = re.search(r'context "([^"]+)"', block["options"])
            one, _, many = block["words"].partition("{% plural %}")
            said = tuple(_as_id(each) for each in (one, many) if each)
            if (context and context[1], *said) not in known:
                missing.add((file.name, *said))

    assert missing == set()


def _as_id(sentence: str) -> str:
    """A sentence of a template as gettext knows it: lines joined, gaps named, its quotes escaped."""
    trimmed = " ".join(line.strip() for line in sentence.strip().splitlines())
    return re.sub(r"{{ *(\w+) *}}", r"%(\1)s", trimmed).replace('"', '\\"')


def _entries_of(text: str) -> set[tuple[str | None, ...]]:
    """What the catalogue translates: context, sentence, and its plural where it has one."""
    found = set()
    for entry in re.split(r"\n\s*\n", re.sub(r'"\n"', "", text)):
        said = dict(re.findall(r'^(msgctxt|msgid|msgid_plural) "(.*)"$', entry, re.MULTILINE))
        found.add((said.get("msgctxt"), *(said[name] for name in ("msgid", "msgid_plural") if name in said)))
    return found
