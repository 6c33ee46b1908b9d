"""A file that came in is looked at: parsed in the process apart, read by what is settled, held against the version before."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.progress import Progress
from homeward.lists.core import report
from homeward.lists.core.answers import Answers
from homeward.lists.core.book import Book
from homeward.lists.core.checked import Checked, Declared, Outcome, checked
from homeward.lists.core.diff import How
from homeward.lists.core.keyed import Cells, KeyedRow, keyed_book
from homeward.lists.core.succession import KEPT, Placed, Succession, succession
from homeward.lists.formats import received
from homeward.lists.models import Original, Upload
from homeward.lists.queries import keyings
from homeward.lists.queries.mappings import remembered
from homeward.lists.queries.progress import READ
from homeward.lists.queries.sealed import binding, key_of, opened
from homeward.lists.queries.standing import LastVersion, last_day, last_version, stood
from homeward.moments import Interval, day_of
from homeward.seals import boxes

SHOWN = 500
"""Rows that a report shows; what of it is counted counts all of them."""
LONGEST_SHOWN, MOST_CELLS = 500, 60
"""Characters of a cell, and cells of a line, that a report shows of what would be set aside."""
SHRUNK = "shrunk"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file gives and what would become of it: its tables by name, the list as read, how it follows the last version."""

    media_type: str
    sheets: tuple[str, ...]
    checked: Checked
    last: LastVersion | None
    after: Succession

    @property
    def outcome(self) -> Outcome:
        if self.after.question is not None and self.checked.outcome is not Outcome.REJECT:
            return Outcome.ASK
        return self.checked.outcome

    @property
    def questions(self) -> int:
        return len(self.checked.questions) + (self.after.question is not None)

    @property
    def answers(self) -> Answers:
        """What is settled now, to be kept with the file: an alphabet that is still asked for is not."""
        asked = any(question.code == "encoding" for question in self.checked.questions)
        return replace(self.checked.answers, encoding="") if asked else self.checked.answers

    def sheet(self, name: str) -> int:
        """The number of a table, from 1."""
        return self.sheets.index(name) + 1

    def as_json(self) -> dict[str, Any]:
        """The report as it is kept until the file is taken in."""
        few = replace(self.checked, rows=self.checked.rows[:SHOWN], set_aside=self.checked.set_aside[:SHOWN])
        told = report.report(few)
        if self.after.question is not None:
            told["questions"].append(report.question_json(self.after.question))
        stood = {placed.at: placed for placed in self.after.placed}
        return {
            **told,
            "rows": [
                {**row, "change": stood[at].change, "person": _known(stood[at])} for at, row in enumerate(told["rows"])
            ],
            "quarantined": [
                {**line, "cells": [cell[:LONGEST_SHOWN] for cell in few.set_aside[at].cells[:MOST_CELLS]]}
                for at, line in enumerate(told["quarantined"])
            ],
            "differs": self._differs() if self.last else [],
            "answers": self.answers.as_json(),
            "outcome": self.outcome.value,
            "source_rows": self.checked.source_rows,
            "stored": len(self.checked.rows),
            "set_aside": len(self.checked.set_aside),
            "sheets": list(self.sheets),
            "against": self.last.number if self.last else None,
            "changes": self.after.counts,
            "hints": self._hints(),
            "not_compared": self.after.not_compared,
        }

    def _differs(self) -> list[dict[str, Any]]:
        """Entries that would not be what they were. What they said before is named by its record: the register opens it, or not."""
        told: list[dict[str, Any]] = []
        counted: Counter[str] = Counter()
        for placed in self.after.placed:
            counted[placed.change] += 1
            if placed.change != How.SAME.value and counted[placed.change] <= SHOWN:
                row = self.checked.rows[placed.at]
                told.append(
                    {
                        "change": placed.change,
                        "sheet": row.sheet,
                        "row": row.number,
                        "person": _known(placed),
                        "before": str(placed.before) if placed.before else None,
                        "fields": list(placed.fields),
                        "values": row.values.as_json(),
                    }
                )
        for change, those in ((How.OUT.value, self.after.gone), (KEPT, self.after.kept)):
            told += [
                {"change": change, "person": str(each.person), "before": str(each.record)} for each in those[:SHOWN]
            ]
        return told

    def _hints(self) -> list[dict[str, Any]]:
        """One who went and one who came that may be one person."""
        gone = {id(stood.values): stood for stood in self.after.gone}
        told = []
        for hint in self.after.hints[:SHOWN]:
            row, stood = self.checked.rows[hint.into.number], gone.get(id(hint.out.values))
            one = {"sheet": row.sheet, "row": row.number, "why": hint.why, "values": row.values.as_json()}
            whose = {"person": str(stood.person), "before": str(stood.record)} if stood else {}
            told.append({**one, **whose})
        return told


