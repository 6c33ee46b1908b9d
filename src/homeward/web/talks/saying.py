"""What is said of conditions and goals is taken down: typed, looked at once more, recorded; faults stand beside their fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from homeward.access.actions import NotLetIn
from homeward.ledger.queries import conditions, figures, words
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval, Precision
from homeward.refusals import Refused
from homeward.talks import actions, queries
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, carry
from homeward.web.channels.entering import tell
from homeward.web.channels.forms import Choices, TalksForm, listed
from homeward.web.channels.tabs import HERE
from homeward.web.inside import in_case
from homeward.web.talks import forms
from homeward.web.write.times import understood

TIMES = ("said", "occurred", "within")
Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class What:
    """One act: what its page says, its form, and how it is recorded."""

    title: str | Promise
    lead: str | Promise
    form: type[TalksForm]
    record: Callable[[Any], tuple[Callable[..., Any], Given]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what will be recorded: the field, the words, and a time as it is read."""

    label: str | Promise
    words: str
    at: Interval | None = None
    unread: bool = False


def _status(form: Any) -> tuple[Callable[..., Any], Given]:
    given = form.cleaned_data
    return actions.say_status, {"condition": given["condition"], "status": given["status"], "heard": form.heard}


def _gate(form: Any) -> tuple[Callable[..., Any], Given]:
    return actions.say_gate, {"gate": form.gate, "heard": form.heard}


def _nature(form: Any) -> tuple[Callable[..., Any], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("condition", "nature", "throughout")}
    return actions.say_nature, {**told, "clearers": " / ".join(listed(given["clearers"])), "heard": form.heard}


def _settle(form: Any) -> tuple[Callable[..., Any], Given]:
    given = form.cleaned_data
    return actions.settle_goal, {name: given[name] for name in ("goal", "action", "population", "part_of", "reason")}


STATUS = What(
    _("Report how a condition stands"),
    _("Who said that it is met or not, and when. What others said of it stays beside it."),
    forms.StatusForm, _status,
)  # fmt: skip
GATE = What(
    _("Say how conditions stand together"),
    _("By whoever said so. An offer opens a way beside what its voice demands; an allegation stands in nobody’s way."),
    forms.GateForm, _gate,
)  # fmt: skip
NATURE = What(
    _("Say what a condition is"),
    _("By whoever said so: what kind of thing it is, whether it must last, who could clear it."),
    forms.NatureForm, _nature,
)  # fmt: skip
SETTLE = What(
    _("Settle what the words of a goal mean"),
    _("Yours is the name that stands for it. The words stay as they were said."),
    forms.SettleForm, _settle,
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_case
def say_status(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Report that somebody said how a condition stands."""
    return _say(request, asked, STATUS)


@require_http_methods(["GET", "POST"])
@in_case
def say_gate(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Take down how somebody said that conditions stand together."""
    return _say(request, asked, GATE)


@require_http_methods(["GET", "POST"])
@in_case
def say_nature(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Take down what somebody said a condition is, and who could clear it."""
    return _say(request, asked, NATURE)


@require_http_methods(["GET", "POST"])
@in_case
def settle_goal(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Settle what the words of a goal mean."""
    return _say(request, asked, SETTLE)


def _say(request: HttpRequest, asked: AskedHere, what: What) -> HttpResponse:
    """Typed, then looked at on the check page, then recorded; nothing is recorded by the first press."""
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    goal = request.GET.get("goal", "").strip()
    offered = _offered(asked, goal)
    if request.method == "GET":
        begun = {**request.GET.dict(), "gates": goal}
        return _page(request, asked, what, what.form(offered=offered, initial=begun), goal)
    form = what.form(request.POST, offered=offered)
    if not form.is_valid():
        return _page(request, asked, what, form, goal, status=422)
    does = request.POST.get("do", "")
    if does == "change":
        return _page(request, asked, what, form, goal)
    if does != "record":
        return _check(request, asked, what, form, goal)
    done = _recorded(request, asked, what, form)
    if done is None:
        return _page(request, asked, what, form, goal, status=422)
    to = goal or form.cleaned_data.get("gates", "") or form.cleaned_data.get("goal", "")
    name = "talks_goal" if to else "talks"
    return HttpResponseRedirect(carry(reverse(name, args=[asked.case.slug]), asked, goal=to, recorded=done.ref))


def _recorded(request: HttpRequest, asked: AskedHere, what: What, form: TalksForm) -> Any:
    action, given = what.record(form)
    try:
        return action(case=asked.case, once=acts.once(request), by=acts.actor(request), at=frame.clock_now(), **given)
    except NotLetIn:
        raise
    except Refused as refused:
        tell(form, refused)
        return None


def _offered(asked: AskedHere, goal: str) -> dict[str, Choices]:
    """What may be chosen: conditions (those before this goal first), and gates told of it."""
    (said,) = words.read(asked, conditions.conditions(asked))
    told = [(each.statement.ref, _named(each.statement)) for each in sorted(said, key=lambda each: each.gates != goal)]
    return {"condition": told, "members": [*told, *_gates(asked, goal)], "before": told}


def _gates(asked: AskedHere, goal: str) -> list[tuple[str, str]]:
    """The gates that somebody told of a goal; they may stand in others."""
    if not goal:
        return []
    try:
        view = queries.blockers(asked, goal)
    except queries.NoSuchGoal:
        return []
    told = [gate.statement for gate in view.gates if gate.statement is not None]
    return [(each.ref, _named(each)) for each in told]


def _named(statement: StatementView) -> str:
    text = statement.text if len(statement.text) <= 90 else f"{statement.text[:90]}…"
    return f"{statement.ref} · {text}"


def _page(
    request: HttpRequest, asked: AskedHere, what: What, form: TalksForm, goal: str, *, status: int = 200
) -> HttpResponse:
    context = {
        "what": what, "form": form, "goal": goal, "back": _back(asked, goal),
        "populations": [each.name for each in figures.all_populations(asked)] if what is SETTLE else (),
        "lacking": "condition" in form.fields and not list(form.fields["condition"].choices),  # type: ignore[attr-defined]
    }  # fmt: skip
    return frame.page(request, "talks/say.html", context, here=HERE, case=asked.case, asked=asked, status=status)


def _back(asked: AskedHere, goal: str) -> str:
    name = "talks_goal" if goal else "talks"
    return carry(reverse(name, args=[asked.case.slug]), asked, goal=goal)


def _check(request: HttpRequest, asked: AskedHere, what: What, form: TalksForm, goal: str) -> HttpResponse:
    """What will be recorded, line by line, with each time as it is read."""
    lines = [_line(asked, form, name) for name in form.fields if form.cleaned_data.get(name)]
    kept = [(name, value) for name in form.fields for value in request.POST.getlist(name)]
    context = {"what": what, "form": form, "lines": lines, "kept": kept, "goal": goal, "back": _back(asked, goal)}
    return frame.page(request, "talks/check.html", context, here=HERE, case=asked.case, asked=asked)


def _line(asked: AskedHere, form: TalksForm, name: str) -> Line:
    label = form.fields[name].label or ""
    if hasattr(form.fields[name], "choices"):
        return Line(label, forms.chosen(form, name))
    words = str(form.cleaned_data[name])
    at = understood(words, asked.case.zone, at=frame.clock_now()) if name in TIMES else None
    return Line(label, words, at, at is not None and at.precision is Precision.UNREAD)
