"""A language model is asked about a paper, where that is allowed; what it answers is proposed under its name."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime
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
from homeward.reading.actions.turns import wait_for_turn
from homeward.reading.core.answers import Held
from homeward.reading.core.found import Language
from homeward.reading.engines.language_model import Endpoint, LanguageModel
from homeward.reading.engines.readers import rules_for
from homeward.reading.models import Reading, State
from homeward.reading.queries.papers import whole_paper
from homeward.refusals import Refused

log = logging.getLogger("homeward.reading")


class ModelNotAllowed(Refused):
    """Texts of this compartment are not sent to a language model."""


class ModelBroke(Refused):
    """The language model answered in a way that could not be read."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is handed to the model, and by whose rules its answer is read."""

    text: str
    published: date | None
    language: str
    rules: Language
    model: LanguageModel


@transaction.atomic
def ask_model(*, case: CaseView, document: UUID, by: Actor, at: datetime) -> UUID:
    """Put a paper in line for the language model; gives the reading that waits, also when it waited before."""
    access.require(by, "report.read", case.compartment_id)
    if not queries.model_allowed(case.compartment_id):
        raise ModelNotAllowed(instead="An administrator can allow it: homeward reading allow-model")
    wait_for_turn(case)
    whole_paper(case, document)
    name = queries.model_named()
    reader = f"language model {name}"
    waiting = Reading.objects.filter(document_id=document, reader=reader, state=State.WAITING).first()
    if waiting is not None:
        return waiting.id
    reading = Reading.objects.create(
        document_id=document,
        case_id=case.id,
        compartment_id=case.compartment_id,
        reader=reader,
        model="",
        language="",
        built_in=False,
        state=State.WAITING,
        why="",
        asked_by=by.id,
        asked_at=at,
    )
    access.record("reading.model_asked", by=by.id, at=at, document=str(document), model=name, case=str(case.id))
    app.configure_task("reading.ask_model").defer(reading=str(reading.id), compartment=str(case.compartment_id))
    return reading.id


def ask_model_as_the_desk(*, reading: UUID, compartment: UUID, at: datetime) -> None:
    """Ask, hold the answer against the text, and keep what stood; a model that does not answer is told as that.

    That the text leaves the desk is in the log before it does, and no transaction is open while the model takes its time.
    """
    with transaction.atomic():
        row = _waiting(reading, compartment)
        if row is None:
            return
        try:
            question = _question(row, at)
        except Refused as refused:
            _failed(row, refused, at)
            return
    try:
        held = _answer(question)
    except Refused as refused:
        with transaction.atomic():
            if (row := _waiting(reading, compartment)) is not None:
                _failed(row, refused, at)
        return
    with transaction.atomic():
        if (row := _waiting(reading, compartment)) is not None:
            _read(row, question, held, at)


def _waiting(reading: UUID, compartment: UUID) -> Reading | None:
    """The reading that waits; the desk itself acts, in this compartment alone."""
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.enter(system.id, only=compartment)
    return Reading.objects.filter(id=reading, state=State.WAITING).first()


def _question(row: Reading, at: datetime) -> _Question:
    """What is asked, unless it may not be; from here on the text is as good as sent, and the log says so."""
    (case,) = [each for each in cases.cases() if each.id == row.case_id]
    if not queries.model_allowed(row.compartment_id):
        raise ModelNotAllowed(instead="It was allowed when it was asked, and is no more.")
    text = queries.text_of(case, row.document_id)
    language, rules = rules_for(text)
    published = queries.printed(case, queries.paper(case, row.document_id)).published
    model = LanguageModel(endpoint())
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.record(
        "reading.sent_to_model",
        by=system.id,
        at=at,
        document=str(row.document_id),
        model=queries.model_named(),
        where=settings.HOMEWARD_MODEL_AT,
        case=str(row.case_id),
        asked_by=str(row.asked_by),
    )
    return _Question(text, published, language, rules, model)


def _answer(question: _Question) -> Held:
    """What the model answers, held against the text; whatever it does to the program that asks is a refusal."""
    try:
        return question.model.read(question.text, question.published, question.rules)
    except Refused:
        raise
    except Exception as fault:  # what comes from there is nobody's promise
        log.exception("a language model broke the reading of its answer")
        raise ModelBroke(where=question.model.name, instead=f"Ask again ({type(fault).__name__}).") from fault


def _failed(row: Reading, refused: Refused, at: datetime) -> None:
    row.state, row.why, row.done_at = State.FAILED, f"{refused.message} {refused.instead}".strip(), at
    row.save(update_fields=["state", "why", "done_at"])


def _read(row: Reading, question: _Question, held: Held, at: datetime) -> None:
    row.state, row.language, row.done_at = State.READ, question.language, at
    row.told = [f"Statement {each.number + 1} of the answer was dropped: {each.why}." for each in held.dropped]
    propose(row, question.text, list(held.proposals))
    row.save(update_fields=["state", "language", "told", "done_at"])


def endpoint() -> Endpoint:
    """Where the desk's settings say that a model is."""
    key = settings.HOMEWARD_MODEL_KEY
    try:
        secret = key.read_text(encoding="utf-8").strip() if key else ""
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(
            "The key of the language model cannot be read.", instead="Look at the file that HOMEWARD_MODEL_KEY names."
        ) from fault
    return Endpoint(settings.HOMEWARD_MODEL_AT, settings.HOMEWARD_MODEL, secret, float(settings.HOMEWARD_MODEL_SECONDS))
