"""Statements and sources as documents, each with everything that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from homeward.briefing.formats.figures import asked_json, figure_json
from homeward.briefing.formats.notation import Json, when
from homeward.moments import stamp

if TYPE_CHECKING:  # views are plain values, and the queries that make them need a database
    from homeward.ledger.queries.statements import Found
    from homeward.ledger.queries.views import (
        Asked,
        CaseView,
        ConditionView,
        DocumentView,
        JudgementView,
        LinkView,
        SourceView,
        SpanView,
        StatementView,
    )


def case_json(case: CaseView) -> Json:
    """A case as lists of cases show it."""
    return {
        "case": case.slug,
        "title": case.title,
        "zone": case.zone.key,
        "clock": case.clock.value,
        "compartment": case.compartment_slug,
        "about": case.about,
        "opened_at": stamp(case.opened_at),
        "may_write": case.may_write,
    }


def found_json(asked: Asked, found: Found) -> Json:
    """One page of the statements that fit a search."""
    return {
        **asked_json(asked),
        "count": found.count,
        "counted_all": not found.capped,
        "page": found.page,
        "pages": found.pages,
        "statements": [statement_json(statement, asked.case.zone) for statement in found.statements],
    }


def statement_json(view: StatementView, zone: tzinfo) -> Json:
    """One statement with its four times, chain, figures, evidence and links; times also in local days of `zone`."""
    return {
        "statement": view.ref,
        "id": str(view.id),
        "case": view.case_slug,
        "kind": view.kind,
        "modality": view.modality or None,
        "factuality": view.factuality or None,
        "text": view.text,
        "language": view.language or None,
        "topic": view.topic or None,
        "speaker": source_json(view.speaker) if view.speaker else None,
        "capacity": view.capacity or None,
        "party": source_json(view.party) if view.party else None,
        "party_inferred": view.party_inferred,
        "chain": [
            {"source": source_json(hand.source), "wording": hand.wording, "factuality": hand.factuality or None}
            for hand in view.chain
        ],
        "origin": str(view.origin) if view.origin else None,
        "origin_doubtful": view.origin_doubtful,
        "shares_origin_with": list(view.shared_with),
        "occurred": when(view.occurred, zone),
        "said": when(view.said, zone),
        "published": when(view.published, zone),
        "recorded_at": stamp(view.recorded_at),
        "recorded_by": view.recorded_by,
        "figures": [figure_json(figure, zone) for figure in view.figures],
        "spans": [span_json(span) for span in view.spans],
        "documents": [document_json(document, zone) for document in view.documents],
        "links": [link_json(link) for link in view.links],
        "standing": view.standing,
        "note": view.note or None,
        "check": view.check or None,
        "credibility": judgements_json(view.credibility),
        "known": view.knowing,
        "reaches_past": view.reaches_past,
    }


def source_json(source: SourceView) -> Json:
    """Who can know or decide, for whom they act, and how a named person judged them."""
    return {
        "id": str(source.id),
        "name": source.name,
        "kind": source.kind,
        "role": source.role or None,
        "key": source.key or None,
        "party": source.party_name or None,
        "party_inferred": source.party_inferred,
        "settled_as": source.settled_as or None,
        "reliability": judgements_json(source.reliability),
    }


def condition_json(condition: ConditionView) -> Json:
    """What is said to stand in the way; `vague` when it names nothing that could be seen to be met."""
    return {
        "statement": condition.statement.ref,
        "text": condition.statement.text,
        "gates": condition.gates,
        "demanded_by": list(condition.demanded_by),
        "demanded_of": list(condition.demanded_of),
        "status": condition.status,
        "vague": condition.vague,
        "reports": [report.ref for report in condition.reports],
        "sources": list(condition.sources),
    }


def judgements_json(judgements: Iterable[JudgementView]) -> list[Json]:
    """Marks with the person who gave them, when, and why."""
    return [
        {"mark": one.mark, "topic": one.topic or None, "reason": one.reason, "by": one.by, "at": stamp(one.at)}
        for one in judgements
    ]


def span_json(span: SpanView) -> Json:
    """Where an original shows a statement, in code points, the end not included."""
    return {
        "document": str(span.document_id),
        "title": span.title,
        "language": span.language or None,
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": span.prefix,
        "suffix": span.suffix,
        "intact": span.intact,
    }


def document_json(document: DocumentView, zone: tzinfo) -> Json:
    """A publication that carries a statement."""
    return {
        "id": str(document.id),
        "key": document.key,
        "outlet": document.outlet,
        "url": document.url or None,
        "medium": document.medium or None,
        "published": when(document.published, zone),
    }


def link_json(link: LinkView) -> Json:
    """How another statement stands to this one ("in") or this one to another ("out"); figure 0 means all of it."""
    return {
        "stance": link.stance,
        "direction": link.direction,
        "statement": link.ref,
        "figure": link.figure,
        "text": link.text,
        "speaker": link.speaker or None,
        "doubtful": link.doubtful,
        "words": link.words or None,
    }
