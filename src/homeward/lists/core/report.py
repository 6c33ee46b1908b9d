"""What would happen to a list as plain values: the JSON form that scripts and the desk rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from homeward.lists.core.book import Question
from homeward.lists.core.checked import Checked, Outcome
from homeward.lists.core.columns import Columns
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Row
from homeward.people.core.values import DayGiven, DocumentGiven
from homeward.refusals import Refused

MOST_OF_A_KIND = 1_000
"""Warnings of one code that are given one by one; how many more there are is given in one further."""


def report(checked: Checked) -> dict[str, Any]:
    """The whole report; `source_rows` is always `stored` and the quarantined together."""
    return {
        "outcome": checked.outcome.value,
        "message": checked.message,
        "source_rows": checked.source_rows,
        "stored": len(checked.rows),
        "quarantined": [
            {"sheet": line.sheet, "row": line.number, "code": line.code, "reason": line.reason}
            for line in checked.set_aside
        ],
        "people": checked.people,
        "warnings": [notice_json(notice) for notice in bounded(checked.warnings)],
        "notes": [notice_json(notice) for notice in bounded([each for each in checked.notices if not each.warns])],
        "questions": [question_json(question) for question in checked.questions],
        "columns": {name: columns_json(columns) for name, columns in checked.columns.items()},
        "answers": checked.answers.as_json(),
        "rows": [row_json(row) for row in checked.rows],
    }


def rejection(refused: Refused) -> dict[str, Any]:
    """The report of a file that is no list, or none that can be read: nothing in it, and why."""
    return {
        "outcome": Outcome.REJECT.value,
        "message": f"{refused.message} {refused.instead}".strip(),
        "source_rows": 0,
        "stored": 0,
        **{name: [] for name in ("quarantined", "warnings", "notes", "questions", "rows")},
        "people": 0,
        "columns": {},
        "answers": {},
        "refused": refused.message,
        "where": refused.where or None,
        "instead": refused.instead or None,
    }


def bounded(notices: Sequence[Notice]) -> list[Notice]:
    """At most so many of each code, and one that counts the others."""
    counts: Counter[str] = Counter()
    kept = []
    for notice in notices:
        counts[notice.code] += 1
        if counts[notice.code] <= MOST_OF_A_KIND:
            kept.append(notice)
    return kept + [
        Notice(code, f"{count - MOST_OF_A_KIND:,} more of this kind are not listed.")
        for code, count in counts.items()
        if count > MOST_OF_A_KIND
    ]


def notice_json(notice: Notice) -> dict[str, Any]:
    """A warning or a note; row and column are null when it is about the whole, columns count from 1."""
    return {
        "code": notice.code,
        "sheet": notice.sheet,
        "row": notice.row or None,
        "column": None if notice.column is None else notice.column + 1,
        "message": notice.message,
    }


def question_json(question: Question) -> dict[str, Any]:
    """A question with the answers to choose from."""
    return {
        "code": question.code,
        "sheet": question.sheet,
        "column": None if question.column is None else question.column + 1,
        "question": question.words,
        "choices": [{"answer": answer, "means": words} for answer, words in question.choices],
    }


def columns_json(columns: Columns) -> dict[str, Any]:
    """What each column of a table holds, by its number from 1."""
    return {str(at + 1): {"heading": columns.heading(at), "field": field.value} for at, field in columns.fields.items()}


def row_json(row: Row) -> dict[str, Any]:
    """A row: its main name, birth and documents at hand, and everything it gives under `values`."""
    values = row.values
    return {
        "sheet": row.sheet,
        "row": row.number,
        "running": row.running or None,
        "name": values.names[0].words if values.names else "",
        "birth": day_json(values.birth),
        "documents": [document_json(document) for document in values.documents],
        "nationalities": [{"words": each.words, "code": each.code or None} for each in values.nationalities],
        "warnings": [notice.code for notice in row.notices if notice.warns],
        "values": values.as_json(),
    }


def day_json(day: DayGiven | None) -> dict[str, Any] | None:
    """A day: its words, from when until when (the last day not included), calendar and doubts."""
    if day is None:
        return None
    return {
        "words": day.words,
        "start": day.start or None,
        "until": day.until or None,
        "calendar": day.calendar or None,
        "flags": list(day.flags),
    }


def document_json(document: DocumentGiven) -> dict[str, Any]:
    """A paper: its words, the key by which it is compared, kind, country, days and doubts."""
    return {
        "number": document.number,
        "key": document.key or None,
        "kind": document.kind or None,
        "country": document.country or None,
        "issued": day_json(document.issued),
        "expires": day_json(document.expires),
        "flags": list(document.flags),
    }
