"""The calendar of windows with their fill, one window, and what is ticked off before anybody leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from homeward.crossings import actions, queries
from homeward.crossings.queries.views import CalendarView, WindowView
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere
from homeward.web.crossings import forms
from homeward.web.inside import in_case


@dataclass(frozen=True, slots=True)
class Fill:
    """How full a window is, in hundredths of what it takes; `over` when more were told than it takes."""

    told: str
    planned: str
    over: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The windows of one local day."""

    on: date
    windows: tuple[tuple[WindowView, Fill], ...]


@require_safe
@in_case
def calendar(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every window of the case by day, with who said it and how full it is."""
    view = queries.calendar(asked)
    context = {
        "calendar": view,
        "days": days(view),
        "plans": queries.plans(asked)[:5],
        "runs": [] if asked.past else queries.runs(asked.case, most=5),
        "may_write": asked.case.may_write and not asked.past,
        "plan_form": forms.PlanForm(calendar=view),
    }
    formats = frame.Formats(
        json=programs.address(asked, "crossings"), command=programs.command(asked, "crossings", "show")
    )
    return frame.page(
        request, "crossings/calendar.html", context, here="crossings", case=asked.case, asked=asked, formats=formats
    )


@require_safe
@in_case
def window(request: HttpRequest, asked: AskedHere, window: UUID) -> HttpResponse:
    """One window: who said it, its convoys, quotas, checklist and notices."""
    return shown(request, asked, window)


@require_POST
@in_case
def tick(request: HttpRequest, asked: AskedHere, window: UUID) -> HttpResponse:
    """Say of a point of the checklist that it is done, open again, or not possible."""
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    form = forms.TickForm(request.POST, calendar=queries.calendar(asked))
    done = None
    if form.is_valid():
        given = form.cleaned_data
        done = acts.attempt(
            form,
            lambda: actions.tick_check(
                case=asked.case,
                check=given["check_id"],
                window=window,
                ticked=given["ticked"],
                note=given["note"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
    if done is None:
        return shown(request, asked, window, form=form, status=422)
    return acts.done(request, asked, done.ref, "crossing_window", str(window))


def shown(request: HttpRequest, asked: AskedHere, id: UUID, *, form: Any = None, status: int = 200) -> HttpResponse:
    """The page of a window, perhaps with what was wrong with a form on it."""
    view = queries.calendar(asked)
    found = view.window(id)
    if found is None:
        raise queries.NoSuchWindow(where=str(id))
    context = {
        "window": found,
        "fill": fill(found),
        "overlaps": [each for each in view.windows if each.id in found.overlaps],
        "form": form,
        "may_write": asked.case.may_write and not asked.past,
        "notice_lacking": not any(each.holds for each in found.notices),
    }
    formats = frame.Formats(
        json=programs.address(asked, "crossings"), command=programs.command(asked, "crossings", "show")
    )
    return frame.page(
        request,
        "crossings/window.html",
        context,
        here="crossings",
        case=asked.case,
        asked=asked,
        formats=formats,
        status=status,
    )


def days(view: CalendarView) -> list[Day]:
    """The windows by their local day."""
    found: dict[str, list[WindowView]] = {}
    for each in view.windows:
        found.setdefault(each.on, []).append(each)
    return [
        Day(date.fromisoformat(on), tuple((each, fill(each)) for each in windows))
        for on, windows in sorted(found.items())
    ]


def fill(window: WindowView) -> Fill:
    """How full it is, drawn; what goes beyond is cut and told in words."""
    most = max(window.counted, 1)
    told = min(100.0, 100 * window.told / most) if window.counted else 0.0
    planned = min(100.0, 100 * (window.planned or 0) / most) if window.counted else 0.0
    return Fill(f"{told:.1f}%", f"{planned:.1f}%", window.told > window.counted)
