"""A spreadsheet read with nothing of the product: rows by the numbers that the file gives them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree

_NAMES = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Read:
    """One sheet: its state, its cells by row and column (from 1 and from 0), the rows that are hidden."""

    state: str
    cells: dict[tuple[int, int], str]
    hidden: frozenset[int]


def sheets(content: bytes) -> dict[str, Read]:
    """All sheets by name; a cell in a style of days is told as YYYY-MM-DD."""
    with zipfile.ZipFile(BytesIO(content)) as opened:
        shared = ["".join(part.itertext()) for part in _xml(opened, "xl/sharedStrings.xml").findall("m:si", _NAMES)]
        days = _styles_of_days(_xml(opened, "xl/styles.xml"))
        listed = _xml(opened, "xl/workbook.xml").findall("m:sheets/m:sheet", _NAMES)
        return {
            sheet.attrib["name"]: _sheet(
                _xml(opened, f"xl/worksheets/sheet{at}.xml"), sheet.attrib.get("state", ""), shared, days
            )
            for at, sheet in enumerate(listed, 1)
        }


def _xml(opened: zipfile.ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(opened.read(part))


def _styles_of_days(styles: ElementTree.Element) -> frozenset[str]:
    own = {
        each.attrib["numFmtId"]
        for each in styles.findall("m:numFmts/m:numFmt", _NAMES)
        if "yy" in each.attrib["formatCode"]
    }
    return frozenset(
        str(at) for at, each in enumerate(styles.findall("m:cellXfs/m:xf", _NAMES)) if each.attrib["numFmtId"] in own
    )


def _sheet(page: ElementTree.Element, state: str, shared: list[str], days: frozenset[str]) -> Read:
    cells: dict[tuple[int, int], str] = {}
    hidden = set()
    for row in page.findall("m:sheetData/m:row", _NAMES):
        number = int(row.attrib["r"])
        if row.attrib.get("hidden") == "1":
            hidden.add(number)
        for cell in row.findall("m:c", _NAMES):
            value = cell.findtext("m:v", "", _NAMES)
            if cell.attrib.get("t") == "s":
                value = shared[int(value)]
            elif value and cell.attrib.get("s") in days:
                value = (_FIRST_DAY + timedelta(days=int(float(value)))).isoformat()
            letters = re.match("[A-Z]+", cell.attrib["r"])
            assert letters and len(letters[0]) == 1
            cells[number, ord(letters[0]) - 65] = value
    return Read(state, cells, frozenset(hidden))
