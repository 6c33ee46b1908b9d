"""The picture of a case."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from homeward.api import asking, sending
from homeward.api.asking import Moment, Words
from homeward.api.shapes.picture import Picture
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing import queries
from homeward.briefing.formats import answers

router = Router(tags=["picture"])


class By(StrEnum):
    """By what a timeline is ordered."""

    EVENT = "event"
    KNOWN = "known"


class Question(Moment):
    """The picture of a case, and since when changes are wanted."""

    since: Words = Field(None, description="What changed since then; a day before the time asked when left out.")
    by: By = Field(By.EVENT, description="The timeline by when things happened, or by when they were known.")


@router.get("/cases/{case}/picture", response={200: Picture, **UNCHANGED, **READING}, operation_id="picture")
def picture(request: HttpRequest, case: str, question: Query[Question]) -> HttpResponse:
    """Give the picture of a case: last words, counts and rivals, conditions, what disagrees, what is not known."""
    asked, also = asking.about(case, question, since=question.since)
    made = queries.picture(asked, since=also.get("since"), by_event=question.by is By.EVENT)
    body = answers.picture_json(made)
    fixed = body if question.since else {**body, "changed": {**body["changed"], "since": None}}
    return sending.answer(request, body, asked=asked, fixed=fixed)
