"""A name is a claim; the bytes decide, and a name that says something else is told."""

import pytest

from homeward.files.bounds import Foreign, NoText
from homeward.reading.formats import taken
from homeward.refusals import Refused
from tests.core.reading.making import SAID, lines, mail, page, paragraph, pdf, rss, word

FILES = {
    "text/plain": SAID.encode(),
    "text/html": page(f"<p>{SAID}</p>"),
    "message/rfc822": bytes(mail()),
    "application/pdf": pdf(
        lines("The harbour office said on Monday", "that the northern gate would open for two hours.")
    ),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": word(paragraph(SAID)),
    "application/rss+xml": rss(f"<title>The gate</title><description>{SAID}</description>"),
}


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_gives_the_same_words(kind):
    (paper,) = taken("report", FILES[kind])

    assert paper.media_type == kind
    assert paper.text.strip() == SAID


@pytest.mark.parametrize("kind", FILES)
def test_a_name_that_lies_is_told_and_not_believed(kind):
    (paper,) = taken("report.docx" if kind == "application/pdf" else "report.pdf", FILES[kind])

    if kind != "application/pdf":
        assert paper.media_type == kind
    assert "other-kind" in {warning.code for warning in paper.warnings}


def test_a_pdf_that_is_also_a_packed_file_is_read_as_one_of_them_and_told():
    (paper,) = taken("report.pdf", FILES["application/pdf"] + word(paragraph("Something else.")))

    assert paper.text == SAID
    assert "two-kinds" in {warning.code for warning in paper.warnings}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1 hello}", "RTF"),
        (b"\xff\xd8\xff\xe0 picture", "picture"),
        (b"\x1f\x8b\x08 packed", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old office"),
        (b'<?xml version="1.0"?><ledger/>', "XML"),
    ],
)
def test_other_kinds_are_named_and_refused_with_a_way_on(data, said):
    with pytest.raises(Foreign, match=said) as refused:
        taken("report.txt", data)

    assert refused.value.where == "report.txt"
    assert refused.value.instead


@pytest.mark.parametrize("data", [b"", b"   \n\t", b"\0\0\0"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(NoText, match="empty"):
        taken("report.txt", data)


def test_a_hostile_name_is_shown_harmless():
    with pytest.raises(Refused) as refused:
        taken("a\n\u202efdp.\0txt", b"")

    assert refused.value.where == "a fdp.txt"
