"""Clearances: how people stand with authorities, what waits, what runs out, requests, permission lists. Readings are logged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any, Literal
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.matching import ids as ids_of
from homeward.api.paging import Page, within
from homeward.api.parameters import bad
from homeward.api.shapes import clearances as shapes
from homeward.api.shapes import clearing
from homeward.api.shapes.people import RecordedPerson
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.clearances import actions, queries
from homeward.clearances.queries import written
from homeward.ledger.queries.views import Asked
from homeward.people.actions import note_reading

router = Router(tags=["clearances"])
ROOM = "/cases/{case}/clearances"
PERSON = "/cases/{case}/people/{person}/clearances"
VERSION = ROOM + "/lists/{version}"
Part = Literal["new", "changes", "again", "taken", "unread", "left", "twice", "defect", "closed", "gone"]
State = Literal["requested", "acknowledged", "granted", "refused", "withdrawn", "lapsed", "unconfirmed"]


class StateAsked(Page, Moment):
    """Those who stand how."""

    state: State | None = Field(None, description="Those who stand so.")


class ByAsked(Moment):
    """By which day."""

    by: str = Field(description="What runs out on this day or before, as 2026-01-09.", max_length=40)


class OfAuthority(Page, Moment):
    """Of which authority."""

    authority: UUID | None = Field(None, description="Of this authority alone.")


class PartAsked(Page, Moment):
    """Which rows of a list."""

    part: Part | None = Field(None, description="Show these rows.")


class LetterAsked(Moment):
    """In which language, and whom it names though no consent is recorded."""

    language: Literal["en", "ar", "he", "ru"] = Field(description="The language in which it is written.")
    people: str = Field("", description="Name these people though no consent is recorded: ids with commas between.")


class PagedMoment(Page, Moment):
    """Which part, as of when."""


@router.get(
    f"{ROOM}/funnel",
    response={200: shapes.ClearanceFunnel, **UNCHANGED, **READING},
    operation_id="clearance_funnel",
)
def funnel(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Count how many people stand how with each authority, as of any hour, and how fast it answers; it names nobody."""
    asked, _ = asking.about(case, moment)
    view = queries.funnel(asked)
    return sending.answer(request, {**answers.asked_json(asked), **written.funnel_json(view)}, asked=asked)


@router.get(
    f"{ROOM}/authorities/{{authority}}",
    response={200: shapes.AuthorityPeople, **UNCHANGED, **READING},
    operation_id="clearances_of_authority",
)
def of_authority(request: HttpRequest, case: str, authority: UUID, question: Query[StateAsked]) -> HttpResponse:
    """Show everybody of whom an authority was asked or said anything, by how they stand."""
    asked, _ = asking.about(case, question)
    view = queries.of_authority(asked, authority, state=question.state or "", page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "clearances of an authority")
    return sending.answer(request, {**answers.asked_json(asked), **written.authority_json(view)}, asked=asked)


@router.get(
    f"{ROOM}/waiting",
    response={200: shapes.WaitingClearances, **UNCHANGED, **READING},
    operation_id="clearances_waiting",
)
def waiting(request: HttpRequest, case: str, question: Query[PagedMoment]) -> HttpResponse:
    """List grants that were recorded and wait for a second person."""
    asked, _ = asking.about(case, question)
    view = queries.waiting(asked, actor=entering.actor(request).id, page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "clearances to confirm")
    return sending.answer(request, {**answers.asked_json(asked), **written.waiting_json(view)}, asked=asked)


@router.get(
    f"{ROOM}/lapsing", response={200: shapes.Lapsing, **UNCHANGED, **READING}, operation_id="clearances_lapsing"
)
def lapsing(request: HttpRequest, case: str, question: Query[ByAsked]) -> HttpResponse:
    """List clearances, and the last papers of people on the way, that run out by a day."""
    asked, _ = asking.about(case, question)
    view = queries.lapsing(asked, _day(question.by))
    _logged(request, asked, view.people, "clearances that run out")
    return sending.answer(request, {**answers.asked_json(asked), **written.lapsing_json(view)}, asked=asked)


@router.get(
    f"{ROOM}/families",
    response={200: shapes.FamiliesCleared, **UNCHANGED, **READING},
    operation_id="families_by_clearance",
)
def families(request: HttpRequest, case: str, question: Query[OfAuthority]) -> HttpResponse:
    """Show families with who of them is cleared and who is not; those that an authority takes apart come first."""
    asked, _ = asking.about(case, question)
    view = queries.families(asked, authority=question.authority, page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "families by clearance")
    return sending.answer(request, {**answers.asked_json(asked), **written.families_json(view)}, asked=asked)


