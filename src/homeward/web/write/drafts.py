"""Drafts as the pages keep and list them; sealed, and seen by their writer alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from homeward.ledger.actions import drafting
from homeward.ledger.queries import drafts as queries
from homeward.ledger.queries.drafts import DraftView
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.write.sheet import Sheet

MOST_LISTED = 50
BEGINNING = 80
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Draft:
    """One sheet that waits: what it begins with, and where it goes on."""

    id: UUID
    typed: dict[str, str]
    saved_at: datetime
    corrects: str
    address: str

    @property
    def speaker(self) -> str:
        return self.typed.get("speaker", "").strip()

    @property
    def words(self) -> str:
        return " ".join(self.typed.get("text", "").split())[:BEGINNING]


def listed(asked: Asked) -> list[Draft]:
    """The drafts of who asks in this case, the latest first."""
    return [_draft(asked, view) for view in queries.drafts(asked.case)[:MOST_LISTED]]


def named(asked: Asked, draft: str) -> Draft | None:
    """The draft that an address names, if it is there and theirs."""
    wanted = acts.key(draft)
    found = queries.draft(asked.case, wanted) if wanted else None
    return _draft(asked, found) if found else None


def keep(
    request: HttpRequest, asked: Asked, once: UUID, sheet: Sheet, corrects: str = "", figure: int = 0
) -> datetime | None:
    """Keep what was typed so far; when, or None where there was nothing to keep or it could not be kept."""
    at = frame.clock_now()
    sheet.fix_times(asked.case.zone, at=at)
    if sheet.blank:
        return None
    fields = {name: [value.replace("\0", "")] for name, value in sheet.flat.items()}
    if corrects:
        fields |= {"corrects": [corrects], "figure": [str(figure)]}
    try:
        drafting.save_draft(case=asked.case, draft=once, fields=fields, by=acts.actor(request), at=at)
    except Refused:
        return None
    return at


def throw_away(request: HttpRequest, asked: Asked, draft: UUID) -> None:
    drafting.throw_away_draft(draft=draft, by=acts.actor(request))


def save(request: HttpRequest, case: str, draft: UUID) -> HttpResponse:
    """Keep the sheet while it is written; whoever is signed out is told so, and not led away."""
    if not request.user.is_authenticated:
        return HttpResponse(_("You are signed out; this is not saved."), status=403, content_type=PLAIN)
    return _saved(request, case, draft=draft)


@require_POST
@in_case
def _saved(request: HttpRequest, asked: Asked, draft: UUID) -> HttpResponse:
    """Answers with when it was kept, in words."""
    if not asked.case.may_write:
        return HttpResponse(_("You may not write in this case."), status=403, content_type=PLAIN)
    at = keep(
        request,
        asked,
        draft,
        Sheet(request.POST.dict()),
        request.POST.get("corrects", ""),
        _number(request.POST.get("figure", "")),
    )
    if at is None:
        return HttpResponse("", status=204)
    local = at.astimezone(asked.case.zone)
    return HttpResponse(_("Saved %(time)s") % {"time": f"{local:%H:%M:%S}"}, content_type=PLAIN)


@require_POST
@in_case
def drop(request: HttpRequest, asked: Asked, draft: UUID) -> HttpResponse:
    """Throw a draft away; it was never part of the record."""
    throw_away(request, asked, draft)
    return HttpResponseRedirect(carry(reverse("write", args=[asked.case.slug]), asked))


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 0


def _draft(asked: Asked, view: DraftView) -> Draft:
    typed = {name: values[0] for name, values in view.fields.items() if values}
    corrects, figure = typed.pop("corrects", ""), typed.pop("figure", "")
    address = (
        reverse("correct", args=[asked.case.slug, corrects]) if corrects else reverse("write", args=[asked.case.slug])
    )
    return Draft(
        view.id,
        typed,
        view.saved_at,
        corrects,
        carry(address, asked, draft=str(view.id), figure=figure if figure != "0" else ""),
    )
