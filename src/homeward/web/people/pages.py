"""The register: somebody is looked for, never listed; a person and a household with every voice side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from homeward.ledger.queries.views import Asked
from homeward.people import queries
from homeward.people.core.quality import Mark, marks, marks_of_names, together
from homeward.people.core.values import Values
from homeward.people.queries import FoundView, PersonView, TooLittleToFind
from homeward.people.queries.given import statements
from homeward.people.queries.views import GivenView, PersonLine
from homeward.web import frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.people import shown, voices
from homeward.web.people.looking import note

MOST_LISTS = 5
LONGEST_SEARCH = 200
#: What may be done on the page of a person: address, word, key.
ACTS: tuple[tuple[str, str | Promise, str], ...] = (
    ("say_of_person", _("Add a fact"), "a"),
    ("tell_whereabouts", _("Tell whereabouts"), ""),
    ("relate_people", _("Relate to somebody"), ""),
    ("tell_need", _("Tell a need"), ""),
    ("tell_consent", _("Record consent"), ""),
    ("seek_person", _("Tracing request"), ""),
    ("tell_clearance", _("Tell a clearance"), ""),
)


@require_http_methods(["GET", "POST"])
@in_case
def people(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Look for somebody by a name in any script or by the number of a paper; without words there is nobody here."""
    words = searched(request)
    found: list[FoundView] = []
    too_little = ""
    if request.method == "POST":
        try:
            found = queries.found(asked, words)
        except TooLittleToFind as refused:
            too_little = f"{refused.message} {refused.instead}"
    note(request, asked, (view.person.id for view in found), "search")
    context = {
        "words": words,
        "found": found,
        "searched": request.method == "POST" and not too_little,
        "too_little": too_little,
        "may_enter": asked.case.may_write and not asked.past,
        "searches_here": True,
    }
    return frame.page(
        request,
        "people/people.html",
        context,
        here="people",
        case=asked.case,
        asked=asked,
        status=422 if too_little else 200,
    )


def searched(request: HttpRequest) -> str:
    """What is looked for; it is sent, and never stands in an address. The key that leads to the field is no part of it."""
    return " ".join(request.POST.get("q", "").replace("\0", "").split())[:LONGEST_SEARCH].removeprefix("/")


@require_GET
@in_case
def person(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """All that voices gave about a person, nothing merged."""
    view = queries.person(asked, person)
    note(request, asked, view.people, "person")
    may_write = asked.case.may_write and not asked.past and view.forgotten is None
    context = {
        "person": view,
        "fields": shown.fields(view),
        "papers": shown.papers(view),
        "fallen_papers": shown.fallen_papers(view),
        "voices": voices.voices(view),
        "lists": voices.lists(view),
        "sought": voices.requests(view.sought),
        "seeks": voices.requests(view.seeks),
        "shared": voices.shared(view),
        "acts": _acts(asked, person) if may_write else (),
        "may_write": may_write,
        "asked_to_forget": next((each for each in queries.waiting(asked.case) if each.person == person), None),
    }
    return frame.page(request, "people/person.html", context, here="people", case=asked.case, asked=asked)


@require_GET
@in_case
def household(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """Who belongs together, on which lists each stands, who has the care of whom, what each lacks."""
    queries.person(asked, person)  # who is hidden or not known yet has no household either
    view = queries.household_of(asked, person)
    members, lists = _members(asked, view.members)
    note(request, asked, view.people, "household")
    context = {
        "id": person,
        "household": view,
        "members": members,
        "lists": lists,
        "names": {line.id: line.names for line in view.members},
    }
    return frame.page(request, "people/household.html", context, here="people", case=asked.case, asked=asked)


@dataclass(frozen=True, slots=True)
class Member:
    """One of a household: on which of the lists, which other voices tell of them, and what is lacking."""

    line: PersonLine
    on: tuple[tuple[GivenView, GivenView | None], ...]
    others: tuple[GivenView, ...]
    lacks: tuple[Mark, ...]


def _members(asked: Asked, lines: Sequence[PersonLine]) -> tuple[list[Member], list[GivenView]]:
    """The members, and the lists that stand as columns, the latest version of each."""
    records = queries.records(asked.case, [line.id for line in lines])
    known = statements(asked, {record.statement for record in records})
    lists: dict[UUID, GivenView] = {}
    for each in sorted((told.view for told in known.values()), key=lambda view: view.position):
        if each.list is not None and each.counts:
            lists[each.list] = each
    columns = sorted(lists.values(), key=lambda view: -view.position)[:MOST_LISTS]
    members = []
    for line in lines:
        own = [record for record in records if record.person == line.id and record.statement in known]
        given = [known[record.statement].view for record in own]
        members.append(
            Member(
                line,
                tuple(
                    (column, next((each for each in given if each.version == column.version), None))
                    for column in columns
                ),
                tuple(each for each in given if each.counts and each.list is None),
                tuple(sorted(together(_lacking(each.values) for each in own if each.values is not None)))
                if own
                else (),
            )
        )
    return members, columns


def _lacking(values: Values) -> frozenset[Mark]:
    """What is lacking or doubtful in one record, with its names."""
    return marks(values) | marks_of_names(name.words for name in values.names)


def _acts(asked: Asked, person: UUID) -> list[tuple[str | Promise, str, str]]:
    def at(name: str) -> str:
        return carry(reverse(name, args=[asked.case.slug, person]), asked)

    return [(label, at(name), letter) for name, label, letter in ACTS]


def about(asked: Asked, view: PersonView) -> dict[str, Any]:
    """What every page of an act says of the person it is about."""
    return {"person": view, "back": carry(reverse("person", args=[asked.case.slug, view.id]), asked)}
