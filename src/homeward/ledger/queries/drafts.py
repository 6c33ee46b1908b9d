"""What the person who asks is still writing down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from homeward.ledger.models import Draft
from homeward.ledger.queries.views import CaseView
from homeward.seals import boxes, keys, strict


@dataclass(frozen=True, slots=True)
class DraftView:
    """A form as typed, and when it was last saved."""

    id: UUID
    fields: dict[str, list[str]]
    saved_at: datetime


def drafts(case: CaseView) -> list[DraftView]:
    """The drafts of the person who asks in this case, the latest first; others' are not seen."""
    return [_opened(row) for row in Draft.objects.filter(case_id=case.id).order_by("-saved_at", "id")]


def draft(case: CaseView, draft_id: UUID) -> DraftView | None:
    """One draft of the person who asks."""
    row = Draft.objects.filter(case_id=case.id, id=draft_id).first()
    return _opened(row) if row else None


def _opened(row: Draft) -> DraftView:
    keyring = keys.open_or_make(settings.HOMEWARD_KEYS)
    plain = boxes.unseal(keyring.fields, bytes(row.box), f"ledger_draft.box:{row.id}")
    return DraftView(row.id, strict.loads(plain), row.saved_at)
