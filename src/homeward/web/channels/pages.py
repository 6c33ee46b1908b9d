"""Channels, meetings with each side's own account, and where each party stands on each topic."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.talks import queries
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere
from homeward.web.channels.tabs import HERE, tabs
from homeward.web.inside import in_case
from homeward.web.people.looking import note


@require_safe
@in_case
def channels(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every channel that the reader may see, open ones first."""
    return _page(request, asked, "channels", {"channels": queries.channels(asked)})


@require_safe
@in_case
def meetings(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every meeting, the latest first, or those of one channel."""
    chosen = _chosen(request, asked)
    found = queries.meetings(asked, channel=chosen.id if chosen else None)
    context = {"meetings": found, "channel": chosen, "channels": queries.channels(asked)}
    return _page(request, asked, "meetings", context)


@require_safe
@in_case
def positions(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every topic with each party's own positions over time, or what was said in one channel."""
    chosen = _chosen(request, asked)
    found = queries.positions(asked, channel=chosen.id if chosen else None)
    return _page(request, asked, "positions", {"topics": found, "channel": chosen})


@require_safe
@in_case
def held(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Signs of life that were asked for, and visits to people who are held; whom this shows is written in the log."""
    view = queries.proofs(asked)
    note(request, asked, view.people, "proofs")
    return _page(request, asked, "held", {"view": view, "visits": queries.visits(asked)}, command="proofs")


def _chosen(request: HttpRequest, asked: AskedHere) -> queries.ChannelView | None:
    """The channel that the address asks for; one that is not there is not there."""
    words = request.GET.get("channel", "").strip()
    if not words:
        return None
    return queries.channel(asked, acts.key(words) or UUID(int=0))


def _page(
    request: HttpRequest, asked: AskedHere, what: str, context: dict[str, Any], *, command: str = ""
) -> HttpResponse:
    here, word = f"talks_{what}", command or what
    formats = frame.Formats(json=programs.address(asked, "talks", word), command=programs.command(asked, "talks", word))
    shown = {**context, "tabs": tabs(asked, here), "may_write": asked.case.may_write and not asked.past}
    return frame.page(request, f"channels/{what}.html", shown, here=HERE, case=asked.case, asked=asked, formats=formats)
