"""Agreements, one agreement with promised against delivered, and the clock of what falls due next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.talks import queries
from homeward.web import frame, programs
from homeward.web.agreements import due, shown
from homeward.web.agreements.entering import sayable
from homeward.web.asked import AskedHere
from homeward.web.channels.tabs import HERE, tabs
from homeward.web.inside import in_case

DAYS, LONGEST = 14, 366


@require_safe
@in_case
def agreements(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every agreement of the case, and what each side says of the other under all of them."""
    views, plans = queries.agreements_and_plans(asked)
    context = {
        "agreements": [shown.page_of(each, as_of=asked.as_of, zone=asked.case.zone) for each in views],
        "claims": shown.claims(views),
        "refs": shown.names_of(asked, views),
        "due_soon": due.of(asked, views, plans) if views else [],
    }
    return _page(request, asked, "agreements", context)


@require_safe
@in_case
def agreement(request: HttpRequest, asked: AskedHere, agreement: UUID) -> HttpResponse:
    """One agreement: its times, its obligations as promised against delivered, its rules, and both sides' words."""
    view = queries.agreement(asked, agreement)
    context = {
        "page": shown.page_of(view, as_of=asked.as_of, zone=asked.case.zone),
        "refs": shown.names_of(asked, [view]),
        "most_days": shown.MOST_DAYS,
    }
    return _page(request, asked, "agreement", context, here="agreements", one=str(view.id))


@require_safe
@in_case
def duties(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """What falls due next: first what is overdue, then in its order."""
    typed = request.GET.get("days", "").strip()
    days = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else DAYS
    days = min(max(days, 1), LONGEST)
    context = {"due": due.due(asked, days=days), "days": days, "choices": (2, 7, 14, 30, 90)}
    return _page(request, asked, "duties", context)


def _page(
    request: HttpRequest,
    asked: AskedHere,
    what: str,
    context: Mapping[str, Any],
    *,
    here: str = "",
    one: str = "",
) -> HttpResponse:
    listed = here or what
    path = (listed, one) if one else (listed,)
    formats = frame.Formats(
        json=programs.address(asked, *path), command=programs.command(asked, "talks", listed, agreement=one)
    )
    told = {
        **context,
        "tabs": tabs(asked, f"talks_{listed}"),
        "sayable": sayable(asked),
    }
    return frame.page(
        request, f"agreements/{what}.html", told, here=HERE, case=asked.case, asked=asked, formats=formats
    )
