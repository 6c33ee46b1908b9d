"""How far everybody is with each authority, drawn; the people of one; what runs out; families; one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from homeward.clearances import queries
from homeward.clearances.queries import AuthorityFunnel, State
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere
from homeward.web.clearances import words
from homeward.web.inside import in_case
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.matching.bars import Part, drawn
from homeward.web.people.looking import note

FAMILIES = 20
SOON = 3
"""Days within which what runs out is told in the room itself."""


@dataclass(frozen=True, slots=True)
class Way:
    """One authority with its people as a drawn bar."""

    view: AuthorityFunnel
    bar: tuple[Part, ...]


@require_safe
@in_case
def room(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Everybody by authority and stage, drawn and as a table; what waits, what runs out soon, what was asked last."""
    view = queries.funnel(asked)
    soon = queries.lapsing(asked, view.day + timedelta(days=SOON))
    context = {
        "view": view,
        "ways": [Way(each, bar(each)) for each in view.authorities],
        "states": list(State),
        "waiting": queries.count_waiting(asked),
        "soon": len(soon.lapses),
        "soon_by": soon.by,
        "batches": queries.batches(asked)[:10],
        "may_write": may_write(asked),
    }
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "funnel"), command=programs.command(asked, "clearances", "funnel")
    )
    return shown(request, asked, "clearances/room.html", context, formats=formats)


@require_safe
@in_case
def authority(request: HttpRequest, asked: AskedHere, authority: UUID) -> HttpResponse:
    """The people of one authority, of one state if it is chosen."""
    wanted = request.GET.get("state", "")
    state = wanted if wanted in words.STATES else ""
    page = number(request.GET.get("page", ""))
    view = queries.of_authority(asked, authority, state=state, page=page, size=PAGE)
    note(request, asked, view.people, "clearances of an authority")
    counts = dict(counted(view.funnel))
    context = {
        "view": view,
        "bar": bar(view.funnel),
        "tabs": [(name, words.STATES[name].word, counts[name]) for name in words.STATES if counts[name]],
        "place": place(asked, request.path, page, view.count, state=state),
        "may_write": may_write(asked),
    }
    at = {"state": state, "page": str(page) if page > 1 else ""}
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "authorities", str(authority), **at, size=str(PAGE)),
        command=programs.command(asked, "clearances", "authority", str(authority), **at),
    )
    return shown(request, asked, "clearances/authority.html", context, formats=formats)


@require_safe
@in_case
def lapsing(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """What runs out by a day: clearances, and the last papers of people on the way."""
    today = queries.funnel(asked).day
    typed = request.GET.get("by", "")
    by, wrong = _day(typed, today + timedelta(days=SOON))
    view = queries.lapsing(asked, by)
    note(request, asked, view.people, "clearances that run out")
    context = {"view": view, "typed": typed or by.isoformat(), "wrong": wrong, "today": today}
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "lapsing", by=by.isoformat()),
        command=programs.command(asked, "clearances", "lapsing", by=by.isoformat()),
    )
    return shown(request, asked, "clearances/lapsing.html", context, formats=formats, status=422 if wrong else 200)


@require_safe
@in_case
def families(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Families with who of them is cleared; those first that an authority takes apart."""
    page = number(request.GET.get("page", ""))
    one = acts.key(request.GET.get("person", ""))
    view = queries.families(asked, person=one, page=page, size=FAMILIES)
    note(request, asked, view.people, "families by clearance")
    context = {
        "view": view,
        "one": one,
        "place": place(asked, request.path, page, view.count, size=FAMILIES, person=str(one or "")),
    }
    at = {"page": str(page) if page > 1 else ""}
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "families", **at, size=str(FAMILIES)),
        command=programs.command(asked, "clearances", "families", **at),
    )
    return shown(request, asked, "clearances/families.html", context, formats=None if one else formats)


@require_safe
@in_case
def person(request: HttpRequest, asked: AskedHere, person: UUID) -> HttpResponse:
    """Every word between the desk and authorities about one person, also what counts no more."""
    view = queries.of_person(asked, person)
    note(request, asked, view.people, "clearances of a person")
    me = acts.actor(request)
    context = {"view": view, "me": str(me), "may_write": may_write(asked)}
    formats = frame.Formats(
        json=programs.address(asked, "people", str(person), "clearances"),
        command=programs.command(asked, "clearances", "person", str(person)),
    )
    return shown(request, asked, "clearances/person.html", context, formats=formats)


def counted(view: AuthorityFunnel) -> list[tuple[str, int]]:
    """How many people stand how, a grant that waits for a second person apart from one that holds."""
    counts = {state.value: count for state, count in view.counts.items()}
    counts["unconfirmed"] = counts["granted"] - view.confirmed
    counts["granted"] = view.confirmed
    return [(name, counts.get(name, 0)) for name in words.DRAWN if name != "not_asked"]


def bar(view: AuthorityFunnel) -> tuple[Part, ...]:
    """The way of everybody with one authority as a drawn bar."""
    parts: list[tuple[str, str | Promise, int]] = [
        (name, words.STATES[name].word, count) for name, count in counted(view)
    ]
    return drawn([*parts, ("not_asked", words.NOT_ASKED, view.not_asked)])


def may_write(asked: AskedHere) -> bool:
    """Whether somebody may act here and now."""
    return asked.case.may_write and not asked.past


def shown(
    request: HttpRequest,
    asked: AskedHere,
    template: str,
    context: dict[str, Any],
    *,
    formats: frame.Formats | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of this room."""
    return frame.page(
        request, template, context, here="clearances", case=asked.case, asked=asked, formats=formats, status=status
    )


def _day(typed: str, otherwise: date) -> tuple[date, bool]:
    """A day as an address gives it, and whether it could not be read."""
    if not typed:
        return otherwise, False
    try:
        return date.fromisoformat(typed.strip()), False
    except ValueError:
        return otherwise, True
