"""Crossings: windows with their fill, what is needed to use them, plans, why not. Each reading of people is logged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.paging import Page, within
from homeward.api.shapes import crossings as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.crossings import actions, queries
from homeward.crossings.actions import Purpose
from homeward.crossings.queries import written, written_plans
from homeward.ledger.queries.views import Asked
from homeward.people.actions import note_reading

router = Router(tags=["crossings"])
CROSSINGS = "/cases/{case}/crossings"
WINDOW = CROSSINGS + "/windows/{window}"
READ = {**UNCHANGED, **READING}
RECORDED = {201: shapes.Done, **WRITING}


class PlanAsked(Moment):
    """Which plan."""

    plan: UUID | None = Field(None, description="A plan; the last one when this is left out.")


class BoardAsked(Page, Moment):
    """Which families of which plan."""

    plan: UUID | None = Field(None, description="A plan; the last one when this is left out.")
    show: str = Field("all", description="all, planned, not planned, or moved (not on the date they were told).")


class ClearedAsked(Moment):
    """Cleared for which window."""

    window: UUID | None = Field(None, description="A window; the next one of every crossing when this is left out.")


@router.get(CROSSINGS, response={200: shapes.Calendar, **READ}, operation_id="crossings")
def calendar(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Show every window with who said it and how full it is, what is needed to use them, and the plans."""
    asked, _ = asking.about(case, moment)
    plans = [written_plans.plan_json(each) for each in queries.plans(asked)]
    body = {**answers.asked_json(asked), **written.calendar_json(queries.calendar(asked)), "plans": plans}
    return sending.answer(request, body, asked=asked)


