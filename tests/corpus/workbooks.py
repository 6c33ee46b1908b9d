"""Workbooks written part by part, so that everything a program can hide in one can be put there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FORMATS = {
    164: "dd/mm/yyyy",
    165: "00000000",
    166: ";;;",
    167: "hh:mm",
    168: "dd/mm/yyyy hh:mm",
    169: '[$-401]d" يوم "mmmm',
}
PLAIN, DAY, ZEROS, UNSEEN, CLOCK, MOMENT, WORDED = 0, 1, 2, 3, 4, 5, 6
_STYLES = (0, 164, 165, 166, 167, 168, 169)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the part: its value, kind, style and formula."""

    value: str
    kind: str = "n"
    style: int = PLAIN
    formula: str = ""


@dataclass(slots=True)
class Sheet:
    """A sheet: rows of cells, each row with its number if it is not the next."""

    rows: Sequence[Sequence[object]]
    name: str = "List"
    state: str = ""
    hidden_rows: frozenset[int] = frozenset()
    numbers: Sequence[int] = ()
    columns: str = ""
    after: str = ""
    before: str = ""
    further_rows: str = ""
    merged: Sequence[str] = field(default_factory=tuple)


def serial(day: str) -> str:
    """A day as workbooks count it."""
    return str((date.fromisoformat(day) - date(1899, 12, 30)).days)


def dated(day: str, style: int = DAY) -> Cell:
    """A cell that holds a day."""
    return Cell(serial(day), style=style)


def letters(column: int) -> str:
    made, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made


def workbook(*sheets: Sheet, parts: dict[str, str | bytes] | None = None, properties: str = "") -> bytes:
    """A workbook of these sheets, with further parts."""
    return packed(book_parts(*sheets, properties=properties) | (parts or {}))


def book_parts(*sheets: Sheet, properties: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook."""
    named = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" {f"state={quoteattr(sheet.state)}" if sheet.state else ""} r:id="rId{at}"/>'
        for at, sheet in enumerate(sheets, 1)
    )
    linked = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    linked += f'<Relationship Id="rId900" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for at in range(1, len(sheets) + 1)
        )
        + '<Override PartName="/xl/styles.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">{properties}<sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{linked}</Relationships>',
        "xl/styles.xml": _styles(),
    }
    return parts | {f"xl/worksheets/sheet{at}.xml": part(sheet) for at, sheet in enumerate(sheets, 1)}


def _styles() -> str:
    formats = "".join(
        f"<numFmt numFmtId='{number}' formatCode={quoteattr(code)}/>" for number, code in _FORMATS.items()
    )
    styles = "".join(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number in _STYLES)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(_FORMATS)}">{formats}</numFmts><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs count="{len(_STYLES)}">{styles}</cellXfs></styleSheet>'
    )


def part(sheet: Sheet) -> str:
    """The part of one sheet."""
    numbers = list(sheet.numbers) or list(range(1, len(sheet.rows) + 1))
    rows = "".join(
        _row(number, row, number in sheet.hidden_rows) for number, row in zip(numbers, sheet.rows, strict=True)
    )
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in sheet.merged)
    merged = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else ""
    columns = f"<cols>{sheet.columns}</cols>" if sheet.columns else ""
    data = f"<sheetData>{rows}{sheet.further_rows}</sheetData>"
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{_RELATIONS}">{sheet.before}{columns}{data}{sheet.after}{merged}</worksheet>'


def _row(number: int, row: Sequence[object], hidden: bool) -> str:
    cells = "".join(_cell(f"{letters(at)}{number}", cell) for at, cell in enumerate(row))
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{cells}</row>'


def _cell(place: str, cell: object) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, Cell):
        formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
        value = f"<v>{escape(cell.value)}</v>" if cell.value else ""
        return f'<c r="{place}" s="{cell.style}" t="{cell.kind}">{formula}{value}</c>'
    if isinstance(cell, (int, float)):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell))}</t></is></c>'


def packed(parts: dict[str, str | bytes], order: Iterable[str] = ()) -> bytes:
    """A packed file of these parts, the same at every making."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in [*order, *(name for name in parts if name not in set(order))]:
            put(file, name, parts[name])
    return made.getvalue()


def put(file: zipfile.ZipFile, name: str, words: str | bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    """Put a part into a packed file, dated as the first day that such files know."""
    about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    about.compress_type = how
    about.create_system = 3
    file.writestr(about, words)
