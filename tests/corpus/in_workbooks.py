"""Workbooks that hide, surprise or attack: .xlsx, .xlsm, .xls, .ods."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from typing import Any

from tests.corpus.making import ACCEPT, ASK, REJECT, WARN, Expected, read, refused
from tests.corpus.others import container, locked_office, ods, ods_cell, ods_row, ods_table, ods_words
from tests.corpus.people import FAMILIES, HEADING, OF_FAMILIES, PEOPLE, ROWS, in_pieces
from tests.corpus.workbooks import (
    CLOCK,
    DAY,
    MOMENT,
    UNSEEN,
    WORDED,
    ZEROS,
    Cell,
    Sheet,
    book_parts,
    dated,
    packed,
    put,
    serial,
    workbook,
)

_Made = Iterator[tuple[Expected, bytes]]
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DAYS = [[one.name, one.arabic, one.sex, dated(one.born), one.nationality, one.passport] for one in PEOPLE]
LIST = [HEADING, *DAYS]
CLEAN = workbook(Sheet(LIST))


def files() -> _Made:
    yield from _plain()
    yield from _headings()
    yield from _hidden()
    yield from _values()
    yield from _attacks()
    yield from _beside()
    yield from _old()
    yield from _open()


def _plain() -> _Made:
    yield read("clean.xlsx", "F00", "nothing", ACCEPT, 12), CLEAN
    yield read("f13_workbook_named.csv", "F13", "a workbook is named .csv", ACCEPT, 12), CLEAN
    yield read("f33_again.xlsx", "F33", "the same bytes again", ACCEPT, 12), CLEAN
    yield (
        read("f31_reordered.xlsx", "F31", "the same people in another order", ACCEPT, 12),
        workbook(Sheet([HEADING, *DAYS[::-1]])),
    )
    blank = "".join(f'<row r="{at}" spans="1:16384" s="1" customFormat="1"/>' for at in range(14, 40_014))
    wide = Sheet(
        LIST,
        before='<dimension ref="A1:XFD1048576"/>',
        further_rows=blank + '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
    )
    yield (
        read("f01_used_range.xlsx", "F01", "40,000 blank rows in a used range of a million", ACCEPT, 12),
        workbook(wide),
    )
    gap = Sheet(LIST, numbers=[*range(1, 8), *range(608, 614)])
    yield read("f02_gap.xlsx", "F02", "600 blank rows, then more people", ACCEPT, 12), workbook(gap)
    nations = sorted({one.nationality for one in PEOPLE})
    sheets = [
        Sheet(
            [HEADING if at % 2 else HEADING[::-1], *(row if at % 2 else row[::-1] for row in DAYS if row[4] == nation)],
            name=nation,
        )
        for at, nation in enumerate(nations)
    ]
    yield (
        read(
            "f19_sheet_per_nationality.xlsx",
            "F19",
            "a sheet for each nationality, columns in other orders",
            ACCEPT,
            12,
            heading=6,
        ),
        workbook(*sheets),
    )
    many = Sheet([[f"C{at}" for at in range(10_000)], *DAYS])
    yield refused("f29_ten_thousand_columns.xlsx", "F29", "10,000 columns", "1,000 columns"), workbook(many)
    wide_list = Sheet([[*HEADING, *[f"Extra {at}" for at in range(894)]], *DAYS])
    yield (
        read("f29_nine_hundred_columns.xlsx", "F29", "900 columns, of which six hold something", WARN, 12),
        workbook(wide_list),
    )
    yield (
        Expected(file="f30_heading_only.xlsx", id="F30", wrong="only a heading", outcome=REJECT, stored="0", lines="1"),
        workbook(Sheet([HEADING])),
    )
    yield refused("f30_blank.xlsx", "F30", "a workbook without a word", "no line"), workbook(Sheet([]))
    yield read("f50_workbook_named.pdf", "F50", "a workbook is named .pdf", ACCEPT, 12), CLEAN
    yield refused("f46_cut.xlsx", "F46", "the end of the file is missing", "damaged"), CLEAN[: len(CLEAN) * 2 // 3]


def _headings() -> _Made:
    titled = Sheet(
        [["List of people for the crossing of 12 May 2024"], ["Secret"], [], *LIST], merged=["A1:F1", "A2:F2"]
    )
    titled.numbers = [1, 2, 3, *range(4, 17)]
    yield (
        read(
            "f03_title_and_merged.xlsx", "F03", "a merged title above the heading", WARN, 12, "merged-cells", heading=3
        ),
        workbook(titled),
    )
    two = [
        f"{english}\n{arabic}"
        for english, arabic in zip(
            HEADING, ["الاسم الكامل", "الاسم", "الجنس", "تاريخ الميلاد", "الجنسية", "رقم الجواز"], strict=True
        )
    ]
    yield (
        read("f03_two_line_heading.xlsx", "F03", "headings of two lines in two languages", ACCEPT, 12),
        workbook(Sheet([two, *DAYS])),
    )
    rows = [["Name", "", "Person", "", "Document", ""], HEADING, *DAYS]
    yield (
        read(
            "f03_two_heading_rows.xlsx",
            "F03",
            "a heading of two rows, joined over columns",
            WARN,
            12,
            "merged-cells",
            heading=2,
        ),
        workbook(Sheet(rows, merged=["A1:B1", "C1:D1", "E1:F1"])),
    )
    family = [[*row] for row in DAYS]
    family[11][4] = ""
    yield (
        read("f03_merged_down.xlsx", "F03", "one nationality is joined over two rows", WARN, 12, "merged-cells"),
        workbook(Sheet([HEADING, *family], merged=["E12:E13"])),
    )
    yield (
        read("f03_families_joined.xlsx", "F03", "number and name of a family are joined down", WARN, 4, "merged-cells"),
        workbook(Sheet([OF_FAMILIES, *FAMILIES], merged=["A2:A3", "C2:C3", "A4:A5", "C4:C5"])),
    )
    upper = ["Full name", "Sex", "Date of birth", "", "", "Passport no."]
    lower = ["", "", "Day", "Month", "Year", ""]
    divided = [[one.name, one.sex, *in_pieces(one.born), one.passport] for one in PEOPLE]
    yield (
        read(
            "d30_three_under_one.xlsx",
            "D30",
            "a birth over three columns under one",
            WARN,
            12,
            "merged-cells",
            heading=2,
        ),
        workbook(Sheet([upper, lower, *divided], merged=["C1:E1", "A1:A2", "B1:B2", "F1:F2"])),
    )
    doubled = ["Full name", "الاسم", "Sex", "Date", "Date", "Passport no."]
    yield (
        read("f27_two_headings_alike.xlsx", "F27", "two columns have the same heading", ASK, 12),
        workbook(Sheet([doubled, *DAYS])),
    )
    empty = ["Full name", "", "Sex", "Date of birth", "", "Passport no."]
    yield read("f27_empty_headings.xlsx", "F27", "columns have no heading", ASK, 12), workbook(Sheet([empty, *DAYS]))


def _hidden() -> _Made:
    other = Sheet(LIST, name="Do not send", state="hidden")
    yield (
        read(
            "f05_hidden_sheet.xlsx",
            "F05",
            "a sheet with all people is hidden behind one with four",
            ASK,
            16,
            "hidden-sheet",
            heading=2,
        ),
        workbook(Sheet(LIST[:5]), other),
    )
    very = Sheet(LIST, name="_x", state="veryHidden")
    yield (
        read(
            "f05_very_hidden_sheet.xlsx",
            "F05",
            "a sheet is hidden so that no menu shows it",
            ASK,
            16,
            "hidden-sheet",
            heading=2,
        ),
        workbook(Sheet(LIST[:5]), very),
    )
    yield (
        read("f06_hidden_rows.xlsx", "F06", "three rows are hidden", ASK, 12, "hidden-rows"),
        workbook(Sheet(LIST, hidden_rows=frozenset({4, 5, 9}))),
    )
    filtered = Sheet(
        LIST,
        hidden_rows=frozenset(range(6, 14)),
        after='<autoFilter ref="A1:F13"><filterColumn colId="4"/></autoFilter>',
    )
    yield (
        read("f06_filtered_rows.xlsx", "F06", "a filter shows four of twelve", ASK, 12, "hidden-rows"),
        workbook(filtered),
    )
    ill = [[*HEADING, "Medical"], *[[*row, "Insulin" if at % 4 == 0 else "None"] for at, row in enumerate(DAYS)]]
    for file, how in (
        ("f06_hidden_column.xlsx", 'hidden="1"'),
        ("f06_column_without_width.xlsx", 'width="0" customWidth="1"'),
    ):
        yield (
            read(file, "F06", f"a medical column is out of sight ({how.split('=')[0]})", ASK, 12, "hidden-columns"),
            workbook(Sheet(ill, columns=f'<col min="7" max="7" {how}/>')),
        )
    unseen = [LIST[0], *[[*row[:5], Cell(str(31_882_290 + at), style=UNSEEN)] for at, row in enumerate(DAYS)]]
    yield (
        read(
            "f06_cells_shown_as_empty.xlsx", "F06", "numbers have a format that shows nothing", ASK, 12, "hidden-cells"
        ),
        workbook(Sheet(unseen)),
    )
    flat = Sheet(LIST[:8], further_rows="".join(_flat(at, row) for at, row in enumerate(ROWS[7:], 9)))
    yield (
        read("f06_rows_without_height.xlsx", "F06", "five rows have no height", ASK, 12, "hidden-rows"),
        workbook(flat),
    )


def _flat(number: int, row: list[str]) -> str:
    cells = "".join(
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for at, cell in enumerate(row)
    )
    return f'<row r="{number}" ht="0" customHeight="1">{cells}</row>'


def _values() -> _Made:
    worked = [[Cell(one.name, "str", formula=f"B{at}&C{at}"), *DAYS[at - 2][1:]] for at, one in enumerate(PEOPLE, 2)]
    yield (
        read("f07_formulas.xlsx", "F07", "names are worked out by formulas", WARN, 12, "formulas"),
        workbook(Sheet([HEADING, *worked])),
    )
    without = [[Cell("", "str", formula=f"B{at}&C{at}"), *DAYS[at - 2][1:]] for at in range(2, 14)]
    yield (
        read(
            "f07_formulas_without_values.xlsx",
            "F07",
            "formulas have no value with them",
            ASK,
            12,
            "formulas",
            "no-cached-value",
        ),
        workbook(Sheet([HEADING, *without])),
    )
    linked = [[Cell(one.name, "str", formula="[1]Other!A1"), *DAYS[at][1:]] for at, one in enumerate(PEOPLE)]
    yield (
        read("f07_external_link.xlsx", "F07", "formulas point to another file", WARN, 12, "formulas", "external-links"),
        workbook(Sheet([HEADING, *linked]), parts={"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
    )
    faults = [[*row[:5], Cell("#REF!", "e", formula="A1") if at == 3 else row[5]] for at, row in enumerate(DAYS)]
    yield (
        read("f07_errors.xlsx", "F07", "a passport number is #REF!", WARN, 12, "error-values", "formulas"),
        workbook(Sheet([HEADING, *faults])),
    )
    yes = [[*row[:2], Cell("1", "b"), *row[3:]] for row in DAYS]
    yield (
        read("f07_true_and_false.xlsx", "F07", "cells hold TRUE", WARN, 12, "booleans"),
        workbook(Sheet([HEADING, *yes])),
    )
    leap = [[*row[:3], Cell("60", style=DAY) if at == 0 else row[3], *row[4:]] for at, row in enumerate(DAYS)]
    yield (
        read("d21_serial_60.xlsx", "D21", "a day is 29 February 1900", WARN, 12, "serial-60"),
        workbook(Sheet([HEADING, *leap])),
    )
    since = [
        [*row[:3], Cell(str(int(serial(one.born)) - 1462), style=DAY), *row[4:]]
        for row, one in zip(DAYS, PEOPLE, strict=True)
    ]
    yield (
        read("d14_days_since_1904.xlsx", "D14", "days are counted from 1904", WARN, 12, "days-since-1904"),
        workbook(Sheet([HEADING, *since]), properties='<workbookPr date1904="1"/>'),
    )
    mixed = [
        [*row[:3], "/".join(reversed(one.born.split("-"))) if int(one.born[8:]) > 12 else row[3], *row[4:]]
        for row, one in zip(DAYS, PEOPLE, strict=True)
    ]
    yield (
        read("d02_days_and_words.xlsx", "D02", "some days are days, others words", ASK, 12, "mixed-days"),
        workbook(Sheet([HEADING, *mixed])),
    )
    texts = [[*row[:3], serial(one.born), *row[4:]] for row, one in zip(DAYS, PEOPLE, strict=True)]
    yield (
        read("d07_serials_as_words.xlsx", "D07", "days are the numbers that programs count them by", WARN, 12),
        workbook(Sheet([HEADING, *texts])),
    )
    long = [[*row[:5], Cell("1.2345678901234567E+19") if at == 0 else row[5]] for at, row in enumerate(DAYS)]
    yield (
        read("d19_long_number.xlsx", "D19", "a number has more digits than are kept", ASK, 12, "long-numbers"),
        workbook(Sheet([HEADING, *long])),
    )
    zeros = [[*row[:5], Cell(str(4467 + at), style=ZEROS)] for at, row in enumerate(DAYS)]
    yield (
        read("d25_zeros_by_format.xlsx", "D25", "zeros before numbers are only shown", WARN, 12, "zeros-shown"),
        workbook(Sheet([HEADING, *zeros])),
    )
    moments = [
        [*row, Cell("0.5", style=CLOCK), Cell(f"{serial(one.born)}.25", style=MOMENT)]
        for row, one in zip(DAYS, PEOPLE, strict=True)
    ]
    yield (
        read("d14_times.xlsx", "D14", "columns hold times, and days with times", ACCEPT, 12),
        workbook(Sheet([[*HEADING, "Bus", "Seen"], *moments])),
    )
    worded = [[*row[:3], dated(one.born, WORDED), *row[4:]] for row, one in zip(DAYS, PEOPLE, strict=True)]
    yield (
        read("d13_days_shown_in_words.xlsx", "D13", "days are shown with names of months", ACCEPT, 12),
        workbook(Sheet([HEADING, *worded])),
    )
    turned = [[f"\u202e{row[0]}\u202c" if at == 2 else row[0], *row[1:]] for at, row in enumerate(DAYS)]
    yield (
        read("n11_turned.xlsx", "N11", "a name turns the direction of reading", WARN, 12, "turned-text"),
        workbook(Sheet([HEADING, *turned])),
    )
    twice = Sheet(
        LIST[:12],
        further_rows='<row r="13"><c r="A13" t="inlineStr"><is><t>Karim</t></is></c><c r="A13" t="inlineStr"><is><t>Kamal</t></is></c></row>',
    )
    yield read("f17_cell_twice.xlsx", "F17", "a cell is given twice", ASK, 11, "two-values", aside=1), workbook(twice)


def _attacks() -> _Made:
    parts = book_parts(Sheet(LIST))
    yield refused("f09_overlapping.xlsx", "F09", "parts lie in the same place", "same place"), _overlapping(parts)
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    swollen = '<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + sheet
    yield (
        refused("f10_entities.xlsx", "F10", "a part names texts that swell", "document type"),
        packed({**parts, "xl/worksheets/sheet1.xml": swollen}),
    )
    outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "http://192.0.2.1/x">]>' + sheet.replace("Rana", "&a;", 1)
    yield (
        refused("f10_entity_from_outside.xlsx", "F10", "a part would fetch a text", "document type"),
        packed({**parts, "xl/worksheets/sheet1.xml": outside}),
    )
    yield refused("f11_password.xlsx", "F11", "locked with a password", "password"), locked_office()
    flagged = bytearray(CLEAN)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = flagged.find(sign)
        while start >= 0:
            flagged[start + at] |= 1
            start = flagged.find(sign, start + 1)
    yield refused("f11_locked_parts.xlsx", "F11", "the parts are locked one by one", "locked"), bytes(flagged)
    yield (
        refused("f17_part_twice.xlsx", "F17", "a part is in it twice", "same name"),
        _twice(parts, "xl/worksheets/sheet1.xml"),
    )
    yield (
        refused("f17_part_twice_in_capitals.xlsx", "F17", "a part is in it twice, once in capitals", "same name"),
        _twice(parts, "xl/worksheets/SHEET1.xml"),
    )
    climbing = {**parts, "../../outside.txt": "x", "/etc/outside": "x"}
    yield read("f18_climbing_parts.xlsx", "F18", "parts have names that climb out", ACCEPT, 12), packed(climbing)
    target = str(parts["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", "../../../../etc/passwd")
    yield (
        refused("f18_climbing_target.xlsx", "F18", "the sheet would be a file outside", "no line"),
        packed({**parts, "xl/_rels/workbook.xml.rels": target}),
    )
    broken = sheet[: len(sheet) // 2]
    yield (
        refused("f46_cut_part.xlsx", "F46", "a part stops in the middle", "cut short"),
        packed({**parts, "xl/worksheets/sheet1.xml": broken}),
    )
    lost = sheet.replace('t="inlineStr"><is><t xml:space="preserve">Rana Mansour Salem</t></is>', 't="s"><v>99</v>', 1)
    yield (
        refused("f46_words_missing.xlsx", "F46", "a cell points to words that are not there", "not there"),
        packed({**parts, "xl/worksheets/sheet1.xml": lost}),
    )
    flipped = bytearray(CLEAN)
    flipped[CLEAN.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    yield refused("f46_changed_bytes.xlsx", "F46", "bytes of a part were changed", "damaged"), bytes(flipped)


def _overlapping(parts: dict[str, str | bytes]) -> bytes:
    """A list of parts that names one place twice."""
    made = bytearray(packed({**parts, "xl/media/a.bin": "a" * 100, "xl/media/b.bin": "b" * 100}))
    first = made.index(b"xl/media/a.bin", made.index(b"PK\x01\x02")) - 4
    second = made.index(b"xl/media/b.bin", made.index(b"PK\x01\x02")) - 4
    made[second : second + 4] = struct.pack("<I", struct.unpack_from("<I", made, first)[0] + 1)
    return bytes(made)


def _twice(parts: dict[str, str | bytes], name: str) -> bytes:
    made = io.BytesIO()
    other = str(parts["xl/worksheets/sheet1.xml"]).replace("Rana", "Rima")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for each, words in parts.items():
            put(file, each, words)
        put(file, name.replace("sheet1", "sheetX").replace("SHEET1", "SHEETX"), other)
    return made.getvalue().replace(b"sheetX", b"sheet1").replace(b"SHEETX", b"SHEET1")


def _beside() -> _Made:
    for file, number, wrong, code, parts in (
        ("f15_macros.xlsm", "F15", "it has macros", "macros", {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"}),
        ("f47_comments.xlsx", "F47", "cells have comments", "comments", {"xl/comments1.xml": "<comments/>"}),
        (
            "f47_threads.xlsx",
            "F47",
            "cells have threads of comments",
            "comments",
            {"xl/threadedComments/threadedComment1.xml": "<a/>"},
        ),
        ("f47_picture.xlsx", "F47", "a picture lies over the cells", "pictures", {"xl/media/image1.png": b"\x89PNG"}),
        (
            "f47_text_box.xlsx",
            "F47",
            "a text box lies over the cells",
            "text-boxes",
            {"xl/drawings/drawing1.xml": _BOX},
        ),
        (
            "f47_summary_cache.xlsx",
            "F47",
            "rows are kept for a summary",
            "pivot-cache",
            {"xl/pivotCache/pivotCacheRecords1.xml": "<a/>"},
        ),
        (
            "f47_connection.xlsx",
            "F47",
            "it would fetch when it is opened",
            "connections",
            {"xl/connections.xml": "<connections/>"},
        ),
        (
            "f47_embedded.xlsx",
            "F47",
            "another file lies inside",
            "embedded",
            {"xl/embeddings/oleObject1.bin": b"\xd0\xcf"},
        ),
        ("f47_chart.xlsx", "F47", "there is a chart", "charts", {"xl/charts/chart1.xml": "<c/>"}),
    ):
        yield read(file, number, wrong, WARN, 12, code), workbook(Sheet(LIST), parts=dict(parts))


_BOX = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Not these two'
    "</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
)


def _old() -> _Made:
    import xlwt

    def made(hide: Any = None, *, formula: bool = False, extra: bool = False) -> bytes:
        book = xlwt.Workbook(encoding="utf-8")
        sheet = book.add_sheet("List")
        day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
        for row, cells in enumerate([HEADING, *ROWS]):
            for column, cell in enumerate(cells):
                if row and column == 3:
                    sheet.write(row, column, int(serial(cell)), day)
                elif row and formula and column == 0:
                    sheet.write(row, column, xlwt.Formula(f'"{cell}"&""'))
                else:
                    sheet.write(row, column, cell)
        if extra:
            second = book.add_sheet("Do not send")
            for row, cells in enumerate([HEADING, *ROWS[:4]]):
                for column, cell in enumerate(cells):
                    second.write(row, column, cell)
            second.visibility = 1
        if hide:
            hide(sheet)
        return container({"Workbook": book.get_biff_data()})

    plain = made()
    yield read("f13_clean.xls", "F13", "an old workbook", ACCEPT, 12), plain
    yield read("f13_old_workbook_named.csv", "F13", "an old workbook is named .csv", ACCEPT, 12), plain
    yield (
        read("f05_hidden_sheet.xls", "F05", "a sheet of an old workbook is hidden", ASK, 16, "hidden-sheet", heading=2),
        made(extra=True),
    )

    def row(sheet: Any) -> None:
        sheet.row(3).hidden = True

    def column(sheet: Any) -> None:
        sheet.col(5).hidden = True

    yield read("f06_hidden_row.xls", "F06", "a row of an old workbook is hidden", ASK, 12, "hidden-rows"), made(row)
    yield (
        read("f06_hidden_column.xls", "F06", "a column of an old workbook is hidden", ASK, 12, "hidden-columns"),
        made(column),
    )
    yield (
        read(
            "f07_formulas.xls",
            "F07",
            "names in an old workbook are formulas that had given nothing",
            WARN,
            12,
            "formulas",
        ),
        made(formula=True),
    )
    yield refused("f46_cut.xls", "F46", "the end of an old workbook is missing", "old office"), plain[:3_000]
    stream = _biff(plain)
    locked = stream[:20] + struct.pack("<HHHH", 0x2F, 4, 0, 0) + stream[20:]
    yield (
        refused("f11_password.xls", "F11", "an old workbook is locked with a password", "password"),
        container({"Workbook": locked}),
    )


def _biff(made: bytes) -> bytes:
    return made[512 : made.index(b"R\0o\0o\0t\0") // 512 * 512]


def _open() -> _Made:
    rows = [ods_row(ods_words(*row)) for row in (HEADING, *ROWS)]
    yield read("f13_clean.ods", "F13", "an OpenDocument sheet", ACCEPT, 12), ods(ods_table(rows))
    down = [ods_row(ods_words(*OF_FAMILIES))]
    for at, row in enumerate(FAMILIES):
        cells = ods_words(*row)
        for column in (0, 2):
            spanned = 'table:number-rows-spanned="2" table:number-columns-spanned="1"'
            cells[column] = "<table:covered-table-cell/>" if at % 2 else ods_cell(row[column], spanned)
        down.append(ods_row(cells))
    yield (
        read("f03_families_joined.ods", "F03", "number and name of a family are joined down", WARN, 4, "merged-cells"),
        ods(ods_table(down)),
    )
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    yield (
        read("f01_used_range.ods", "F01", "a million blank rows are repeated", ACCEPT, 12),
        ods(ods_table([*rows, blank])),
    )
    hidden = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    yield (
        read("f05_hidden_sheet.ods", "F05", "a sheet is hidden", ASK, 16, "hidden-sheet", heading=2),
        ods(ods_table(rows[:5]), ods_table(rows, "Do not send", "ta2"), styles=hidden),
    )
    unseen = [
        ods_row(ods_words(*row), 'table:visibility="collapse"' if at in (2, 3) else "")
        for at, row in enumerate((HEADING, *ROWS))
    ]
    yield read("f06_hidden_rows.ods", "F06", "two rows are hidden", ASK, 12, "hidden-rows"), ods(ods_table(unseen))
    columns = '<table:table-column table:number-columns-repeated="5"/><table:table-column table:visibility="collapse"/>'
    yield (
        read("f06_hidden_column.ods", "F06", "a column is hidden", ASK, 12, "hidden-columns"),
        ods(ods_table(rows, columns=columns)),
    )
    worked = [
        ods_row([ods_cell(row[0], 'table:formula="of:=[.B1]"' if at else ""), *ods_words(*row[1:])])
        for at, row in enumerate((HEADING, *ROWS))
    ]
    yield (
        read("f07_formulas.ods", "F07", "names are worked out by formulas", WARN, 12, "formulas"),
        ods(ods_table(worked)),
    )
    note = "<office:annotation><text:p>not this one</text:p></office:annotation>"
    told = [
        ods_row([ods_cell(row[0], inside=note if at == 4 else ""), *ods_words(*row[1:])])
        for at, row in enumerate((HEADING, *ROWS))
    ]
    yield read("f47_comments.ods", "F47", "a cell has a comment", WARN, 12, "comments"), ods(ods_table(told))
    sealed = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    yield (
        refused("f11_password.ods", "F11", "locked with a password", "password"),
        ods(ods_table(rows), parts={"META-INF/manifest.xml": sealed}),
    )
    many = ods_row([ods_cell("x", 'table:number-columns-repeated="16384"')])
    yield (
        refused("f29_repeated_columns.ods", "F29", "one word in 16,384 columns", "1,000 columns"),
        ods(ods_table([many])),
    )
    bomb = ods_row(ods_words("x"), 'table:number-rows-repeated="1048576"')
    yield (
        refused("f09_repeated_rows.ods", "F09", "one row repeated a million times", "200,000 rows"),
        ods(ods_table([bomb])),
    )
