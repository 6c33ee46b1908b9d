"""Beside whom somebody rides and beside nobody else, and from whom they are kept apart: said, changed and ended on one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from homeward.crossings import actions, queries
from homeward.crossings.actions import Done
from homeward.people import queries as people
from homeward.people.queries import PersonLine
from homeward.web import acts, frame
from homeward.web.asked import AskedHere
from homeward.web.crossings.warning import warn
from homeward.web.crossings.words import APART, BESIDE
from homeward.web.inside import in_case
from homeward.web.people.looking import note

MOST_FOUND = 12
Act = Callable[[UUID, HttpRequest], tuple[Callable[..., Done], dict[str, Any]]]


def _others(request: HttpRequest, name: str) -> list[UUID]:
    return [id for each in request.POST.getlist(name) if (id := acts.key(each))]


def _other(request: HttpRequest) -> UUID:
    """Whom the form names; where it names nobody, the desk finds nobody of that id."""
    return next(iter(_others(request, "other")), UUID(int=0))


def _beside(person: UUID, request: HttpRequest) -> tuple[Callable[..., Done], dict[str, Any]]:
    given = {"any_of": _others(request, "any_of"), "staff": "staff" in request.POST, "why": request.POST.get("why", "")}
    return actions.need_companion, {"person": person, **given}


def _alone(person: UUID, request: HttpRequest) -> tuple[Callable[..., Done], dict[str, Any]]:
    return actions.need_no_companion, {"person": person}


def _apart(person: UUID, request: HttpRequest) -> tuple[Callable[..., Done], dict[str, Any]]:
    given = {"one": person, "other": _other(request), "scope": request.POST.get("scope", "")}
    return actions.keep_apart, given


def _no_longer(person: UUID, request: HttpRequest) -> tuple[Callable[..., Done], dict[str, Any]]:
    return actions.keep_apart_no_longer, {"one": person, "other": _other(request)}


ACTS: Mapping[str, Act] = {"beside": _beside, "alone": _alone, "apart": _apart, "no_longer": _no_longer}


@require_http_methods(["GET", "POST"])
@in_case
def riding(request: HttpRequest, asked: AskedHere, person: UUID) -> HttpResponse:
    """What is said of one person, and the forms that say it; others are found by name, by POST alone."""
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    form = acts.ActForm(request.POST if request.method == "POST" else None)
    words = request.POST.get("words", "")
    if request.method == "POST" and request.POST.get("do") != "find":
        act = ACTS.get(request.POST.get("do", ""))
        if act is None:
            raise Http404
        done = _done(request, asked, person, form, act)
        if done is not None:
            return acts.done(request, asked, done.ref, "riding_of_person", str(person))
    return _page(request, asked, person, form, words)


def _done(request: HttpRequest, asked: AskedHere, person: UUID, form: acts.ActForm, act: Act) -> Done | None:
    form.is_valid()
    action, given = act(person, request)
    done = acts.attempt(
        form,
        lambda: action(case=asked.case, once=acts.once(request), by=acts.actor(request), at=frame.clock_now(), **given),
    )
    if done is not None:
        warn(request, done)
    return done


def _page(request: HttpRequest, asked: AskedHere, person: UUID, form: acts.ActForm, words: str) -> HttpResponse:
    household = people.household_of(asked, person)
    view = queries.crossing_of(asked, person)
    found: list[Any] = []
    if words.strip():
        form.is_valid()
        found = acts.attempt(form, lambda: people.found(asked, words, limit=MOST_FOUND)) or []
    named = {each.other for each in view.apart} | set(view.beside.any_of if view.beside else ())
    lines = {line.id: line for line in people.people_of(asked, [person, *named])}
    near: dict[UUID, PersonLine] = {line.id: line for line in household.members}
    near |= {each.person.id: each.person for each in found}
    note(request, asked, {person, *named, *near}, "who rides beside whom")
    near = {id: line for id, line in near.items() if id != person and line.names != ()}
    context = {
        "id": person,
        "line": lines.get(person),
        "view": view,
        "lines": lines,
        "near": near.values(),
        "words": words,
        "nobody_found": bool(words.strip()) and not found and not form.errors,
        "form": form,
        "why": BESIDE.items(),
        "scopes": APART.items(),
    }
    status = 422 if form.errors else 200
    return frame.page(
        request, "crossings/riding.html", context, here="people", case=asked.case, asked=asked, status=status
    )
