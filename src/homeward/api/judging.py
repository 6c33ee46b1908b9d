"""Who is one with whom: pairs that wait, one of them with its evidence in words, judgements, and taking one back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.access import queries as access
from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.paging import Page, within
from homeward.api.shapes import pairs as shapes
from homeward.api.shapes.sent import SentReason
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.briefing.formats import pairs as formats
from homeward.ledger.queries.views import Asked
from homeward.matching import actions, queries
from homeward.people.actions import note_reading

router = Router(tags=["matching"])
PAIRS = "/cases/{case}/matching/pairs"
PAIR = PAIRS + "/{one}/{other}"


class PairsAsked(Page, Moment):
    """Which of the pairs that wait."""

    standing: Literal["open", "second", "unsure"] | None = Field(
        None,
        description="Those that nobody judged so far, that wait for a second person, or of which somebody said that nobody "
        "can tell.",
    )


@router.get(PAIRS, response={200: shapes.Pairs, **UNCHANGED, **READING}, operation_id="pairs")
def pairs(request: HttpRequest, case: str, question: Query[PairsAsked]) -> HttpResponse:
    """List the pairs of people who may be one and wait for a person, those first on which most hangs."""
    asked, _ = asking.about(case, question)
    view = queries.open_pairs(asked, standing=question.standing or "", page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "pairs to be judged")
    return sending.answer(
        request, {**answers.asked_json(asked), **formats.pairs_json(view, asked.case.zone)}, asked=asked
    )


@router.get(PAIR, response={200: shapes.OnePair, **UNCHANGED, **READING}, operation_id="pair")
def pair(request: HttpRequest, case: str, one: UUID, other: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show two people side by side: what speaks for one person and against it, what was judged, what hangs on it."""
    asked, _ = asking.about(case, moment)
    view = queries.review(asked, one, other)
    _logged(request, asked, view.people, "pair of people")
    return sending.answer(
        request, {**answers.asked_json(asked), **formats.pair_json(view, asked.case.zone)}, asked=asked
    )


@router.post(
    f"{PAIR}/judgement",
    response={201: shapes.RecordedJudgement, **WRITING},
    operation_id="judge_pair",
    auth=entering.WRITE,
)
def judge(
    request: HttpRequest,
    case: str,
    one: UUID,
    other: UUID,
    which: Query[Which],
    key: Key,
    body: Body[shapes.SentJudgement],
) -> HttpResponse:
    """Judge that two people are one, are two, or that nobody can tell; against the evidence a second person must judge alike."""
    act = _act(request, case, which, key)
    room = access.compartment_named(body.into).id if body.into else None
    done = actions.judge(pairs=[(one, other)], judgement=body.judgement, reason=body.reason, room=room, **act)
    told = {"case": case, **formats.judged_json(done)}
    return sending.made(told, at=f"cases/{quote(case)}/matching/pairs/{one}/{other}")


@router.post(
    "/cases/{case}/matching/judgements/{judgement}/take-back",
    response={201: shapes.TakenBack, **WRITING},
    operation_id="take_back_judgement",
    auth=entering.WRITE,
)
def take_back(
    request: HttpRequest, case: str, judgement: str, which: Query[Which], key: Key, body: Body[SentReason]
) -> HttpResponse:
    """Take a judgement back: whoever hung together by it stands apart again, with all that was said of each."""
    done = actions.take_back(ref=judgement, reason=body.reason, **_act(request, case, which, key))
    told = {"case": case, "statement": done.ref, "judgement": judgement}
    return sending.made(told, at=f"cases/{quote(case)}/statements/{quote(done.ref)}")


def _act(request: HttpRequest, case: str, which: Which, key: UUID) -> dict[str, Any]:
    """What every act needs: its case, its key, who acts and when."""
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def _logged(request: HttpRequest, asked: Asked, people: Collection[UUID], view: str) -> None:
    note_reading(case=asked.case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))
