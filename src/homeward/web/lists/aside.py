"""The desk of lines that were set aside: the oldest first, one at a time, put right by hand or said to be nobody's; and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.access.actions import NotLetIn
from homeward.lists import actions, queries
from homeward.lists.actions import Nobody
from homeward.lists.queries import AsideView
from homeward.refusals import Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.keeping import keeps_what_was_typed
from homeward.web.lists import looking
from homeward.web.lists.forms import NobodyForm, RowForm, WithdrawForm
from homeward.web.lists.pages import may_write, shown
from homeward.web.lists.paging import number
from homeward.web.lists.told import told
from homeward.web.lists.words import FIELDS

SETTLED = "settled"
"""The part of an address that names the line which was settled last."""


@require_safe
@in_case
def aside(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The line at one place among those that wait, and how many are left."""
    list_id = _list(request)
    count = queries.count_set_aside(asked.case, list_id=list_id, known_at=asked.known_then)
    at = min(number(request.GET.get("at", "")), max(1, count))
    found = queries.set_aside(asked.case, list_id=list_id, page=at, size=1, known_at=asked.known_then) if count else []
    return _page(request, asked, found[0] if found else None)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def line(request: HttpRequest, asked: AskedHere, line: UUID) -> HttpResponse:
    """One line, whatever became of it; put right by what is typed."""
    view = _line(asked, line)
    if request.method == "GET":
        return _page(request, asked, view)
    if (closed := acts.closed(request, asked, here="set_aside")) is not None:
        return closed
    form = RowForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, view, form=form, status=422)
    try:
        settled = actions.settle_row(
            case=asked.case, line=line, typed=form.typed, by=acts.actor(request), at=frame.clock_now()
        )
    except NotLetIn:
        raise
    except Refused as refused:
        form.tell(refused)
        return _page(request, asked, view, form=form, status=422)
    if settled.waits:
        differing = ", ".join(str(FIELDS.get(each, each)) for each in settled.differing)
        words = (
            _("Kept. Two people typed it differently: %(fields)s.")
            if differing
            else _("Kept. It waits for a second person.")
        )
        messages.info(request, words % {"fields": differing}, extra_tags="waits")
        return _next(request, asked, skip=True)
    page = carry(reverse("person", args=[asked.case.slug, settled.person]), asked)
    told_of = format_html(
        '{} <a href="{}">{}</a>', _("Put right: it is a record of a person now."), page, _("To the person")
    )
    messages.success(request, told_of)
    return _next(request, asked, settled=line)