def _known(placed: Placed) -> str | None:
    """Whose row it is, where somebody of the register has it."""
    return str(placed.person) if placed.before else None


def settled_for(upload: Upload, given: Answers) -> Answers:
    """What is settled about a file: what a person says of it now, and what is remembered of its list."""
    known = remembered(upload.list_id)
    own = {sheet.signature for sheet in given.sheets if sheet.signature}
    more = tuple(sheet for sheet in known.sheets if sheet.signature not in own)
    return Answers(given.encoding, given.choices, (*given.sheets, *more))


def answers_of(upload: Upload) -> Answers:
    """The answers that are kept with a file."""
    key = key_of(upload.compartment_id, upload.original_id)
    return Answers.from_json(opened(key, upload.answers_box, binding("upload", "answers_box", upload.id)))


def look(case: CaseView, upload: Upload, *, at: datetime) -> Look:
    """Look at a file anew, from its sealed original; raises Refused where it cannot be read as a list."""
    key = key_of(upload.compartment_id, upload.original_id)
    answers = settled_for(upload, answers_of(upload))
    last = last_version(upload.list_id)
    told = Declared(_day(case, upload.declared), at.astimezone(case.zone).date(), last_day(case, last))
    book, answers = _book(upload, key, answers)
    progress = Progress(upload.id, READ, sum(len(sheet.lines) for sheet in book.sheets))
    seen = checked(book, answers, told, counted=progress.step)
    media_type, sheets = book.media_type, tuple(sheet.name for sheet in book.sheets)
    del book  # a large list stands here once more as rows
    twice = frozenset((each.sheet, each.row) for each in seen.notices if each.code == "duplicate-row")
    after = succession(
        stood(last.id) if last and seen.rows else (),
        seen.rows,
        seen.set_aside,
        twice=twice,
        answer=answers.choices.get(SHRUNK, ""),
        fresh=uuid4,
    )
    return Look(media_type, sheets, seen, last, after)


def _book(upload: Upload, key: boxes.Key, answers: Answers) -> tuple[Book, Answers]:
    if keyings.is_pictured(upload):
        return keyed_book(upload.media_type, keyings.compared(upload), answers)
    original = Original.objects.get(id=upload.original_id)
    data = boxes.unseal([key], bytes(original.box), binding("original", "box", original.id))
    name = opened(key, upload.name_box, binding("upload", "name_box", upload.id))
    book = received.book(name, data, encoding=answers.encoding)
    asked = next((each for each in book.questions if each.code == "encoding"), None)
    known = remembered(upload.list_id).encoding
    if asked is not None and not answers.encoding and known in {choice for choice, _ in asked.choices}:
        return received.book(name, data, encoding=known), replace(answers, encoding=known)
    return book, answers


def typed_row(case: CaseView, cells: Cells, *, at: datetime) -> Checked:
    """One row as a person typed it, field by field, read like any other."""
    book, answers = keyed_book("", [KeyedRow(1, (cells,), cells)], Answers())
    return checked(book, answers, Declared(None, at.astimezone(case.zone).date()))


def sealed(key: boxes.Key, value: Any, table: str, field: str, row: Any) -> bytes:
    """A plain value as it may stand in a table of lists."""
    return boxes.seal(
        key, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), binding(table, field, row)
    )


def _day(case: CaseView, declared: dict[str, Any] | None) -> date | None:
    told = Interval.from_json(declared) if declared else None
    return day_of(told.start, case.zone) if told and told.start else None
