"""The room of lists: every list of every authority with its versions, what waits for an answer, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.lists import queries
from homeward.lists.queries import ListView, VersionView
from homeward.matching.queries import count_open
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.lists import looking
from homeward.web.lists.paging import number, place

FEW, MANY = 5, 25


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list with the versions that were there at the moment shown."""

    view: ListView
    versions: tuple[VersionView, ...]
    more: int

    @property
    def last(self) -> UUID | None:
        """The last version that counts."""
        return next((each.id for each in self.versions if not each.withdrawn), None)

    @property
    def steps(self) -> tuple[tuple[VersionView, VersionView | None], ...]:
        """Each version with the one that it is held against: the last before it that counts."""
        return steps(self.versions)


def steps(versions: tuple[VersionView, ...]) -> tuple[tuple[VersionView, VersionView | None], ...]:
    return tuple(
        (each, next((old for old in versions[at + 1 :] if not old.withdrawn), None)) for at, each in enumerate(versions)
    )


@require_safe
@in_case
def room(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The lists of the case with their versions, the files that wait, and what came in since one looked."""
    now = frame.clock_now()
    shelves = [_shelf(asked, view, FEW) for view in queries.lists(asked.case, known_at=asked.known_then)]
    uploads = [] if asked.past else queries.uploads(asked.case)
    since = looking.since(request, f"lists:{asked.case.id}", now=now)
    context = {
        "shelves": shelves,
        "waiting": uploads,
        "since": since,
        "new": [] if asked.past else queries.versions_since(asked.case, since)[:MANY],
        "pairs": count_open(asked),
        "open_lines": queries.count_set_aside(asked.case, known_at=asked.known_then),
        "may_write": may_write(asked),
    }
    formats = frame.Formats(json=programs.address(asked, "lists"), command=programs.command(asked, "lists", "show"))
    return shown(request, asked, "lists/room.html", context, formats=formats)


@require_safe
@in_case
def one_list(request: HttpRequest, asked: AskedHere, list_id: UUID) -> HttpResponse:
    """All versions of one list."""
    view = queries.list_named(asked.case, str(list_id), known_at=asked.known_then)
    shelf = _shelf(asked, view, None)
    page = number(request.GET.get("page", ""))
    start = (page - 1) * MANY
    context = {
        "shelf": shelf,
        "steps": shelf.steps[start : start + MANY],
        "place": place(asked, request.path, page, len(shelf.versions), size=MANY),
        "may_write": may_write(asked),
    }
    formats = frame.Formats(
        json=programs.address(asked, "lists", str(list_id), "versions"),
        command=programs.command(asked, "lists", "versions", list=str(list_id)),
    )
    return shown(request, asked, "lists/list.html", context, formats=formats)


def _shelf(asked: AskedHere, view: ListView, at_most: int | None) -> Shelf:
    every = queries.versions(asked.case, view.id, known_at=asked.known_then)
    return Shelf(view, tuple(every[:at_most]), max(0, len(every) - at_most) if at_most else 0)


def may_write(asked: AskedHere) -> bool:
    return asked.case.may_write and not asked.past


def shown(
    request: HttpRequest,
    asked: AskedHere,
    template: str,
    context: dict[str, Any],
    *,
    here: str = "lists",
    formats: frame.Formats | None = None,
    status: int = 200,
) -> HttpResponse:
    """A page of this room. Programs and the command line are told as known at a moment; as of another they answer nothing else."""
    return frame.page(
        request,
        template,
        context,
        here=here,
        case=asked.case,
        asked=asked,
        formats=None if asked.as_of_given or asked.clock_given else formats,
        status=status,
    )
