"""Who went from one version to another and who came that may be one person: a person judges, nothing is joined."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from homeward.ledger.queries.views import CaseView
from homeward.lists.core import diff
from homeward.lists.core.entry import Entry
from homeward.lists.queries.differences import difference
from homeward.lists.queries.views import EntryView, RowView

MOST = 5_000
"""Entries of each side that are held against each other."""


def hints(
    case: CaseView, one: UUID, other: UUID, *, at_most: int = 50, known_at: datetime | None = None
) -> list[EntryView]:
    """Pairs of one who is on the earlier version alone and one who is on the later alone, each with what speaks for it."""
    gone, come = (
        [row for row in difference(case, one, other, change=change, size=MOST, known_at=known_at).rows if row.values]
        for change in ("out", "in")
    )
    found = diff.difference(_entries(gone), _entries(come))
    pairs = [(hint.out.number, hint.into.number, hint.why) for hint in found.hints]
    pairs += [(step.before.number, step.after.number, step.why) for step in found.steps if step.before and step.after]
    return [_pair(gone[before], come[now], why) for before, now, why in pairs[:at_most]]


def _entries(rows: list[RowView]) -> list[Entry]:
    return [Entry(at, row.values) for at, row in enumerate(rows) if row.values]


def _pair(gone: RowView, come: RowView, why: str) -> EntryView:
    return EntryView("hint", "", come.number, gone.person, gone.values, come.values, (), why, come.person)
