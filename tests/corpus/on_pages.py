"""Lists on web pages, in PDF, in pictures, and in files that are none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from tests.corpus.in_workbooks import CLEAN
from tests.corpus.making import ACCEPT, ASK, WARN, Expected, read, refused
from tests.corpus.others import container, jpeg_with_place, pdf_file, pdf_of, png
from tests.corpus.people import FAMILIES, HEADING, HEBREW, OF_FAMILIES, PEOPLE, ROWS
from tests.corpus.workbooks import packed

_Made = Iterator[tuple[Expected, bytes]]
_Words = tuple[float, float, str]
LATIN = [[row[0], *row[2:]] for row in [HEADING, *ROWS]]
_AT = (40.0, 240.0, 300.0, 420.0, 540.0)
_ARABIC = ["الاسم", "تاريخ الميلاد", "رقم الجواز"]


def files() -> _Made:
    yield from _pages()
    yield from _tables()
    yield from _turned()
    yield from _broken()
    yield from _none()


def page(body: str, head: str = "") -> bytes:
    """A saved page."""
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def table(rows: Sequence[Sequence[str]], about: dict[int, str] | None = None) -> str:
    """A table of a page."""
    return (
        "<table>"
        + "".join(
            f"<tr {(about or {}).get(at, '')}>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
            for at, row in enumerate(rows)
        )
        + "</table>"
    )


def _pages() -> _Made:
    full = [HEADING, *ROWS]
    yield read("f14_page_named.xls", "F14", "a web page is named .xls", ACCEPT, 12), page(table(full))
    fetching = '<img src="http://192.0.2.1/a.png"><script src="http://192.0.2.1/x.js"></script><link rel="stylesheet" href="http://192.0.2.1/a.css">'
    yield (
        read("f14_page_that_fetches.xls", "F14", "a page would fetch a picture and a script", WARN, 12, "pictures"),
        page(fetching + table(full)),
    )
    yield (
        read("f14_hidden_rows.html", "F14", "a page hides two rows", ASK, 12, "hidden-rows"),
        page(table(full, {3: 'style="display:none"', 4: "hidden"})),
    )
    white = [
        [
            f'<span style="color:#fff">{cell}</span>' if at == 5 and column == 0 else cell
            for column, cell in enumerate(row)
        ]
        for at, row in enumerate(full)
    ]
    yield (
        read("f14_white_words.html", "F14", "a page hides a name by its colour", ASK, 12, "hidden-cells"),
        page(table(white)),
    )
    spanned = "<table><tr><td colspan=6>List of 12 May 2024</td></tr>" + table(full).removeprefix("<table>")
    yield (
        read("f14_joined_cells.html", "F14", "a title is joined over the columns", ACCEPT, 12, heading=2),
        page(spanned),
    )
    joined = table([OF_FAMILIES, *FAMILIES])
    for at in (0, 2):  # the cells of the first row of a family go down over the second
        for cell in (FAMILIES[at][0], FAMILIES[at][2]):
            joined = joined.replace(f"<td>{cell}</td>", f"<td rowspan=2>{cell}</td>", 1)
    joined = joined.replace("<td></td>", "")
    yield (
        read("f14_families_joined.html", "F14", "number and name of a family are joined down", WARN, 4),
        page(joined),
    )
    both = table([HEADING, *ROWS[:6]]) + "<p>and</p>" + table([HEADING, *ROWS[6:]])
    yield read("f14_two_tables.html", "F14", "a page has two tables", WARN, 12, "text-around", heading=2), page(both)
    unclosed = table(full).replace("</td>", "").replace("</tr>", "")
    yield read("f14_unclosed.html", "F14", "cells of a page are not closed", ACCEPT, 12), page(unclosed)
    arabic = page(table(full)).decode().replace('charset="utf-8"', 'charset="windows-1256"').encode("cp1256")
    yield read("f14_declared.html", "F14", "a page says that it is Windows-1256, and is", ACCEPT, 12), arabic
    yield refused("f14_no_table.html", "F14", "a page without a word", "no table"), page("<img src=x>")


def _lines(rows: Sequence[Sequence[str]], top: float = 540, step: float = 20) -> list[_Words]:
    return [
        (x, top - at * step, cell) for at, row in enumerate(rows) for x, cell in zip(_AT, row, strict=False) if cell
    ]


def _tables() -> _Made:
    yield read("f42_one_page.pdf", "F42", "a table on one page", ASK, 12, "pdf-table"), pdf_of([_lines(LATIN)])
    first, second = LATIN[:8], [LATIN[0], *LATIN[8:]]
    foot = [[(400.0, 30.0, f"Page {number} of 2")] for number in (1, 2)]
    split = pdf_of([_lines(first) + foot[0], _lines(second) + foot[1]])
    yield (
        read(
            "f42_two_pages.pdf",
            "F42",
            "the heading comes again, and pages are numbered",
            ASK,
            12,
            "pdf-table",
            "set-aside",
            aside=3,
        ),
        split,
    )
    cut = [_lines([*LATIN[:7], ["Sofia Andreevna", *LATIN[7][1:]]]), _lines([LATIN[0], ["Orlova"], *LATIN[8:]])]
    yield (
        read(
            "f42_row_cut.pdf",
            "F42",
            "a row is cut by the end of a page",
            ASK,
            12,
            "pdf-table",
            "joined-lines",
            "set-aside",
            aside=1,
        ),
        pdf_of(cut),
    )
    wrapped = _lines(LATIN, step=30)
    wrapped[5] = (*wrapped[5][:2], "Rana Mansour")
    wrapped.append((40.0, wrapped[5][1] - 11, "Salem"))
    yield (
        read("f42_two_line_cell.pdf", "F42", "a name stands on two lines", ASK, 12, "pdf-table", "joined-lines"),
        pdf_of([wrapped]),
    )
    titled = [(40.0, 570.0, "People for the crossing of 12 May 2024"), *_lines(LATIN)]
    yield (
        read("f42_title.pdf", "F42", "a title stands above the table", ASK, 12, "pdf-table", heading=2),
        pdf_of([titled]),
    )
    numbered = [
        (40.0, 540.0 - 20 * at, f"{at + 1}. {one.name}, {one.born}, {one.passport}") for at, one in enumerate(PEOPLE)
    ]
    yield (
        read("f42_numbered.pdf", "F42", "numbered lines in a PDF", ASK, 12, "pdf-table", "pasted-list", heading=0),
        pdf_of([numbered]),
    )


def shaped(words: str) -> str:
    """Arabic words as some programs write them: letters in their shapes, from left to right as they are seen."""
    made = []
    for at, letter in enumerate(words):
        before = at > 0 and _joins(words[at - 1])
        after = at + 1 < len(words) and words[at + 1].isalpha() and _joins(letter)
        form = {(False, False): "ISOLATED", (False, True): "INITIAL", (True, True): "MEDIAL", (True, False): "FINAL"}
        name = f"{unicodedata.name(letter, '')} {form[before, after]} FORM"
        try:
            made.append(unicodedata.lookup(name))
        except KeyError:
            made.append(letter)
    return "".join(reversed(made))


def _joins(letter: str) -> bool:
    return "ARABIC LETTER" in unicodedata.name(letter, "") and letter not in "اأإآدذرزوؤةىء"


def _rightward(rows: Sequence[Sequence[str]], turn: bool = True) -> list[_Words]:
    """A table whose first column stands on the right; words that run to the left turned as they are seen."""
    made = []
    for at, row in enumerate(rows):
        for x, cell in zip((600.0, 350.0, 100.0), row, strict=False):
            seen = shaped(cell) if turn and cell and not cell[0].isascii() and not cell[0].isdigit() else cell
            made.append((x, 540.0 - 20 * at, seen))
    return made


def _turned() -> _Made:
    rows = [_ARABIC, *([one.arabic, one.born, one.passport] for one in PEOPLE)]
    yield (
        read(
            "f34_shaped.pdf",
            "F34",
            "Arabic in the shapes of its letters, in the order in which they are seen",
            ASK,
            12,
            "pdf-table",
            "right-to-left",
        ),
        pdf_of([_rightward(rows)]),
    )
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    digits = [_ARABIC, *([one.arabic, one.born.translate(eastern), one.passport] for one in PEOPLE)]
    yield (
        read("f34_eastern_digits.pdf", "F34", "days in Eastern digits", ASK, 12, "pdf-table", "right-to-left"),
        pdf_of([_rightward(digits)]),
    )
    hebrew = [
        [row[0][::-1], row[1], row[3]] if at else [row[0][::-1], row[1][::-1], row[3][::-1]]
        for at, row in enumerate(HEBREW)
    ]
    yield (
        read("f34_hebrew.pdf", "F34", "Hebrew in the order in which it is seen", ASK, 3, "pdf-table", "right-to-left"),
        pdf_of([_rightward(hebrew, turn=False)]),
    )


def _broken() -> _Made:
    whole = pdf_of([_lines(LATIN)])
    start = whole.rindex(b"startxref")
    yield (
        read("f38_wrong_table.pdf", "F38", "the table of places is wrong", ASK, 12, "pdf-table"),
        whole[:start] + b"startxref\n7\n%%EOF\n",
    )
    yield refused("f38_cut.pdf", "F38", "the last part of the file is missing", "damaged"), whole[: start - 200]
    yield (
        read("f38_without_end.pdf", "F38", "the last line of the file is missing", ASK, 12, "pdf-table", "cut-short"),
        whole[: start + 12],
    )
    font = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    yield (
        refused("f38_circle.pdf", "F38", "the pages go round in a circle", "."),
        pdf_file([b"BT ET"], font, kids=b"2 0 R 2 0 R"),
    )
    picture = b"q 600 0 0 400 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n"
    yield refused("f37_scanned.pdf", "F37", "a picture of a list", "no text layer"), pdf_file([picture], font)
    yield refused("f37_blank.pdf", "F37", "a page without anything", "no text"), pdf_file([b""], font)
    yield (
        read(
            "f39_pdf_and_packed.pdf",
            "F39",
            "a PDF that is also a workbook",
            ASK,
            12,
            "pdf-table",
            "two-kinds",
            "cut-short",
        ),
        whole + CLEAN,
    )
    hidden = pdf_of([_lines(LATIN)], extra=b"\nBT 3 Tr /F1 10 Tf 1 0 0 1 40 100 Tm <00010002> Tj ET")
    yield read("f34_unpainted.pdf", "F34", "letters that are not painted", ASK, 12, "pdf-table", "hidden-text"), hidden
    yield read("f50_pdf_named.xlsx", "F50", "a PDF is named .xlsx", ASK, 12, "pdf-table"), whole


def _none() -> _Made:
    yield (
        refused("f41_photo.jpg", "F41", "a photograph that says where it was taken", "picture (JPEG)"),
        jpeg_with_place(),
    )
    yield refused("f41_photo_named.pdf", "F41", "a photograph is named .pdf", "picture (JPEG)"), jpeg_with_place()
    yield refused("f41_picture.png", "F41", "a picture", "picture (PNG)"), png()
    yield refused("f50_packed.zip", "F50", "a packed folder", "packed folder"), packed({"list.xlsx": CLEAN})
    yield refused("f50_word.docx", "F50", "a Word file", "Word"), packed({"word/document.xml": "<a/>"})
    yield refused("f50_binary.xlsb", "F50", "a binary workbook", ".xlsb"), packed({"xl/workbook.bin": b"\0"})
    yield refused("f50_slides.pptx", "F50", "slides", "slides"), packed({"ppt/presentation.xml": "<a/>"})
    yield (
        refused("f50_old_word.doc", "F50", "an old Word file", "old office"),
        container({"WordDocument": b"\xec\xa5" + bytes(600)}),
    )
    yield (
        refused("f50_outlook.msg", "F50", "a mail as Outlook keeps it", "Outlook"),
        container({"__substg1.0_001A001F": b"I"}),
    )
