"""The manifest of a convoy: who has a seat, two signatures, files for those who need them, families called forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from homeward.crossings.actions import Done, manifests, seating
from homeward.crossings.core import manifest_words
from homeward.crossings.core.manifests import Recipient
from homeward.crossings.formats.manifests import pdf as pdf_of
from homeward.crossings.queries import manifests as queries
from homeward.crossings.queries.manifests import ManifestView
from homeward.crossings.queries.paper import PaperView, paper
from homeward.crossings.queries.written_boarding import sheet_of
from homeward.ledger.core.crossings import Place
from homeward.people import queries as people
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.boarding.words import RECIPIENTS
from homeward.web.inside import in_case
from homeward.web.people.looking import note

Act = Callable[[HttpRequest, AskedHere, UUID], Any]


def _once(request: HttpRequest, asked: AskedHere) -> dict[str, Any]:
    return {**_bare(request, asked), "once": acts.once(request)}


def _bare(request: HttpRequest, asked: AskedHere) -> dict[str, Any]:
    return {"case": asked.case, "by": acts.actor(request), "at": frame.clock_now()}


def _ids(request: HttpRequest, name: str) -> list[UUID]:
    return [id for each in request.POST.getlist(name) if (id := acts.key(each))]


def _draft(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return seating.draft_from_plan(convoy=convoy, **_once(request, asked))


def _seat(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return seating.hold_seats(
        convoy=convoy,
        who=_ids(request, "person"),
        vehicle=acts.key(request.POST.get("vehicle", "")) or UUID(int=0),
        place=request.POST.get("place", ""),
        together_with=acts.key(request.POST.get("together_with", "")),
        **_bare(request, asked),
    )


def _unseat(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    for person in _ids(request, "person")[:1]:
        seating.let_seat_go(convoy=convoy, person=person, **_bare(request, asked))


def _sign(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return manifests.sign_manifest(convoy=convoy, **_once(request, asked))


def _publish(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return manifests.publish_manifest(convoy=convoy, **_once(request, asked))


def _call(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return manifests.call_forward(
        convoy=convoy,
        who=_ids(request, "person"),
        language=request.POST.get("language", ""),
        by_way_of=request.POST.get("by_way_of", ""),
        **_once(request, asked),
    )


ACTS: Mapping[str, Act] = {
    "draft": _draft, "seat": _seat, "unseat": _unseat, "sign": _sign, "publish": _publish, "call": _call,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_case
def manifest(request: HttpRequest, asked: AskedHere, convoy: UUID) -> HttpResponse:
    """The page of a manifest, and every act on it."""
    if request.method == "GET":
        return _page(request, asked, convoy)
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    what = request.POST.get("do", "")
    form = acts.ActForm(request.POST)
    form.is_valid()
    if what == "find":
        return _page(request, asked, convoy, form=form, words=request.POST.get("words", ""))
    act = ACTS.get(what)
    if act is None:
        raise Http404
    before = len(form.errors)
    done = acts.attempt(form, lambda: act(request, asked, convoy))
    if len(form.errors) > before:
        return _page(request, asked, convoy, form=form, status=422)
    ref = {"recorded": done.ref} if isinstance(done, Done) else {}
    return HttpResponseRedirect(carry(reverse("manifest", args=[asked.case.slug, convoy]), asked, **ref))


def _page(
    request: HttpRequest, asked: AskedHere, convoy: UUID, *, form: Any = None, words: str = "", status: int = 200
) -> HttpResponse:
    view = queries.manifest(asked, convoy)
    found: list[Any] = []
    if form is not None and words.strip():
        found = acts.attempt(form, lambda: people.found(asked, words, limit=12)) or []
    note(request, asked, {*view.people, *(each.person.id for each in found)}, "manifest")
    context = {
        "view": view,
        "form": form,
        "words": words,
        "found": found,
        "calls": _calls(view, asked) if view.published else {},
        "recipients": RECIPIENTS.items(),
        "language": get_language(),
        "languages": [(code, frame.OWN_NAMES[code]) for code in manifest_words.WORDS],
        "places": [each.value for each in Place],
        "may_write": asked.case.may_write and not asked.past,
    }
    formats = frame.Formats(
        json=programs.address(asked, "convoys", str(convoy), "board") if view.published else "",
        command=programs.command(asked, "manifests", "show", convoy=str(convoy)),
    )
    return frame.page(
        request, "boarding/manifest.html", context, here="crossings", case=asked.case, asked=asked, formats=formats,
        status=status,
    )  # fmt: skip


def _calls(view: ManifestView, asked: AskedHere) -> list[dict[str, Any]]:
    """By family: the message in every language, and whether somebody sent it."""
    found = []
    for letter, seats in view.families:
        values = {"on": view.window.on, "pickup": view.convoy.pickup.name, "departs": view.convoy.departs}
        rows = tuple(f"{letter}{seat.row}" for seat in seats)
        texts = [
            (code, frame.OWN_NAMES[code], manifest_words.call(code, tags=rows, **values))
            for code in manifest_words.WORDS
        ]
        found.append({"letter": letter, "seats": seats, "texts": texts, "called": seats[0].called})
    return found


@require_POST
@in_case
def file(request: HttpRequest, asked: AskedHere, convoy: UUID) -> HttpResponse:
    """A file of the version that holds, for one recipient; what it holds and for whom is recorded before it leaves."""
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    language = request.POST.get("language", "") or get_language() or "en"
    if language not in manifest_words.WORDS or request.POST.get("recipient") not in list(Recipient):
        raise Http404
    recipient, slips = Recipient(request.POST["recipient"]), request.POST.get("as") == "slips"
    form = acts.ActForm(request.POST)
    form.is_valid()
    made = acts.attempt(form, lambda: _made(request, asked, convoy, recipient, language, slips=slips))
    if made is None:
        return _page(request, asked, convoy, form=form, status=422)
    view, pdf = made
    note(request, asked, view.people, f"manifest for {recipient.value}")
    answer = HttpResponse(pdf, content_type="application/pdf")
    name = f"manifest-{view.window.on}-v{view.version}-{recipient.value}{'-slips' if slips else ''}-{language}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _made(
    request: HttpRequest, asked: AskedHere, convoy: UUID, recipient: Recipient, language: str, *, slips: bool
) -> tuple[PaperView, bytes]:
    view = paper(asked, convoy, Recipient.TEAM if slips else recipient)
    pdf = pdf_of(sheet_of(view, language, asked.case.zone), slips=slips)
    digest = sha256(pdf).hexdigest()
    manifests.note_given(
        convoy=convoy,
        recipient=view.recipient,
        language=language,
        columns=view.columns,
        people_in_it=len(view.people),
        digest=digest,
        # A download leaves the form on the page as it is: the next file out of it is another one.
        **{**_bare(request, asked), "once": uuid5(acts.once(request), digest)},
    )
    return view, pdf
