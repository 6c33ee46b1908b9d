from __future__ import annotations

import io
import uuid
from dataclasses import replace

import pypdfium2
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.crossings.core import manifest_words, tags
from homeward.crossings.core.manifests import COLUMNS, PERSONAL, Recipient, family_letter, initials, next_free
from homeward.crossings.formats import manifests
from homeward.crossings.formats.manifests import Sheet

NAMES = ["Лидия Марченко", "فاطمة عبد الرحمن", "Omar #strong[x] <script>", "מרים לוי"]
NUMBERS = ["75-0012345", "4510 123456", "P0123456-A", "AB 12-345"]


def sheet(language: str, recipient: Recipient = Recipient.AUTHORITY, rows: int = 4) -> Sheet:
    columns = COLUMNS[recipient]
    given = {"born": "1984-03-02", "nationalities": "RUS", "vehicle": "Bus 1", "place": "seat", "family": "A"}
    codes = tuple(tags.tag(b"k" * 32, uuid.UUID(int=1), uuid.UUID(int=n)) for n in range(rows))
    return Sheet(
        language, recipient.value, "The bridge", "The school", "2026-01-06", "07:30", 2, "2026-01-05 18:04", columns,
        tuple(
            tuple({**given, "row": str(n + 1), "names": NAMES[n % 4], "initials": initials(NAMES[n % 4]),
                   "documents": NUMBERS[n % 4], "tag": tags.short(codes[n])}.get(column, "") for column in columns)
            for n in range(rows)
        ),
        codes if "tag" in columns else (),
    )  # fmt: skip


def lines(pdf: bytes) -> list[str]:
    """The Latin letters and digits of every line as the eye meets them, from one edge to the other."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    seen = [(page.get_charbox(n), page.get_text_range(n, 1)) for n in range(page.count_chars())]
    digits = [(box, letter) for box, letter in seen if letter.isascii() and (letter.isalnum() or letter == "-")]
    rows: dict[int, list[tuple[float, str]]] = {}
    for (start, bottom, _end, top), letter in digits:
        near = next((row for row in rows if abs(row - (bottom + top) / 2) < 4), None)
        rows.setdefault(round((bottom + top) / 2) if near is None else near, []).append((start, letter))
    return ["".join(letter for _, letter in sorted(row)) for row in rows.values()]


@pytest.mark.parametrize("language", manifest_words.WORDS)
def test_numbers_days_and_codes_stand_in_their_order_in_any_direction(language: str) -> None:
    found = lines(manifests.pdf(sheet(language)))

    for number in (*NUMBERS, "1984-03-02", "2026-01-06"):
        plain = number.replace(" ", "")
        assert any(plain in line for line in found), (plain, found)


@pytest.mark.parametrize("language", manifest_words.WORDS)
@pytest.mark.parametrize("recipient", Recipient)
def test_each_recipient_gets_its_columns_and_no_other(language: str, recipient: Recipient) -> None:
    made = pypdfium2.PdfDocument(manifests.pdf(sheet(language, recipient)))
    text = made[0].get_textpage().get_text_range()

    assert ("Марченко" in text) == bool(PERSONAL & set(COLUMNS[recipient]))
    assert ("0012345" in text) == ("documents" in COLUMNS[recipient])
    assert not made.get_metadata_value("Author")
    assert "<script>" not in text or "names" in COLUMNS[recipient], "values are text"


@pytest.mark.parametrize("language", manifest_words.WORDS)
def test_two_papers_and_a_name_in_two_scripts_stand_under_each_other(language: str) -> None:
    names, papers = "لمياء درويش / Lamia Darvish", "AB 1234567, 71 9876543"
    one = ("1", names, "1984-03-02", "RUS", papers)
    given = replace(sheet(language), rows=(one,))

    found = lines(manifests.pdf(given))

    first = next(line for line in found if "AB1234567" in line)
    assert "719876543" not in first
    assert any("719876543" in line for line in found)
    assert any("LamiaDarvish" in line for line in found), "no part of a name is cut off from the others"


def test_every_page_says_which_it_is_and_of_how_many_and_begins_with_the_columns() -> None:
    made = pypdfium2.PdfDocument(manifests.pdf(sheet("en", Recipient.TEAM, rows=9)))

    texts = [page.get_textpage().get_text_range() for page in made]

    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        plain = "".join(letter for letter in text if letter.isprintable() and letter not in "\u2066\u2069")
        assert f"{number} of {len(texts)}" in plain
        assert "At the gate" in plain
    tags_seen = " ".join(texts)
    assert all(tags.short(each) in tags_seen for each in sheet("en", Recipient.TEAM, rows=9).tags)


def test_the_driver_and_the_medic_get_no_name_and_no_paper() -> None:
    for recipient in (Recipient.DRIVER, Recipient.MEDIC, Recipient.TEAM):
        assert not PERSONAL & set(COLUMNS[recipient])


def test_slips_are_made_for_everybody_and_say_nothing_of_who_it_is() -> None:
    given = sheet("ar", Recipient.TEAM, rows=12)

    seen = " ".join(lines(manifests.pdf(given, slips=True)))

    assert "names" not in given.columns
    assert all(tags.short(tag) in seen for tag in given.tags)


def test_a_tag_is_a_small_code_of_middle_strength() -> None:
    code = segno.make(
        tags.tag(b"k" * 32, uuid.UUID(int=1), uuid.UUID(int=2)), error="m", micro=False, boost_error=False
    )
    out = io.BytesIO()
    code.save(out, kind="svg")

    assert (code.version, code.error, code.mode) == (2, "M", "alphanumeric")


def test_the_message_names_nobody_and_keeps_numbers_apart() -> None:
    for language in manifest_words.WORDS:
        words = manifest_words.call(
            language, on="2026-01-06", pickup="The school", departs="07:30", tags=("B7UC-EJOK",)
        )

        assert "\u206807:30\u2069" in words
        assert "B7UC-EJOK" in words
        assert "{" not in words


def test_every_language_has_every_word() -> None:
    one, *others = manifest_words.WORDS.values()
    for other in others:
        for name in ("columns", "recipients", "places", "marks"):
            assert getattr(one, name).keys() == getattr(other, name).keys()


@given(st.sets(st.integers(1, 20)), st.integers(0, 20))
def test_the_next_free_seat_is_the_lowest_that_nobody_has(taken: set[int], most: int) -> None:
    free = [number for number in range(1, most + 1) if number not in taken]

    assert next_free(taken, most) == (free[0] if free else None)


def test_families_are_called_by_letters_and_no_two_alike() -> None:
    called = [family_letter(number) for number in range(800)]

    assert called[:27:13] == ["A", "N", "AA"]
    assert len(set(called)) == 800


@settings(max_examples=30)
@given(st.text(max_size=40))
def test_a_name_is_shortened_to_letters_of_its_own(name: str) -> None:
    short = initials(name)

    assert len(short) <= 8
    assert all(letter in name or letter in ". " for letter in short)
