"""A case comes in: a file as a whole, or an empty one that is opened."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from ninja import Body, Field, Query, Router, Schema

from homeward.api import bodies, cases, compartments, entering, sending
from homeward.api.faults import findings
from homeward.api.shapes.sent import Loaded, Opened, SentCase
from homeward.api.shapes.told import WRITING
from homeward.ledger import actions
from homeward.refusals import Unacceptable

router = Router(tags=["cases"])
NO_JSON = frozenset(
    {
        "control",
        "duplicate-key",
        "not-a-number",
        "not-utf8",
        "nul",
        "number-too-long",
        "surrogate",
        "syntax",
        "too-deep",
    }
)
"""Codes of faults of the text itself, before it is a case."""
THE_FILE = {
    "requestBody": {
        "required": True,
        "description": "The case file, of the form `case/1`.",
        "content": {
            "application/json": {"schema": {"type": "object"}, "example": {"schema": "case/1", "id": "harbour-2026"}}
        },
    }
}


class Into(Schema):
    """Into which compartment something new goes."""

    compartment: str | None = Field(
        None,
        max_length=200,
        description="The short name or id of the compartment; needed when you may write in several.",
        examples=["desk"],
    )


class File(Into):
    """How a case file is taken in."""

    accept_warnings: bool = Field(False, description="Store what is only doubtful; a fault always stops everything.")


@router.post(
    "/case-files", response={200: Loaded, 201: Loaded, **WRITING}, operation_id="load_case", openapi_extra=THE_FILE
)
def load(request: HttpRequest, how: Query[File]) -> HttpResponse:
    """Load a case file whole, or refuse it with every fault and doubt named; loading it again changes nothing."""
    into = compartments.chosen(how.compartment)
    try:
        loaded = actions.load_case(
            data=bodies.sent(request),
            compartment=into.id,
            accept_warnings=how.accept_warnings,
            by=entering.actor(request),
            at=datetime.now(UTC),
        )
    except Unacceptable as refused:
        raise _by_what_is_wrong(refused) from refused
    body = {
        "case": loaded.case,
        "title": loaded.title,
        "compartment": into.slug,
        "added": loaded.added,
        "known": loaded.known,
        "findings": findings(loaded.findings),
    }
    return sending.made(body, at=f"cases/{quote(loaded.case)}", status=201 if loaded.added else 200)


@cases.router.post("/cases", response={201: Opened, **WRITING}, operation_id="open_case", auth=entering.WRITE)
def open_case(request: HttpRequest, where: Query[Into], body: Body[SentCase]) -> HttpResponse:
    """Open an empty case; it is asked by the clock of recording."""
    into = compartments.chosen(where.compartment)
    slug = actions.open_case(
        slug=body.slug,
        title=body.title,
        zone_name=body.zone,
        about=body.about,
        compartment=into.id,
        by=entering.actor(request),
        at=datetime.now(UTC),
    )
    return sending.made({"case": slug, "compartment": into.slug}, at=f"cases/{quote(slug)}")


def _by_what_is_wrong(refused: Unacceptable) -> Unacceptable:
    """Whether it is no readable JSON (400), too large (413), or a case with faults (422)."""
    codes = {fault.code for fault in refused.findings.faults}
    if "too-large" in codes:
        return bodies.FileTooLarge(refused.findings)
    return bodies.Unreadable(refused.findings) if codes & NO_JSON else refused
