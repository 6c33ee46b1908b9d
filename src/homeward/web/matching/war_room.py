"""The war-room of a list: what its entries are, what changed, and whom it takes from their families."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.matching import queries
from homeward.matching.queries import MemberView, SplitView
from homeward.matching.queries.views import PARTS, SORTS
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.matching import words
from homeward.web.matching.bars import sorted_bar
from homeward.web.matching.places import may_write, page_of
from homeward.web.people.looking import note

FAMILIES = 20


@require_safe
@in_case
def war_room(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """A version held against the register: numbers that add up, families first, then the entries of one part."""
    wanted = request.GET.get("part", "")
    part = wanted if wanted in PARTS else ""
    page = number(request.GET.get("page", ""))
    view = queries.war_room(asked, version, part=part, page=page, size=PAGE)
    note(request, asked, view.people, "war-room")
    context = {
        "view": view,
        "bar": sorted_bar(view.counts),
        "beside": [(name, words.PARTS[name], view.counts[name]) for name in PARTS if name not in SORTS],
        "part_words": words.PARTS.get(part, ""),
        "families": [Family.of(each) for each in view.families.families],
        "place": place(asked, request.path, page, view.count, part=part),
        "may_write": may_write(asked),
    }
    at = {"part": part, "page": str(page) if page > 1 else ""}
    formats = frame.Formats(
        json=programs.address(asked, "matching", "versions", str(version), **at, size=str(PAGE)),
        command=programs.command(
            asked, "matching", "war-room", list=str(view.version.list), version=str(view.version.number), **at
        ),
    )
    return page_of(request, asked, "matching/war_room.html", context, here="lists", formats=formats)


@require_safe
@in_case
def families(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """All families of whom a version names some and not the others."""
    page = number(request.GET.get("page", ""))
    view = queries.split_families(asked, version, page=page, size=FAMILIES)
    note(request, asked, view.people, "families of a list")
    context = {
        "view": view,
        "families": [Family.of(each) for each in view.families],
        "place": place(asked, request.path, page, view.count, size=FAMILIES),
        "may_write": may_write(asked),
    }
    at = str(page) if page > 1 else ""
    formats = frame.Formats(
        json=programs.address(asked, "matching", "versions", str(version), "families", page=at, size=str(FAMILIES)),
        command=programs.command(
            asked, "matching", "families", list=str(view.version.list), version=str(view.version.number), page=at
        ),
    )
    return page_of(request, asked, "matching/families.html", context, here="lists", formats=formats)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a family with what the page says of them beside where they stand."""

    view: MemberView
    alone: bool
    left: bool


@dataclass(frozen=True, slots=True)
class Family:
    """A family that the list takes apart, as a page tells it: how many stand on it, and who is parted from whom."""

    view: SplitView
    members: tuple[Member, ...]

    @classmethod
    def of(cls, view: SplitView) -> Family:
        members = tuple(
            Member(each, each.person.id in view.children_alone, each.person.id in view.children_left)
            for each in view.members
        )
        return cls(view, members)

    @property
    def on_it(self) -> int:
        return sum(each.view.stand.value == "in" for each in self.members)

    @property
    def name(self) -> str:
        """The first name that opens, by which a table is told from another."""
        return next((each.view.person.names[0] for each in self.members if each.view.person.names), "")
