"""A picture is keyed by two people, each for themselves; where they differ is shown cell by cell, and only what is equal counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.access.actions import NotLetIn
from homeward.lists import actions, queries
from homeward.lists.core.keyed import FIELDS as TYPED
from homeward.refusals import Refused
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.keeping import keeps_what_was_typed
from homeward.web.lists.forms import RowForm
from homeward.web.lists.pages import may_write, shown
from homeward.web.lists.paging import Place, number
from homeward.web.lists.words import FIELDS

ROWS = 5
"""Rows that are typed on one page."""
SHOWN = ("image/jpeg", "image/png", "image/gif", "image/webp")
"""Pictures that a browser shows."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One field of a row in which two people differ."""

    label: str | Promise
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """A row on the page: its number, the form, how it stands, in what it differs."""

    number: int
    form: RowForm
    state: str
    differing: tuple[Typed, ...]


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def key(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Type some rows of a picture, and see where the other one typed something else."""
    if request.method == "GET":
        return _page(request, asked, upload)
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    rows = _rows(request, upload, asked)
    if not all(row.form.is_valid() for row in rows):
        return _page(request, asked, upload, rows=rows, status=422)
    known = queries.typed_by(asked.case, upload, acts.actor(request).id)
    typed = {row.number: row.form.typed for row in rows if any(row.form.typed.values()) or row.number in known}
    try:
        actions.key_by_hand(case=asked.case, upload=upload, rows=typed, by=acts.actor(request), at=frame.clock_now())
    except (NotLetIn, queries.NoSuchUpload):
        raise
    except Refused as refused:
        rows[0].form.tell(refused)
        return _page(request, asked, upload, rows=rows, status=422)
    page = number(request.GET.get("page", ""), most=400)
    if request.POST.get("do") == "next":
        page += 1
    messages.success(request, _("Kept. The other person types these rows without seeing yours."))
    return HttpResponseRedirect(_address(asked, upload, page))


@csrf_exempt  # it only shows a form; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """Show the rows again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    return _page(request, asked, upload, rows=_rows(request, upload, asked), status=422)


@require_safe
@in_case
def picture(request: HttpRequest, asked: AskedHere, upload: UUID) -> HttpResponse:
    """The picture itself, for whoever keys it; that it was shown stands in the log."""
    if not may_write(asked) or queries.preview(asked.case, upload).upload.media_type not in SHOWN:
        raise queries.NoSuchUpload(where=str(upload))
    given = actions.export_original(
        case=asked.case,
        upload=upload,
        purpose="shown to be keyed by hand",
        by=acts.actor(request),
        at=frame.clock_now(),
    )
    answer = HttpResponse(given.data, content_type=given.media_type)
    answer.headers["Content-Disposition"] = "inline"
    return answer


def _rows(request: HttpRequest, upload: UUID, asked: AskedHere) -> list[Keyed]:
    page = number(request.GET.get("page", ""), most=400)
    return [Keyed(at, RowForm(request.POST, prefix=f"row{at}"), "", ()) for at in _numbers(page)]


def _numbers(page: int) -> range:
    return range((page - 1) * ROWS + 1, page * ROWS + 1)


def _page(
    request: HttpRequest, asked: AskedHere, upload: UUID, *, rows: list[Keyed] | None = None, status: int = 200
) -> HttpResponse:
    seen = queries.preview(asked.case, upload)
    if not seen.upload.pictured:
        raise queries.NoSuchUpload(where=str(upload))
    page = number(request.GET.get("page", ""), most=400)
    known = queries.typed_by(asked.case, upload, acts.actor(request).id)
    rows = rows or [_keyed(at, known.get(at)) for at in _numbers(page)]
    context: dict[str, Any] = {
        "upload": seen.upload,
        "rows": rows,
        "page": page,
        "place": _place(asked, upload, page, max([*known, 0])),
        "mine": len(known),
        "told": seen.report or {},
        "equal": sum(each.agreed is not None for each in seen.keyed),
        "differ": [number for number, (mine, others) in known.items() if any(mine != each for each in others)],
        "alone": [number for number, (_mine, others) in known.items() if not others],
        "address": _address(asked, upload, page),
        "shows": seen.upload.media_type in SHOWN,
        "may_write": may_write(asked),
        "open": seen.upload.state in ("keying", "ready", "asking", "rejected"),
        "rows_of_page": ROWS,
    }
    return shown(request, asked, "lists/key.html", context, status=status)


def _keyed(at: int, held: tuple[Mapping[Any, str], tuple[Mapping[Any, str], ...]] | None) -> Keyed:
    prefix = f"row{at}"
    if held is None:
        return Keyed(at, RowForm(prefix=prefix), "", ())
    mine, others = held
    form = RowForm(typed={field.value: words for field, words in mine.items()}, prefix=prefix)
    if not others:
        return Keyed(at, form, "alone", ())
    if any(mine == other for other in others):
        return Keyed(at, form, "equal", ())
    other = others[0]
    differing = tuple(
        Typed(FIELDS[field.value], mine.get(field, ""), other.get(field, ""))
        for field in TYPED
        if mine.get(field, "") != other.get(field, "")
    )
    return Keyed(at, form, "differ", differing)


def _address(asked: AskedHere, upload: UUID, page: int) -> str:
    return carry(reverse("key_list", args=[asked.case.slug, upload]), asked, page=str(page) if page > 1 else "")


def _place(asked: AskedHere, upload: UUID, page: int, last: int) -> Place:
    """One may always go on to the next rows: nobody knows how many the picture has."""
    return Place(
        first=(page - 1) * ROWS + 1,
        last=page * ROWS,
        all=max(last, page * ROWS),
        before=_address(asked, upload, page - 1) if page > 1 else "",
        after=_address(asked, upload, page + 1),
    )
