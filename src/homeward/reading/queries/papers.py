"""The papers of a case: what came in, who published it, how far it is read and decided."""

from __future__ import annotations

import json
from datetime import date, datetime
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
_PAPERS = """
    WITH chosen AS (
        SELECT p.* FROM reading_paper p WHERE p.case_id = %(case)s AND (%(document)s::uuid IS NULL OR p.document_id = %(document)s)
          AND (%(until)s::timestamptz IS NULL OR p.received_at <= %(until)s)
        ORDER BY p.received_at DESC, p.document_id LIMIT %(most)s OFFSET %(passed)s
    ), last AS (
        SELECT DISTINCT ON (d.document_id, d.proposal_id) d.document_id, d.proposal_id, d.verdict
        FROM reading_decision d WHERE d.document_id IN (SELECT document_id FROM chosen)
        ORDER BY d.document_id, d.proposal_id, d.number DESC
    )
    SELECT p.document_id, p.title, coalesce(o.name, ''), coalesce(b.url, ''), s.entry::jsonb #> '{content,published}', p.media_type,
           coalesce(r.language, p.language), p.received_at, a.name, coalesce(r.state, 'waiting'), coalesce(r.why, ''),
           (SELECT count(DISTINCT q.proposal_id) FROM reading_proposal q WHERE q.document_id = p.document_id),
           (SELECT count(*) FROM last WHERE last.document_id = p.document_id AND verdict = 'confirmed'),
           (SELECT count(*) FROM last WHERE last.document_id = p.document_id AND verdict = 'refused'),
           (SELECT count(*) FROM last WHERE last.document_id = p.document_id AND verdict = 'missed'),
           (SELECT count(*) FROM reading_copy c WHERE c.document_id = p.document_id OR c.of_id = p.document_id)
    FROM chosen p
    JOIN access_actor a ON a.id = p.received_by
    LEFT JOIN ledger_publication b ON b.id = p.publication_id AND b.case_id = p.case_id
    LEFT JOIN ledger_statement s ON s.id = b.statement_id
    LEFT JOIN ledger_source o ON o.id = b.outlet_id AND o.case_id = p.case_id
    LEFT JOIN LATERAL (
        SELECT g.language, g.state, g.why FROM reading_reading g
        WHERE g.document_id = p.document_id AND g.built_in ORDER BY g.asked_at DESC, g.id LIMIT 1
    ) r ON true
    ORDER BY p.received_at DESC, p.document_id
"""


class NoSuchPaper(Refused):
    """There is no such paper in this case, or none that you may see."""


def papers(case: CaseView, *, page: int = 1, until: datetime | None = None) -> list[PaperView]:
    """What came in, up to a moment where one is named; the latest first, a page at a time."""
    return _found(case, None, passed=(page - 1) * PAGE, until=until)


def how_many_papers(case: CaseView, *, until: datetime | None = None) -> int:
    """How many papers came in, up to a moment where one is named."""
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
        language=view.language,
        sources=tuple(name for name, _ in named),
        parties=tuple(name for name, kind in named if kind == SourceKind.PARTY.value),
    )


def day_in(case: CaseView, published: Interval | None) -> date | None:
    """The local day from which words like "yesterday" count: the last day of the publication's time."""
    if published is None:
        return None
    moment = published.start or published.until
    return moment.astimezone(case.zone).date() if moment else None


def received_between(before: int, last: int) -> list[tuple[UUID, UUID]]:
    """The papers whose receiving stands at positions after `before` up to `last`: document and compartment."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.document_id, p.compartment_id FROM ledger_statement s JOIN reading_paper p ON p.statement_id = s.id
            WHERE s.position > %s AND s.position <= %s AND s.kind = 'done.document_received' AND p.language <> '-'
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
            LEFT JOIN ledger_publication b ON b.id = p.publication_id AND b.case_id = p.case_id
            LEFT JOIN ledger_source o ON o.id = b.outlet_id AND o.case_id = p.case_id
            WHERE p.case_id = %s AND p.document_id = ANY (%s)
            """,
            [case.id, list(documents)],
        )
        return {document: (title, outlet) for document, title, outlet in cursor.fetchall()}


def _found(case: CaseView, document: UUID | None, *, passed: int = 0, until: datetime | None = None) -> list[PaperView]:
    asked = {"case": case.id, "document": document, "most": PAGE, "passed": passed, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(_PAPERS, asked)
        return [_view(row) for row in cursor.fetchall()]


def _view(row: tuple[Any, ...]) -> PaperView:
    document, title, outlet, url, published, *rest = row
    told = json.loads(published) if isinstance(published, str) else published
    return PaperView(document, title, outlet, url, Interval.from_json(told) if told else None, *rest)
