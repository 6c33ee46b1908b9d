"""A proposal that is written otherwise, and what no reader found: the sheet of writing down, beside the text it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from homeward.access.actions import NotLetIn
from homeward.ledger.actions import Recorded
from homeward.reading import actions, queries
from homeward.reading.core.marking import NotAPlace
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.web import acts, frame
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.keeping import keeps_what_was_typed
from homeward.web.reading import answering, pages, places
from homeward.web.reading.cards import Card
from homeward.web.reading.filled import Filled, typed_from
from homeward.web.reading.places import ROLES, Pieces
from homeward.web.reading.shown import Screen
from homeward.web.write.checked import check
from homeward.web.write.sheet import change


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def edit(request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID) -> HttpResponse:
    """Write a proposal otherwise, and put its places right, before it is recorded."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    screen = Screen(asked, document, at=frame.clock_now())
    card = _of(screen, proposal)
    if request.method == "GET":
        if "close" in request.GET and request.headers.get("HX-Request"):
            return pages.part(request, asked, "reading/_card.html", {"screen": screen, "card": card})
        return _sheet(request, asked, screen, _begun(screen, card), card)
    filled = Filled.sent(screen.sheet.text, request.POST.dict())

    def record() -> Recorded:
        moved = places.changed(_places(card), filled.at)
        return actions.confirm(
            case=asked.case,
            document=document,
            proposal=proposal,
            heard=filled.heard(),
            places=filled.at if moved else None,
            by=acts.actor(request),
            at=frame.clock_now(),
        )

    return _pressed(request, asked, screen, filled, card, record)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def missed(request: HttpRequest, asked: AskedHere, document: UUID) -> HttpResponse:
    """Write down what stands in the paper and no reader found."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    screen = Screen(asked, document, at=frame.clock_now())
    if request.method == "GET":
        if "close" in request.GET and request.headers.get("HX-Request"):
            return HttpResponse("")
        return _sheet(request, asked, screen, _marked(asked, screen, request.GET), None)
    filled = Filled.sent(screen.sheet.text, request.POST.dict())

    def record() -> Recorded:
        return actions.confirm_missed(
            case=asked.case,
            document=document,
            places=filled.at,
            heard=filled.heard(),
            by=acts.actor(request),
            at=frame.clock_now(),
        )

    return _pressed(request, asked, screen, filled, None, record)


@csrf_exempt  # it only shows a sheet; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID | None = None) -> HttpResponse:
    """Show a sheet again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    screen = Screen(asked, document, at=frame.clock_now())
    card = _of(screen, proposal) if proposal else None
    return _sheet(request, asked, screen, Filled.sent(screen.sheet.text, request.POST.dict()), card)


def with_faults(
    request: HttpRequest, asked: AskedHere, document: UUID, proposal: UUID, refused: Refused
) -> HttpResponse:
    """The sheet of a proposal that cannot be recorded as it stands, with every fault beside its field."""
    screen = Screen(asked, document, at=frame.clock_now())
    card = _of(screen, proposal)
    filled = _begun(screen, card)
    filled.sheet.tell(refused)
    return _sheet(request, asked, screen, filled, card, 422)


def _pressed(
    request: HttpRequest,
    asked: AskedHere,
    screen: Screen,
    filled: Filled,
    card: Card | None,
    record: Callable[[], Recorded],
) -> HttpResponse:
    """Do what the button asks for: move a place, add a row, or record; with any fault the whole sheet again."""
    words = request.POST.get("do", "").split()
    if _moved(filled, words, request.POST):
        return _sheet(request, asked, screen, filled, card)
    pressed = change(" ".join(words))
    if pressed.verb in ("add", "drop"):
        filled.sheet.change(pressed)
        filled.typed = filled.sheet.flat
        return _sheet(request, asked, screen, filled, card)
    _look(asked, filled)
    if filled.faults:
        return _sheet(request, asked, screen, filled, card, 422)
    try:
        recorded = record()
    except (NotLetIn, actions.NoSuchProposal, queries.NoSuchPaper):
        raise
    except NotAPlace as refused:
        filled.wrong["content"] = [f"{refused.message} {refused.instead}".strip()]
        return _sheet(request, asked, screen, filled, card, 422)
    except Refused as refused:
        filled.sheet.tell(refused)
        return _sheet(request, asked, screen, filled, card, 422)
    if card is not None:
        return answering.answered(request, asked, screen.document, card.view.id)
    return _recorded_missed(request, asked, screen.document, recorded)


