"""Reports come in, are read, and become statements when a person confirms what was read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from homeward.api import asking, entering, reports, sending
from homeward.api.asking import Which
from homeward.api.paging import Page, within
from homeward.api.shapes import papers as shapes
from homeward.api.shapes import sent
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.sheets import paper_json, received_json, sheet_json
from homeward.api.writing import Key
from homeward.ledger.actions import Recorded
from homeward.ledger.queries.views import CaseView
from homeward.reading import actions, queries

router = Router(tags=["papers"])
PAPER = "/cases/{case}/papers/{document}"
PROPOSAL = PAPER + "/proposals/{proposal}"
RECORDED = {201: sent.Recorded, **WRITING}
DECIDED = {201: shapes.Decided, **WRITING}


class Question(Page, Which):
    """Which part of the papers of a case."""


@router.get("/cases/{case}/papers", response={200: shapes.Papers, **UNCHANGED, **READING}, operation_id="papers")
def listed(request: HttpRequest, case: str, question: Query[Question]) -> HttpResponse:
    """List the papers of a case as they are now, the latest first: how far each is read and decided."""
    view = asking.case(case, question)
    count = queries.count(view)
    pages = max(1, -(-count // question.size))
    within(question.page, pages)
    near = {"next": question.page + 1, "prev": question.page - 1}
    links = {name: _address(request, page) if 1 <= page <= pages else None for name, page in near.items()}
    body = {
        **_about(view),
        "count": count,
        "page": question.page,
        "pages": pages,
        **links,
        "papers": [paper_json(each, view) for each in queries.papers(view, page=question.page, size=question.size)],
    }
    response = sending.answer(request, body)
    if named := [f'<{address}>; rel="{name}"' for name, address in links.items() if address]:
        response["Link"] = ", ".join(named)
    return response


@router.get(PAPER, response={200: shapes.OnePaper, **UNCHANGED, **READING}, operation_id="paper")
def one(request: HttpRequest, case: str, document: UUID, which: Query[Which]) -> HttpResponse:
    """Show a paper with its text, what readers propose, in which places and for which reasons, and what was decided."""
    view = asking.case(case, which)
    return sending.answer(request, {**_about(view), **sheet_json(queries.sheet(view, document), view)})


@router.post(
    "/cases/{case}/papers",
    response={200: shapes.ReceivedReport, 201: shapes.ReceivedReport, **WRITING},
    operation_id="receive_report",
    auth=entering.WRITE,
    openapi_extra=reports.SENT,
)
def receive(request: HttpRequest, case: str, which: Query[Which]) -> HttpResponse:
    """Take a report in, as text or as a file; each new paper in it waits for the reader. Sent again it came before."""
    view = asking.case(case, which)
    given = reports.sent(request)
    received = actions.receive(case=view, **given, by=entering.actor(request), at=datetime.now(UTC))
    body = {"case": case, "papers": [received_json(each) for each in received]}
    changed = any(each.new or each.further for each in received)
    return sending.made(body, at=_at(case, received[0].document), status=201 if changed else 200)


@router.post(f"{PROPOSAL}/confirm", response=RECORDED, operation_id="confirm_proposal", auth=entering.WRITE)
def confirm(
    request: HttpRequest,
    case: str,
    document: UUID,
    proposal: UUID,
    which: Query[Which],
    key: Key,
    body: Body[shapes.SentConfirmation],
) -> HttpResponse:
    """Put on the record what a reader proposed, or what you write instead, with the reader's name and yours."""
    heard = body.heard.heard() if body.heard else None
    places = body.places.told() if body.places else None
    act = _act(request, case, which, document, key)
    return _recorded(case, actions.confirm(**act, proposal=proposal, heard=heard, places=places))


@router.post(f"{PROPOSAL}/refuse", response=DECIDED, operation_id="refuse_proposal", auth=entering.WRITE)
def refuse(
    request: HttpRequest,
    case: str,
    document: UUID,
    proposal: UUID,
    which: Query[Which],
    key: Key,
    body: Body[shapes.SentRefusal],
) -> HttpResponse:
    """Say that a proposal is none; nothing goes on the record, and the refusal is kept for those who train a reader."""
    actions.refuse(**_act(request, case, which, document, key), proposal=proposal, reason=body.reason)
    return _decided(case, document, proposal, "refused", None)


@router.post(f"{PROPOSAL}/take-back", response=DECIDED, operation_id="take_back_decision", auth=entering.WRITE)
def take_back(
    request: HttpRequest,
    case: str,
    document: UUID,
    proposal: UUID,
    which: Query[Which],
    key: Key,
    body: Body[shapes.SentRefusal],
) -> HttpResponse:
    """Take the last decision back; a statement that came of it is withdrawn, and both stay in the ledger."""
    ref = actions.take_back(**_act(request, case, which, document, key), proposal=proposal, reason=body.reason)
    return _decided(case, document, proposal, "taken_back", ref or None)


@router.post(f"{PAPER}/missed", response=RECORDED, operation_id="confirm_missed", auth=entering.WRITE)
def missed(
    request: HttpRequest, case: str, document: UUID, which: Query[Which], key: Key, body: Body[shapes.SentMissed]
) -> HttpResponse:
    """Put on the record what stands in the paper and no reader proposed, with the places that show it."""
    act = _act(request, case, which, document, key)
    return _recorded(case, actions.confirm_missed(**act, places=body.told(), heard=body.heard.heard()))


def _act(request: HttpRequest, case: str, which: Which, document: UUID, key: UUID) -> dict[str, Any]:
    """What every act about a paper needs; the paper must be there for whoever acts."""
    view = asking.case(case, which)
    queries.paper(view, document)
    by = entering.actor(request)
    return {"case": view, "document": document, "once": key, "by": by, "at": datetime.now(UTC)}


def _about(view: CaseView) -> dict[str, Any]:
    return {"case": view.slug, "compartment": view.compartment_slug}


def _recorded(case: str, recorded: Recorded) -> HttpResponse:
    body = {"case": case, "statement": recorded.ref, "conditions": list(recorded.conditions)}
    return sending.made(body, at=f"cases/{quote(case)}/statements/{quote(recorded.ref)}")


def _decided(case: str, document: UUID, proposal: UUID, verdict: str, ref: str | None) -> HttpResponse:
    about = {"case": case, "document": str(document), "proposal": str(proposal)}
    return sending.made({**about, "verdict": verdict, "statement": ref}, at=_at(case, document))


def _at(case: str, document: UUID) -> str:
    return f"cases/{quote(case)}/papers/{document}"


def _address(request: HttpRequest, page: int) -> str:
    return f"{request.path}?{urlencode({**request.GET.dict(), 'page': str(page)})}"
