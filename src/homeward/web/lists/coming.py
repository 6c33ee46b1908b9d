"""A file comes in: it is sent, looked at, asked about, and taken in or given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.access.actions import NotLetIn
from homeward.lists import actions, queries
from homeward.lists.core.answers import Answers
from homeward.lists.core.fields import Field
from homeward.lists.queries import PreviewView
from homeward.refusals import Refused, Unacceptable
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.lists import looking, preview
from homeward.web.lists.bars import drawn
from homeward.web.lists.forms import ReceiveForm, TakeInForm
from homeward.web.lists.pages import shown
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.lists.shown import of_entry

WORKING = ("checking", "taking")
MOST_NAMED = 300
SHOWN = 500
"""Entries of each kind that a report holds."""


@require_http_methods(["GET", "POST"])
@in_case
def receive(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Send a list to the desk; it is looked at, and nothing is taken in yet."""
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    if request.method == "GET":
        return _form(request, asked, ReceiveForm(initial=_begun(request, asked)))
    form = ReceiveForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, asked, form, 422)
    given = form.cleaned_data
    try:
        received = actions.receive(
            case=asked.case,
            authority=given["authority"],
            title=given["title"],
            name=str(given["file"].name),
            data=bytes(given["file"].read()),
            declared=given["declared"],
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except NotLetIn:
        raise
    except actions.AlreadyReceived as known:
        return _known(asked, request, known)
    except Refused as refused:
        form.tell(refused)
        return _form(request, asked, form, 422)
    return HttpResponseRedirect(_address(asked, received.upload))


@require_safe
@in_case
def file(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """What will happen to a file, before anything does."""
    seen = queries.preview(asked.case, upload)
    if seen.upload.state == "taken" and seen.upload.number:
        return HttpResponseRedirect(carry(reverse("list_version", args=[asked.case.slug, upload]), asked))
    if seen.upload.state == "keying":
        return HttpResponseRedirect(carry(reverse("key_list", args=[asked.case.slug, upload]), asked))
    return _shown(request, asked, seen)


@require_safe
@in_case
def state(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """How far the worker is, for a page that asks every other moment; a file that is done brings the page anew."""
    seen = queries.preview(asked.case, upload)
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(_address(asked, upload))
    if seen.upload.state in WORKING:
        return frame.page(
            request,
            "lists/_working.html",
            {"upload": seen.upload, "progress": queries.progress(upload)},
            case=asked.case,
            asked=asked,
        )
    answer = HttpResponse()
    answer["HX-Redirect"] = _address(asked, upload)
    return answer


@require_POST
@in_case
def answer(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Answer what is open about a file; it is looked at anew."""
    seen = queries.preview(asked.case, upload)
    questions = preview.questions(seen.report or {})
    settled = seen.answers or Answers()
    for question in questions:
        chosen = request.POST.get(question.field, "")
        if question.key != "shrunk" and chosen in {choice.answer for choice in question.choices}:
            settled = settled.answered(question.code, chosen, sheet=question.sheet, column=question.at)
    if settled == seen.answers and asked.case.may_write and not asked.past:
        messages.warning(request, _("No answer was chosen, so nothing was changed."), extra_tags="warns")
        return HttpResponseRedirect(_address(asked, upload))
    return _settled(request, asked, upload, settled)


@require_POST
@in_case
def settle_columns(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Say of the columns of one table what they hold; the file is looked at anew."""
    seen = queries.preview(asked.case, upload)
    name = request.POST.get("sheet", "")
    settled = seen.answers or Answers()
    known = settled.named(name)
    fields = dict(known.columns)
    for each in preview.columns(seen.report or {}).get(name, ()):
        chosen = request.POST.get(f"column.{each.number}", "")
        if chosen in list(Field):
            fields[each.number - 1] = Field(chosen)
    return _settled(request, asked, upload, settled.with_sheet(replace(known, name=name, columns=fields)))


@require_POST
@in_case
def ask_again(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Take back every answer about a file: it is looked at as it came."""
    return _settled(request, asked, upload, Answers())


@require_POST
@in_case
def take_in(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Make a file the next version of its list."""
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    seen = queries.preview(asked.case, upload)
    form = _take_in_form(seen, request.POST)
    if not form.is_valid():
        return _shown(request, asked, seen, form=form, status=422)
    given = form.cleaned_data
    try:
        actions.take_in(
            case=asked.case,
            upload=upload,
            accept_warnings=bool(given.get("accept_warnings")),
            gone=given.get("gone") or "",
            reason=given.get("reason") or "",
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except (NotLetIn, queries.NoSuchUpload):
        raise
    except Unacceptable as refused:
        form.add_error(None, refused.message)
        return _shown(request, asked, queries.preview(asked.case, upload), form=form, status=422)
    except Refused as refused:
        field = refused.where if refused.where in form.fields else None
        form.add_error(field, f"{refused.message} {refused.instead}".strip())
        return _shown(request, asked, queries.preview(asked.case, upload), form=form, status=422)
    return HttpResponseRedirect(_address(asked, upload))


@require_POST
@in_case
def give_up(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Leave a file: it stays kept, and is no version of the list."""
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    return _or_told(
        request,
        asked,
        upload,
        lambda: actions.give_up(case=asked.case, upload=upload, by=acts.actor(request), at=frame.clock_now()),
    )


def _settled(request: HttpRequest, asked: AskedHere, upload: UUID, settled: Answers) -> HttpResponse:
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    return _or_told(
        request,
        asked,
        upload,
        lambda: actions.answer(
            case=asked.case, upload=upload, answers=settled, by=acts.actor(request), at=frame.clock_now()
        ),
    )


def _or_told(request: HttpRequest, asked: AskedHere, upload: UUID, act: Callable[[], Any]) -> HttpResponse:
    """Do it, and show the file as it is then; what was refused is told above it."""
    try:
        act()
    except (NotLetIn, queries.NoSuchUpload):
        raise
    except Refused as refused:
        messages.warning(request, f"{refused.message} {refused.instead}".strip(), extra_tags="warns")
    return HttpResponseRedirect(_address(asked, upload))


def _known(asked: AskedHere, request: HttpRequest, known: actions.AlreadyReceived) -> HttpResponse:
    """The same bytes again: to what they are already."""
    messages.info(request, _("This very file is here already; nothing was changed."), extra_tags="waits")
    name = "list_version" if known.number else "list_file"
    return HttpResponseRedirect(carry(reverse(name, args=[asked.case.slug, known.upload]), asked))


def _address(asked: AskedHere, upload: UUID) -> str:
    return carry(reverse("list_file", args=[asked.case.slug, upload]), asked)


def _begun(request: HttpRequest, asked: AskedHere) -> dict[str, str]:
    """A further version of a list is named already."""
    wanted = request.GET.get("list", "")
    found = next((each for each in queries.lists(asked.case) if str(each.id) == wanted), None)
    return {"authority": found.authority, "title": found.title} if found else {}


def _form(request: HttpRequest, asked: AskedHere, form: ReceiveForm, status: int = 200) -> HttpResponse:
    lists = queries.lists(asked.case)
    context = {
        "form": form,
        "authorities": list(dict.fromkeys(each.authority for each in lists))[:MOST_NAMED],
        "titles": list(dict.fromkeys(each.title for each in lists))[:MOST_NAMED],
        "address": carry(reverse("receive_list", args=[asked.case.slug]), asked),
    }
    return shown(request, asked, "lists/receive.html", context, status=status)


def _take_in_form(seen: PreviewView, data: Any = None) -> TakeInForm:
    shrunk = any(each.key == "shrunk" for each in preview.questions(seen.report or {}))
    return TakeInForm(data, shrunk=shrunk, warned=bool(seen.upload.warned or seen.upload.aside))


def _shown(
    request: HttpRequest, asked: AskedHere, seen: PreviewView, *, form: TakeInForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a file: first what will happen, then everything it rests on."""
    told = preview.of(seen, request.GET)
    changes = (seen.report or {}).get("changes") or {}
    against = (seen.report or {}).get("against")
    page = number(request.GET.get("at", ""))
    change = request.GET.get("change", "")
    if against and change not in ("in", "out", "changed", "corrected", "moved", "kept", "hint"):
        change = next((name for name in ("out", "changed", "corrected", "in", "moved") if changes.get(name)), "")
    entries = queries.coming(asked.case, seen, change, page=page, size=PAGE) if against and change else []
    looking.note(
        request, asked, [*(each.person for each in entries), *told.people], f"file for list {seen.upload.title}"
    )
    count = min(SHOWN, len((seen.report or {}).get("hints", ())) if change == "hint" else changes.get(change, 0))
    context = {
        "seen": seen,
        "upload": seen.upload,
        "told": told,
        "working": seen.upload.state in WORKING,
        "progress": queries.progress(seen.upload.id) if seen.upload.state in WORKING else None,
        "bar": drawn(changes) if against else (),
        "against": against,
        "change": change,
        "entries": [of_entry(each) for each in entries],
        "hints": len((seen.report or {}).get("hints", ())),
        "entries_place": place(asked, request.path.removesuffix("take-in"), page, count, name="at", change=change),
        "form": form or _take_in_form(seen),
        "may_write": asked.case.may_write and not asked.past,
        "may_take": seen.upload.state in ("ready", "asking") and told.only_shrunk,
        "may_answer": seen.upload.state in ("asking", "ready", "rejected"),
    }
    formats = frame.Formats(json=programs.address(asked, "lists", "files", str(seen.upload.id)))
    return shown(request, asked, "lists/file.html", context, formats=formats, status=status)
