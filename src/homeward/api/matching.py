"""Lists held against the register: what entries are, families a list takes apart, people against lists, letters.

Every reading of people is noted in the log of the desk. Nobody is searched for here by words: they would stand in an address.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment
from homeward.api.paging import Page, within
from homeward.api.parameters import bad
from homeward.api.shapes import matching as shapes
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing.formats import answers
from homeward.ledger.queries.views import Asked
from homeward.matching import queries
from homeward.matching.queries import written
from homeward.people.actions import note_reading

router = Router(tags=["matching"])
VERSION = "/cases/{case}/matching/versions/{version}"
Part = Literal["matched", "doubtful", "new", "closed", "gone", "added", "changed", "duplicates"]
MOST = 200
"""Ids that are named in one question."""


class PartAsked(Page, Moment):
    """Which part of a war-room."""

    part: Part | None = Field(None, description="Show these entries.")


class FamiliesAsked(Page, Moment):
    """Which families."""


class PeopleAsked(Page, Moment):
    """Which people are set against the lists."""

    list: UUID | None = Field(None, description="Those who stand on this list.")
    people: str = Field("", description="These people: ids with commas between. Else those of families taken apart.")


class ListsAsked(Moment):
    """Which lists count."""

    lists: str = Field("", description='The lists that count for "on all": ids with commas between; all if left out.')


class LetterAsked(Moment):
    """In which language, and whom it names though no consent is recorded."""

    language: Literal["en", "ar", "he", "ru"] = Field(description="The language in which it is written.")
    people: str = Field("", description="Name these people though no consent is recorded: ids with commas between.")


@router.get(VERSION, response={200: shapes.WarRoom, **UNCHANGED, **READING}, operation_id="war_room")
def war_room(request: HttpRequest, case: str, version: UUID, question: Query[PartAsked]) -> HttpResponse:
    """Hold a version of a list against the register: entries that are ours, to judge, not ours; who went; families apart."""
    asked, _ = asking.about(case, question)
    view = queries.war_room(asked, version, part=question.part or "", page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "war-room")
    return sending.answer(request, {**answers.asked_json(asked), **written.war_room_json(view)}, asked=asked)


@router.get(
    f"{VERSION}/families", response={200: shapes.FamiliesApart, **UNCHANGED, **READING}, operation_id="families_apart"
)
def families(request: HttpRequest, case: str, version: UUID, question: Query[FamiliesAsked]) -> HttpResponse:
    """Show families of which a version names some and not the others, children and parents apart first."""
    asked, _ = asking.about(case, question)
    view = queries.split_families(asked, version, page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "families of a list")
    return sending.answer(request, {**answers.asked_json(asked), **written.families_json(view)}, asked=asked)


@router.get(f"{VERSION}/letter", response={200: shapes.LetterTold, **UNCHANGED, **READING}, operation_id="letter")
def letter(request: HttpRequest, case: str, version: UUID, question: Query[LetterAsked]) -> HttpResponse:
    """Write a letter to the authority about the families a version takes apart; who has not agreed to be named is left out."""
    asked, _ = asking.about(case, question)
    view = queries.letter(asked, version, question.language, people=ids(question.people, "people"))
    _logged(request, asked, view.people, "letter to an authority")
    return sending.answer(request, {**answers.asked_json(asked), **written.letter_json(view)}, asked=asked)


@router.get(
    "/cases/{case}/matching/matrix", response={200: shapes.Matrix, **UNCHANGED, **READING}, operation_id="matrix"
)
def matrix(request: HttpRequest, case: str, question: Query[PeopleAsked]) -> HttpResponse:
    """Set people against every list: in, out, never, or a question."""
    asked, _ = asking.about(case, question)
    named = ids(question.people, "people")
    view = queries.matrix(asked, list_id=question.list, people_asked=named, page=question.page, size=question.size)
    within(question.page, max(1, -(-view.count // question.size)))
    _logged(request, asked, view.people, "people against lists")
    return sending.answer(request, {**answers.asked_json(asked), **written.matrix_json(view)}, asked=asked)


@router.get(
    "/cases/{case}/matching/funnel", response={200: shapes.Funnel, **UNCHANGED, **READING}, operation_id="funnel"
)
def funnel(request: HttpRequest, case: str, question: Query[ListsAsked]) -> HttpResponse:
    """Count how many people of the register stand on any list, on each, and on all that count; it names nobody."""
    asked, _ = asking.about(case, question)
    view = queries.funnel(asked, ids(question.lists, "lists"))
    return sending.answer(request, {**answers.asked_json(asked), **written.funnel_json(view)}, asked=asked)


def ids(words: str, name: str) -> list[UUID]:
    """Ids with commas between; whatever is none is refused."""
    try:
        found = [UUID(each.strip()) for each in words.split(",") if each.strip()]
    except ValueError as fault:
        raise bad(name, "Give ids, with commas between.") from fault
    if len(found) > MOST:
        raise bad(name, f"At most {MOST} at a time.", "too-many")
    return found


def _logged(request: HttpRequest, asked: Asked, people: Collection[UUID], view: str) -> None:
    note_reading(case=asked.case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))
