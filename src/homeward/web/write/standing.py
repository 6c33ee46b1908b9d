"""What the desk does with a statement: it withdraws, doubts, links, judges; all of it recorded, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from homeward.ledger import actions
from homeward.ledger.core.voices import Stance
from homeward.ledger.queries import statements as queries
from homeward.ledger.queries.views import Asked, StatementView
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.choices.pages import back
from homeward.web.inside import in_case
from homeward.web.write.act_forms import CredibilityForm, DoubtForm, LinkForm, WithdrawForm

SUGGESTED = 60


@dataclass(frozen=True, slots=True)
class Words:
    """What a page of an act says."""

    title: str | Promise
    what_it_does: str | Promise
    button: str | Promise


WITHDRAW = Words(
    _("Withdraw"),
    _("For what the desk wrote down wrongly. Both stay in the ledger; pictures no longer count it."),
    _("Withdraw it"),
)
DOUBT = Words(
    _("Doubt"),
    _("It stays where it is and counts on; the doubt stands beside it, with your name and reason."),
    _("Record the doubt"),
)
LINK = Words(
    _("Link to another"),
    _("The link is a statement of the desk, with your name and reason; neither of the two is changed."),
    _("Record the link"),
)
JUDGE = Words(
    _("Judge credibility"),
    _(
        "From 1 to 6, of this statement alone, apart from who said it. "
        "How reliable a source is, is judged on the page of the source."
    ),
    _("Record the judgement"),
)


@require_http_methods(["GET", "POST"])
@in_case
def withdraw(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Take back what the desk recorded wrongly."""
    view = queries.statement(asked, ref)
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def act(common: Mapping[str, Any]) -> actions.Recorded:
        return actions.withdraw(ref=ref, **common)

    return _page(request, asked, view, form, WITHDRAW, act)


@require_http_methods(["GET", "POST"])
@in_case
def doubt(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Doubt a statement or one of its figures."""
    view = queries.statement(asked, ref)
    form = DoubtForm(view, request.POST if request.method == "POST" else None, request.GET.get("figure", ""))

    def act(common: Mapping[str, Any]) -> actions.Recorded:
        return actions.doubt(ref=ref, figure=int(form.cleaned_data["figure"] or 0), **common)

    return _page(request, asked, view, form, DOUBT, act)


@require_http_methods(["GET", "POST"])
@in_case
def link_statement(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Set a statement beside another."""
    view = queries.statement(asked, ref)
    form = LinkForm(request.POST if request.method == "POST" else None)

    def act(common: Mapping[str, Any]) -> actions.Recorded:
        given = form.cleaned_data
        try:
            return actions.link(ref=ref, stance=Stance(given["stance"]), to=given["to"].partition("#")[0], **common)
        except queries.NoSuchStatement as missing:
            # Not a page that is missing: a field that names nothing which may be seen.
            missing.where, missing.instead = "to", ""
            raise

    others = [each for each in queries.find(asked, queries.Filters(), size=SUGGESTED).statements if each.ref != ref]
    return _page(request, asked, view, form, LINK, act, others=others)


@require_http_methods(["GET", "POST"])
@in_case
def judge_credibility(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Judge one statement from 1 to 6."""
    view = queries.statement(asked, ref)
    form = CredibilityForm(request.POST if request.method == "POST" else None)

    def act(common: Mapping[str, Any]) -> actions.Recorded:
        return actions.judge_credibility(ref=ref, number=int(form.cleaned_data["number"]), **common)

    return _page(request, asked, view, form, JUDGE, act)


@require_POST
@in_case
def undo(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Withdraw what this person recorded last, with the conditions written down together with it; both stay."""
    if (closed := acts.closed(request, asked, here="statements")) is not None:
        return closed
    view = queries.statement(asked, ref)
    if view.recorded_by != str(acts.actor(request)):
        return HttpResponseRedirect(carry(reverse("withdraw", args=[asked.case.slug, ref]), asked))
    once = acts.once(request)
    for each in (ref, *(view.shared_with if view.kind == "said.plain" else ())):
        actions.withdraw(
            case=asked.case,
            ref=each,
            reason=_now("Undone by who recorded it, at once."),
            once=uuid5(once, each),
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    corrected = next((link.ref for link in view.links if link.stance == "corrects" and link.direction == "out"), "")
    if view.kind == "said.plain" and not corrected:
        return HttpResponseRedirect(carry(reverse("write", args=[asked.case.slug]), asked, undone=ref))
    messages.success(request, _now("%(ref)s is withdrawn. Both stay in the ledger.") % {"ref": ref})
    there = carry(reverse("statement", args=[asked.case.slug, corrected or ref]), asked)
    return HttpResponseRedirect(there if corrected else back(request, there))


def _page(
    request: HttpRequest,
    asked: Asked,
    view: StatementView,
    form: acts.ActForm,
    words: Words,
    act: Callable[[Mapping[str, Any]], actions.Recorded],
    **more: Any,
) -> HttpResponse:
    """One act on one statement: the statement whole, the form, and back to the statement when it is done."""
    if (closed := acts.closed(request, asked, here="statements")) is not None:
        return closed
    if form.is_bound and form.is_valid():
        recorded = acts.attempt(form, lambda: act(_common(request, asked, form)))
        if recorded is not None:
            return acts.done(request, asked, recorded.ref, "statement", view.ref)
    context = {"statement": view, "form": form, "words": words, **more}
    return frame.page(
        request,
        "write/act.html",
        context,
        here="statements",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


def _common(request: HttpRequest, asked: Asked, form: Form) -> dict[str, Any]:
    return {
        "case": asked.case,
        "reason": form.cleaned_data["reason"],
        "once": acts.once(request),
        "by": acts.actor(request),
        "at": frame.clock_now(),
    }