@router.get(CROSSINGS + "/board", response={200: shapes.Board, **READ}, operation_id="crossing_board")
def board(request: HttpRequest, case: str, question: Query[BoardAsked]) -> HttpResponse:
    """Show families against windows by a plan: where each is, and what keeps it out of the others."""
    asked, _ = asking.about(case, question)
    view = queries.board(asked, question.plan, chosen=question.show, page=question.page, size=question.size)
    within(question.page, max(1, -(-view.counts[view.chosen] // question.size)))
    _logged(request, asked, view.people, "board of a plan")
    return sending.answer(request, {**answers.asked_json(asked), **written_plans.board_json(view)}, asked=asked)


@router.get(CROSSINGS + "/cleared", response={200: shapes.Cleared, **READ}, operation_id="crossing_cleared")
def cleared(request: HttpRequest, case: str, question: Query[ClearedAsked]) -> HttpResponse:
    """Count who is cleared by all for the next window of each crossing, and list what lapses before it.

    For one window that is named, `people` lists who is cleared for it. With `as_of` at its opening the answer is that of the moment
    when it opens, as far as things are known: what lapses, begins or was withdrawn until then counts.
    """
    asked, _ = asking.about(case, question)
    waiting, window = queries.waiting(asked), question.window
    views = [queries.cleared_for(asked, waiting, window)] if window else queries.cleared(asked, waiting)
    shown = [each for view in views for each in (*view.people, *(view.cleared if window else ()))]
    _logged(request, asked, shown, "who is cleared for a window")
    told = [written.cleared_json(each, named=window is not None) for each in views]
    return sending.answer(request, {**answers.asked_json(asked), "cleared": told}, asked=asked)


@router.get(CROSSINGS + "/policy", response={200: shapes.Policy, **READ}, operation_id="crossing_policy")
def policy(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List every version of the weights by which plans are made."""
    asked, _ = asking.about(case, moment)
    told = [written_plans.policy_json(each) for each in queries.policies_of(asked)]
    return sending.answer(request, {"case": case, "versions": told}, asked=asked)


@router.get(
    "/cases/{case}/people/{person}/crossing", response={200: shapes.OfPerson, **READ}, operation_id="crossing_of_person"
)
def of_person(request: HttpRequest, case: str, person: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show what stands between somebody and a crossing, and why they are not planned; of nobody else anything is told."""
    asked, _ = asking.about(case, moment)
    view = queries.crossing_of(asked, person)
    _logged(request, asked, [person], "crossing of a person")
    return sending.answer(request, {**answers.asked_json(asked), **written.crossing_of_json(view)}, asked=asked)


@router.get(CROSSINGS + "/runs", response={200: shapes.Runs, **READ}, operation_id="crossing_runs")
def runs(request: HttpRequest, case: str, which: Query[Which]) -> HttpResponse:
    """List the last plans that were asked for, and how far each is."""
    view = asking.case(case, which)
    told = [written_plans.run_json(each, {}) for each in queries.runs(view)]
    return sending.answer(request, {"case": case, "runs": told})


@router.get(CROSSINGS + "/runs/{run}", response={200: shapes.Run, **READ}, operation_id="crossing_run")
def run(request: HttpRequest, case: str, run: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show how far a plan is, and what a pin or other weights would change."""
    asked, _ = asking.about(case, moment)
    view = queries.run(asked.case, run)
    answer = queries.answer(asked.case, run)
    people = {UUID(each) for family, _before, _after in answer.get("moved", ()) for each in family}
    _logged(request, asked, people, "what a plan would change")
    return sending.answer(request, written_plans.run_json(view, answer))


@router.post(CROSSINGS, response=RECORDED, operation_id="name_crossing", auth=entering.WRITE)
def name(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentCrossing]
) -> HttpResponse:
    """Name a crossing, and the authorities whose permission everybody needs there."""
    return _did(case, actions.name_crossing(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/points", response=RECORDED, operation_id="name_control_point", auth=entering.WRITE)
def point(request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentPoint]) -> HttpResponse:
    """Name a control point of a crossing."""
    return _did(case, actions.name_point(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/statuses", response=RECORDED, operation_id="tell_crossing_status", auth=entering.WRITE)
def status(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentStatus]
) -> HttpResponse:
    """Record how a voice says that a crossing is: open, restricted or closed."""
    return _did(case, actions.tell_status(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/windows", response=RECORDED, operation_id="announce_window", auth=entering.WRITE)
def window(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentWindow]
) -> HttpResponse:
    """Record when a voice says that a crossing opens, and for how many; numbers are texts, read as somebody types them."""
    return _did(case, actions.announce_window(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/quotas", response=RECORDED, operation_id="agree_quota", auth=entering.WRITE)
def quota(request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentQuota]) -> HttpResponse:
    """Record how many of a nationality a voice lets cross on a day."""
    return _did(case, actions.agree_quota(voice=body.voice(), **body.told(), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/pickups", response=RECORDED, operation_id="name_pickup", auth=entering.WRITE)
def pickup(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentPickUp]
) -> HttpResponse:
    """Name a place where people are picked up, and how long the ways from there take."""
    return _did(case, actions.name_pickup(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/vehicles", response=RECORDED, operation_id="enter_vehicle", auth=entering.WRITE)
def vehicle(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentVehicle]
) -> HttpResponse:
    """Enter a vehicle with its places."""
    return _did(case, actions.enter_vehicle(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/convoys", response=RECORDED, operation_id="set_convoy", auth=entering.WRITE)
def convoy(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentConvoy]
) -> HttpResponse:
    """Set a convoy to a window from a pick-up point."""
    return _did(case, actions.set_convoy(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/checks", response=RECORDED, operation_id="list_check", auth=entering.WRITE)
def check(request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentCheck]) -> HttpResponse:
    """Put a point on the checklist of all windows."""
    return _did(case, actions.list_check(**_fields(body), **_act(request, case, which, key)))


@router.post(WINDOW + "/ticks", response=RECORDED, operation_id="tick_check", auth=entering.WRITE)
def tick(
    request: HttpRequest, case: str, window: UUID, which: Query[Which], key: Key, body: Body[shapes.SentTick]
) -> HttpResponse:
    """Say of a point of the checklist of a window that it is done, open again, or not possible."""
    return _did(case, actions.tick_check(window=window, **_fields(body), **_act(request, case, which, key)))


@router.post(WINDOW + "/notices", response=RECORDED, operation_id="notify_party", auth=entering.WRITE)
def notice(
    request: HttpRequest, case: str, window: UUID, which: Query[Which], key: Key, body: Body[shapes.SentNotice]
) -> HttpResponse:
    """Record that a party was told of a window; a notice asks for no leave, and counts until it expires."""
    return _did(case, actions.notify_party(window=window, **_fields(body), **_act(request, case, which, key)))


@router.post(
    CROSSINGS + "/notices/{notice}/answers", response=RECORDED, operation_id="answer_notice", auth=entering.WRITE
)
def notice_answer(
    request: HttpRequest, case: str, notice: UUID, which: Query[Which], key: Key, body: Body[shapes.SentAnswer]
) -> HttpResponse:
    """Record what a party said to a notice."""
    act = _act(request, case, which, key)
    return _did(case, actions.answer_notice(notice=notice, answered=body.answered, voice=body.voice(), **act))


@router.post(CROSSINGS + "/dates", response=RECORDED, operation_id="tell_date", auth=entering.WRITE)
def date(request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentDate]) -> HttpResponse:
    """Record that people who travel together were told for which window to be ready."""
    return _did(case, actions.tell_date(**_fields(body), **_act(request, case, which, key)))


@router.get(CROSSINGS + "/dates", response={200: shapes.Dates, **READ}, operation_id="crossing_dates")
def dates(request: HttpRequest, case: str, question: Query[PlanAsked]) -> HttpResponse:
    """List every family of a plan with its date, beside what it was told before, and count how many are to be told."""
    asked, _ = asking.about(case, question)
    view = queries.dates(asked, question.plan)
    _logged(request, asked, {person for each in view.families for person in each.people}, "dates of a plan")
    return sending.answer(request, {**answers.asked_json(asked), **written_plans.dates_json(view)}, asked=asked)


@router.post(
    CROSSINGS + "/plans/{plan}/dates",
    response={201: shapes.ToldDates, **WRITING},
    operation_id="tell_dates",
    auth=entering.WRITE,
)
def tell_dates(
    request: HttpRequest, case: str, plan: UUID, which: Query[Which], key: Key, body: Body[shapes.SentDates]
) -> HttpResponse:
    """Record that every family of the last plan was told its date; as many as were counted before, or none."""
    done = actions.tell_dates(plan=plan, **_fields(body), **_act(request, case, which, key))
    told = {"case": case, "plan": str(done.plan), "families": done.families, "people": done.people}
    return sending.made(told, at=f"cases/{quote(case)}/crossings/dates")


@router.post(CROSSINGS + "/companions", response=RECORDED, operation_id="need_companion", auth=entering.WRITE)
def companion(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentCompanion]
) -> HttpResponse:
    """Say that somebody rides only beside one of these people, or beside an escort; with `ends` that they may ride alone again."""
    act = _act(request, case, which, key)
    if body.ends:
        return _did(case, actions.need_no_companion(person=body.person, **act))
    done = actions.need_companion(person=body.person, any_of=body.any_of, staff=body.staff, why=body.why, **act)
    return _did(case, done)


@router.post(CROSSINGS + "/separations", response=RECORDED, operation_id="keep_apart", auth=entering.WRITE)
def separation(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentSeparation]
) -> HttpResponse:
    """Say that two people must not share a vehicle, or not a window; with `ends` that they may again."""
    act = _act(request, case, which, key)
    if body.ends:
        return _did(case, actions.keep_apart_no_longer(one=body.one, other=body.other, **act))
    return _did(case, actions.keep_apart(one=body.one, other=body.other, scope=body.scope, **act))


@router.post(CROSSINGS + "/choices", response=RECORDED, operation_id="choose_pickup", auth=entering.WRITE)
def choice(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentChoice]
) -> HttpResponse:
    """Say where people who travel together are picked up."""
    return _did(case, actions.choose_pickup(**_fields(body), **_act(request, case, which, key)))


@router.post(CROSSINGS + "/policy", response=RECORDED, operation_id="set_crossing_policy", auth=entering.WRITE)
def set_policy(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentPolicy]
) -> HttpResponse:
    """Set weights by which plans are made; the head of the desk alone, and every version is kept."""
    return _did(case, actions.set_policy(**_fields(body), **_act(request, case, which, key)))


@router.post(
    CROSSINGS + "/runs", response={201: shapes.Asking, **WRITING}, operation_id="ask_plan", auth=entering.WRITE
)
def ask_plan(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentRun]
) -> HttpResponse:
    """Have a plan worked out by the worker; with pins or weights it tells what those would change, and keeps nothing."""
    purpose = Purpose.PIN if body.pins else Purpose.POLICY if body.weights else Purpose.PLAN
    run = actions.ask_plan(purpose=purpose, **_fields(body), **_act(request, case, which, key))
    return sending.made({"case": case, "run": str(run)}, at=f"cases/{quote(case)}/crossings/runs/{run}")


@router.post(
    CROSSINGS + "/runs/{run}/stop",
    response={201: shapes.Asking, **WRITING},
    operation_id="stop_crossing_run",
    auth=entering.WRITE,
)
def stop(
    request: HttpRequest, case: str, run: UUID, which: Query[Which], key: Key, body: Body[shapes.SentStop]
) -> HttpResponse:
    """Stop a run; nothing of it is kept."""
    view = asking.case(case, which)
    actions.stop_run(case=view, run=run, by=entering.actor(request), at=datetime.now(UTC))
    return sending.made({"case": case, "run": str(run)}, at=f"cases/{quote(case)}/crossings/runs/{run}")


def _fields(body: shapes.Sent) -> dict[str, Any]:
    return {name: getattr(body, name) for name in type(body).model_fields}


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
    return sending.made(body, at=f"cases/{quote(case)}/crossings")


def _logged(request: HttpRequest, asked: Asked, people: Collection[UUID], view: str) -> None:
    note_reading(case=asked.case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))
