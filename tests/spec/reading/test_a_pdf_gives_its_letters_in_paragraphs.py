"""A PDF gives the letters that it paints, put together to paragraphs; what cannot be read is refused or told by page."""

import pytest

from homeward.files.bounds import Damaged, NoText, TooHard
from homeward.reading.formats import taken
from homeward.reading.formats.pdf import Line, NoLetters, in_order, paragraphs
from tests.core.reading.making import PICTURE, SAID, lines, pdf

FIRST = (
    "The harbour office said on Monday that the northern gate would",
    "open for two hours, and that nobody had been told who goes",
    "first.",
)
SECOND = (
    "A clerk of the office added that the list had been put to-",
    "gether at night, and that it would be read aloud at the gate.",
)


def codes(paper):
    return {warning.code for warning in paper.warnings}


def test_lines_become_paragraphs_where_the_gap_is_wider():
    (paper,) = taken("a.pdf", pdf(lines(*FIRST) + lines(*SECOND, top=660)))

    first, second = paper.text.split("\n")
    assert first == " ".join(FIRST)
    assert second.endswith("put together at night, and that it would be read aloud at the gate.")
    assert codes(paper) == {"hyphens"}


def test_a_hyphen_before_a_capital_stays():
    rows = [Line(text="the Solen", right=300, foot=700, hyphen=True), Line(text="Maren list", right=300, foot=686)]

    assert list(paragraphs(rows)) == ["the Solen-Maren list"]


def test_a_jump_to_the_head_of_another_column_ends_a_paragraph():
    rows = [Line(text="left", right=200, foot=100), Line(text="right", left=220, right=420, foot=700)]

    assert list(paragraphs(rows)) == ["left", "right"]


def test_words_that_run_to_the_right_are_put_in_order_on_a_page_that_runs_to_the_left():
    line = [("gate", 90.0), ("the", 70.0), ("at", 50.0)]
    mixed = [
        ("قال", 300.0),
        ("Wire", 250.0),
        ("2", 235.0),
        ("Lantern", 200.0),
        ("إن", 150.0),
        ("18", 120.0),
        ("6", 100.0),
    ]

    assert in_order(line) == "at the gate"
    assert in_order(mixed) == "قال Lantern 2 Wire إن 18 6"


def test_title_and_author_are_the_files_own_and_the_day_it_was_made_is_only_told():
    about = b"/Title (The gate) /Author (Mira Solen) /CreationDate (D:20231106091200)"

    (paper,) = taken("a.pdf", pdf(lines(SAID), about=about))

    assert (paper.title, paper.author, paper.published) == ("The gate", "Mira Solen", "")
    assert codes(paper) == {"made"}


def test_a_scan_without_letters_is_refused_with_a_way_on():
    with pytest.raises(NoLetters) as refused:
        taken("a.pdf", pdf(PICTURE, PICTURE))
    assert "read" in refused.value.instead


def test_a_page_that_is_a_picture_among_pages_with_letters_is_named():
    (paper,) = taken("a.pdf", pdf(lines(SAID), PICTURE))

    (told,) = paper.warnings
    assert (told.code, told.grade) == ("pictures", "doubt")
    assert "not read: 2" in told.message


def test_an_empty_page_is_no_text():
    with pytest.raises(NoText):
        taken("a.pdf", pdf(b""))


@pytest.mark.parametrize("rest", [9, 200, 500])
def test_a_file_that_was_cut_short_is_refused_or_told(rest):
    whole = pdf(lines(SAID))

    try:
        (paper,) = taken("a.pdf", whole[:-rest])
    except Damaged:
        return
    assert paper.text == SAID
    assert "cut-short" in codes(paper)


def test_a_book_is_refused():
    with pytest.raises(TooHard):
        taken("a.pdf", pdf(*[lines("x")] * 501))
