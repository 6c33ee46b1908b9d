"""The difference of two versions: who came, who went, whose entry says something else, who may be who."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from homeward.lists import queries
from homeward.lists.queries import VersionView
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.lists import looking
from homeward.web.lists.bars import drawn
from homeward.web.lists.pages import shown
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.lists.shown import of_entry, of_row
from homeward.web.lists.versions import seen
from homeward.web.lists.words import CHANGES, ORDER

HINT = "hint"


@require_safe
@in_case
def difference(request: HttpRequest, asked: AskedHere, one: UUID, other: UUID) -> HttpResponse:
    """What became of every entry from one version to another, a page of one kind of change."""
    first, second = seen(asked, one), seen(asked, other)
    wanted = request.GET.get("change", "")
    page = number(request.GET.get("page", ""))
    part: dict[str, Any] = {"page": page, "size": PAGE, "known_at": asked.known_then}
    found = queries.difference(asked.case, one, other, change=wanted if wanted in ORDER else "", **part)
    if not wanted:
        wanted = next((name for name in ORDER[:-2] if found.counts.get(name)), "same")
        found = queries.difference(asked.case, one, other, change=wanted, **part)
    if wanted == HINT:
        pairs = queries.hints(asked.case, one, other, known_at=asked.known_then)
        entries = [of_entry(pair) for pair in pairs]
        people = [each for pair in pairs for each in (pair.person, pair.into)]
    else:
        entries, people = [of_row(row) for row in found.rows], list(found.people)
    looking.note(request, asked, people, f"difference of list versions {first.number} and {second.number}")
    address = reverse("list_difference", args=[asked.case.slug, one, other])
    count = len(entries) if wanted == HINT else found.counts.get(wanted, 0)
    context = {
        "one": first,
        "other": second,
        "every": queries.versions(asked.case, first.list, known_at=asked.known_then),
        "bar": drawn(found.counts),
        "change": wanted if wanted in CHANGES else "",
        "entries": entries,
        "count": count,
        "may_hint": bool(found.counts.get("in") and found.counts.get("out")),
        "place": None if wanted == HINT else place(asked, address, page, count, change=wanted),
    }
    return shown(request, asked, "lists/difference.html", context, formats=_formats(asked, first, second, wanted, page))


def _formats(asked: AskedHere, one: VersionView, other: VersionView, change: str, page: int) -> frame.Formats | None:
    """Hints are for people to judge; all else programs and the command line are answered too."""
    if change not in ORDER:
        return None
    at = {"change": change, "page": str(page) if page > 1 else "", "size": str(PAGE)}
    between = {"from": str(one.number), "to": str(other.number)}
    return frame.Formats(
        json=programs.address(asked, "lists", "difference", **{"from": str(one.id), "to": str(other.id)}, **at),
        command=programs.command(asked, "lists", "diff", list=str(one.list), **between, change=change),
    )
