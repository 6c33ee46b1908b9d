"""The papers of a case: what came in, who published it, how far it is read and decided."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Document, Source
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.reading.core.printed import Printed
from homeward.reading.models import Paper
from homeward.reading.queries.views import PaperView
from homeward.refusals import Refused

PAGE = 50


class NoSuchPaper(Refused):
    """There is no such paper in this case, or none that you may see."""


def papers(case: CaseView, *, page: int = 1, size: int = PAGE, until: datetime | None = None) -> list[PaperView]:
    """What came in, up to a moment where one is named; the latest first, a page at a time."""
    return _found(case, None, most=size, passed=(page - 1) * size, until=until)


def count(case: CaseView, *, until: datetime | None = None) -> int:
    """How many papers of the case there are for the actor of this transaction, up to a moment where one is named."""
    rows = Paper.objects.filter(case_id=case.id)
    return (rows.filter(received_at__lte=until) if until else rows).count()


def paper(case: CaseView, document: UUID) -> PaperView:
    """One paper of the case."""
    found = _found(case, document)
    if not found:
        raise NoSuchPaper(where=str(document), instead="The inbox shows the papers of the case.")
    return found[0]


def text_of(case: CaseView, document: UUID) -> str:
    """The text of a paper, in which places are counted in code points."""
    found = Document.objects.filter(id=document, case_id=case.id).values_list("text", flat=True).first()
    if found is None:
        raise NoSuchPaper(where=str(document), instead="The inbox shows the papers of the case.")
    return found


def printed(case: CaseView, view: PaperView) -> Printed:
    """What is known of a paper beside its text, and the voices that its case knows."""
    named = list(Source.objects.filter(case_id=case.id).values_list("name", "kind").order_by("name", "id"))
    return Printed(
        outlet=view.outlet,
        published=day_in(case, view.published),
        received=view.received_at.astimezone(case.zone).date(),
        language=view.language,
        sources=tuple(name for name, _ in named),
        parties=tuple(name for name, kind in named if kind == SourceKind.PARTY.value),
    )


def known_names(case: UUID) -> dict[str, str]:
    """The names of the sources of a case, each with what it is."""
    return dict(Source.objects.filter(case_id=case).order_by("name", "id").values_list("name", "kind"))


def day_in(case: CaseView, published: Interval | None) -> date | None:
    """The local day from which words like "yesterday" count: the last day of the publication's time."""
    if published is None:
        return None
    start, until = published.start, published.until
    last = until - timedelta(microseconds=1) if until and until != start else start
    return last.astimezone(case.zone).date() if last else None


def received_between(before: int, last: int) -> list[tuple[UUID, UUID]]:
    """The papers that came in at positions after `before` up to `last`: document and compartment."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.document_id, p.compartment_id FROM ledger_statement s JOIN reading_paper p ON p.statement_id = s.id
            WHERE s.position > %s AND s.position <= %s AND s.kind = 'done.document_received'
            """,
            [before, last],
        )
        return list(cursor.fetchall())


def whole_paper(case: CaseView, document: UUID) -> Paper:
    """The row of a paper, for actions."""
    found = Paper.objects.filter(case_id=case.id, document_id=document).first()
    if found is None:
        raise NoSuchPaper(where=str(document), instead="The inbox shows the papers of the case.")
    return found


def papers_named(case: CaseView, documents: set[UUID]) -> dict[UUID, tuple[str, str]]:
    """Title and outlet of papers."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.document_id, p.title, coalesce(o.name, '') FROM reading_paper p
            LEFT JOIN LATERAL (SELECT x.publication_id FROM reading_appearance x WHERE x.document_id = p.document_id
                               ORDER BY x.position LIMIT 1) came ON true
            LEFT JOIN ledger_publication b ON b.id = came.publication_id AND b.case_id = p.case_id
            LEFT JOIN ledger_source o ON o.id = b.outlet_id AND o.case_id = p.case_id
            WHERE p.case_id = %s AND p.document_id = ANY (%s)
            """,
            [case.id, list(documents)],
        )
        return {document: (title, outlet) for document, title, outlet in cursor.fetchall()}


def publications_of(document: UUID) -> list[tuple[UUID, str, Interval | None]]:
    """The publications that carry a paper in the order in which they were told of: id, outlet, when."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT b.id, o.name, s.entry::jsonb #> '{content,published}' FROM reading_appearance x
            JOIN ledger_publication b ON b.id = x.publication_id JOIN ledger_source o ON o.id = b.outlet_id
            JOIN ledger_statement s ON s.id = b.statement_id
            WHERE x.document_id = %s ORDER BY x.position
            """,
            [document],
        )
        return [(publication, outlet, _interval(published)) for publication, outlet, published in cursor.fetchall()]


def _found(
    case: CaseView, document: UUID | None, *, most: int = 1, passed: int = 0, until: datetime | None = None
) -> list[PaperView]:
    asked = {"case": case.id, "document": document, "most": most, "passed": passed, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(_sql(), asked)
        return [_view(row) for row in cursor.fetchall()]


def _view(row: tuple[Any, ...]) -> PaperView:
    document, title, outlet, url, published, *told, outlets = row
    return PaperView(document, title, outlet, url, _interval(published), *[*told, tuple(outlets)])


def _interval(told: Any) -> Interval | None:
    read = json.loads(told) if isinstance(told, str) else told
    return Interval.from_json(read) if read else None


@cache
def _sql() -> str:
    return (Path(__file__).parents[1] / "sql" / "papers.sql").read_text()
