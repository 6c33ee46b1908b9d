"""A forecast is made, and scored: by what somebody names, or by what the ledger itself tells."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from homeward.crossings import queries as crossings
from homeward.outlook import actions, queries
from homeward.talks import queries as talks
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.outlook.forms import AskForm, ScoreForm

HERE = "outlook"
VIOLENCE = "violence"


@require_http_methods(["GET", "POST"])
@in_case
def make(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Make a forecast of what is recorded by now; it is frozen as it is made."""
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    form = AskForm(request.POST if request.method == "POST" else None, offered=_offered(asked))
    if form.is_bound and form.is_valid():
        done = acts.attempt(form, lambda: _made(request, asked, form))
        if done is not None:
            return acts.done(request, asked, done, "outlook")
    return frame.page(
        request,
        "outlook/make.html",
        {"form": form, "tab": "outlook_make"},
        here=HERE,
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@in_case
def score(request: HttpRequest, asked: AskedHere, forecast: str) -> HttpResponse:
    """Hold a forecast against what somebody said after it."""
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    try:
        view = queries.forecast_named(asked, forecast)
    except queries.NoSuchForecast:
        return HttpResponseRedirect(carry(reverse("outlook", args=[asked.case.slug]), asked))
    form = ScoreForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        done = acts.attempt(form, lambda: _scored(request, asked, form, forecast))
        if done is not None:
            return acts.done(request, asked, done, "outlook_scores")
    return frame.page(
        request,
        "outlook/score.html",
        {"form": form, "made": view.made, "tab": ""},
        here=HERE,
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


@require_POST
@in_case
def score_told(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Score all forecasts whose truth the ledger itself tells."""
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    actions.score_what_is_told(case=asked.case, by=acts.actor(request), at=frame.clock_now())
    return HttpResponseRedirect(carry(reverse("outlook_scores", args=[asked.case.slug]), asked))


def _offered(asked: AskedHere) -> list[tuple[str, str]]:
    """What can be forecast: each crossing, each obligation with a number, and months of a series."""
    gates = [(f"crossing {each.id}", each.name) for each in crossings.calendar(asked).crossings]
    owed = [
        (f"obligation {each.id}", f"{each.action} {each.object} ({each.agreement_title})")
        for each in talks.obligations(asked)
        if each.promised is not None and each.promised.lo
    ]
    return [*gates, *owed, (VIOLENCE, _("How much will be counted in a month"))]


def _made(request: HttpRequest, asked: AskedHere, form: AskForm) -> str:
    given = form.cleaned_data
    act: dict[str, Any] = {
        "case": asked.case,
        "seed": given["seed"] or "0",
        "once": acts.once(request),
        "by": acts.actor(request),
        "at": frame.clock_now(),
    }
    what, _space, id = given["of"].partition(" ")
    if what == VIOLENCE:
        return actions.forecast_violence(dataset=given["dataset"], frame=form.frame, ahead=given["ahead"] or "1", **act)
    act |= {"share_percent": given["share"] or "90", "belongs": form.series}
    if what == "obligation":
        return actions.forecast_exchange(obligation=id, **act)
    return actions.forecast_completion(crossing=id, **act)


def _scored(request: HttpRequest, asked: AskedHere, form: ScoreForm, forecast: str) -> str:
    return actions.score(
        case=asked.case,
        forecast=forecast,
        truth=form.cleaned_data["truth"],
        said_in=form.statements,
        once=acts.once(request),
        by=acts.actor(request),
        at=frame.clock_now(),
    )
