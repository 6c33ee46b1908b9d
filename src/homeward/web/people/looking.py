"""Whoever is shown somebody of the register leaves a line in the log; this is how pages write it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest

from homeward.ledger.queries.views import Asked
from homeward.people import actions
from homeward.web import acts, frame


def note(request: HttpRequest, asked: Asked, people: Iterable[UUID], view: str) -> None:
    """One line for everybody whom this page shows; nobody shown, no line."""
    shown = tuple(people)
    if shown:
        actions.note_reading(case=asked.case, people=shown, view=view, by=acts.actor(request), at=frame.clock_now())
