"""Large lists of invented people from a seed: a first version, and one that follows it."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from xml.sax.saxutils import escape

HEAD = ("No", "Name", "Date of birth", "Sex", "Nationality", "Passport", "Expiry", "Household", "Status")
GIVEN = (
    "Amal Jonas Nadia Omar Lena Yusuf Ines Karim Hanna Tariq Mila Samir Greta Farid Clara Bashir Elin Jamal Nora Walid Rosa Idris "
    "Leila Anton Salma Viktor Dina Pavel Huda Emil"
).split()
FAMILY = (
    "Haddad Berg Karim Said Vogel Nasser Roth Mansour Lind Qasim Holm Darwish Falk Hamdan Stern Khalil Winter Saleh Brandt Awad "
    "Keller Zaki Sommer Rahal Busch Tamim Ahorn Shadid Linden Obeid"
).split()
SYLLABLES = "ba ro mi ta le su ka no di vo ra he lo ni sa ge".split()
COUNTRIES = ("Jordan", "Egypt", "Germany", "Sweden", "Türkiye", "Romania")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
Row = tuple[str, ...]


def people(count: int, seed: int = 1) -> list[Row]:
    """So many people, each with a paper of their own."""
    chance = random.Random(seed)
    numbers = chance.sample(range(1_000_000, 9_999_999), count)
    return [_person(at, number, chance) for at, number in enumerate(numbers, start=1)]


def followed(rows: Sequence[Row], seed: int = 2) -> list[Row]:
    """The next version: in a hundred rows one went, one came, one is corrected, one is decided otherwise, one moved."""
    chance = random.Random(seed)
    left = [row for row in rows if chance.random() > 0.01]
    changed = [_changed(row, chance) for row in left]
    for _ in range(len(changed) // 100):
        changed.insert(chance.randrange(len(changed)), changed.pop(chance.randrange(len(changed))))
    numbers = iter(chance.sample(range(10_000_000, 99_999_999), len(rows) // 100))
    return changed + [_person(0, number, chance) for number in numbers]


def text(rows: Sequence[Row]) -> bytes:
    """The list as text with semicolons."""
    return "".join(";".join(row) + "\r\n" for row in (HEAD, *rows)).encode()


def workbook(rows: Sequence[Row]) -> bytes:
    """The list as a workbook of one sheet."""
    lines = (
        f'<row r="{at}">' + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for at, row in enumerate((HEAD, *rows), start=1)
    )
    cells = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationship("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relationship("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": cells,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()


def _types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    held = (("/xl/workbook.xml", f"{kind}.sheet.main+xml"), ("/xl/worksheets/sheet1.xml", f"{kind}.worksheet+xml"))
    parts = "".join(f'<Override PartName="{name}" ContentType="{type}"/>' for name, type in held)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{rels}{parts}</Types>'


def _relationship(kind: str, target: str) -> str:
    one = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{one}</Relationships>'


def _person(at: int, number: int, chance: random.Random) -> Row:
    born = date(1940, 1, 2) + timedelta(days=chance.randrange(29_000))
    middle = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
    return (
        str(at),
        f"{chance.choice(GIVEN)} {middle} {chance.choice(FAMILY)}",
        born.isoformat(),
        chance.choice("MF"),
        chance.choice(COUNTRIES),
        f"{chance.choice('ABCDEFGH')}{number}",
        (date(2027, 1, 1) + timedelta(days=chance.randrange(3_000))).isoformat(),
        str(at // 4 + 1),
        chance.choice(("waits", "cleared", "")),
    )


def _changed(row: Row, chance: random.Random) -> Row:
    drawn = chance.random()
    if drawn < 0.01:
        name = row[1]
        return (row[0], name[:-1] + name[-1] * 2, *row[2:])
    if drawn < 0.02:
        return (*row[:8], "cleared" if row[8] != "cleared" else "waits")
    return row
