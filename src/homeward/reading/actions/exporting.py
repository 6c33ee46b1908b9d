"""What people decided leaves the desk, for those who train a reader; that it did is in the log."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.queries.views import CaseView


@transaction.atomic
def export_decisions(*, case: CaseView, by: Actor, at: datetime) -> None:
    """Tell the log that somebody takes out what was decided in a case; committed before the first line leaves the desk.

    Whoever may see the case may take out what they see (queries.lines_for_training).
    """
    access.record(
        "reading.decisions_exported", by=by.id, at=at, case=str(case.id), compartment=str(case.compartment_id)
    )
