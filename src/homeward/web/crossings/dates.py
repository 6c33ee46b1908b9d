"""Everybody of a plan is told their date: first counted and looked at, with the message for each family, then recorded at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from homeward.crossings import actions, queries
from homeward.crossings.core import manifest_words
from homeward.crossings.queries import DatesView, FamilyDate
from homeward.people import queries as people
from homeward.people.queries import PersonLine
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.crossings.words import DATES
from homeward.web.inside import in_case
from homeward.web.lists.paging import number, place
from homeward.web.people.looking import note
from homeward.web.signs import Sign

PAGE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A family as it is shown: its people, how its date stands, and the message in every language that is written here."""

    people: tuple[PersonLine, ...]
    date: FamilyDate
    sign: Sign
    texts: tuple[tuple[str, str, str], ...]


@require_http_methods(["GET", "POST"])
@in_case
def dates(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Whom the last plan, or the one that is named, gives which date; with POST that all of them were told it."""
    if request.method == "GET":
        return _page(request, asked, acts.ActForm())
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    form = acts.ActForm(request.POST)
    form.is_valid()
    done = acts.attempt(form, lambda: _told(request, asked, frame.clock_now()))
    if done is None:
        return _page(request, asked, form)
    words = ngettext(
        "Recorded that %(families)s family was told its date.", "Recorded that %(families)s families were told their dates.",
        done.families,
    ) % {"families": f"{done.families:,}"}  # fmt: skip
    messages.success(request, words)
    return HttpResponseRedirect(carry(reverse("crossing_dates", args=[asked.case.slug]), asked, plan=str(done.plan)))


def _told(request: HttpRequest, asked: AskedHere, at: datetime) -> actions.ToldDates:
    counted = request.POST.get("families", "")
    return actions.tell_dates(
        plan=acts.key(request.POST.get("plan", "")) or UUID(int=0),
        families=int(counted) if counted.isascii() and counted.isdecimal() and len(counted) < 8 else 0,
        case=asked.case,
        once=acts.once(request),
        by=acts.actor(request),
        at=at,
    )


def _page(request: HttpRequest, asked: AskedHere, form: acts.ActForm) -> HttpResponse:
    page, plan = number(request.GET.get("page", "")), acts.key(request.GET.get("plan", ""))
    try:
        view = queries.dates(asked, plan)
    except queries.NoSuchPlan:
        if plan is not None:
            raise
        view = None
    context = {"view": view, "form": form, "may_write": asked.case.may_write and not asked.past}
    if view is not None:
        context |= _shown(request, asked, view, page)
    formats = frame.Formats(
        json=programs.address(asked, "crossings", "dates"), command=programs.command(asked, "crossings", "dates")
    )
    return frame.page(
        request, "crossings/dates.html", context, here="crossings", case=asked.case, asked=asked, formats=formats,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _shown(request: HttpRequest, asked: AskedHere, view: DatesView, page: int) -> dict[str, Any]:
    part = view.families[(page - 1) * PAGE : page * PAGE]
    named = {person for each in part for person in each.people}
    lines = {line.id: line for line in people.people_of(asked, sorted(named))}
    note(request, asked, named, "dates of a plan")
    return {
        "counts": [(DATES[standing.value], count) for standing, count in view.counts.items() if count],
        "lines": [_line(view, each, lines) for each in part],
        "windows_by_id": {str(id): each for id, each in view.windows.items()},
        "place": place(asked, request.path, page, len(view.families), size=PAGE, plan=str(view.plan.id)),
    }


def _line(view: DatesView, date: FamilyDate, lines: dict[UUID, PersonLine]) -> Line:
    window, convoy = view.windows.get(date.window), view.convoys.get(date.convoy)
    texts: tuple[tuple[str, str, str], ...] = ()
    if window is not None and convoy is not None:
        given = {"on": window.on, "pickup": convoy.pickup.name, "departs": convoy.departs}
        texts = tuple(
            (code, frame.OWN_NAMES[code], manifest_words.date(code, **given, count=len(date.people)))
            for code in manifest_words.WORDS
        )
    shown = tuple(lines[each] for each in date.people if each in lines)
    return Line(shown, date, DATES[date.standing.value], texts)