@router.get(PERSON, response={200: shapes.PersonCleared, **UNCHANGED, **READING}, operation_id="clearances_of_person")
def of_person(request: HttpRequest, case: str, person: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show how somebody stands with every authority, and every word between, also what counts no more."""
    asked, _ = asking.about(case, moment)
    view = queries.of_person(asked, person)
    _logged(request, asked, view.people, "clearances of a person")
    return sending.answer(request, {**answers.asked_json(asked), **written.person_json(view)}, asked=asked)


@router.get(
    f"{ROOM}/requests", response={200: shapes.Requests, **UNCHANGED, **READING}, operation_id="clearance_requests"
)
def requests(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List what was asked at once: of which authority, for what, when; people by their ids alone."""
    asked, _ = asking.about(case, moment)
    found = [written.batch_json(each) for each in queries.batches(asked)]
    return sending.answer(request, {**answers.asked_json(asked), "requests": found}, asked=asked)


@router.get(
    f"{ROOM}/requests/{{batch}}/letter",
    response={200: shapes.RequestLetterTold, **UNCHANGED, **READING},
    operation_id="clearance_letter",
)
def letter(request: HttpRequest, case: str, batch: UUID, question: Query[LetterAsked]) -> HttpResponse:
    """Write the letter to the authority about a request; who has not agreed to be named is left out."""
    asked, _ = asking.about(case, question)
    view = queries.request_letter(asked, batch, question.language, people=ids_of(question.people, "people"))
    _logged(request, asked, view.people, "request, as a letter")
    return sending.answer(request, {**answers.asked_json(asked), **written.letter_json(view)}, asked=asked)


@router.post(
    f"{VERSION}/reading", response={200: shapes.PermissionList, **WRITING}, operation_id="read_permission_list"
)
def read_list(
    request: HttpRequest, case: str, version: UUID, question: Query[PartAsked], body: Body[clearing.SentReading]
) -> HttpResponse:
    """Show what would happen if a list were taken as permissions, as it is read here; it records nothing."""
    asked, _ = asking.about(case, question)
    view = queries.permission_list(
        asked, version, body.reading(), part=question.part or "", page=question.page, size=question.size,
        at=datetime.now(UTC),
    )  # fmt: skip
    _logged(request, asked, view.people, "permission list")
    return sending.document(200, {**answers.asked_json(asked), **written.list_json(view)})


@router.post(
    f"{ROOM}/requests",
    response={201: clearing.AskedFor, **WRITING},
    operation_id="ask_for_clearance",
    auth=entering.WRITE,
)
def ask(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[clearing.SentAsking]
) -> HttpResponse:
    """Record that the desk asks an authority about people, each with a request of their own."""
    done = actions.ask(
        people_asked=body.people, authority=body.authority, purpose=body.purpose, via=tuple(body.via),
        asked=body.asked, **_act(request, case, which, key),
    )  # fmt: skip
    made = [{"person": str(person), "statement": ref} for person, ref in done.refs.items()]
    told = {"case": case, "batch": str(done.batch), "requests": made}
    return sending.made(told, at=f"cases/{quote(case)}/clearances/requests")


@router.post(PERSON, response={201: RecordedPerson, **WRITING}, operation_id="tell_permission", auth=entering.WRITE)
def tell(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[clearing.SentPermission]
) -> HttpResponse:
    """Record what an authority said of a person; a grant waits until a second person confirms it."""
    shown = actions.Shown(body.shown.document, body.shown.start, body.shown.end) if body.shown else None
    done = actions.tell(person=person, shown=shown, **body.said(), **_act(request, case, which, key))
    told = {"case": case, "person": str(done.person), "statement": done.ref}
    return sending.made(told, at=f"cases/{quote(case)}/people/{done.person}/clearances")


@router.post(
    f"{VERSION}/taking",
    response={201: clearing.TakenPermissions, **WRITING},
    operation_id="take_permission_list",
    auth=entering.WRITE,
)
def take(
    request: HttpRequest, case: str, version: UUID, which: Query[Which], key: Key, body: Body[clearing.SentTaking]
) -> HttpResponse:
    """Take a list as words of its authority, every row that leaves no question or those that are named; grants wait."""
    done = actions.take(version=version, reading=body.reading(), records=body.rows, **_act(request, case, which, key))
    statements = [str(each) for each in done.permissions]
    told = {"case": case, "version": str(done.version), "counts": done.counts, "statements": statements}
    return sending.made(told, at=f"cases/{quote(case)}/clearances/waiting")


@router.post(
    f"{ROOM}/confirmations",
    response={201: clearing.ConfirmedPermissions, **WRITING},
    operation_id="confirm_permissions",
    auth=entering.WRITE,
)
def confirm(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[clearing.SentConfirmation]
) -> HttpResponse:
    """Confirm what authorities said: a second person, and not whoever recorded it; the desk relies on it from then on."""
    act = _act(request, case, which, key)
    done = actions.confirm(permissions=queries.permissions_named(act["case"], body.statements), **act)
    told = {"case": case, "statements": list(done.refs), "permissions": done.permissions}
    return sending.made(told, at=f"cases/{quote(case)}/clearances/waiting")


@router.post(
    f"{ROOM}/withdrawals",
    response={201: clearing.TakenBack, **WRITING},
    operation_id="take_back_clearance",
    auth=entering.WRITE,
)
def take_back(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[clearing.SentTakingBack]
) -> HttpResponse:
    """Take back a request, a word of an authority or a confirmation that was recorded wrongly; all of it stays."""
    done = actions.take_back(ref=body.statement, reason=body.reason, **_act(request, case, which, key))
    return sending.made({"case": case, "statement": done.ref}, at=f"cases/{quote(case)}/statements/{quote(done.ref)}")


def _act(request: HttpRequest, case: str, which: Which, key: UUID) -> dict[str, Any]:
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC)}


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as fault:
        raise bad("by", "Write the day as 2026-01-09.") from fault


def _logged(request: HttpRequest, asked: Asked, people: Collection[UUID], view: str) -> None:
    note_reading(case=asked.case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))
