"""What the worker does with large files: looked at by the desk, taken in under the name of whoever decided it.

A worker may be killed at any moment: all that it wrote goes with it, and the next one does the job again.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor, ActorKind
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.receiving import look_at, refuse
from homeward.lists.actions.taking import read
from homeward.lists.models import State, Upload
from homeward.lists.queries.sealed import WasClosed
from homeward.people.actions import NamesThePerson
from homeward.refusals import Refused

MOST_TRIES = 20
"""Times that a job of one file is begun; a file that stops the worker each time is a person's to look at."""


class StoppedTheWorker(Refused):
    """Reading this file stopped the desk's worker again and again."""


def check_as_the_desk(*, upload: UUID, compartment: UUID, at: datetime) -> None:
    """Look at a file that waits for it."""
    if not _begin(upload, compartment, State.CHECKING, at):
        return
    with transaction.atomic():
        _, row, case = _as_the_desk(upload, compartment)
        if row is None or case is None or row.state != State.CHECKING:
            return
        _look(case, row, at)


def read_as_the_desk(*, upload: UUID, compartment: UUID, at: datetime) -> None:
    """Take a file in that somebody decided to take in."""
    if not _begin(upload, compartment, State.TAKING, at):
        return
    try:
        with transaction.atomic():
            _, row, case = _as_the_desk(upload, compartment)
            who = access_queries.actor(row.taken_by) if row and row.taken_by else None
            if row is None or case is None or row.state != State.TAKING:
                return
            if who is None:
                raise access.NotLetIn(where="list.take_in")
            access.enter(who.id, only=compartment)
            read(case=case, upload=upload, by=who, at=at)
    except Refused as refused:
        _give_back(upload, compartment, refused, at)


def _begin(upload: UUID, compartment: UUID, state: State, at: datetime) -> bool:
    """Count that a job begins; says whether it is to be done."""
    with transaction.atomic():
        _, row, case = _as_the_desk(upload, compartment)
        if row is None or case is None or row.state != state:
            return False
        row.tries += 1
        if row.tries > MOST_TRIES:
            _refuse(row, at)
            return False
        row.keep()
        return True


def _give_back(upload: UUID, compartment: UUID, refused: Refused, at: datetime) -> None:
    """A file that was not taken in waits for a person again, with why."""
    with transaction.atomic():
        _, row, case = _as_the_desk(upload, compartment)
        if row is None or case is None or row.state != State.TAKING:
            return
        if isinstance(refused, NamesThePerson):
            row.reason = ""  # it stands in plain
        _look(case, row, at, told=str(refused))


def _refuse(row: Upload, at: datetime) -> None:
    try:
        refuse(row, StoppedTheWorker(instead="Split the file, or save it as another kind."), at)
    except WasClosed:
        row.state, row.changed_at = State.GIVEN_UP, at
        row.keep()


def _look(case: CaseView, row: Upload, at: datetime, *, told: str = "") -> None:
    """Look at a file; one that was closed meanwhile, because somebody was forgotten, is given up."""
    try:
        look_at(case, row, at, told=told)
    except WasClosed:
        row.state, row.changed_at = State.GIVEN_UP, at
        row.keep()


def _as_the_desk(upload: UUID, compartment: UUID) -> tuple[Actor, Upload | None, CaseView | None]:
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.enter(system.id, only=compartment)
    row = Upload.objects.select_for_update().filter(id=upload).first()
    return system, row, next((each for each in cases.cases() if row and each.id == row.case_id), None)
