"""What stands in the way of a goal, as it was said: the goals there are, what blocks one, and what somebody says of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.shapes import talks as shapes
from homeward.api.shapes.sent import Recorded
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.ledger.actions import Recorded as Done
from homeward.talks import actions, queries
from homeward.talks.queries.written import blockers_json, goals_json

router = Router(tags=["talks"])
ROOM = "/cases/{case}/talks"
CONDITION = ROOM + "/conditions/{condition}"
ANSWERS = {201: Recorded, **WRITING}


class BlockersAsked(Moment):
    """Of which goal, as whom, and as if what were so."""

    goal: str = Field(description="The goal by its words.", examples=["release of the eight"], max_length=500)
    party: str | None = Field(None, description="As this party sees it; its name, key or id.", max_length=500)
    suppose: str | None = Field(
        None,
        description="As if conditions had other values, parted by commas; it records nothing.",
        examples=["c4=met,c8=unmet"],
        max_length=2_000,
    )


@router.get(f"{ROOM}/goals", response={200: shapes.Goals, **UNCHANGED, **READING}, operation_id="goals")
def goals(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List the goals that somebody said something stands before, with how many conditions do, by value."""
    asked, _ = asking.about(case, moment)
    told = {**answers.asked_json(asked), "goals": goals_json(queries.goals(asked))}
    return sending.answer(request, told, asked=asked)


@router.get(f"{ROOM}/blockers", response={200: shapes.Blockers, **UNCHANGED, **READING}, operation_id="blockers")
def blockers(request: HttpRequest, case: str, question: Query[BlockersAsked]) -> HttpResponse:
    """Tell what stands in the way of a goal: sets that would be enough, each condition, allegations, deadlocks, findings."""
    asked, _ = asking.about(case, question)
    said = [each for each in (question.suppose or "").split(",") if each.strip()]
    view = queries.blockers(
        asked,
        question.goal,
        viewpoint=queries.party_named(asked, question.party) if question.party else None,
        supposed=queries.supposed(asked, said),
    )
    return sending.answer(request, {**answers.asked_json(asked), **blockers_json(view)}, asked=asked)


@router.post(f"{CONDITION}/statuses", response=ANSWERS, operation_id="say_status", auth=entering.WRITE)
def say_status(
    request: HttpRequest, case: str, condition: str, which: Query[Which], key: Key, body: Body[shapes.SentStatus]
) -> HttpResponse:
    """Record that somebody says of a condition that it is met, or is not; a later word of theirs replaces it."""
    act = _act(request, case, which, key)
    heard = body.told.heard()
    return _recorded(
        case,
        actions.say_status(condition=condition, status=body.status, heard=heard, instead_of=body.instead_of, **act),
    )


@router.post(f"{CONDITION}/natures", response=ANSWERS, operation_id="say_nature", auth=entering.WRITE)
def say_nature(
    request: HttpRequest, case: str, condition: str, which: Query[Which], key: Key, body: Body[shapes.SentNature]
) -> HttpResponse:
    """Record what somebody says a condition is, whether it must hold the whole time, and who could clear it."""
    said = {"nature": body.nature, "throughout": body.throughout, "clearers": body.clearers}
    act = _act(request, case, which, key) | said
    return _recorded(case, actions.say_nature(condition=condition, heard=body.told.heard(), **act))


@router.post(f"{ROOM}/gates", response=ANSWERS, operation_id="say_gate", auth=entering.WRITE)
def say_gate(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentGate]
) -> HttpResponse:
    """Record how somebody says that conditions stand together before a goal, or before another condition."""
    act = _act(request, case, which, key)
    return _recorded(
        case, actions.say_gate(gate=body.spoken(), heard=body.told.heard(), instead_of=body.instead_of, **act)
    )


@router.post(f"{ROOM}/goals", response=ANSWERS, operation_id="settle_goal", auth=entering.WRITE)
def settle_goal(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentGoal]
) -> HttpResponse:
    """Settle what a goal's words mean; it then takes over the conditions of wider goals of the same action."""
    return _recorded(case, actions.settle_goal(**body.dict(), **_act(request, case, which, key)))


def _act(request: HttpRequest, case: str, which: Which, key: UUID) -> dict[str, Any]:
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def _recorded(case: str, done: Done) -> HttpResponse:
    body = {"case": case, "statement": done.ref, "conditions": list(done.conditions)}
    return sending.made(body, at=f"cases/{quote(case)}/statements/{quote(done.ref)}")
