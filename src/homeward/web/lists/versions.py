"""One version of a list: its rows, the original as it came, and taking the version back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from homeward.lists import actions, queries
from homeward.lists.queries import VersionView
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.lists import looking
from homeward.web.lists.bars import drawn
from homeward.web.lists.forms import PurposeForm, WithdrawForm
from homeward.web.lists.pages import may_write, shown
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.lists.shown import of_row
from homeward.web.lists.words import CHANGES


@require_safe
@in_case
def version(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """The rows of a version, a page of them, of one kind of change if one is chosen."""
    return _page(request, asked, seen(asked, version))


@require_POST
@in_case
def original(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """The file as it came, for a purpose that stands in the log."""
    view = seen(asked, version)
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, view, purpose=form, status=422)
    given = acts.attempt(
        form,
        lambda: actions.export_original(
            case=asked.case,
            upload=version,
            purpose=form.cleaned_data["purpose"],
            by=acts.actor(request),
            at=frame.clock_now(),
        ),
    )
    if given is None:
        return _page(request, asked, view, purpose=form, status=422)
    answer = HttpResponse(given.data, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = _saved_as(given.name)
    return answer


@require_http_methods(["GET", "POST"])
@in_case
def withdraw(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """Take a version back, with the reason; it stays in the ledger and counts no more."""
    if (closed := acts.closed(request, asked, here="lists")) is not None:
        return closed
    view = seen(asked, version)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        ref = acts.attempt(
            form,
            lambda: actions.withdraw_version(
                case=asked.case,
                version=version,
                reason=form.cleaned_data["reason"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if ref is not None:
            messages.success(request, _("Taken back. The version stays in the ledger and counts no more."))
            return HttpResponseRedirect(carry(reverse("list_version", args=[asked.case.slug, version]), asked))
    context = {"version": view, "form": form}
    return shown(request, asked, "lists/withdraw.html", context, status=422 if form.errors else 200)


def seen(asked: AskedHere, version: UUID) -> VersionView:
    """A version that had come in at the moment shown."""
    return queries.version(asked.case, version, known_at=asked.known_then)


def _page(
    request: HttpRequest, asked: AskedHere, view: VersionView, *, purpose: PurposeForm | None = None, status: int = 200
) -> HttpResponse:
    change = request.GET.get("change", "")
    change = change if change in CHANGES and change != "out" else ""
    page = number(request.GET.get("page", ""))
    found = queries.rows(asked.case, view.id, change=change, page=page, size=PAGE, known_at=asked.known_then)
    looking.note(request, asked, found.people, f"list version {view.number}")
    every = queries.versions(asked.case, view.list, known_at=asked.known_then)
    address = reverse("list_version", args=[asked.case.slug, view.id])
    context = {
        "version": view,
        "rows": [of_row(row) for row in found.rows],
        "count": found.count,
        "change": change,
        "before": next((each for each in every if each.number < view.number and not each.withdrawn), None),
        "after": next((each for each in reversed(every) if each.number > view.number), None),
        "is_last": next((each.id for each in every if not each.withdrawn), None) == view.id,
        "place": place(asked, address, page, found.count, change=change),
        "bar": drawn(view.changes),
        "purpose": purpose or PurposeForm(),
        "may_write": may_write(asked),
    }
    at = str(page) if page > 1 else ""
    formats = frame.Formats(
        json=programs.address(asked, "lists", "versions", str(view.id), change=change, page=at, size=str(PAGE)),
        command=""
        if change
        else programs.command(asked, "lists", "rows", list=str(view.list), version=str(view.number)),
    )
    return shown(request, asked, "lists/version.html", context, formats=formats, status=status)


def _saved_as(name: str) -> str:
    """The name of a file that is saved, never shown: its own name in all its letters, and a plain one for old readers."""
    return content_disposition_header(True, name.replace("/", "_").replace("\\", "_")) or "attachment"
