"""Access to people who are held: visits by their five rules, and the register of proofs of life, whose readings are logged."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.channels import READ, RECORDED, TALKS, Into, act_of, did
from homeward.api.shapes import held as shapes
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.people import actions as people
from homeward.talks import actions, queries
from homeward.talks.queries import written_held as written

router = Router(tags=["talks"])
PROOF = TALKS + "/proofs/{proof}"


class Owed(Moment):
    """By which obligation."""

    obligation: str | None = Field(None, description="Those alone that this obligation owes, by its short name or id.")


class Whose(Moment):
    """Of whom."""

    person: UUID | None = Field(None, description="Of this person of the register alone; of all when it is left out.")


@router.get(TALKS + "/visits", response={200: shapes.Visits, **READ}, operation_id="visits")
def visits(request: HttpRequest, case: str, question: Query[Owed]) -> HttpResponse:
    """List visits to people who are held, with what each voice says of each of the five rules, apart."""
    asked, _ = asking.about(case, question)
    owed = queries.obligation_named(asked, question.obligation) if question.obligation else None
    views = queries.visits(asked, obligation=owed)
    return sending.answer(request, {**answers.asked_json(asked), **written.visits_json(views)}, asked=asked)


@router.get(TALKS + "/proofs", response={200: shapes.Proofs, **READ}, operation_id="proofs")
def proofs(request: HttpRequest, case: str, question: Query[Whose]) -> HttpResponse:
    """List questions for a sign of life, open ones first, and each person's days without one; this reading is logged."""
    asked, _ = asking.about(case, question)
    view = queries.proofs(asked, person=question.person)
    people.note_reading(
        case=asked.case, people=view.people, view="proofs", by=entering.actor(request), at=datetime.now(UTC)
    )
    return sending.answer(request, {**answers.asked_json(asked), **written.proofs_json(view)}, asked=asked)


@router.post(TALKS + "/visits", response=RECORDED, operation_id="say_visit", auth=entering.WRITE)
def say_visit(
    request: HttpRequest, case: str, which: Query[Into], key: Key, body: Body[shapes.SentVisit]
) -> HttpResponse:
    """Record that a voice tells of a visit, and of each of the five rules whether it was kept."""
    act = act_of(request, case, which, key)
    return did(case, "visits", actions.say_visit(voice=body.voice(), **body.told(), **act))


@router.post(TALKS + "/proofs", response=RECORDED, operation_id="ask_proof", auth=entering.WRITE)
def ask_proof(
    request: HttpRequest, case: str, which: Query[Into], key: Key, body: Body[shapes.SentQuestion]
) -> HttpResponse:
    """Record that a holder is asked for a sign of life of somebody."""
    return did(case, "proofs", actions.ask_proof(**body.told(), **act_of(request, case, which, key)))


@router.post(PROOF + "/answers", response=RECORDED, operation_id="answer_proof", auth=entering.WRITE)
def answer_proof(
    request: HttpRequest, case: str, proof: UUID, which: Query[Which], key: Key, body: Body[shapes.SentAnswer]
) -> HttpResponse:
    """Record what a voice brought as the answer to a question for a sign of life."""
    act = act_of(request, case, Into(**which.dict()), key)
    return did(case, "proofs", actions.answer_proof(proof=proof, voice=body.voice(), **body.told(), **act))


@router.post(PROOF + "/looks", response=RECORDED, operation_id="verify_proof", auth=entering.WRITE)
def verify_proof(
    request: HttpRequest, case: str, proof: UUID, which: Query[Which], key: Key, body: Body[shapes.SentLook]
) -> HttpResponse:
    """Record that the asker looked whether an answer is the person's own, and what they found."""
    act = act_of(request, case, Into(**which.dict()), key)
    return did(case, "proofs", actions.verify_proof(proof=proof, **body.told(), **act))
