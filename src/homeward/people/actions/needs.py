"""The coded list of needs of a case, as the desk keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import record_once
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.views import CaseView
from homeward.people.core.needs import check_need
from homeward.refusals import Findings


@transaction.atomic
def list_need(
    *, case: CaseView, code: str, labels: Mapping[str, str], in_use: bool = True, once: UUID, by: Actor, at: datetime
) -> str:
    """Put a need on the list of the case, call it otherwise, or take it out of use; what was said with it before stays."""
    access.require(by, "people.list_need", case.compartment_id)
    findings = Findings()
    check_need(code, dict(labels), findings)
    if findings.faults:
        raise CannotBeRecorded(findings)
    act = uuid5(case.id, f"people.list_need|{once}")
    content = kinds.NeedListed(
        code=code,
        labels=tuple(kinds.Label(language=tag, words=words.strip()) for tag, words in sorted(labels.items())),
        in_use="yes" if in_use else "no",
    )
    entry = Entry(
        id=act,
        ref=short_name(case.id, act, "d"),
        case=case.id,
        compartment=case.compartment_id,
        by=by.id,
        at=at,
        content=content,
        text=f"{code}: {labels.get('en') or next(iter(labels.values()))}",
    )
    record_once(act, [entry])
    return entry.ref
