"""What blocks whom: the goals of a case, one goal with what stands before it, and what would follow if things were otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from homeward.ledger.queries import statements
from homeward.talks import queries
from homeward.talks.core.values import Value
from homeward.talks.queries.views import BlockersView, FindingView, LeafView, Whom
from homeward.web import acts, frame, programs
from homeward.web.agreements import due
from homeward.web.asked import AskedHere, carry
from homeward.web.channels.tabs import HERE, tabs
from homeward.web.inside import in_case
from homeward.web.talks.drawn import picture
from homeward.web.talks.outline import outline
from homeward.web.talks.words import SUPPOSED, TOLD_ELSEWHERE

SUPPOSE = "suppose."
#: How many minimal sets are told one by one.
MOST_SETS = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """One view of a goal: that of all voices together, or one party's own."""

    whom: Whom | None
    key: str
    address: str
    here: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Conditions whose turning would free the goal together."""

    leaves: tuple[LeafView, ...]


@dataclass(frozen=True, slots=True)
class Odd:
    """What a person should look at, and what of the graph it is about."""

    finding: FindingView
    about: tuple[Any, ...]


@require_safe
@in_case
def talks(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The goals of the case: whether each is free, and what stands before it, counted."""
    context = {
        "goals": queries.goals(asked),
        "tabs": tabs(asked, HERE),
        "due_soon": due.due(asked) if queries.duties_are_there(asked.case) else [],
        "may_write": _may_write(asked),
    }
    formats = frame.Formats(json=programs.address(asked, "goals"), command=programs.command(asked, "talks", "goals"))
    return frame.page(request, "talks/front.html", context, here=HERE, case=asked.case, asked=asked, formats=formats)


