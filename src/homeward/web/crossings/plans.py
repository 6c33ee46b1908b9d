"""Plans are asked for, looked at while they are worked out, stopped; a pin is tried and tells what it would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.crossings import actions, queries
from homeward.crossings.actions import Purpose
from homeward.crossings.queries.views import CalendarView
from homeward.ledger.actions import CannotBeRecorded
from homeward.people import queries as people
from homeward.people.queries import PersonLine
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.crossings import forms
from homeward.web.crossings.prices import priced
from homeward.web.inside import in_case
from homeward.web.lists.paging import number, place
from homeward.web.people.looking import note

PIN_SECONDS = "20"
MOST_MOVED = 60


@dataclass(frozen=True, slots=True)
class Moved:
    """A family that would be somewhere else."""

    people: tuple[PersonLine, ...]
    before: str | None
    after: str | None


@require_POST
@in_case
def plan(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Have a plan worked out; its page tells how far it is."""
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    form = forms.PlanForm(request.POST, calendar=queries.calendar(asked))
    given = form.cleaned_data if form.is_valid() else {}
    return _asked_for(
        request,
        asked,
        plan_date=given.get("plan_date", ""),
        seconds=given.get("seconds") or "60",
        least_change=given.get("least_change", False),
    )


@require_POST
@in_case
def pin(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Try what it would cost to put a family into a window; nothing is changed by it."""
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    person, window = acts.key(request.POST.get("person", "")), acts.key(request.POST.get("window", ""))
    pins = {person: window} if person and window else {}
    return _asked_for(request, asked, purpose=Purpose.PIN, pins=pins, seconds=PIN_SECONDS)


def _asked_for(request: HttpRequest, asked: AskedHere, **what: Any) -> HttpResponse:
    try:
        run = actions.ask_plan(
            case=asked.case, once=acts.once(request), by=acts.actor(request), at=frame.clock_now(), **what
        )
    except CannotBeRecorded as refused:
        for fault in refused.findings.faults:
            messages.error(request, fault.message)
        return HttpResponseRedirect(carry(reverse("crossings", args=[asked.case.slug]), asked) + "#plans")
    except actions.NothingToPlan as refused:
        messages.error(request, f"{refused.message} {refused.instead}".strip())
        return HttpResponseRedirect(carry(reverse("crossings", args=[asked.case.slug]), asked) + "#plans")
    return HttpResponseRedirect(carry(reverse("crossing_run", args=[asked.case.slug, run]), asked))


@require_safe
@in_case
def run(request: HttpRequest, asked: AskedHere, run: UUID) -> HttpResponse:
    """How far a run is, and what came of it."""
    return frame.page(
        request,
        "crossings/run.html",
        _run(request, asked, run),
        here="crossings",
        case=asked.case,
        asked=asked,
        formats=frame.Formats(json=programs.address(asked, "crossings", "runs", str(run))),
    )


@require_safe
@in_case
def state(request: HttpRequest, asked: AskedHere, run: UUID) -> HttpResponse:
    """The same alone, for a page that waits; whoever opens it as a page is led to the whole."""
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(carry(reverse("crossing_run", args=[asked.case.slug, run]), asked))
    around = frame.frame_of(request, here="crossings", case=asked.case, asked=asked)
    return render(request, "crossings/_run.html", {**_run(request, asked, run), "frame": around})


@require_POST
@in_case
def stop(request: HttpRequest, asked: AskedHere, run: UUID) -> HttpResponse:
    """Stop a run; nothing of it is kept."""
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    actions.stop_run(case=asked.case, run=run, by=acts.actor(request), at=frame.clock_now())
    return HttpResponseRedirect(carry(reverse("crossing_run", args=[asked.case.slug, run]), asked))


def _run(request: HttpRequest, asked: AskedHere, id: UUID) -> dict[str, Any]:
    view = queries.run(asked.case, id)
    answer = queries.answer(asked.case, id)
    moved = _moved(request, asked, answer)
    return {
        "run": view,
        "answer": answer,
        "moved": moved,
        "more": max(0, len(answer.get("moved", ())) - len(moved)),
        "windows_by_id": by_id(queries.calendar(asked)) if answer else {},
        "may_write": asked.case.may_write and not asked.past,
    }


def _moved(request: HttpRequest, asked: AskedHere, answer: dict[str, Any]) -> list[Moved]:
    told = answer.get("moved", [])[:MOST_MOVED]
    ids = [UUID(person) for family, _before, _after in told for person in family]
    lines = {line.id: line for line in people.people_of(asked, ids)}
    note(request, asked, lines, "what a plan would change")
    return [
        Moved(tuple(lines[UUID(each)] for each in family if UUID(each) in lines), before, after)
        for family, before, after in told
    ]


def by_id(view: CalendarView) -> dict[str, Any]:
    """The windows of a case by their ids."""
    return {str(each.id): each for each in view.windows}


@require_safe
@in_case
def board(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Families against windows by the last plan, or by the one that is named."""
    page = number(request.GET.get("page", ""))
    plan, show = acts.key(request.GET.get("plan", "")), request.GET.get("show", "all")
    try:
        view = queries.board(asked, plan, chosen=show, page=page)
    except queries.NoSuchPlan:
        if plan is not None:
            raise
        view = None
    context: dict[str, Any] = {"board": view, "may_write": asked.case.may_write and not asked.past}
    formats = frame.Formats(
        json=programs.address(asked, "crossings", "board"), command=programs.command(asked, "crossings", "board")
    )
    if view is not None:
        note(request, asked, view.people, "board of a plan")
        context |= {
            "counts": list(view.counts.items()),
            "windows_by_id": {str(each.id): each for each in view.windows},
            "prices": priced(view),
            "place": place(
                asked,
                request.path,
                page,
                view.counts[view.chosen],
                size=queries.BOARD_PAGE,
                plan=str(view.plan.id),
                show=view.chosen,
            ),
        }
    return frame.page(
        request, "crossings/board.html", context, here="crossings", case=asked.case, asked=asked, formats=formats
    )


@require_safe
@in_case
def cleared(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Who is cleared for the next window of every crossing, and what lapses before it."""
    waiting = queries.waiting(asked)
    views = queries.cleared(asked, waiting)
    named = [person for view in views for person in view.people]
    lines = {line.id: line for line in people.people_of(asked, named)}
    note(request, asked, lines, "what lapses before a window")
    context = {"cleared": views, "waiting": len(waiting), "lines": lines}
    formats = frame.Formats(
        json=programs.address(asked, "crossings", "cleared"), command=programs.command(asked, "crossings", "cleared")
    )
    return frame.page(
        request, "crossings/cleared.html", context, here="crossings", case=asked.case, asked=asked, formats=formats
    )


@require_http_methods(["GET", "POST"])
@in_case
def travel(request: HttpRequest, asked: AskedHere, person: UUID) -> HttpResponse:
    """Tell everybody who travels with somebody a date, or choose where they are picked up."""
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    household = people.household_of(asked, person)
    note(request, asked, household.people, "who travels together")
    view = queries.calendar(asked)
    does = request.POST.get("do", "")
    date_form = forms.DateForm(request.POST if does == "date" else None, calendar=view)
    pickup_form = forms.ChoosePickUpForm(request.POST if does == "pickup" else None, calendar=view)
    form, action, field = (
        (date_form, actions.tell_date, "window") if does == "date" else (pickup_form, actions.choose_pickup, "pickup")
    )
    if form.is_bound and form.is_valid():
        chosen = acts.key(form.cleaned_data[field])
        done = acts.attempt(
            form,
            lambda: action(
                people=household.people,
                case=asked.case,
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
                **{field: chosen},  # type: ignore[arg-type]
            ),
        )
        if done is not None:
            return acts.done(request, asked, done.ref, "person", str(person))
    context = {"id": person, "lines": household.members, "date_form": date_form, "pickup_form": pickup_form}
    status = 422 if form.errors else 200
    return frame.page(
        request, "crossings/travel.html", context, here="people", case=asked.case, asked=asked, status=status
    )
