"""An original leaves the desk as it came; who took it out, and for what, is in the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView
from homeward.lists.models import Original, Upload
from homeward.lists.queries.sealed import binding, key_of, opened
from homeward.lists.queries.uploads import NoSuchUpload
from homeward.refusals import Refused
from homeward.seals import boxes


class NeedsAPurpose(Refused):
    """Say for what the file is needed; who asks later where it went will look here."""


@dataclass(frozen=True, slots=True)
class ExportedOriginal:
    """A file as it came: its name, what it is, its bytes."""

    name: str
    media_type: str
    data: bytes


@transaction.atomic
def export_original(*, case: CaseView, upload: UUID, purpose: str, by: Actor, at: datetime) -> ExportedOriginal:
    """Open a file that came in and tell the log who took it out; the door commits before the first byte leaves."""
    if not purpose.strip():
        raise NeedsAPurpose(where="purpose")
    row = Upload.objects.filter(id=upload, case_id=case.id).first()
    if row is None:
        raise NoSuchUpload(where=str(upload), instead="See what came in: homeward lists show.")
    key = key_of(row.compartment_id, row.original_id)
    original = Original.objects.get(id=row.original_id)
    data = boxes.unseal([key], bytes(original.box), binding("original", "box", original.id))
    access.record(
        "list.original_exported",
        by=by.id,
        at=at,
        case=str(case.id),
        upload=str(row.id),
        original=str(original.id),
        purpose=" ".join(purpose.split())[:500],
    )
    return ExportedOriginal(opened(key, row.name_box, binding("upload", "name_box", row.id)), row.media_type, data)
