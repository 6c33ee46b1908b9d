"""A version that was taken in by mistake is taken back: its records count no more, and everything stays in the ledger."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.turns import wait_for_list
from homeward.lists.models import Version
from homeward.lists.queries.standing import last_version
from homeward.lists.queries.versions import NoSuchVersion
from homeward.refusals import Refused


class NotTheLast(Refused):
    """Only the last version of a list that counts can be taken back: later ones are built on those before."""


@transaction.atomic
def withdraw_version(*, case: CaseView, version: UUID, reason: str, once: UUID, by: Actor, at: datetime) -> str:
    """Take back a version; the next one is held against the version before it. Gives the short name of the statement."""
    access.require(by, "list.withdraw", case.compartment_id)
    row = Version.objects.filter(version_id=version, case_id=case.id).first()
    if row is None:
        raise NoSuchVersion(where=str(version))
    wait_for_list(row.list_id)
    last = last_version(row.list_id)
    if last is None or last.id != version:
        raise NotTheLast(where=str(version), instead="Take back the later ones first, from the last on.")
    ref = Statement.objects.values_list("ref", flat=True).get(id=last.statement)
    return ledger.withdraw(case=case, ref=ref, reason=reason, once=once, by=by, at=at).ref
