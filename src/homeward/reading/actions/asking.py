"""A language model is asked about a paper, where that is allowed; what it answers is proposed under its name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app

from homeward.access import actions as access
from homeward.access.models import Actor, ActorKind
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.reading import queries
from homeward.reading.actions.reading import propose
from homeward.reading.engines.language_model import Endpoint, LanguageModel
from homeward.reading.engines.readers import rules_for
from homeward.reading.models import Reading, State
from homeward.reading.queries.papers import whole_paper
from homeward.refusals import Refused


class ModelNotAllowed(Refused):
    """Texts of this compartment are not sent to a language model."""


@transaction.atomic
def ask_model(*, case: CaseView, document: UUID, by: Actor, at: datetime) -> UUID:
    """Put a paper in line for the language model; gives the reading that waits. That the text leaves the desk is in the log."""
    access.require(by, "report.read", case.compartment_id)
    if not queries.model_allowed(case.compartment_id):
        raise ModelNotAllowed(instead="An administrator can allow it: homeward reading allow-model")
    whole_paper(case, document)
    name = queries.model_named()
    reading = Reading.objects.create(
        document_id=document,
        case_id=case.id,
        compartment_id=case.compartment_id,
        reader=f"language model {name}",
        model="",
        language="",
        built_in=False,
        state=State.WAITING,
        why="",
        asked_by=by.id,
        asked_at=at,
    )
    access.record("reading.sent_to_model", by=by.id, at=at, document=str(document), model=name, case=str(case.id))
    app.configure_task("reading.ask_model").defer(reading=str(reading.id), compartment=str(case.compartment_id))
    return reading.id


def ask_model_as_the_desk(*, reading: UUID, compartment: UUID, at: datetime) -> None:
    """Ask, hold the answer against the text, and keep what stood; a model that does not answer is told as that."""
    with transaction.atomic():
        system = Actor.objects.get(kind=ActorKind.SYSTEM)
        access.enter(system.id, only=compartment)
        row = Reading.objects.filter(id=reading, state=State.WAITING).first()
        if row is None:
            return
        case = next(each for each in cases.cases() if each.id == row.case_id)
        text = queries.text_of(case, row.document_id)
        try:
            if not queries.model_allowed(compartment):
                raise ModelNotAllowed(instead="It was allowed when it was asked, and is no more.")
            language, rules = rules_for(text)
            about = queries.printed(case, queries.paper(case, row.document_id))
            held = LanguageModel(endpoint()).read(text, about.published, rules)
        except Refused as refused:
            row.state, row.why = State.FAILED, f"{refused.message} {refused.instead}".strip()
        else:
            row.state, row.language = State.READ, language
            row.told = [f"Statement {each.number + 1} of the answer was dropped: {each.why}." for each in held.dropped]
            propose(row, text, list(held.proposals))
        row.done_at = at
        row.save(update_fields=["state", "why", "language", "told", "done_at"])


def endpoint() -> Endpoint:
    """Where the desk's settings say that a model is."""
    key = settings.HOMEWARD_MODEL_KEY
    return Endpoint(
        settings.HOMEWARD_MODEL_AT,
        settings.HOMEWARD_MODEL,
        key.read_text(encoding="utf-8").strip() if key else "",
        float(settings.HOMEWARD_MODEL_SECONDS),
    )
