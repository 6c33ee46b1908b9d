"""What voices say of agreements is entered, one form for each kind; what the desk refuses stands beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from homeward.access.actions import NotLetIn
from homeward.refusals import Refused
from homeward.talks import actions, queries
from homeward.talks.queries.views import AgreementView
from homeward.web import acts, frame
from homeward.web.agreements import forms
from homeward.web.asked import AskedHere, carry
from homeward.web.channels.entering import tell
from homeward.web.channels.forms import Choices
from homeward.web.channels.tabs import HERE
from homeward.web.channels.words import WARNINGS
from homeward.web.inside import in_case

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class What:
    """One kind of thing that a voice says of an agreement: what its page says, its form, and how it is recorded."""

    title: str | Promise
    lead: str | Promise
    form: type[forms.Spoken]
    record: Callable[[Any], tuple[Callable[..., Any], Given]]


def _ids(told: Given, *names: str) -> Given:
    """What was chosen, as ids; nothing where nothing was."""
    return {**told, **{name: acts.key(told[name] or "") for name in names}}


def _agreement(form: forms.AgreementForm) -> tuple[Callable[..., Any], Given]:
    return actions.enter_agreement, form.told


def _obligation(form: forms.ObligationForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_obligation, {**_ids(form.told, "agreement"), "many": form.many}


def _delivery(form: forms.DeliveryForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_delivery, {**_ids(form.told, "obligation"), "many": form.many}


def _counting(form: forms.CountingForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_counting, _ids(form.told, "obligation")


def _complaint(form: forms.ComplaintForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_breach, _ids(form.told, "obligation")


def _answer(form: forms.AnswerForm) -> tuple[Callable[..., Any], Given]:
    told = _ids(form.told, "complaint")
    return actions.answer_breach, {"claim": told.pop("complaint"), **told}


def _rule(form: forms.RuleForm) -> tuple[Callable[..., Any], Given]:
    told = _ids(form.told, "agreement")
    return actions.say_rule, {**told, "between": [UUID(each) for each in told["between"]]}


def _power(form: forms.PowerForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_power, _ids(form.told, "agreement")


def _turn(form: forms.TurnForm) -> tuple[Callable[..., Any], Given]:
    return actions.say_turn, _ids(form.told, "agreement", "obligation")


KINDS: Mapping[str, What] = MappingProxyType(
    {
        "agreement": What(
            _("Keep an agreement"), _("What somebody announced that was agreed. What each side owes under it comes next."),
            forms.AgreementForm, _agreement,
        ),
        "obligation": What(
            _("Keep an obligation"), _("What one side owes another, by whoever said so: how much, by when, after what."),
            forms.ObligationForm, _obligation,
        ),
        "delivery": What(
            _("Keep a delivery"),
            _("So much of it came so far on its way, by whoever said so. Rival numbers stand beside each other."),
            forms.DeliveryForm, _delivery,
        ),
        "counting": What(
            _("Keep how it counts"),
            _("Somebody decided for which obligation and which day a delivery counts. The desk decides nothing."),
            forms.CountingForm, _counting,
        ),
        "complaint": What(
            _("Keep what a side says of it"),
            _("One side says that another did not keep it: its own words. The desk says only what was measured."),
            forms.ComplaintForm, _complaint,
        ),
        "answer": What(
            _("Keep an answer"), _("What was said to it: denied, answered otherwise, or settled by whom."),
            forms.AnswerForm, _answer,
        ),
        "turn": What(
            _("Keep a turn"),
            _("A side announces that it is extended, suspended, resumed, ended or waived. Each side’s word is its own."),
            forms.TurnForm, _turn,
        ),
        "rule": What(
            _("Keep a rule"),
            _("A rule of an agreement in the words used. What it comes to is worked out from counts and never typed."),
            forms.RuleForm, _rule,
        ),
        "power": What(
            _("Keep who may do what"),
            _("Who may extend, suspend, resume, end, waive, inspect or count under an agreement, by whoever said so."),
            forms.PowerForm, _power,
        ),
    }
)  # fmt: skip


def sayable(asked: AskedHere) -> tuple[str, ...]:
    """The kinds of thing that whoever looks may enter now."""
    return tuple(KINDS) if asked.case.may_write and not asked.past else ()


@require_http_methods(["GET", "POST"])
@in_case
def say(request: HttpRequest, asked: AskedHere, of: str) -> HttpResponse:
    """One thing that a voice says of an agreement."""
    kind = KINDS.get(of)
    if kind is None:
        raise Http404
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    views = list(queries.agreements(asked))
    if request.method == "GET":
        begun = {name: value for name, value in request.GET.items() if name in kind.form.base_fields}
        return _page(request, asked, kind, kind.form(offered=_offered(views), initial=begun))
    form = kind.form(request.POST, offered=_offered(views))
    done = _recorded(request, asked, kind, form) if form.is_valid() else None
    if done is None:
        return _page(request, asked, kind, form, status=422)
    for warning in done.warnings:
        messages.warning(request, str(WARNINGS.get(warning.code, warning.message)))
    return HttpResponseRedirect(_back(asked, views, form, done))


def _offered(views: list[AgreementView]) -> dict[str, Choices]:
    owed = [
        (str(each.id), f"{view.title}: {each.action} {each.object}".strip())
        for view in views
        for each in view.obligations
    ]
    said = [
        (str(claim.id), f"{claim.statement.ref} · {claim.statement.text[:80]}")
        for view in views
        for each in view.obligations
        for claim in each.claims
    ]
    named = [(str(each.id), each.title) for each in views]
    return {"agreement": named, "obligation": owed, "between": owed, "complaint": said}


def _recorded(request: HttpRequest, asked: AskedHere, kind: What, form: Any) -> Any:
    action, given = kind.record(form)
    try:
        return action(
            case=asked.case,
            once=acts.once(request),
            by=acts.actor(request),
            at=frame.clock_now(),
            voice=form.voice,
            **given,
        )
    except NotLetIn:
        raise
    except Refused as refused:
        tell(form, refused)
        return None


def _back(asked: AskedHere, views: list[AgreementView], form: Any, done: Any) -> str:
    """The agreement it is about, else all of them."""
    given = form.cleaned_data
    chosen = acts.key(given.get("agreement") or "") or _agreement_of(views, given)
    if chosen is None and isinstance(form, forms.AgreementForm):
        chosen = done.about
    if chosen is not None:
        return carry(reverse("talks_agreement", args=[asked.case.slug, chosen]), asked, recorded=done.ref)
    return carry(reverse("talks_agreements", args=[asked.case.slug]), asked, recorded=done.ref)


def _agreement_of(views: list[AgreementView], given: Given) -> UUID | None:
    for view in views:
        for each in view.obligations:
            claims = {str(claim.id) for claim in each.claims}
            if given.get("obligation") == str(each.id) or given.get("complaint") in claims:
                return view.id
    return None


def _page(request: HttpRequest, asked: AskedHere, kind: What, form: Any, *, status: int = 200) -> HttpResponse:
    fields = [form.fields.get(name) for name in ("agreement", "obligation", "complaint")]
    lacking = any(field is not None and field.required and not list(field.choices) for field in fields)
    context = {
        "kind": kind, "form": form, "title": kind.title, "lacking": "agreement" if lacking else "",
        "back": carry(reverse("talks_agreements", args=[asked.case.slug]), asked),
    }  # fmt: skip
    return frame.page(request, "channels/enter.html", context, here=HERE, case=asked.case, asked=asked, status=status)
