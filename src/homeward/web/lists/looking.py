"""Whoever is shown somebody leaves a line in the log; and since when a page tells what is new."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest

from homeward.ledger.queries.views import Asked
from homeward.people import actions
from homeward.web import acts, frame

#: Looks that are nearer together than this are one look.
ONE_LOOK = timedelta(minutes=30)
FIRST_LOOK = timedelta(days=1)
LONG_AGO = timedelta(days=366)


def note(request: HttpRequest, asked: Asked, people: Iterable[UUID | str | None], view: str) -> None:
    """One line for everybody whom this page shows; nobody shown, no line."""
    shown = tuple(dict.fromkeys(each if isinstance(each, UUID) else UUID(each) for each in people if each))
    if shown:
        actions.note_reading(case=asked.case, people=shown, view=view, by=acts.actor(request), at=frame.clock_now())


def since(request: HttpRequest, room: str, *, now: datetime) -> datetime:
    """When this person looked at a room before this look; a day ago where nobody knows."""
    key = f"looked:{room}"
    last, before = (_moment(each) for each in (request.session.get(key) or ["", ""]))
    if last is None or now - last > LONG_AGO:
        last = before = now - FIRST_LOOK
        request.session[key] = [now.isoformat(), last.isoformat()]
    elif now - last > ONE_LOOK:
        before = last
        request.session[key] = [now.isoformat(), last.isoformat()]
    return before or last


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except (TypeError, ValueError):
        return None
