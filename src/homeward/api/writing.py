"""Acts on what was said: write down, correct, doubt, withdraw, link, judge, settle; each counts once by its key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Header, Query, Router

from homeward.api import asking, entering, sending, statements
from homeward.api.asking import Which
from homeward.api.shapes import sent
from homeward.api.shapes.told import WRITING
from homeward.ledger import actions
from homeward.ledger.queries import cases, sources

router = Router(tags=["acts"])
ANSWERS = {201: sent.Recorded, **WRITING}
STATEMENT = "/cases/{case}/statements/{path:statement}"
SOURCE = "/cases/{case}/sources/{source}"
Key = Annotated[
    UUID,
    Header(
        ...,
        alias="Idempotency-Key",
        description="A fresh UUID for each act; sending it again with the same key records nothing more.",
        examples=["0b2f6f3e-4f0c-4f43-9a3e-0d6d6c1f6a52"],
    ),
]


@statements.router.post(
    "/cases/{case}/statements", response=ANSWERS, operation_id="write_down", auth=entering.WRITE, tags=["acts"]
)
def write_down(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[sent.SentStatement]
) -> HttpResponse:
    """Write down what was heard on the telephone or in a meeting, with the sources and populations it names first."""
    return _recorded(case, actions.write_down(**_act(request, case, which, key), heard=body.heard()))


@router.post(f"{STATEMENT}/corrections", response=ANSWERS, operation_id="correct")
def correct(
    request: HttpRequest, case: str, statement: str, which: Query[Which], key: Key, body: Body[sent.SentCorrection]
) -> HttpResponse:
    """Record what holds instead of a statement or of one of its figures; both stay in the ledger."""
    act = _act(request, case, which, key)
    heard = body.instead.heard()
    return _recorded(case, actions.correct(**act, ref=statement, figure=body.figure, reason=body.reason, heard=heard))


@router.post(f"{STATEMENT}/doubts", response=ANSWERS, operation_id="doubt")
def doubt(
    request: HttpRequest, case: str, statement: str, which: Query[Which], key: Key, body: Body[sent.SentDoubt]
) -> HttpResponse:
    """Doubt a statement or one of its figures; it stays where it is, with the doubt beside it."""
    act = _act(request, case, which, key)
    return _recorded(case, actions.doubt(**act, ref=statement, figure=body.figure, reason=body.reason))


@router.post(f"{STATEMENT}/withdrawals", response=ANSWERS, operation_id="withdraw")
def withdraw(
    request: HttpRequest, case: str, statement: str, which: Query[Which], key: Key, body: Body[sent.SentReason]
) -> HttpResponse:
    """Take back what the desk recorded wrongly; both stay in the ledger."""
    return _recorded(case, actions.withdraw(**_act(request, case, which, key), ref=statement, reason=body.reason))


@router.post(f"{STATEMENT}/links", response=ANSWERS, operation_id="link")
def link(
    request: HttpRequest, case: str, statement: str, which: Query[Which], key: Key, body: Body[sent.SentLink]
) -> HttpResponse:
    """Set a statement beside another that it supports, denies or contradicts."""
    act = _act(request, case, which, key)
    return _recorded(case, actions.link(**act, ref=statement, stance=body.stance, to=body.to, reason=body.reason))


@router.post(f"{STATEMENT}/credibility", response=ANSWERS, operation_id="judge_credibility")
def judge_credibility(
    request: HttpRequest, case: str, statement: str, which: Query[Which], key: Key, body: Body[sent.SentCredibility]
) -> HttpResponse:
    """Judge one statement from 1 to 6, apart from who said it."""
    act = _act(request, case, which, key)
    return _recorded(case, actions.judge_credibility(**act, ref=statement, number=body.number, reason=body.reason))


@router.post(f"{SOURCE}/reliability", response=ANSWERS, operation_id="judge_reliability")
def judge_reliability(
    request: HttpRequest, case: str, source: UUID, which: Query[Which], key: Key, body: Body[sent.SentReliability]
) -> HttpResponse:
    """Judge how far a source has proved right on a topic, A to F; this says nothing of any one statement."""
    act = _act(request, case, which, key, source)
    return _recorded(
        case, actions.judge_reliability(**act, source=source, letter=body.letter, topic=body.topic, reason=body.reason)
    )


@router.post(f"{SOURCE}/settlement", response=ANSWERS, operation_id="settle_speaker")
def settle_speaker(
    request: HttpRequest, case: str, source: UUID, which: Query[Which], key: Key, body: Body[sent.SentSettling]
) -> HttpResponse:
    """Say who a speaker is: "the ministry's spokeswoman" is this other source of the case."""
    act = _act(request, case, which, key, source)
    return _recorded(case, actions.settle_speaker(**act, source=source, settled_as=body.settled_as, reason=body.reason))


@router.post("/cases/{case}/population-relations", response=ANSWERS, operation_id="relate_populations")
def relate_populations(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[sent.SentRelation]
) -> HttpResponse:
    """Say that two populations are equal, or one is part of the other; figures are held against each other by it."""
    act = _act(request, case, which, key)
    return _recorded(
        case,
        actions.relate_populations(**act, part=body.part, whole=body.whole, relation=body.relation, reason=body.reason),
    )


def _act(request: HttpRequest, case: str, which: Which, key: UUID, source: UUID | None = None) -> dict[str, Any]:
    """What every act needs: its case, its key, who acts and when; a source that the address names must be there."""
    at = datetime.now(UTC)
    view = asking.case(case, which)
    if source is not None:
        sources.source(view, source, cases.ask(view, now=at))
    return {"case": view, "once": key, "by": entering.actor(request), "at": at}


def _recorded(case: str, recorded: actions.Recorded) -> HttpResponse:
    body = {"case": case, "statement": recorded.ref, "conditions": list(recorded.conditions)}
    return sending.made(body, at=f"cases/{quote(case)}/statements/{quote(recorded.ref)}")
