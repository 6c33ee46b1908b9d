"""The inbox of a case: the papers that came in, and the form that takes one in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.access.actions import NotLetIn
from homeward.ledger.queries import sources
from homeward.reading import actions, queries
from homeward.reading.actions import Received
from homeward.refusals import Grade, Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inbox.forms import TakeInForm
from homeward.web.inside import in_case
from homeward.web.keeping import keeps_what_was_typed

MOST_OUTLETS = 300
MOST_TOLD = 8
LARGEST_PAGE = 1_000_000


@require_safe
@in_case
def inbox(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The papers of the case, the latest first, each with how far it is read and decided."""
    until = asked.known_at if asked.past else None
    count = queries.count(asked.case, until=until)
    pages = max(1, -(-count // queries.PAGE))
    page = min(page_number(request.GET.get("page", "")), pages)
    found = queries.papers(asked.case, page=page, until=until)
    context = {
        "papers": found,
        "count": count,
        "waiting": sum(paper.open for paper in found),
        "may_take_in": asked.case.may_write and not asked.past,
        "place": _place(asked, page, pages, count) if pages > 1 else None,
    }
    formats = frame.Formats(
        json=programs.address(asked, "papers", page=str(page) if page > 1 else ""),
        command=programs.command(asked, "reading", "papers"),
    )
    return frame.page(
        request,
        "inbox/inbox.html",
        context,
        here="inbox",
        case=asked.case,
        asked=asked,
        formats=None if asked.past else formats,
    )


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def take_in(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Take in a report that is pasted, or a file; then read it, or say what came of a feed."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    if request.method == "GET":
        return _form(request, asked, TakeInForm())
    form = TakeInForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, asked, form, 422)
    name, data = form.sent()
    given = form.cleaned_data
    try:
        received = actions.receive(
            case=asked.case,
            name=name,
            data=data,
            outlet=given["outlet"],
            published=given["published"],
            url=given["url"],
            language=given["language"],
            encoding=given["encoding"],
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except NotLetIn:
        raise
    except Refused as refused:
        form.tell(refused)
        return _form(request, asked, form, 422)
    return _received(request, asked, received)


@csrf_exempt  # it only shows a form; what takes in asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def take_in_again(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Show the form again from what was typed before somebody had to sign in anew; it takes nothing in."""
    if (closed := acts.closed(request, asked, here="inbox")) is not None:
        return closed
    return _form(request, asked, TakeInForm(request.POST), 422)


def _received(request: HttpRequest, asked: AskedHere, received: list[Received]) -> HttpResponse:
    """To the one paper that came, or to the inbox with how many of several were new."""
    for finding in _findings(received):
        messages.add_message(
            request, messages.WARNING if finding.grade is Grade.DOUBT else messages.INFO, finding.message,
            extra_tags="warns" if finding.grade is Grade.DOUBT else "waits",
        )  # fmt: skip
    if len(received) == 1:
        if not received[0].new:
            messages.info(request, _("This paper came in before; here it is."), extra_tags="waits")
        return HttpResponseRedirect(carry(reverse("reading", args=[asked.case.slug, received[0].document]), asked))
    new = sum(paper.new for paper in received)
    told = ngettext("%(count)s paper in it:", "%(count)s papers in it:", len(received)) % {"count": len(received)}
    counted = _("%(new)s new, %(before)s came in before.") % {"new": new, "before": len(received) - new}
    messages.success(request, f"{told} {counted}")
    return HttpResponseRedirect(carry(reverse("inbox", args=[asked.case.slug]), asked))


def _findings(received: list[Received]) -> list[Any]:
    """What is to be known about the papers, each said once."""
    said = {finding.message: finding for paper in received for finding in paper.findings}
    return list(said.values())[:MOST_TOLD]


def _form(request: HttpRequest, asked: AskedHere, form: TakeInForm, status: int = 200) -> HttpResponse:
    outlets = [source.name for source in sources.sources(asked).values() if source.kind == "outlet"]
    context = {
        "form": form,
        "outlets": outlets[:MOST_OUTLETS],
        "address": carry(reverse("take_in", args=[asked.case.slug]), asked),
    }
    return frame.page(request, "inbox/take_in.html", context, here="inbox", case=asked.case, asked=asked, status=status)


def page_number(typed: str) -> int:
    return max(1, min(int(typed), LARGEST_PAGE)) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1


def _place(asked: AskedHere, page: int, pages: int, count: int) -> dict[str, Any]:
    def at(number: int) -> str:
        return carry(reverse("inbox", args=[asked.case.slug]), asked, page=str(number) if number > 1 else "")

    return {
        "first": (page - 1) * queries.PAGE + 1,
        "last": min(page * queries.PAGE, count),
        "all": count,
        "before": at(page - 1) if page > 1 else "",
        "after": at(page + 1) if page < pages else "",
    }
