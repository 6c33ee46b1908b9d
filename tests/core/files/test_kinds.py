"""What bytes are, by their content alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.files.kinds import Kind, also, kind_of
from tests.corpus.make import LISTS

OF = {
    "clean.xlsx": Kind.WORKBOOK,
    "f13_workbook_named.csv": Kind.WORKBOOK,
    "f15_macros.xlsm": Kind.WITH_MACROS,
    "f13_clean.xls": Kind.OLD_WORKBOOK,
    "f11_password.xlsx": Kind.LOCKED_OFFICE,
    "f13_clean.ods": Kind.OPEN_SHEET,
    "f13_text_named.xlsx": Kind.TEXT,
    "f14_page_named.xls": Kind.PAGE,
    "f50_pdf_named.xlsx": Kind.PDF,
    "f39_pdf_and_packed.pdf": Kind.PDF,
    "f43_numbered.eml": Kind.MAIL,
    "f41_photo_named.pdf": Kind.JPEG,
    "f41_picture.png": Kind.PNG,
    "f50_packed.zip": Kind.PACKED,
    "f50_binary.xlsb": Kind.BINARY_WORKBOOK,
    "f50_old_word.doc": Kind.OLD_OFFICE,
    "f50_outlook.msg": Kind.OUTLOOK,
    "f50_rich_text.csv": Kind.RTF,
    "f30_empty.csv": Kind.EMPTY,
}


@pytest.mark.parametrize("file", OF)
def test_the_kind_of_a_file_is_what_its_content_says(file: str) -> None:
    assert kind_of((LISTS / file).read_bytes()) is OF[file]


def test_a_file_of_two_kinds_is_told() -> None:
    pdf, workbook = (LISTS / "f50_pdf_named.xlsx").read_bytes(), (LISTS / "clean.xlsx").read_bytes()

    assert also(pdf + workbook, kind_of(pdf + workbook)) is Kind.PACKED
    assert also(pdf, Kind.PDF) is None
    assert also(workbook, Kind.WORKBOOK) is None


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"RIFF", b"BM"]),
)
def test_any_bytes_are_of_some_kind(rest: bytes, head: bytes) -> None:
    kind = kind_of(head + rest)

    assert also(head + rest, kind) is not kind


def test_a_packed_file_whose_word_about_itself_is_broken_is_still_of_some_kind() -> None:
    whole = (LISTS / "f13_clean.ods").read_bytes()
    at = whole.index(b"mimetype") + len("mimetype")

    assert kind_of(whole[:at] + b"\xff" * 12 + whole[at + 12 :]) is Kind.PACKED
