"""The report of a look at a file as a page shows it: outcome, tables and columns, sample rows, questions, warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from homeward.lists.queries import PreviewView
from homeward.people.core.values import Values
from homeward.web.lists import told
from homeward.web.lists.paging import number
from homeward.web.lists.shown import Entry
from homeward.web.lists.told import Told
from homeward.web.lists.words import ANSWERS, FIELDS

MOST_COLUMNS = 40
"""Columns that a page offers to settle at once."""
SAMPLE = 8
MOST_TOLD = 20
"""Warnings of one kind, and lines set aside, that a page shows at once."""
Report = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose, and what it means; `words` come from the file."""

    answer: str
    means: str
    is_data: bool


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question about a file: which one, where, in words, with its answers."""

    code: str
    sheet: str
    at: int | None
    words: Told
    choices: tuple[Choice, ...]
    number: int

    @property
    def key(self) -> str:
        return self.code

    @property
    def field(self) -> str:
        """The name that its answer has in a form; it is that of no other question."""
        column = "" if self.at is None else f".{self.at + 1}"
        return f"answer.{self.code}{column}.{self.sheet}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its number from 1, its heading, what it holds."""

    number: int
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file with its columns; a page shows some of many."""

    name: str
    columns: tuple[Column, ...]
    more: int
    header: int | None


@dataclass(frozen=True, slots=True)
class Kind:
    """Warnings or notes of one kind, with their places."""

    code: str
    notices: tuple[Told, ...]
    count: int

    @property
    def first(self) -> Told:
        return self.notices[0]


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that would be set aside."""

    sheet: str
    row: int
    reason: Told
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What will happen to a file."""

    outcome: str
    message: Told
    not_taken_in: str
    source_rows: int
    stored: int
    aside: int
    persons: int
    tables: tuple[Table, ...]
    questions: tuple[AskedQuestion, ...]
    warnings: tuple[Kind, ...]
    notes: tuple[Kind, ...]
    lines: tuple[Aside, ...]
    sample: tuple[Entry, ...]
    sample_page: int
    sample_more: bool
    encoding: str
    not_compared: int
    settled: bool

    @property
    def only_shrunk(self) -> bool:
        """Whether nothing is open but what became of those who are not on it."""
        return all(question.code == "shrunk" for question in self.questions)

    @property
    def warned(self) -> int:
        return sum(kind.count for kind in self.warnings)

    @property
    def people(self) -> list[str]:
        """Whom the sample shows, of those who are in the register."""
        return [entry.person for entry in self.sample]


def of(seen: PreviewView, given: Mapping[str, str]) -> Shown:
    """The report of a file; an empty one while nobody looked at it, or once it is closed."""
    report: Report = seen.report or {}
    page = number(given.get("sample", ""), most=200)
    rows = report.get("rows", [])
    start = (page - 1) * SAMPLE
    answers = report.get("answers") or {}
    return Shown(
        outcome=report.get("outcome", ""),
        message=told.told("outcome", report.get("message", "")),
        not_taken_in=report.get("not_taken_in", ""),
        source_rows=report.get("source_rows", 0),
        stored=report.get("stored", 0),
        aside=report.get("set_aside", 0),
        persons=report.get("people", 0),
        tables=_tables(report, number(given.get("columns", ""), most=1_000)),
        questions=tuple(questions(report)),
        warnings=_kinds(report.get("warnings", [])),
        notes=_kinds(report.get("notes", [])),
        lines=tuple(_aside(line) for line in report.get("quarantined", [])[:MOST_TOLD]),
        sample=tuple(_entry(row) for row in rows[start : start + SAMPLE]),
        sample_page=page,
        sample_more=start + SAMPLE < len(rows),
        encoding=answers.get("encoding", ""),
        not_compared=report.get("not_compared", 0),
        settled=bool(seen.answers and (seen.answers.choices or any(each.choices for each in seen.answers.sheets))),
    )


def questions(report: Report) -> list[AskedQuestion]:
    """What is open, each with a name of its own."""
    return [
        AskedQuestion(
            code=each["code"],
            sheet=each["sheet"],
            at=None if each["column"] is None else each["column"] - 1,
            words=told.told(each["code"], each["question"], sheet=each["sheet"], column=each["column"]),
            choices=tuple(_choice(each["code"], one["answer"], one["means"]) for one in each["choices"]),
            number=at,
        )
        for at, each in enumerate(report.get("questions", []), start=1)
    ]


def _choice(code: str, answer: str, means: str) -> Choice:
    known = ANSWERS.get((code, answer)) or (FIELDS.get(answer) if code == "column" else None)
    return Choice(answer, str(known) if known else means, known is None)


def columns(report: Report) -> dict[str, list[Column]]:
    """The columns of each table, by the name of the table."""
    return {
        name: [Column(int(at), each["heading"], each["field"]) for at, each in held.items()]
        for name, held in (report.get("columns") or {}).items()
    }


def _tables(report: Report, page: int) -> tuple[Table, ...]:
    headers = {each["sheet"]: each["header"] for each in (report.get("answers") or {}).get("sheets", [])}
    start = (page - 1) * MOST_COLUMNS
    return tuple(
        Table(
            name,
            tuple(held[start : start + MOST_COLUMNS]),
            max(0, len(held) - start - MOST_COLUMNS),
            headers.get(name),
        )
        for name, held in columns(report).items()
    )


def _kinds(notices: Sequence[Mapping[str, Any]]) -> tuple[Kind, ...]:
    """Notices of one kind together, those of most rows first."""
    counts = Counter(each["code"] for each in notices)
    return tuple(
        Kind(
            code,
            tuple(_told(each) for each in notices if each["code"] == code)[:MOST_TOLD],
            count,
        )
        for code, count in counts.most_common()
    )


def _told(notice: Mapping[str, Any]) -> Told:
    return told.told(
        notice["code"], notice["message"], sheet=notice["sheet"], row=notice["row"] or 0, column=notice["column"]
    )


def _aside(line: Mapping[str, Any]) -> Aside:
    reason = told.told(line["code"], line["reason"])
    return Aside(line["sheet"], line["row"], reason, tuple(each for each in line.get("cells", ()) if each.strip()))


def _entry(row: Mapping[str, Any]) -> Entry:
    values = Values.from_json(row["values"])
    return Entry(row.get("change", ""), row.get("person") or "", row["sheet"], row["row"], values, None, ())
