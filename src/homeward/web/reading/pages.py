"""The screen on which a report is read: its text on one side, what was found in it on the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from homeward.ledger.queries.views import Asked
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.reading.cards import Card
from homeward.web.reading.filled import Filled
from homeward.web.reading.shown import Screen
from homeward.web.write.suggested import suggested


@dataclass(frozen=True, slots=True)
class Told:
    """What just happened, in the one place that says it; `card` is the proposal it happened to."""

    card: Card | None = None
    words: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet that stands open on the page: in the place of its card, or for what no reader found."""

    filled: Filled
    address: str
    suggested: Any
    card: Card | None = None


@require_safe
@in_case
def reading(request: HttpRequest, asked: AskedHere, document: UUID) -> HttpResponse:
    """A report with everything that was read in it and decided about it."""
    screen = Screen(asked, document, at=frame.clock_now(), page=number(request.GET.get("page", "")))
    done = acts.key(request.GET.get("done", ""))
    return page(request, asked, screen, told=Told(card=screen.card(done)) if done else None)


@require_safe
@in_case
def state(request: HttpRequest, asked: AskedHere, document: UUID) -> HttpResponse:
    """How far the reading is, for a page that asks every other moment; nothing else of the page moves."""
    screen = Screen(asked, document, at=frame.clock_now())
    if not request.headers.get("HX-Request"):
        return page(request, asked, screen)
    return part(request, asked, "reading/_state.html", {"screen": screen, "asked_again": True})


def page(
    request: HttpRequest,
    asked: Asked,
    screen: Screen,
    *,
    told: Told | None = None,
    opened: Opened | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole screen; with a sheet open in it where one is."""
    context = {
        "screen": screen,
        "sheet_of": screen.sheet,
        "told": told,
        "opened": opened,
        "place": _place(asked, screen),
    }
    return frame.page(
        request,
        "reading/reading.html",
        context,
        here="inbox",
        case=asked.case,
        asked=asked,
        formats=None if asked.past else frame.Formats(json=programs.address(asked, "papers", str(screen.document))),
        status=status,
    )


def part(request: HttpRequest, asked: Asked, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A part of the screen alone, for a page that is open."""
    around = frame.frame_of(request, here="inbox", case=asked.case, asked=asked)
    return render(request, template, {"frame": around, **context}, status=status)


def opened(asked: Asked, filled: Filled, address: str, card: Card | None) -> Opened:
    return Opened(filled, carry(address, asked), suggested(asked), card)


def address(asked: Asked, document: UUID, *, done: Card | None = None, at: Card | None = None, page: int = 1) -> str:
    """The screen of a paper, at one of its cards."""
    there = carry(
        reverse("reading", args=[asked.case.slug, document]),
        asked,
        done=str(done.view.id) if done else "",
        page=str(page) if page > 1 else "",
    )
    return f"{there}#{at.id}" if at else there


def number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1


def _place(asked: Asked, screen: Screen) -> dict[str, Any] | None:
    if screen.pages == 1:
        return None
    shown = screen.on_page
    return {
        "first": shown[0].number,
        "last": shown[-1].number,
        "all": len(screen.cards),
        "before": address(asked, screen.document, page=screen.page - 1) if screen.page > 1 else "",
        "after": address(asked, screen.document, page=screen.page + 1) if screen.page < screen.pages else "",
    }
