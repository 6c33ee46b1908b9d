"""Somebody is forgotten: one person of the desk asks, what will close is told, another one agrees."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.views.decorators.http import require_GET, require_http_methods

from homeward.ledger.queries.views import Asked
from homeward.people import actions, queries
from homeward.people.queries import ClosingView, ErasureView, PersonView
from homeward.people.queries.views import GivenView
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.people import voices
from homeward.web.people.forms import ForgetForm
from homeward.web.people.looking import note


@dataclass(frozen=True, slots=True)
class Closing:
    """What will close: rows of lists, statements about the person, what else shows them, and what goes on naming them."""

    rows: tuple[GivenView, ...]
    statements: tuple[GivenView, ...]
    view: ClosingView


@require_http_methods(["GET", "POST"])
@in_case
def ask(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """Ask that a person be forgotten; nothing happens until another one agrees."""
    view = queries.person(asked, person)
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    closing = _closing(asked, view)
    note(request, asked, (*view.people, *closing.view.alike), "forgetting")
    form = ForgetForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        ref = acts.attempt(
            form,
            lambda: actions.ask_erasure(
                case=asked.case,
                person=person,
                reason=form.cleaned_data["reason"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if ref is not None:
            return acts.done(request, asked, ref, "person", str(person))
    context = {"person": view, "form": form, "closing": closing}
    return frame.page(
        request,
        "people/ask_forgetting.html",
        context,
        here="people",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


@require_GET
@in_case
def waiting(request: HttpRequest, asked: Asked) -> HttpResponse:
    """What was asked for and waits for somebody else to agree; nobody is named here."""
    context = {"waiting": queries.waiting(asked.case), "me": _me(request)}
    return frame.page(request, "people/forgetting.html", context, here="people", case=asked.case, asked=asked)


@require_http_methods(["GET", "POST"])
@in_case
def agree(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Look at whom it is about and what will close, then agree, at once and for ever."""
    wanted = _asked_for(asked, ref)
    view = queries.person(asked, wanted.person)
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    closing = _closing(asked, view)
    note(request, asked, (*view.people, *closing.view.alike), "forgetting")
    if request.method == "POST" and request.POST.get("do") == "agree":
        done = actions.agree_erasure(case=asked.case, ref=ref, by=acts.actor(request), at=frame.clock_now())
        messages.success(
            request, _now("This person is forgotten. Nothing that says who they were can be opened again.")
        )
        for words in done.closed:
            messages.info(request, words, extra_tags="waits")
        return HttpResponseRedirect(carry(reverse("person", args=[asked.case.slug, done.person]), asked))
    context = {
        "person": view,
        "wanted": wanted,
        "closing": closing,
        "is_mine": wanted.asked_by_id == _me(request),
    }
    return frame.page(request, "people/agree_forgetting.html", context, here="people", case=asked.case, asked=asked)


def _asked_for(asked: Asked, ref: str) -> ErasureView:
    """What waits under this name; refuses as for a person who is not there, so that it tells nothing."""
    found = next((each for each in queries.waiting(asked.case) if each.ref == ref), None)
    if found is None:
        raise queries.NoSuchPerson(where=ref)
    return found


def _me(request: HttpRequest) -> UUID:
    return acts.actor(request).id


def _closing(asked: Asked, view: PersonView) -> Closing:
    given = {voices.anchor(each): each for each in voices.every_given(view)}
    return Closing(
        tuple(each for each in given.values() if each.row is not None),
        tuple(each for each in given.values() if each.row is None),
        queries.closing(asked, view.id),
    )
