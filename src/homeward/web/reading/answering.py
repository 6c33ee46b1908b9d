"""What the screen shows after an act on one proposal: the card alone to a page that is open, else the screen at the next card."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from homeward.refusals import Refused
from homeward.web import frame
from homeward.web.asked import AskedHere
from homeward.web.reading import pages
from homeward.web.reading.pages import Told
from homeward.web.reading.shown import Screen


def answered(
    request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID, refused: Refused | None = None
) -> HttpResponse:
    """What the page shows after an act on one proposal."""
    screen = Screen(asked, document, at=frame.clock_now())
    card = screen.card(proposal)
    told = Told(card, refused.message, refused.instead) if refused else Told(card)
    if request.headers.get("HX-Request") and card is not None:
        context = {"screen": screen, "card": card, "told": told}
        return pages.part(request, asked, "reading/_answer.html", context, 409 if refused else 200)
    if refused:
        return pages.page(request, asked, screen, told=told, status=409)
    after = (screen.next_open(card) if card and not card.open else card) if card else None
    return HttpResponseRedirect(
        pages.address(asked, document, done=card, at=after, page=screen.page_of(after) if after else 1)
    )
