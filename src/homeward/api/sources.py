"""Sources: who can know or decide."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from homeward.api import asking, sending
from homeward.api.asking import Moment
from homeward.api.shapes.sources import OneSource, Sources
from homeward.api.shapes.told import READING, UNCHANGED
from homeward.api.statements import Page, within
from homeward.briefing.formats import answers
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries import sources as queries

router = Router(tags=["sources"])


@router.get("/cases/{case}/sources", response={200: Sources, **UNCHANGED, **READING}, operation_id="sources")
def listed(
    request: HttpRequest,
    case: str,
    moment: Query[Moment],
    part: Query[Page],
    kind: SourceKind | None = Query(None, description="One kind of source."),
) -> HttpResponse:
    """List the sources of a case by kind and name, with the party each acts for and how named persons judged them."""
    asked, _ = asking.about(case, moment)
    everyone = [view for view in queries.sources(asked).values() if kind is None or view.kind == kind.value]
    pages = max(1, -(-len(everyone) // part.size))
    within(part.page, pages)
    shown = everyone[(part.page - 1) * part.size : part.page * part.size]
    body = {
        **answers.asked_json(asked),
        "count": len(everyone),
        "page": part.page,
        "pages": pages,
        "sources": [answers.source_json(view) for view in shown],
    }
    return sending.page(request, body, asked=asked, page=part.page, pages=pages)


@router.get("/cases/{case}/sources/{source}", response={200: OneSource, **UNCHANGED, **READING}, operation_id="source")
def one(request: HttpRequest, case: str, source: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show one source by its id."""
    asked, _ = asking.about(case, moment)
    view = queries.source(asked.case, source, asked)
    return sending.answer(request, {**answers.asked_json(asked), "source": answers.source_json(view)}, asked=asked)
