"""Lists made to swell are stopped in bounded time and memory; those that are only large are read."""

from __future__ import annotations

import io
import resource
import zipfile
from collections.abc import Callable

import pytest

from homeward.files.bounds import FILE, TooLarge
from homeward.lists.formats.received import book
from homeward.refusals import Refused
from tests.corpus.others import pdf_file
from tests.corpus.people import HEADING, ROWS
from tests.corpus.workbooks import MAIN, Sheet, book_parts, packed, put

pytestmark = pytest.mark.long

MILLION = 1_000_000


def _sheet(inside: bytes, times: int, before: str = "") -> bytes:
    """A workbook whose sheet has the same row again and again, written without holding it."""
    parts = book_parts(Sheet([HEADING]))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, words in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                put(file, name, words)
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{MAIN}">{before}<sheetData>'.encode())
            for _ in range(times // 1_000):
                part.write(inside * 1_000)
            part.write(b"</sheetData></worksheet>")
    return made.getvalue()


_ROW = (
    b"<row>"
    + b"".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>'.encode() for cell in (*ROWS[0], *ROWS[1]))
    + b"</row>"
)
_SHARED = b"<row>" + b'<c t="s"><v>0</v></c>' * 500 + b"</row>"


def _shared() -> bytes:
    """Sixty thousand letters that ten thousand cells share."""
    parts = book_parts(Sheet([[]]))
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>{"x" * 60_000}</t></si></sst>'
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{MAIN}"><sheetData>{_SHARED.decode() * 20}</sheetData></worksheet>'
    )
    return packed(parts)


STOPPED: dict[str, tuple[Callable[[], bytes], type[Refused]]] = {
    "a file over the bound": (lambda: b"x" * (FILE + 1), TooLarge),
    "a workbook that unpacks to 400 megabytes": (
        lambda: packed({**book_parts(Sheet([[]])), "xl/media/a": b" " * 400 * MILLION}),
        TooLarge,
    ),
    "a sheet of more rows than are read": (lambda: _sheet(b"<row><c><v>1</v></c></row>", 210_000), TooLarge),
    "a word that thousands of cells share": (_shared, TooLarge),
    "a text of more rows than are read": (lambda: b"a,b\n" * 210_000, TooLarge),
    "a page nested a hundred thousand deep": (lambda: b"<html><table>" + b"<tr><td><table>" * 100_000, Refused),
    "a page of spans": (lambda: b"<html><table>" + b"<tr><td colspan=1000 rowspan=9999>x" * 30_000, TooLarge),
    "a PDF that unpacks to sixty megabytes of nothing": (
        lambda: pdf_file(
            [b"q " * 30 * MILLION], [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"], deflated=True
        ),
        Refused,
    ),
    "a workbook whose list of parts is a book": (
        lambda: packed({f"xl/{at}": "" for at in range(3_000)} | {"xl/workbook.xml": ""}),
        TooLarge,
    ),
}


@pytest.mark.parametrize("what", STOPPED)
def test_stopped(what: str) -> None:
    make, refusal = STOPPED[what]
    data = make()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(refusal) as refused:
        book("list", data)

    assert refused.value.instead
    assert "empty" not in str(refused.value)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 400 * 1024  # KiB


def test_a_hundred_thousand_rows_are_read_in_bounded_memory() -> None:
    """Twelve columns; the process apart has 60 seconds of a processor and 512 MB, and is given no more."""
    data = _sheet(_ROW, 100_000)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    read = book("list.xlsx", data)

    assert len(read.sheets[0].lines) == 100_000
    assert read.sheets[0].lines[-1].cells == (*ROWS[0], *ROWS[1])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 512 * 1024  # KiB


def test_a_hundred_thousand_lines_of_text_are_read() -> None:
    read = book(
        "list.csv", (",".join(HEADING) + "\n").encode() + "".join(",".join(row) + "\n" for row in ROWS).encode() * 8_334
    )

    assert len(read.sheets[0].lines) == 100_009
