"""What stands around statements: their sources, papers, originals, figures, links and judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries import figures, knowing
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.intervals import interval
from homeward.ledger.queries.views import (
    STANDING,
    Asked,
    ChainView,
    DocumentView,
    LinkView,
    SourceView,
    SpanView,
    StatementView,
)
from homeward.moments import Precision

AROUND = 240
"""Code points of an original shown before and after what it says of a statement."""


class Around:
    """What stands around a handful of statements, read in a fixed number of queries whatever their number."""

    def __init__(self, asked: Asked, entries: dict[UUID, Entry]) -> None:
        self.asked = asked
        ids = list(entries)
        everyone: set[UUID] = set()
        for entry in entries.values():
            everyone.update(filter(None, (entry.speaker, entry.party)))
            everyone.update(step.source for step in entry.chain)
        self.sources = source_queries.sources(asked, everyone)
        self.figures = figures.of_statements(asked, ids)
        self.documents = self._documents(ids)
        self.texts = self._texts(entries.values())
        self.links = self._links(ids)
        self.shared = self._shared(entries)
        self.credibility = source_queries.judgements(asked, ids, "credibility")
        self.names = access.names_of({entry.by for entry in entries.values()})

    def view(self, entry: Entry, *, recorded_at: datetime, surely: bool) -> StatementView:
        links = self.links.get(entry.id, ())
        concerned = entry.occurred or entry.said
        party = self._party(entry)
        return StatementView(
            id=entry.id,
            ref=entry.ref,
            case_slug=self.asked.case.slug,
            kind=entry.kind,
            content=entry.content,
            modality=entry.modality.value if entry.modality else "",
            factuality=entry.factuality.value if entry.factuality else "",
            text=entry.text,
            language=entry.language,
            topic=entry.topic,
            speaker=self.sources.get(entry.speaker) if entry.speaker else None,
            capacity=entry.capacity,
            party=party,
            party_inferred=entry.party_inferred,
            chain=tuple(self._hand(step) for step in entry.chain if step.source in self.sources),
            origin=entry.origin,
            origin_doubtful=entry.origin_doubtful,
            shared_with=tuple(ref for ref in self.shared.get(entry.origin, ()) if ref != entry.ref)
            if entry.origin
            else (),
            occurred=entry.occurred,
            said=entry.said,
            published=entry.published,
            recorded_at=recorded_at,
            recorded_by=self.names.get(entry.by, ""),
            figures=self.figures.get(entry.id, ()),
            spans=tuple(self._span(span) for span in entry.spans),
            documents=self.documents.get(entry.id, ()),
            links=links,
            standing=_standing(links),
            note=entry.note,
            check=entry.check,
            credibility=self.credibility.get(entry.id, ()),
            knowing="yes" if surely else "possibly",
            reaches_past=bool(
                concerned and concerned.precision is not Precision.UNREAD and concerned.reaches_past(self.asked.as_of)
            ),
        )

    def _party(self, entry: Entry) -> SourceView | None:
        speaker = self.sources.get(entry.speaker) if entry.speaker else None
        if speaker is not None and speaker.settled_as and speaker.party_id:
            return source_queries.sources(self.asked, [speaker.party_id]).get(speaker.party_id)
        return self.sources.get(entry.party) if entry.party else None

    def _hand(self, step: Any) -> ChainView:
        return ChainView(self.sources[step.source], step.wording, step.factuality.value if step.factuality else "")

    def _span(self, span: Any) -> SpanView:
        title, language, text = self.texts.get(span.document, ("", "", ""))
        return SpanView(
            span.document,
            title,
            language,
            span.start,
            span.end,
            span.exact,
            span.prefix,
            span.suffix,
            text[span.start : span.end] == span.exact,
            text[max(0, span.start - AROUND) : span.start],
            text[span.end : span.end + AROUND],
        )

    def _documents(self, ids: list[UUID]) -> dict[UUID, tuple[DocumentView, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT c.statement_id, p.id, p.key, o.name, p.url, p.medium, s.entry::jsonb -> 'published'
                FROM ledger_carried c JOIN ledger_publication p ON p.id = c.publication_id
                JOIN ledger_source o ON o.id = p.outlet_id JOIN ledger_statement s ON s.id = p.statement_id
                WHERE c.statement_id = ANY (%s) ORDER BY c.statement_id, c.number
                """,
                [ids],
            )
            found: dict[UUID, list[DocumentView]] = defaultdict(list)
            for statement_id, id, key, outlet, url, medium, published in cursor.fetchall():
                found[statement_id].append(DocumentView(id, key, outlet, url, medium, interval(published)))
        return {id: tuple(documents) for id, documents in found.items()}

    def _texts(self, entries: Iterable[Entry]) -> dict[UUID, tuple[str, str, str]]:
        wanted = list({span.document for entry in entries for span in entry.spans})
        if not wanted:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT d.id, coalesce(s.text, ''), d.language, d.text FROM ledger_document d
                LEFT JOIN ledger_statement s ON s.case_id = d.case_id AND s.kind = 'done.document_received'
                     AND s.entry::jsonb #>> '{content,document}' = d.id::text
                WHERE d.id = ANY (%s)
                """,
                [wanted],
            )
            return {id: (title, language, text) for id, title, language, text in cursor.fetchall()}

    def _links(self, ids: list[UUID]) -> dict[UUID, tuple[LinkView, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT x.here, x.stance, x.direction, s.ref, x.to_figure, s.text, coalesce(v.name, ''), x.doubtful, x.words
                FROM (
                    SELECT l.to_id AS here, l.stance, 'in' AS direction, l.from_id AS other, l.to_figure, l.doubtful, l.words
                    FROM ledger_link l WHERE l.to_id = ANY (%(ids)s) AND {knowing.link_known(self.asked.clock, "l")}
                    UNION ALL
                    SELECT l.from_id, l.stance, 'out', l.to_id, l.to_figure, l.doubtful, l.words
                    FROM ledger_link l WHERE l.from_id = ANY (%(ids)s)
                    AND (l.from_id = l.statement_id OR {knowing.link_known(self.asked.clock, "l")})
                ) x JOIN ledger_statement s ON s.id = x.other LEFT JOIN ledger_source v ON v.id = s.speaker_id
                WHERE {knowing.statement_known(self.asked.clock, "s")}
                ORDER BY x.here, s.position, x.to_figure
                """,
                {**knowing.parameters(self.asked), "ids": ids},
            )
            found: dict[UUID, list[LinkView]] = defaultdict(list)
            for here, stance, direction, ref, figure, text, speaker, doubtful, words in cursor.fetchall():
                found[here].append(LinkView(stance, direction, ref, figure, text, speaker, doubtful, words))
        return {id: tuple(links) for id, links in found.items()}

    def _shared(self, entries: dict[UUID, Entry]) -> dict[UUID, tuple[str, ...]]:
        """The statements of each origin, a few of them: one utterance, however many outlets carry it."""
        origins = list({entry.origin for entry in entries.values() if entry.origin})
        if not origins:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT o.id, array_agg(x.ref ORDER BY x.position) FROM unnest(%(origins)s::uuid[]) AS o (id)
                CROSS JOIN LATERAL (
                    SELECT s.ref, s.position FROM ledger_statement s WHERE s.origin_id = o.id AND s.case_id = %(case)s
                    AND {knowing.known(self.asked.clock, "s")} ORDER BY s.position LIMIT 20
                ) x GROUP BY o.id
                """,
                {**knowing.parameters(self.asked), "origins": origins},
            )
            return {id: tuple(refs) for id, refs in cursor.fetchall()}


def _standing(links: Iterable[LinkView]) -> str:
    """What later statements make of one, the gravest counting; `current` when nothing was said against it."""
    incoming = {link.stance for link in links if link.direction == "in" and not link.figure and not link.doubtful}
    return next((word for stance, word in STANDING.items() if stance in incoming), "current")
