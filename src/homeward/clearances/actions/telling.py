"""What an authority said about one person is recorded, with the days it is in force, its conditions, and what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.clearances.core.checking import check_conditions, check_modality
from homeward.clearances.core.window import window
from homeward.clearances.models import Permission as Row
from homeward.clearances.queries.named import NoSuchPermission
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.clearance import Permission
from homeward.ledger.core.entry import StatementLink
from homeward.ledger.core.voices import SourceKind, Stance
from homeward.ledger.models import Document, Statement
from homeward.ledger.queries.views import CaseView
from homeward.people import actions as people
from homeward.people.actions import PersonTold
from homeward.people.actions.telling import Act, Telling
from homeward.reading import queries as reading
from homeward.refusals import Refused
from homeward.seals import canonical


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a document shows it: start and end in code points of its text."""

    document: UUID
    start: int
    end: int


@transaction.atomic
def tell(
    *,
    person: UUID,
    authority: str,
    state: Permission,
    valid_from: str = "",
    valid_until: str = "",
    conditions: Sequence[str] = (),
    shown: Shown | None = None,
    instead_of: str = "",
    reason: str = "",
    **act: Unpack[Act],
) -> PersonTold:
    """Record what an authority said about a person; nobody relies on a grant before a second person confirms it.

    Without a speaker the authority speaks for itself. `instead_of` names the word that this one corrects, with a reason.
    """
    told = act["told"]
    if not told.speaker.strip() and told.told_by is None:
        act["told"] = told = replace(told, speaker=authority, speaker_kind=SourceKind.BODY.value)
    telling = Telling("permission", **act)
    telling.about(person)
    check_modality(told.modality, telling.findings)
    chosen = writing.among(Permission, state, "state", telling.findings) or Permission.ACKNOWLEDGED
    valid = window(valid_from, valid_until, zone=telling.case.zone, at=telling.at, findings=telling.findings)
    kept = check_conditions(conditions, telling.findings)
    if not authority.strip():
        telling.findings.fault("empty", "authority", "Name the authority whose permission it is.")
    words = _words_of(telling.case, telling.room, shown) if shown else ""
    telling.refuse_faults()
    links = (_correction(telling.case, person, instead_of, reason),) if instead_of else ()
    content = kinds.PermissionTold(
        person=person,
        authority=telling.naming.source(authority, SourceKind.BODY),
        state=chosen,
        valid=valid,
        document=shown.document if shown else None,
        start=shown.start if shown else None,
        end=shown.end if shown else None,
        told_by=told.told_by,
    )
    personal = (("conditions", canonical.dumps(list(kept)) if kept else ""), ("shown", words))
    return telling.record(content, person=person, personal=personal, links=links)


def _words_of(case: CaseView, room: UUID, shown: Shown) -> str:
    """The words that a document shows it with; refuses a place that the text does not have."""
    text = reading.text_of(case, shown.document)
    if not Document.objects.filter(id=shown.document, compartment_id__in=[room, case.compartment_id]).exists():
        raise Refused(
            "This document stands in a narrower compartment than the word it would show.",
            where="shown",
            instead="Record the word in the compartment of the document.",
        )
    if not 0 <= shown.start < shown.end <= len(text):
        raise Refused(
            f"The text of this document has the places 0 to {len(text)}.",
            where="shown",
            instead="Mark the words that show it.",
        )
    return text[shown.start : shown.end]


def _correction(case: CaseView, person: UUID, ref: str, reason: str) -> StatementLink:
    target = Statement.objects.filter(case_id=case.id, ref=ref, kind=kinds.PermissionTold.KIND).first()  # type: ignore[attr-defined]
    if target is None or not Row.objects.filter(statement_id=target.id, person_id=person).exists():
        raise NoSuchPermission(where=ref, instead="The page of the person lists what authorities said.")
    words = people.refuse_naming(case, person, reason, "reason")
    return StatementLink(stance=Stance.CORRECTS, to=target.id, words=words)
