"""A Word file gives its text with all changes accepted; everything else in it is told."""

import pytest

from homeward.files.bounds import Damaged, Foreign, Locked
from homeward.reading.formats import taken
from tests.core.reading.making import SAID, WORD, packed, paragraph, word


def test_paragraphs_cells_and_breaks_are_lines():
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(
        paragraph("north"), paragraph("two hours")
    )

    (paper,) = taken(
        "a.docx", word(paragraph("Gates") + table + "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>")
    )

    assert paper.text == "Gates\nnorth\ttwo hours\na\nb"


def test_a_text_box_is_read_once_though_the_file_holds_it_twice():
    box = "<w:txbxContent>{}</w:txbxContent>".format(paragraph("Beside"))
    both = f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{box}</mc:Choice>'
    both += f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    (paper,) = taken("a.docx", word(f"<w:p><w:r><w:t>{SAID}</w:t>{both}</w:r></w:p>"))

    assert paper.text.split("\n") == [SAID, "Beside"]


def test_the_card_gives_title_and_author_and_the_day_it_was_made_is_no_day_of_publication():
    card = (
        '<c:p xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>The gate</dc:title>"
        "<dc:creator>Mira Solen</dc:creator><t:created>2023-11-06T09:12:00Z</t:created></c:p>"
    )

    (paper,) = taken("a.docx", word(paragraph(SAID), **{"docProps/core.xml": card}))

    assert (paper.title, paper.author, paper.published) == ("The gate", "Mira Solen", "")
    assert "2023-11-06" in next(warning.message for warning in paper.warnings if warning.code == "made")


def test_footnotes_stand_at_the_end_and_comments_headers_and_macros_are_told():
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote>{paragraph("Told by the clerk.")}</w:footnote></w:footnotes>'
    further = {
        "word/footnotes.xml": notes,
        "word/comments.xml": "x",
        "word/header1.xml": "x",
        "word/vbaProject.bin": "x",
    }

    (paper,) = taken("a.docx", word(paragraph(SAID), **further))

    assert paper.text == f"{SAID}\nTold by the clerk."
    assert {warning.code for warning in paper.warnings} == {"comments", "headers", "macros"}


def test_a_locked_file_and_other_packed_files_are_named():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Locked):
        taken("a.docx", locked)
    with pytest.raises(Foreign, match="workbook"):
        taken("a.docx", packed(**{"xl/workbook.xml": "<x/>"}))


def test_a_file_that_was_cut_short_is_refused():
    with pytest.raises(Damaged) as refused:
        taken("a.docx", word(paragraph(SAID))[:-40])
    assert refused.value.instead