@require_safe
@in_case
def goal(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """What stands in the way of one goal, first as an outline, then drawn."""
    words = request.GET.get("goal", "").strip()
    if not words:
        return HttpResponseRedirect(carry(reverse("talks", args=[asked.case.slug]), asked))
    views = _views(request, asked, words, "talks_goal")
    viewpoint = _viewpoint(request, views)
    try:
        view = queries.blockers(asked, words, viewpoint=viewpoint)
    except queries.NoSuchGoal:
        return _unknown(request, asked, words)
    key = request.GET.get("viewpoint", "") if viewpoint else ""
    context = {**shown(asked, view), "views": views, "viewpoint_key": key, "may_write": _may_write(asked)}
    formats = frame.Formats(
        json=programs.address(asked, "blockers", goal=view.goal, party=key),
        command=programs.command(asked, "talks", "blockers", goal=view.goal, party=key),
    )
    return frame.page(request, "talks/goal.html", context, here=HERE, case=asked.case, asked=asked, formats=formats)


@require_safe
@in_case
def what_if(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Suppose of conditions that they were otherwise and see what would be free; the address holds it, the record does not."""
    words = request.GET.get("goal", "").strip()
    if not words:
        return HttpResponseRedirect(carry(reverse("talks", args=[asked.case.slug]), asked))
    if any(name.startswith(SUPPOSE) and not value for name, value in request.GET.items()):
        return HttpResponseRedirect(_tidied(request))
    views = _views(request, asked, words, "talks_what_if")
    viewpoint = _viewpoint(request, views)
    supposed = _supposed(request.GET)
    try:
        said = queries.blockers(asked, words, viewpoint=viewpoint)
    except queries.NoSuchGoal:
        return _unknown(request, asked, words)
    known = {leaf.id for leaf in said.conditions}
    counted = {id: value for id, value in supposed.items() if id in known}
    view = queries.blockers(asked, words, viewpoint=viewpoint, supposed=counted) if counted else said
    context = {
        **shown(asked, view),
        "said": said,
        "views": views,
        "viewpoint_key": request.GET.get("viewpoint", "") if viewpoint else "",
        "lines": [(leaf, counted[leaf.id].value if leaf.id in counted else "") for leaf in said.conditions],
        "choices": SUPPOSED,
        "supposes": bool(counted),
        "unknown_supposed": sum(name.startswith(SUPPOSE) for name in request.GET) - len(counted),
    }
    return frame.page(request, "talks/what_if.html", context, here=HERE, case=asked.case, asked=asked)


def _unknown(request: HttpRequest, asked: AskedHere, words: str) -> HttpResponse:
    """Nobody has named such a goal by the moment shown, or not where this reader may see it."""
    context = {"words": words, "goals": queries.goals(asked)}
    return frame.page(request, "talks/unknown.html", context, here=HERE, case=asked.case, asked=asked, status=404)


def shown(asked: AskedHere, view: BlockersView) -> dict[str, Any]:
    """A goal as its page tells it."""
    leaves = {leaf.id: leaf for leaf in view.conditions}
    named = {each.id: each for part in (view.gates, view.conditions, view.allegations) for each in part}
    sets = [Together(tuple(leaves[id] for id in each if id in leaves)) for each in view.sets]
    return {
        "view": view,
        "outline": outline(view),
        "picture": picture(view, right_to_left=get_language_bidi()),
        "named": named,
        "refs": _refs(asked, view),
        "sets": sets[:MOST_SETS],
        "more_sets": max(0, len(sets) - MOST_SETS),
        "vague": [leaf for leaf in view.conditions if leaf.vague and leaf.value is not Value.MET],
        "in_order": [leaves[id] for id in view.order if id in leaves],
        "odd": [_odd(finding, view, named) for finding in view.findings if finding.code not in TOLD_ELSEWHERE],
        "supposed": dict(view.supposed),
    }


def _odd(finding: FindingView, view: BlockersView, named: Mapping[UUID, Any]) -> Odd:
    return Odd(finding, tuple(named[id] for id in finding.about if id in named and id != view.id))


def _refs(asked: AskedHere, view: BlockersView) -> frozenset[str]:
    """The short names of statements that sentences of the answer may name."""
    freed = [
        each
        for leaf in view.conditions
        for each in (*leaf.frees_alone, *(free for _other, free in leaf.frees_with_one))
    ]
    behind = {id for each in (*freed, *view.freed) for id in each.people_from} | set(view.people_from)
    told = statements.statements(asked, sorted(behind)) if behind else []
    reports = [report.statement for leaf in view.conditions for report in leaf.reports]
    own = [each.statement for part in (view.conditions, view.allegations) for each in part]
    gates = [gate.statement for gate in view.gates if gate.statement]
    return frozenset(each.ref for each in (*told, *reports, *own, *gates))


def _may_write(asked: AskedHere) -> bool:
    return asked.case.may_write and not asked.past


def _views(request: HttpRequest, asked: AskedHere, goal: str, name: str) -> list[Seen]:
    """The views of a goal; what is supposed stays when the view changes."""
    address = reverse(name, args=[asked.case.slug])
    kept = {key: str(value) for key, value in request.GET.items() if key.startswith(SUPPOSE)}
    chosen = request.GET.get("viewpoint", "").strip()
    views = [Seen(None, "", carry(address, asked, goal=goal, **kept), not chosen)]
    for whom in queries.viewpoints(asked):
        key = str(whom.source)
        views.append(Seen(whom, key, carry(address, asked, goal=goal, viewpoint=key, **kept), key == chosen))
    return views


def _viewpoint(request: HttpRequest, views: list[Seen]) -> UUID | None:
    """Whose view is asked for; a view that nobody has is a page that is not there."""
    if not request.GET.get("viewpoint", "").strip():
        return None
    found = next((seen.whom for seen in views if seen.whom is not None and seen.here), None)
    if found is None:
        raise Http404
    return found.source


def _supposed(given: Mapping[str, str]) -> dict[UUID, Value]:
    """What an address supposes of conditions; what it says otherwise is left out and told."""
    found = {}
    for name, value in given.items():
        condition = acts.key(name.removeprefix(SUPPOSE)) if name.startswith(SUPPOSE) else None
        if condition is not None and value in SUPPOSED:
            found[condition] = Value(value)
    return found


def _tidied(request: HttpRequest) -> str:
    """The address without what is not supposed, to be handed on."""
    kept = request.GET.copy()
    for name in [name for name, value in kept.items() if name.startswith(SUPPOSE) and not value]:
        del kept[name]
    return f"{request.path}?{kept.urlencode()}"