@require_POST
@in_case
def leave_out(request: HttpRequest, asked: AskedHere, line: UUID) -> HttpResponse:
    """Say that a line is no person's, and why."""
    if (closed := acts.closed(request, asked, here="set_aside")) is not None:
        return closed
    form = NobodyForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, _line(asked, line), nobody=form, status=422)
    try:
        actions.leave_row_out(
            case=asked.case,
            line=line,
            why=Nobody(form.cleaned_data["why"]),
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except NotLetIn:
        raise
    except Refused as refused:
        form.add_error("why", f"{refused.message} {refused.instead}".strip())
        return _page(request, asked, _line(asked, line), nobody=form, status=422)
    messages.success(request, _("Said to be no person. The line stays as it came."))
    return _next(request, asked, settled=line)


@require_POST
@in_case
def reopen(request: HttpRequest, asked: AskedHere, line: UUID) -> HttpResponse:
    """Take back what was settled about a line, at once by who did it, later for a reason; it waits again."""
    if (closed := acts.closed(request, asked, here="set_aside")) is not None:
        return closed
    view = _line(asked, line)
    mine = view.settled_by == str(acts.actor(request))
    at_once = mine and "reason" not in request.POST
    form = WithdrawForm({"reason": _("Undone by who recorded it, at once.")} if at_once else request.POST)
    if not form.is_valid():
        return _page(request, asked, view, withdrawing=form, status=422)
    ref = acts.attempt(
        form,
        lambda: actions.reopen_row(
            case=asked.case,
            line=line,
            reason=form.cleaned_data["reason"],
            once=acts.once(request),
            by=acts.actor(request),
            at=frame.clock_now(),
        ),
    )
    if ref is None:
        return _page(request, asked, view, withdrawing=form, status=422)
    words = _("%(ref)s is withdrawn, and the line waits again. Both stay in the ledger.") % {"ref": ref}
    messages.success(request, words)
    return HttpResponseRedirect(carry(reverse("settle_line", args=[asked.case.slug, line]), asked))


@csrf_exempt  # it only shows a form; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: AskedHere, line: UUID) -> HttpResponse:
    """Show the form again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="set_aside")) is not None:
        return closed
    return _page(request, asked, _line(asked, line), form=RowForm(request.POST), status=422)


def _line(asked: AskedHere, line: UUID) -> AsideView:
    found = queries.set_aside(asked.case, line=line, waiting=False, size=1, known_at=asked.known_then)
    if not found:
        raise actions.NoSuchLine(where=str(line))
    return found[0]


def _list(request: HttpRequest) -> UUID | None:
    return acts.key(request.GET.get("list", ""))


def _next(request: HttpRequest, asked: AskedHere, *, skip: bool = False, settled: UUID | None = None) -> HttpResponse:
    """The line that stands in the place of this one now, or the one after it; with the way to undo what was `settled`."""
    at = number(request.GET.get("at", "")) + skip
    return HttpResponseRedirect(_at(request, asked, at, settled=str(settled or "")))


def _undo(request: HttpRequest, asked: AskedHere) -> frame.Undo | None:
    """The way back from the line that was settled before this one; none once it was taken back."""
    line = acts.key(request.GET.get(SETTLED, ""))
    found = queries.set_aside(asked.case, line=line, waiting=False, size=1) if line and may_write(asked) else []
    if not found or not found[0].settled:
        return None
    return frame.Undo(
        ref=found[0].settled_as,
        address=carry(reverse("reopen_line", args=[asked.case.slug, found[0].id]), asked),
        open=carry(reverse("settle_line", args=[asked.case.slug, found[0].id]), asked),
        dismiss=_at(request, asked, number(request.GET.get("at", ""))),
    )


def _at(request: HttpRequest, asked: AskedHere, at: int, **more: str) -> str:
    list_id = _list(request)
    return carry(
        reverse("set_aside", args=[asked.case.slug]),
        asked,
        at=str(at) if at > 1 else "",
        list=str(list_id) if list_id else "",
        **more,
    )


def _page(
    request: HttpRequest,
    asked: AskedHere,
    view: AsideView | None,
    *,
    form: RowForm | None = None,
    nobody: NobodyForm | None = None,
    withdrawing: WithdrawForm | None = None,
    status: int = 200,
) -> HttpResponse:
    list_id = _list(request)
    count = queries.count_set_aside(asked.case, list_id=list_id, known_at=asked.known_then)
    at = min(number(request.GET.get("at", "")), max(1, count))
    context: dict[str, Any] = {"view": view, "count": count, "at": at, "may_write": may_write(asked)}
    context["undo"] = _undo(request, asked)
    if view is not None:
        looking.note(request, asked, [view.person], "line set aside")
        carried = {"at": str(at) if at > 1 else "", "list": str(list_id) if list_id else ""}
        context |= {
            "reason": told(view.code, view.reason or ""),
            "cells": _cells(view),
            "form": form or RowForm(typed=view.typed),
            "nobody": nobody or NobodyForm(),
            "withdrawing": withdrawing or WithdrawForm(),
            "reopen": carry(reverse("reopen_line", args=[asked.case.slug, view.id]), asked),
            "address": carry(reverse("settle_line", args=[asked.case.slug, view.id]), asked, **carried),
            "leave": carry(reverse("leave_line", args=[asked.case.slug, view.id]), asked, **carried),
            "before": _at(request, asked, at - 1) if at > 1 else "",
            "after": _at(request, asked, at + 1) if at < count else "",
        }
    formats = frame.Formats(
        json=programs.address(asked, "lists", "aside"), command=programs.command(asked, "lists", "aside")
    )
    return shown(request, asked, "lists/aside.html", context, here="set_aside", formats=formats, status=status)


def _cells(view: AsideView) -> list[tuple[int, str, str]]:
    """Number, heading and words of every cell that holds something."""
    held = view.cells or ()
    return [
        (at + 1, view.headings[at] if at < len(view.headings) else "", words)
        for at, words in enumerate(held)
        if words.strip()
    ]
