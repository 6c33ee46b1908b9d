"""The list of an interior office: a web page in Hebrew, of people who are held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from homeward.invented.lists import words
from homeward.invented.lists.drafts import Cell, Draft, Mark, Sheet, can_swap, dotted, drawn, misspelt, swapped, truth
from homeward.invented.lists.planned import Mistake, Planned
from homeward.invented.person import Person
from homeward.invented.written import Style

AUTHORITY = "Interior office"
LIST = "Held people"
HEADINGS = ("מס'", "שם משפחה", "שם פרטי", "תאריך לידה", "מין", "אזרחות", "מספר דרכון", "הערות")
FAMILY, GIVEN, BIRTH, SEX, CITIZENSHIP, PASSPORT, REMARKS = range(1, 8)


def planned(people: Sequence[Person], declared: date, seed: int) -> Planned:
    """The one version of this list, with its mistakes."""
    sheet = Sheet("", 2, [_draft(person) for person in people], dotted, BIRTH, (FAMILY, GIVEN))
    _plant(sheet, set())
    sheet.numbered()
    content = _page(sheet, declared, seed).encode()
    file = f"invented-interior-{declared}.html"
    return Planned(file, content, "text/html", AUTHORITY, LIST, 1, declared, truth(sheet, declared))


def _draft(person: Person) -> Draft:
    paper = person.passport()
    cells: list[Cell] = [
        "0",
        person.name.last(Style.HEBREW),
        person.name.first(Style.HEBREW),
        person.written_birth,
        words.HEBREW_SEX[person.sex],
        ", ".join(words.HEBREW_COUNTRIES[country] for country in person.nationalities),
        paper.number if paper else "",
        ", ".join(words.HEBREW_NEEDS[need] for need in person.needs if need in words.HEBREW_NEEDS),
    ]
    return Draft(person.id, (person.id,), cells)


def _plant(sheet: Sheet, used: set[str]) -> None:
    """A misspelt family name, a swapped day, one person twice, a row without a name."""
    row = drawn(sheet.drafts, used, lambda draft: len(str(draft.cells[FAMILY])) > 4)
    right = str(row.cells[FAMILY])
    row.cells[FAMILY] = misspelt(right)
    sheet.marks.append(Mark(Mistake.NEAR_MISS, row.entry, FAMILY, truth=right))
    row = drawn(sheet.drafts, used, lambda draft: can_swap(draft.cells[BIRTH]))
    born = row.cells[BIRTH]
    assert isinstance(born, date)
    row.cells[BIRTH] = swapped(born)
    sheet.marks.append(Mark(Mistake.SWAPPED_DAY, row.entry, BIRTH, truth=dotted(born)))
    row = drawn(sheet.drafts, used, lambda draft: bool(draft.cells[PASSPORT]))
    sheet.drafts.append(Draft(f"{row.entry} again", row.people, list(row.cells)))
    sheet.marks.append(Mark(Mistake.TWICE, f"{row.entry} again", PASSPORT))
    row = drawn(sheet.drafts, used, lambda draft: bool(draft.cells[PASSPORT]))
    right = f"{row.cells[GIVEN]} {row.cells[FAMILY]}"
    row.cells[FAMILY] = row.cells[GIVEN] = ""
    sheet.marks.append(Mark(Mistake.NO_NAME, row.entry, FAMILY, truth=right))


def _page(sheet: Sheet, declared: date, seed: int) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in HEADINGS)
    rows = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in sheet.rows())
    return (
        '<!DOCTYPE html>\n<html lang="he" dir="rtl">\n<head><meta charset="utf-8"><title>רשימה</title>\n'
        f'<meta name="description" content="Invented people, seed {seed}. Nobody here is real."></head>\n<body>\n'
        f"<h1>רשימה ליום {dotted(declared)}</h1>\n<table>\n<tr>{head}</tr>\n{rows}\n</table>\n</body>\n</html>\n"
    )
