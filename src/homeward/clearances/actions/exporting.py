"""The people of a request leave the desk as a table: who took it out, for what, how many and which file is in the log."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.clearances.formats.requests import MEDIA_TYPES, written
from homeward.clearances.queries.requests import Going, batch_named
from homeward.ledger.queries.views import Asked
from homeward.lists.actions.exporting import NeedsAPurpose
from homeward.people import actions as people
from homeward.refusals import Refused


class NoSuchForm(Refused):
    """Tables are not written in this form."""


class NobodyToName(Refused):
    """Of nobody in this request is consent recorded to share with authorities."""


@dataclass(frozen=True, slots=True)
class ExportedRequest:
    """A file: its name, which names nobody, what it is, its bytes, how many people it names and who they are."""

    name: str
    media_type: str
    data: bytes
    people: tuple[UUID, ...]
    left_out: int


@transaction.atomic
def export_request(
    *, asked: Asked, batch: UUID, form: str, purpose: str, named: Collection[UUID] = (), by: Actor, at: datetime
) -> ExportedRequest:
    """Write the people of a batch into a file and tell the log; the door commits before the first byte leaves.

    Who has not agreed to share with authorities is left out unless `named`. The log keeps the digest of the file.
    """
    if form not in MEDIA_TYPES:
        raise NoSuchForm(where=form[:40], instead=f"Choose {' or '.join(MEDIA_TYPES)}.")
    if not purpose.strip():
        raise NeedsAPurpose(where="purpose")
    view = batch_named(asked, batch)
    going = Going(asked, view, named)
    lines = going.lines()
    if not lines:
        raise NobodyToName(where=str(batch), instead="Record their consent first, or name them one by one.")
    data = written(f"{view.authority.name}: {view.purpose}", lines, form)
    shown = tuple(going.named)
    access.record(
        "clearances.request_exported",
        by=by.id,
        at=at,
        case=str(asked.case.id),
        batch=str(batch),
        form=form,
        people=str(len(lines)),
        digest=hashlib.sha256(data).hexdigest(),
        purpose=" ".join(purpose.split())[:500],
    )
    people.note_reading(case=asked.case, people=shown, view="request, as a file", by=by, at=at)
    name = f"request-{batch.hex[:8]}.{form}"
    return ExportedRequest(name, MEDIA_TYPES[form], data, shown, len(going.left_out))
