"""Statements: one, those that fit a search, in the order of time, and what is new among them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router
from pydantic import AfterValidator

from homeward.api import asking, sending
from homeward.api.asking import Moment, Words
from homeward.api.paging import LARGEST, Page, within
from homeward.api.picture import By
from homeward.api.shapes.statements import Changes, OneStatement, Statements, Timeline
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing.formats import answers
from homeward.ledger.core import kinds
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries import statements as queries
from homeward.ledger.queries import words
from homeward.ledger.queries.statements import Filters
from homeward.moments import stamp

router = Router(tags=["statements"])
KINDS = tuple(sorted({name for name, _ in kinds.registered()}))


def _of_the_closed_set(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"The ledger does not know this kind; it is one of {', '.join(KINDS)}.")
    return kind


class Search(Page, Moment):
    """What to look for among the statements of a case."""

    q: str | None = Field(
        None,
        max_length=400,
        description='Words or their beginnings; "in quotes" as a phrase, -this not.',
        examples=['hostage "Red Cross" -list'],
    )
    speaker: UUID | None = Field(None, description="The id of the source who spoke.")
    party: UUID | None = Field(None, description="The id of the party for whom they spoke.")
    origin: UUID | None = Field(None, description="The id of the utterance that several outlets may carry.")
    modality: Modality | None = Field(None, description="With what commitment it was said.")
    kind: Annotated[str, AfterValidator(_of_the_closed_set)] | None = Field(
        None,
        description="One kind of statement; all that voices said (`said.*`) when left out.",
        examples=["said.condition"],
    )
    topic: str | None = Field(None, max_length=400, description="The topic, exactly as statements name it.")
    said_since: Words = Field(None, description="Said at or after this time; a date alone is the start of that day.")
    said_until: Words = Field(None, description="Said before this time; a date alone is the end of that day.")


@router.get("/cases/{case}/statements", response={200: Statements, **UNCHANGED, **READING}, operation_id="statements")
def listed(request: HttpRequest, case: str, search: Query[Search]) -> HttpResponse:
    """List the statements that fit, the latest known first, one page of them."""
    asked, also = asking.about(case, search, said_since=search.said_since, said_until=search.said_until)
    filters = Filters(
        words=search.q or "",
        speaker=search.speaker,
        party=search.party,
        origin=search.origin,
        modality=search.modality or "",
        kind=search.kind or "",
        topic=search.topic or "",
        said_since=also.get("said_since"),
        said_until=also.get("said_until"),
    )
    found = queries.find(asked, filters, page=search.page, size=search.size)
    within(search.page, found.pages)
    return sending.page(request, answers.found_json(asked, found), asked=asked, page=found.page, pages=found.pages)


class TimelineQuestion(Moment):
    """How much of a timeline, and in which order."""

    by: By = Field(By.EVENT, description="By when things happened, or by when they were known.")
    size: int = Field(60, ge=1, le=LARGEST, description="At most so many, the latest ones.")


@router.get("/cases/{case}/timeline", response={200: Timeline, **UNCHANGED, **READING}, operation_id="timeline")
def timeline(request: HttpRequest, case: str, question: Query[TimelineQuestion]) -> HttpResponse:
    """Give the statements in the order of time, by event or by when they were known, the earliest first."""
    asked, _ = asking.about(case, question)
    (shown,) = words.read(asked, words.timeline(asked, by_event=question.by is By.EVENT, at_most=question.size))
    statements = [answers.statement_json(view, asked.case.zone) for view in shown]
    body = {**answers.asked_json(asked), "by": question.by.value, "statements": statements}
    return sending.answer(request, body, asked=asked)


class ChangesQuestion(Moment):
    """Since when, and how many of the changes."""

    since: str = Field(
        description="The time after which; a date alone is the end of that local day.",
        examples=["2023-11-03T18:00+02:00"],
    )
    size: int = Field(50, ge=1, le=LARGEST, description="At most so many, the latest ones.")


@router.get("/cases/{case}/changes", response={200: Changes, **UNCHANGED, **READING}, operation_id="changes")
def changes(request: HttpRequest, case: str, question: Query[ChangesQuestion]) -> HttpResponse:
    """Give what became known after a time, by the clock asked, the latest first."""
    asked, also = asking.about(case, question, since=question.since)
    ((changed, count),) = words.read(asked, words.changed_since(asked, also["since"], at_most=question.size))
    body = {
        **answers.asked_json(asked),
        "since": stamp(also["since"]),
        "count": count,
        "statements": [answers.statement_json(view, asked.case.zone) for view in changed],
    }
    return sending.answer(request, body, asked=asked)


@router.get(
    "/cases/{case}/statements/{path:statement}",
    response={200: OneStatement, **UNCHANGED, **READING},
    operation_id="statement",
)
def one(request: HttpRequest, case: str, statement: str, moment: Query[Moment]) -> HttpResponse:
    """Show one statement by its short name (s02) with its evidence, chain, figures and links, as known then."""
    asked, _ = asking.about(case, moment)
    view = queries.statement(asked, statement)
    body = {**answers.asked_json(asked), **answers.statement_json(view, asked.case.zone)}
    return sending.answer(request, body, asked=asked)
