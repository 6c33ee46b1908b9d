"""What a person makes of a proposal by one press: accept, refuse, take back; and asking readers to read."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from homeward.access.actions import NotLetIn
from homeward.ledger.actions import CannotBeRecorded
from homeward.reading import actions, queries
from homeward.refusals import Refused
from homeward.web import acts, frame
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.reading import answering, pages, sheets

#: Languages that a paper may be read as, where its letters misled.
LANGUAGES = ("", "ar", "en", "ru")


@require_POST
@in_case
def accept(request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID) -> HttpResponse:
    """Record a proposal as it was proposed; where something is missing, its sheet opens and says what."""

    def act() -> None:
        actions.confirm(
            case=asked.case, document=document, proposal=proposal, by=acts.actor(request), at=frame.clock_now()
        )

    try:
        return _decided(request, asked, document, proposal, act)
    except CannotBeRecorded as refused:
        return sheets.with_faults(request, asked, document, proposal, refused)


@require_POST
@in_case
def refuse(request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID) -> HttpResponse:
    """Say that it is no statement; a reason may be given and is not asked for."""

    def act() -> None:
        actions.refuse(
            case=asked.case,
            document=document,
            proposal=proposal,
            reason=request.POST.get("reason", "").replace("\0", ""),
            by=acts.actor(request),
            at=frame.clock_now(),
        )

    return _decided(request, asked, document, proposal, act)


@require_POST
@in_case
def take_back(request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID) -> HttpResponse:
    """Take the last decision about a proposal back; what was recorded is withdrawn, and both stay."""

    def act() -> None:
        actions.take_back(
            case=asked.case, document=document, proposal=proposal, by=acts.actor(request), at=frame.clock_now()
        )

    return _decided(request, asked, document, proposal, act)


@require_POST
@in_case
def read_now(request: HttpRequest, asked: AskedHere, document: UUID) -> HttpResponse:
    """Read the paper at once, in the language named where one is."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    language = request.POST.get("language", "")
    view = queries.paper(asked.case, document)
    if view.state != "read":
        actions.read(
            case=asked.case,
            document=document,
            language=language if language in LANGUAGES else "",
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    return HttpResponseRedirect(pages.address(asked, document))


@require_POST
@in_case
def ask_model(request: HttpRequest, asked: AskedHere, document: UUID) -> HttpResponse:
    """Put the paper in line for the language model, where that is allowed; one question waits at a time."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    actions.ask_model(case=asked.case, document=document, by=acts.actor(request), at=frame.clock_now())
    return HttpResponseRedirect(pages.address(asked, document))


def _decided(
    request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID, act: Callable[[], None]
) -> HttpResponse:
    """Do it, and show what came of it: the card alone to a page that is open, else the screen at the next card."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    refused = None
    try:
        act()
    except (NotLetIn, CannotBeRecorded, actions.NoSuchProposal, queries.NoSuchPaper):
        raise
    except Refused as meanwhile:
        refused = meanwhile
    return answering.answered(request, asked, document, proposal, refused)