def _look(asked: AskedHere, filled: Filled) -> None:
    """Find everything that stands against recording the sheet, each fault beside its field."""
    now, findings = frame.clock_now(), Findings()
    filled.sheet.fix_times(asked.case.zone, at=now)
    filled.sheet.look()
    check(filled.heard(), zone=asked.case.zone, at=now, findings=findings)
    filled.sheet.tell(Unacceptable(findings))
    if not filled.at["content"] and "content" not in filled.wrong:
        filled.wrong["content"] = [_("Give the words as they stand in the text.")]


def _recorded_missed(request: HttpRequest, asked: AskedHere, document: UUID, recorded: Recorded) -> HttpResponse:
    """Back to the screen, where what was missed stands among the others."""
    screen = Screen(asked, document, at=frame.clock_now())
    new = next((c for c in screen.cards if c.view.decision and c.view.decision.ref == recorded.ref), None)
    there = pages.address(asked, document, done=new, at=new, page=screen.page_of(new) if new else 1)
    if request.headers.get("HX-Request"):
        answer = HttpResponse(status=200)
        answer["HX-Redirect"] = there
        return answer
    return HttpResponseRedirect(there)


def _moved(filled: Filled, words: list[str], sent: Mapping[str, str]) -> bool:
    """Whether the button moves a place: an edge of it by a word, or the whole to what is marked in the text."""
    match words:
        case ["edge", role, "start" | "end" as edge, "-1" | "1" as by] if role in ROLES:
            filled.move(role, places.moved(filled.text, filled.at[role], edge, int(by)))
        case ["take", role] if role in ROLES:
            selected = places.read(sent.get("selection", ""))
            if selected:
                filled.move(role, places.snapped(filled.text, selected[0][0], selected[-1][1]))
        case ["look"]:
            pass
        case _:
            return False
    filled.focus = f"place-{words[1]}" if len(words) > 1 else ""
    return True


def _begun(screen: Screen, card: Card) -> Filled:
    return Filled(screen.sheet.text, typed_from(card.heard), _places(card))


def _marked(asked: AskedHere, screen: Screen, given: Mapping[str, str]) -> Filled:
    """A sheet for marked words, with what the rules of the language read off them."""
    text = screen.sheet.text
    at: dict[str, Pieces] = {}
    for role in ROLES:
        pieces = places.read(given.get(role, ""))
        at[role] = places.snapped(text, pieces[0][0], min(pieces[-1][1], len(text))) if pieces else ()
    if not at["content"]:
        published = f"by {screen.sheet.published_on.isoformat()}" if screen.sheet.published_on else ""
        return Filled(text, {"said": published, "modality": "reported", "language": screen.sheet.paper.language}, at)
    return Filled(text, typed_from(queries.read_at(asked.case, screen.document, at)), at)


def _places(card: Card) -> dict[str, Pieces]:
    return {
        role: tuple((place.start, place.end) for place in pieces)
        for role, pieces in (("source", card.view.source), ("cue", card.view.cue), ("content", card.view.content))
    }


def _of(screen: Screen, proposal: UUID) -> Card:
    card = screen.card(proposal)
    if card is None:
        raise Http404
    return card


def _sheet(
    request: HttpRequest, asked: AskedHere, screen: Screen, filled: Filled, card: Card | None, status: int = 200
) -> HttpResponse:
    """The sheet in the place of its card; without script, on the whole screen."""
    slug = asked.case.slug
    address = (
        reverse("edit_proposal", args=[slug, screen.document, card.view.id])
        if card
        else reverse("missed", args=[slug, screen.document])
    )
    opened = pages.opened(asked, filled, address, card)
    if request.headers.get("HX-Request"):
        context = {"screen": screen, "opened": opened, "card": card}
        return pages.part(request, asked, "reading/_sheet.html", context, status)
    if card is not None:
        screen.page = screen.page_of(card)
    return pages.page(request, asked, screen, opened=opened, status=status)
