"""The list of a ministry: a text table in Russian, in Windows-1251, one line of it in another encoding."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from homeward.invented.lists import words
from homeward.invented.lists.drafts import Cell, Draft, Mark, Sheet, can_swap, dotted, drawn, misspelt, swapped, truth
from homeward.invented.lists.planned import Mistake, Planned
from homeward.invented.person import Person
from homeward.invented.written import Style

AUTHORITY = "Ministry A (emergencies)"
LIST = "Citizens and their families who wish to leave"
HEADINGS = (
    "№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Гражданство", "Загранпаспорт", "Действителен до", "МЧЗ",
    "Состав семьи", "Примечание",
)  # fmt: skip
FAMILY, GIVEN, PATRONYMIC, BIRTH, SEX, CITIZENSHIP, PASSPORT, EXPIRES, ZONE, KIN, REMARKS = range(1, 12)


def planned(people: Sequence[Person], declared: date) -> Planned:
    """The one version of this list, with its mistakes."""
    sheet = Sheet("", 2, [_draft(person) for person in people], dotted, BIRTH, (FAMILY, GIVEN, PATRONYMIC), EXPIRES)
    used: set[str] = set()
    _plant(sheet, used)
    sheet.numbered()
    odd = drawn(sheet.drafts[len(sheet.drafts) // 3 :], used, lambda draft: bool(draft.cells[GIVEN]))
    sheet.marks.append(Mark(Mistake.MIXED_ENCODING, odd.entry, FAMILY, truth="UTF-8"))
    lines = [_line(HEADINGS).encode("windows-1251")]
    for draft, row in zip(sheet.drafts, sheet.rows(), strict=True):
        lines.append(_line(row).encode("utf-8" if draft is odd else "windows-1251"))
    file = f"invented-ministry-a-{declared}.csv"
    return Planned(file, b"".join(lines), "text/csv", AUTHORITY, LIST, 1, declared, truth(sheet, declared))


def _line(cells: Sequence[str]) -> str:
    written = StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(cells)
    return written.getvalue()


def _draft(person: Person) -> Draft:
    paper = person.passport("RUS") or person.passport()
    cells: list[Cell] = [
        "0",
        person.name.last(Style.RUSSIAN),
        person.name.first(Style.RUSSIAN),
        person.name.patronymic,
        person.written_birth,
        words.RUSSIAN_SEX[person.sex],
        ", ".join(words.RUSSIAN_COUNTRIES[country] for country in person.nationalities),
        paper.number if paper else "",
        paper.expires if paper and paper.expires else "",
        " ".join(paper.zone) if paper else "",
        words.in_russian(person),
        ", ".join(words.RUSSIAN_NEEDS[need] for need in person.needs),
    ]
    return Draft(person.id, (person.id,), cells)


def _plant(sheet: Sheet, used: set[str]) -> None:
    """Letters O in two zones, a misspelt family name, a swapped day, one person twice."""
    for _ in range(2):
        row = drawn(sheet.drafts, used, lambda draft: "0" in str(draft.cells[ZONE])[45:54])
        right = str(row.cells[ZONE])
        at = right.index("0", 45)
        row.cells[ZONE] = f"{right[:at]}O{right[at + 1 :]}"
        sheet.marks.append(Mark(Mistake.BAD_ZONE, row.entry, ZONE, truth=right))
    row = drawn(sheet.drafts[len(sheet.drafts) // 2 :], used, lambda draft: len(str(draft.cells[FAMILY])) > 5)
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
