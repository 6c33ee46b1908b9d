"""Lists as tables in a test: what a reader of files would make of them, looked at by the core."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any

from homeward.lists.core.answers import Answers
from homeward.lists.core.book import Book, Line, Sheet
from homeward.lists.core.checked import Checked, Declared, checked
from homeward.lists.core.notices import Notice

TODAY = date(2026, 1, 15)


def sheet(table: str, name: str = "", **more: Any) -> Sheet:
    """A table: cells between strokes, lines counted from 1, blank lines left out as readers do."""
    lines = []
    for number, line in enumerate(textwrap.dedent(table).strip("\n").split("\n"), 1):
        cells = tuple(cell.strip(" ").replace("\\n", "\n") for cell in line.split("|"))
        if any(cell.strip() for cell in cells):
            lines.append(Line(number, cells))
    return Sheet(name, tuple(lines), **more)


def cells(*rows: Sequence[str], name: str = "") -> Sheet:
    """A table of cells as they are, for what cannot be shown between strokes."""
    return Sheet(name, tuple(Line(number, tuple(row)) for number, row in enumerate(rows, 1)))


def looked(*tables: str | Sheet, answers: Answers | None = None, **declared: date) -> Checked:
    """What would happen to a list of these tables."""
    sheets = tuple(each if isinstance(each, Sheet) else sheet(each) for each in tables)
    return checked(Book("text/csv", sheets), answers, Declared(**{"today": TODAY, **declared}))


def codes(notices: Sequence[Notice]) -> list[str]:
    return [notice.code for notice in notices]


def asked(seen: Checked) -> list[str]:
    return [question.code for question in seen.questions]


def names(seen: Checked) -> list[str]:
    return [row.values.names[0].words for row in seen.rows]


def fields(seen: Checked, name: str = "") -> list[str]:
    return [field.value for field in seen.columns[name].fields.values()]


def births(column: Sequence[str], answers: Answers | None = None) -> Checked:
    """A list whose days of birth are these words."""
    people = [f"{first} Haddad" for first in ("Layla", "Omar", "Rania", "Samir", "Nadia", "Khaled", "Salma", "Yusuf")]
    rows = [(people[at % len(people)], words) for at, words in enumerate(column)]
    return looked(cells(("Name", "Date of birth"), *rows), answers=answers)


def days(seen: Checked) -> list[str]:
    """Days of birth as read: one day, or from when until when; "" where nobody can tell."""
    told = []
    for row in seen.rows:
        birth = row.values.birth
        assert birth is not None
        told.append(birth.start and f"{birth.start} to {birth.until}")
    return told
