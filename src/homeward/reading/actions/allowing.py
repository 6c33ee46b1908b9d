"""Whether texts of a compartment may be sent to a language model: an administrator says so, with a reason, in the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.reading.models import Allowance
from homeward.reading.queries.models import model_named
from homeward.refusals import Refused

LONGEST_REASON = 2_000


class NoModelNamed(Refused):
    """The desk names no language model."""


class NeedsAReason(Refused):
    """Say why; whoever asks later where a text went will look here."""


@transaction.atomic
def allow_model(*, compartment: UUID, allowed: bool, reason: str, by: Actor, at: datetime) -> None:
    """Allow or forbid that texts of a compartment are sent to the language model of the desk's settings."""
    if not by.administrator:
        raise access.NotLetIn(where="administering", instead="Ask an administrator of the desk.")
    access.require(by, "reading.allow_model", compartment)
    if allowed and not model_named():
        raise NoModelNamed(instead="Set HOMEWARD_MODEL_AT and HOMEWARD_MODEL first.")
    if not reason.strip():
        raise NeedsAReason(where="reason")
    last = Allowance.objects.filter(compartment_id=compartment).order_by("-said_at").first()
    # The clock of a door may be wrong; the last word is the one said last all the same.
    said_at = max(at, last.said_at + timedelta(microseconds=1)) if last else at
    why = reason.strip().replace("\0", "")[:LONGEST_REASON]
    Allowance.objects.create(compartment_id=compartment, allowed=allowed, reason=why, said_by=by.id, said_at=said_at)
    verdict = "reading.model_allowed" if allowed else "reading.model_forbidden"
    access.record(verdict, by=by.id, at=at, compartment=str(compartment), model=model_named(), reason=why)
