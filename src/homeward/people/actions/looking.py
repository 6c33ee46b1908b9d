"""Whoever reads about people leaves a line in the desk's own log: who, which people, in which view."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView


def note_reading(*, case: CaseView, people: Collection[UUID], view: str, by: Actor, at: datetime) -> None:
    """Write one line about everybody whom a page, an answer or a file shows; doors call it in the transaction of the reading.

    What was searched for is not written: the words would name people for ever.
    """
    if people:
        shown = " ".join(sorted({str(person) for person in people}))
        access.record("people.read", by=by.id, at=at, case=str(case.id), view=view, people=shown)
