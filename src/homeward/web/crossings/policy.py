"""By which weights plans are made: shown to all, set by the head of the desk, tried before they are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods

from homeward.crossings import actions, queries
from homeward.crossings.actions import Purpose
from homeward.crossings.core.weights import CLASSES, Weights
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.core.crossings import Place
from homeward.people import queries as people
from homeward.refusals import Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.crossings.forms import PolicyForm
from homeward.web.crossings.words import WEIGHTS
from homeward.web.inside import in_case

PREVIEW_SECONDS = "40"


@dataclass(frozen=True, slots=True)
class Line:
    """One weight: its name in the form, what it is called, as it stands or as it was typed, what is wrong with it."""

    name: str
    label: str | Promise
    shown: str
    errors: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class ClassLine:
    """What somebody of a class counts."""

    cls: int
    value: Line
    factor: Line


@require_http_methods(["GET", "POST"])
@in_case
def policy(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every weight, with a form for the head of the desk."""
    may_set = asked.case.may_write and not asked.past and acts.actor(request).administrator
    versions = queries.policies_of(asked)
    now = versions[-1].weights
    form = PolicyForm(request.POST if request.method == "POST" else None)
    wrong: dict[str, tuple[str, ...]] = {}
    if request.method == "POST":
        if (closed := acts.closed(request, asked, here="crossings")) is not None:
            return closed
        answer, wrong = _sent(request, asked, form, typed(request, now))
        if answer is not None:
            return answer
    context = {
        **_lines(asked, now, request, wrong),
        "form": form,
        "may_set": may_set,
        "versions": list(reversed(versions)),
    }
    formats = frame.Formats(
        json=programs.address(asked, "crossings", "policy"), command=programs.command(asked, "crossings", "policy")
    )
    return frame.page(
        request,
        "crossings/policy.html",
        context,
        here="crossings",
        case=asked.case,
        asked=asked,
        formats=formats,
        status=422 if form.errors or wrong else 200,
    )


def typed(request: HttpRequest, now: Weights) -> dict[str, str]:
    """The weights that were typed otherwise than they stand."""
    standing = standing_of(now)
    return {
        name: str(request.POST[name])
        for name in standing
        if name in request.POST and request.POST[name].strip() != standing[name]
    }


def standing_of(weights: Weights) -> dict[str, str]:
    """Every weight by its name in the form, as it is written."""
    found: dict[str, str] = {}
    for cls, value, factor in zip(CLASSES, weights.values, weights.daily_factors, strict=True):
        found |= {f"value.{cls}": f"{value:f}", f"factor.{cls}": f"{factor:f}"}
    found |= {name: _plain(getattr(weights, name)) for name in WEIGHTS}
    for code, cls, place in weights.needs:
        found[f"need.{code.lower()}"] = f"{cls} {place.value}" if place is not Place.SEAT else str(cls)
    return found


def _sent(
    request: HttpRequest, asked: AskedHere, form: PolicyForm, weights: dict[str, str]
) -> tuple[HttpResponse | None, dict[str, tuple[str, ...]]]:
    act: dict[str, Any] = {
        "case": asked.case, "once": acts.once(request), "by": acts.actor(request), "at": frame.clock_now(),
    }  # fmt: skip
    trying = request.POST.get("do") == "preview"
    if not trying and not form.is_valid():
        return None, {}
    try:
        if trying:
            run = actions.ask_plan(purpose=Purpose.POLICY, weights=weights, seconds=PREVIEW_SECONDS, **act)
            return HttpResponseRedirect(carry(reverse("crossing_run", args=[asked.case.slug, run]), asked)), {}
        done = actions.set_policy(weights=weights, reason=form.cleaned_data["reason"], **act)
        return acts.done(request, asked, done.ref, "crossing_policy"), {}
    except CannotBeRecorded as refused:
        wrong: dict[str, tuple[str, ...]] = {each.where: (each.message,) for each in refused.findings.faults}
        form.is_valid()
        for message in wrong.values():
            form.add_error(None, message[0])
        return None, wrong
    except Refused as refused:
        form.is_valid()
        form.add_error(None, f"{refused.message} {refused.instead}".strip())
        return None, {}


def _lines(asked: AskedHere, now: Weights, request: HttpRequest, wrong: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    standing = standing_of(now)
    labels = {each.code: each.called(request.LANGUAGE_CODE) for each in people.codes(asked.case)}
    listed = {f"need.{code.lower()}": "" for code in labels}

    def line(name: str, label: str | Promise, code: str = "") -> Line:
        shown = request.POST.get(name, standing.get(name, ""))
        return Line(name, label, shown, wrong.get(name, ()), code)

    return {
        "classes": [ClassLine(cls, line(f"value.{cls}", str(cls)), line(f"factor.{cls}", str(cls))) for cls in CLASSES],
        "rules": [line(name, label) for name, label in WEIGHTS.items()],
        "needs": [
            line(name, labels.get(name[5:].upper(), ""), name[5:].upper())
            for name in {**listed, **{each: "" for each in standing if each.startswith("need.")}}
        ],
    }


def _plain(value: Any) -> str:
    return f"{value:f}" if hasattr(value, "normalize") else str(value)
