"""The daily list of a crossing authority: a spreadsheet in Arabic, with English names, in versions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from homeward.invented.lists import words
from homeward.invented.lists.drafts import Cell, Draft, Sheet, written_out
from homeward.invented.papers import style_of
from homeward.invented.person import Document, Person
from homeward.invented.written import Style

AUTHORITY = "Crossing authority"
LIST = "Travellers of the day"
HEADINGS = (
    "م", "الاسم الكامل", "الاسم بالإنجليزية / Name", "تاريخ الميلاد", "الجنس", "الجنسية", "رقم الجواز", "صالح لغاية",
    "رقم العائلة", "صلة القرابة", "مكان الإقامة", "ملاحظات",
)  # fmt: skip
ARABIC, ENGLISH, BIRTH, SEX, NATIONALITY, PASSPORT, EXPIRES, FAMILY, KIN, PLACE, REMARKS = range(1, 12)
SHEET = "المسافرون"


def draft(person: Person) -> Draft:
    """The row of one person, as the authority writes it from the papers."""
    paper = shown(person)
    style = style_of(paper.country) if paper else Style.ENGLISH
    cells: list[Cell] = [
        "0",
        person.name.written(Style.ARABIC),
        person.name.written(style),
        person.written_birth,
        words.ARABIC_SEX[person.sex],
        " / ".join(words.ARABIC_COUNTRIES[country] for country in person.nationalities),
        paper.number if paper else "",
        paper.expires if paper and paper.expires else "",
        str(int(person.household[1:])),
        words.in_arabic(person),
        words.ARABIC_PLACES[person.place],
        "، ".join(words.ARABIC_NEEDS[need] for need in person.needs),
    ]
    return Draft(person.id, (person.id,), cells)


def shown(person: Person) -> Document | None:
    """The paper that is looked at: a foreign passport before any other, what there is before nothing."""
    foreign = next((d for d in person.documents if d.kind == "passport" and d.country != "PSE"), None)
    return foreign or next(iter(person.documents), None)


def sheet(drafts: Iterable[Draft], titles: int, *, dated: bool, name: str = SHEET) -> Sheet:
    """A table of rows under so many titles and one line of headings, numbered from 1."""
    made = Sheet(
        name, titles + 2, list(drafts), date.isoformat if dated else written_out, BIRTH, (ARABIC, ENGLISH), EXPIRES
    )
    made.numbered()
    return made


def titles(declared: date, count: int) -> tuple[str, str]:
    """What stands above the table."""
    return f"كشف المسافرين ليوم {written_out(declared)}", f"العدد: {count}"
