"""Agreements: what was promised against what came, what falls due, and what voices say of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.shapes import agreements as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.talks import actions, queries

router = Router(tags=["talks"])
CASE = "/cases/{case}"
READ = {**UNCHANGED, **READING}
RECORDED = {201: shapes.Done, **WRITING}


class ObligationsAsked(Moment):
    """Of which agreement."""

    agreement: UUID | None = Field(None, description="Of this agreement alone.")


class DutiesAsked(Moment):
    """How far to look ahead."""

    days: int = Field(14, ge=0, le=3_660, description="Days from the time asked about.")


@router.get(CASE + "/agreements", response={200: shapes.Agreements, **READ}, operation_id="agreements")
def agreements(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List agreements with everything that follows from what was said of them."""
    asked, _ = asking.about(case, moment)
    told = queries.agreements_json(queries.agreements(asked))
    return sending.answer(request, {**answers.asked_json(asked), "agreements": told}, asked=asked)


@router.get(CASE + "/agreements/{agreement}", response={200: shapes.Agreements, **READ}, operation_id="agreement")
def agreement(request: HttpRequest, case: str, agreement: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show one agreement."""
    asked, _ = asking.about(case, moment)
    told = queries.agreements_json([queries.agreement(asked, agreement)])
    return sending.answer(request, {**answers.asked_json(asked), "agreements": told}, asked=asked)


@router.get(CASE + "/obligations", response={200: shapes.Obligations, **READ}, operation_id="obligations")
def obligations(request: HttpRequest, case: str, question: Query[ObligationsAsked]) -> HttpResponse:
    """Show what was promised against what came, by stage and origin; the words of both sides stand apart."""
    asked, _ = asking.about(case, question)
    of = question.agreement
    found, planned = queries.agreements_and_plans(asked)
    views = [each for view in found if of in (None, view.id) for each in view.obligations]
    plans = [each for each in planned if of in (None, each.agreement)]
    told = queries.obligations_json(views, plans)
    return sending.answer(request, {**answers.asked_json(asked), "obligations": told}, asked=asked)


@router.get(CASE + "/duties", response={200: shapes.Duties, **READ}, operation_id="duties")
def duties(request: HttpRequest, case: str, question: Query[DutiesAsked]) -> HttpResponse:
    """Show what falls due next, and what is overdue."""
    asked, _ = asking.about(case, question)
    told = queries.duties_json(queries.duties(asked, days=question.days))
    return sending.answer(request, {**answers.asked_json(asked), "duties": told}, asked=asked)


@router.post(CASE + "/agreements", response=RECORDED, operation_id="enter_agreement", auth=entering.WRITE)
def enter_agreement(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentAgreement]
) -> HttpResponse:
    """Record what a voice says was agreed."""
    return _did(case, actions.enter_agreement(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/obligations", response=RECORDED, operation_id="say_obligation", auth=entering.WRITE)
def say_obligation(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentObligation]
) -> HttpResponse:
    """Record what a voice says that one side owes another."""
    return _did(case, actions.say_obligation(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/agreement-rules", response=RECORDED, operation_id="say_rule", auth=entering.WRITE)
def say_rule(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentRule]
) -> HttpResponse:
    """Record a rule of an agreement."""
    return _did(case, actions.say_rule(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/agreement-turns", response=RECORDED, operation_id="say_turn", auth=entering.WRITE)
def say_turn(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentTurn]
) -> HttpResponse:
    """Record that a side announces a turn; each side's word is a statement of its own."""
    return _did(case, actions.say_turn(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/agreement-powers", response=RECORDED, operation_id="say_power", auth=entering.WRITE)
def say_power(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentPower]
) -> HttpResponse:
    """Record who may do what under an agreement."""
    return _did(case, actions.say_power(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/deliveries", response=RECORDED, operation_id="say_delivery", auth=entering.WRITE)
def say_delivery(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentDelivery]
) -> HttpResponse:
    """Record that so much of an obligation reached a stage."""
    return _did(case, actions.say_delivery(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/countings", response=RECORDED, operation_id="say_counting", auth=entering.WRITE)
def say_counting(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentCounting]
) -> HttpResponse:
    """Record who decided for which obligation and day something counts."""
    return _did(case, actions.say_counting(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/complaints", response=RECORDED, operation_id="say_unkept", auth=entering.WRITE)
def say_unkept(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentComplaint]
) -> HttpResponse:
    """Record that a voice says an obligation was not kept."""
    return _did(case, actions.say_breach(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CASE + "/complaint-answers", response=RECORDED, operation_id="answer_unkept", auth=entering.WRITE)
def answer_unkept(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentComplaintAnswer]
) -> HttpResponse:
    """Record what was said to that: denied, answered or settled."""
    return _did(case, actions.answer_breach(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


def _act(request: HttpRequest, case: str, which: Which, key: UUID) -> dict[str, Any]:
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def _did(case: str, done: actions.Done) -> HttpResponse:
    body = {
        "case": case,
        "statement": done.ref,
        "about": str(done.about) if done.about else None,
        "warnings": [{"code": each.code, "where": each.where, "message": each.message} for each in done.warnings],
    }
    return sending.made(body, at=f"cases/{quote(case)}/agreements")
