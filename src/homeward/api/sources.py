"""Sources: who can know or decide."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from homeward.api import asking, sending
from homeward.api.asking import Moment
from homeward.api.paging import Page, within
from homeward.api.shapes.sources import OneSource, Sources
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.briefing.formats import answers
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries import sources as queries

router = Router(tags=["sources"])


class Question(Page, Moment):
    """Which sources, and which part of them."""

    kind: SourceKind | None = Field(None, description="One kind of source.")


@router.get("/cases/{case}/sources", response={200: Sources, **UNCHANGED, **READING}, operation_id="sources")
def listed(request: HttpRequest, case: str, question: Query[Question]) -> HttpResponse:
    """List the sources of a case by kind and name, with the party each acts for and how named persons judged them."""
    asked, _ = asking.about(case, question)
    everyone = [view for view in queries.sources(asked).values() if question.kind in (None, view.kind)]
    pages = max(1, -(-len(everyone) // question.size))
    within(question.page, pages)
    shown = everyone[(question.page - 1) * question.size : question.page * question.size]
    body = {
        **answers.asked_json(asked),
        "count": len(everyone),
        "page": question.page,
        "pages": pages,
        "sources": [answers.source_json(view) for view in shown],
    }
    return sending.page(request, body, asked=asked, page=question.page, pages=pages)


@router.get("/cases/{case}/sources/{source}", response={200: OneSource, **UNCHANGED, **READING}, operation_id="source")
def one(request: HttpRequest, case: str, source: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show one source by its id."""
    asked, _ = asking.about(case, moment)
    view = queries.source(asked.case, source, asked)
    return sending.answer(request, {**answers.asked_json(asked), **answers.source_json(view)}, asked=asked)
