"""A list that was looked at, for people: first what would happen and what to do, then what it holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from homeward.cli.text.letters import apart, columns, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.lists.core.book import Question
from homeward.lists.core.checked import Checked, Outcome
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Row
from homeward.people.core.values import DayGiven

OUTCOMES = {
    Outcome.REJECT: "It would not be taken in",
    Outcome.ASK: "It waits for answers",
    Outcome.WARN: "It would be taken in, with warnings",
    Outcome.ACCEPT: "It would be taken in",
}
SHOWN, PLACES, CHOICES = 20, 6, 6
NAME, BIRTH, DOCUMENT = 30, 14, 16


def checked_page(paper: Paper, name: str, checked: Checked) -> None:
    """The outcome and its reason, questions, warnings, lines set aside, columns, and the first rows."""
    paper.line(f"{apart(name)}: {OUTCOMES[checked.outcome]}", style=BOLD)
    paper.line(plain(checked.message))
    paper.line(
        f"{count(checked.source_rows, 'row')}: {len(checked.rows):,} to be stored, {len(checked.set_aside):,} set aside; "
        f"{count(checked.people, 'person', 'people')}."
    )
    if checked.questions:
        paper.heading("Questions")
        for number, question in enumerate(checked.questions, 1):
            _question(paper, number, question)
        paper.faint("Answer in the “answers” of --format json, and give them with --answers FILE.")
    _notices(paper, "Warnings", checked.warnings)
    _set_aside(paper, checked)
    _notices(paper, "To be known", [notice for notice in checked.notices if not notice.warns])
    _columns(paper, checked)
    _rows(paper, checked.rows)


def _question(paper: Paper, number: int, question: Question) -> None:
    where = f"{apart(question.sheet)}: " if question.sheet else ""
    paper.line(f"{number}. {where}{plain(question.words)} [{question.code}]", under=3)
    for choice, words in question.choices[:CHOICES]:
        paper.line(f"{plain(choice)}: {plain(words)}" if choice != words else plain(choice), indent=3, under=5)
    if len(question.choices) > CHOICES:
        paper.faint(f"and {len(question.choices) - CHOICES} more", indent=3)


def _notices(paper: Paper, heading: str, notices: Sequence[Notice]) -> None:
    """Notices of one code together, with the rows that they are of."""
    if not notices:
        return
    paper.heading(heading)
    groups: defaultdict[tuple[str, str], list[Notice]] = defaultdict(list)
    for notice in notices:
        groups[notice.code, notice.sheet].append(notice)
    for (code, sheet), group in groups.items():
        first, rows = group[0], [notice.row for notice in group if notice.row]
        where = f"{apart(sheet)}: " if sheet else ""
        places = f" (row {_places(rows)})" if rows else ""
        paper.line(f"{where}{plain(first.message)}{places} [{code}]", indent=2, under=4)
        if len(group) > 1 and not rows:
            for notice in group[1:PLACES]:
                paper.line(plain(notice.message), indent=4)


def _places(rows: Sequence[int]) -> str:
    shown = ", ".join(f"{row:,}" for row in rows[:PLACES])
    return f"{shown} and {len(rows) - PLACES:,} more" if len(rows) > PLACES else shown


def _set_aside(paper: Paper, checked: Checked) -> None:
    if not checked.set_aside:
        return
    paper.heading("Set aside")
    for line in checked.set_aside[:SHOWN]:
        where = f"{apart(line.sheet)}, " if line.sheet else ""
        paper.line(f"{where}row {line.number:,}: {plain(line.reason)}", indent=2, under=4)
    reasons = Counter(line.code for line in checked.set_aside[SHOWN:])
    if reasons:
        paper.faint("and " + ", ".join(f"{number:,} more ({code})" for code, number in reasons.items()), indent=2)


def _columns(paper: Paper, checked: Checked) -> None:
    for sheet, found in checked.columns.items():
        paper.heading(f"Columns of {apart(sheet)}" if sheet else "Columns")
        for at, field in found.fields.items():
            paper.row(f"{at + 1:>3}  {field.value}", apart(found.heading(at)), indent=2, at=32)


def _rows(paper: Paper, rows: Sequence[Row]) -> None:
    if not rows:
        return
    paper.heading("The first rows" if len(rows) > SHOWN else "Rows")
    for row in rows[:SHOWN]:
        documents = ", ".join(apart(_short(each.number, DOCUMENT)) for each in row.values.documents if each.number)
        name = _short(row.values.names[0].words, NAME) if row.values.names else ""
        paper.row(f"{row.number:>7,}", joined([apart(name), _day(row.values.birth), documents]), at=10)
    if len(rows) > SHOWN:
        paper.faint(f"and {len(rows) - SHOWN:,} more; --format json has all")


def _day(day: DayGiven | None) -> str:
    """The day as it was read, or its words with a question mark."""
    if day is None:
        return ""
    if not day.start:
        return apart(f"{_short(day.words, BIRTH - 2)} ?") if day.words.strip() else ""
    if day.start.endswith("-01-01") and day.until.endswith("-01-01"):
        return day.start[:4]
    return day.start


def _short(words: str, width: int) -> str:
    bare = " ".join(plain(words).split())
    return bare if columns(bare) <= width else bare[: width - 1] + "…"
