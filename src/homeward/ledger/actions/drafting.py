"""Drafts: what somebody is writing down is kept, sealed and theirs alone, until it is recorded or thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.db import IntegrityError, transaction

from homeward.access.models import Actor
from homeward.ledger.models import Draft, Statement
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Refused
from homeward.seals import boxes, canonical, keys

LARGEST = 256 * 1024


class DraftTooLarge(Refused):
    """This draft is larger than the desk keeps."""


class DraftOfAnother(Refused):
    """There is another draft under this key."""


@transaction.atomic
def save_draft(*, case: CaseView, draft: UUID, fields: Mapping[str, Sequence[str]], by: Actor, at: datetime) -> None:
    """Keep the form as typed under the key of the form; the last saving counts, and what is recorded is no draft any more."""
    # A saving that was on its way while the form was recorded comes too late.
    if Statement.objects.filter(id=uuid5(case.id, f"written|{draft}")).exists():
        return
    plain = canonical.dumps({name: list(values) for name, values in fields.items()}).encode()
    if len(plain) > LARGEST:
        raise DraftTooLarge(instead="Record a report as a document instead.")
    keyring = keys.open_or_make(settings.HOMEWARD_KEYS)
    box = boxes.seal(keyring.newest, plain, f"ledger_draft.box:{draft}")
    mine = {"actor_id": by.id, "case_id": case.id, "compartment_id": case.compartment_id, "box": box, "saved_at": at}
    try:
        Draft.objects.update_or_create(
            id=draft, case_id=case.id, defaults={"box": box, "saved_at": at}, create_defaults=mine
        )
    except IntegrityError as taken:
        raise DraftOfAnother from taken


@transaction.atomic
def throw_away_draft(*, draft: UUID, by: Actor) -> None:
    """Throw a draft away; it was never part of the record."""
    Draft.objects.filter(id=draft, actor_id=by.id).delete()
