"""Boarding: a phone fetches its manifest and hands over what it saw, with a key of its own; the board of a convoy in numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from homeward.access.actions import BOARDING
from homeward.api import asking, entering, sending
from homeward.api.asking import Moment
from homeward.api.shapes import boarding as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.briefing.formats import answers
from homeward.crossings.actions import boarding, phones
from homeward.crossings.actions.phones import NoSuchPhone
from homeward.crossings.queries import boarding as queries
from homeward.crossings.queries.written_boarding import board_json
from homeward.ledger.queries import cases
from homeward.people.actions import note_reading

router = Router(tags=["people"])
PHONE = "/phones/{device}"
PHONES = [entering.BearerToken(BOARDING)]


@router.post(
    PHONE + "/manifest", response={200: shapes.Snapshot, **WRITING}, operation_id="fetch_manifest", auth=PHONES
)
def fetch(request: HttpRequest, device: UUID, body: Body[shapes.SentInstall]) -> HttpResponse:
    """Give a phone its manifest, signed; the first phone that asks has it, and may ask again."""
    _own(request, device)
    case, _ = queries.case_of_phone(device)
    by, at = entering.actor(request), datetime.now(UTC)
    phones.set_up_phone(device=device, install=body.install, case=case, by=by, at=at)
    signed = queries.snapshot(cases.ask(case, now=at), device)
    note_reading(case=case, people=signed.people, view="manifest on a phone", by=by, at=at)
    told = {name: getattr(signed, name) for name in ("text", "signature", "key_id", "public_key")}
    return sending.document(200, told)


@router.post(
    PHONE + "/words", response={200: shapes.WordsTaken, **WRITING}, operation_id="take_check_offs", auth=PHONES
)
def take(request: HttpRequest, device: UUID, body: Body[shapes.SentWords]) -> HttpResponse:
    """Take what a phone saw, in any order and however often it is sent; a revoked phone hands over too, and is told so."""
    _own(request, device)
    case, _ = queries.case_of_phone(device)
    taken = boarding.take_check_offs(
        device=device, words=body.words, case=case, by=entering.actor(request), at=datetime.now(UTC)
    )
    names = ("fresh", "repeated", "altered", "apart", "contested", "split", "stopped")
    told: dict[str, Any] = {name: [str(id) for id in getattr(taken, name)] for name in names}
    return sending.document(200, {**told, "revoked": taken.revoked})


@router.get(
    "/cases/{case}/convoys/{convoy}/board", response={200: shapes.BoardTold, **UNCHANGED, **READING},
    operation_id="board_of_convoy", auth=entering.READ,
)  # fmt: skip
def board(request: HttpRequest, case: str, convoy: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show how the boarding of a convoy stands: the numbers, everybody by id, phones with what has not come in."""
    asked, _ = asking.about(case, moment)
    view = queries.boarding(asked, convoy)
    note_reading(case=asked.case, people=view.people, view="boarding", by=entering.actor(request), at=datetime.now(UTC))
    return sending.answer(request, {**answers.asked_json(asked), **board_json(view)}, asked=asked)


def _own(request: HttpRequest, device: UUID) -> None:
    """Refuse a phone that asks for another: its key says which one it is."""
    if str(device) not in entering.asker(request).scopes:
        raise NoSuchPhone(where="device")
