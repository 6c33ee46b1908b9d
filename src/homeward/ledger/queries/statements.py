"""Statements with everything that shows them, and the ways to find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries import figures, knowing
from homeward.ledger.queries import sources as source_queries
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
from homeward.moments import Interval, Precision
from homeward.refusals import Refused
from homeward.seals import strict

PAGE = 50
SEARCHED, SEARCHED_NARROWLY = 500, 10_000
"""Statements that a search by words looks at, the latest recorded; more when only few of them may fit what else is asked."""
AROUND = 240
"""Code points of an original shown before and after what it says of a statement."""


class NoSuchStatement(Refused):
    """There is no such statement, or none that you may see."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to look for among the statements of a case; empty means everything."""

    words: str = ""
    speaker: UUID | None = None
    party: UUID | None = None
    modality: str = ""
    kind: str = ""
    topic: str = ""
    said_since: datetime | None = None
    said_until: datetime | None = None
    origin: UUID | None = None

    @property
    def any(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Found:
    """One page of statements, how many there are (`capped` when counting stopped), and where the page stands."""

    statements: tuple[StatementView, ...]
    count: int
    capped: bool
    page: int
    pages: int
    first: int = field(default=0)
    last: int = field(default=0)


def statement(asked: Asked, ref: str) -> StatementView:
    """The statement at this address, with its evidence, chain, figures and links, as known at the time asked."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.ref = %(ref)s
            AND {knowing.statement_known(asked.clock, "s")} ORDER BY s.position LIMIT 1
            """,
            {**knowing.parameters(asked), "ref": ref},
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchStatement(where=ref, instead="Search the statements of the case.")
    return statements(asked, [row[0]])[0]


def find(asked: Asked, filters: Filters, *, page: int = 1, size: int = PAGE) -> Found:
    """The statements that fit, the latest said first, one page of them; words are searched in full text."""
    conditions, values = _conditions(asked, filters)
    cut = False
    if filters.words:
        narrow = asked.past or filters != Filters(words=filters.words)
        most = SEARCHED_NARROWLY if narrow else SEARCHED
        ranked = search(asked, filters.words, at_most=most)
        cut = len(ranked) == most
        conditions.append("s.id = ANY (%(ranked)s)")
        values["ranked"] = ranked
    where = " AND ".join(conditions)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM (SELECT FROM ledger_statement s WHERE {where} LIMIT 10001) AS counted", values
        )
        (count,) = cursor.fetchone()
        pages = max(1, -(-min(count, 10_000) // size))
        page = min(max(1, page), pages)
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE {where}
            ORDER BY {knowing.end(asked.clock, "s")} DESC, s.position DESC LIMIT %(size)s OFFSET %(offset)s
            """,
            {**values, "size": size, "offset": (page - 1) * size},
        )
        ids = [row[0] for row in cursor.fetchall()]
    found = statements(asked, ids)
    start = (page - 1) * size
    return Found(
        statements=tuple(found),
        count=min(count, 10_000),
        capped=cut or count > 10_000,
        page=page,
        pages=pages,
        first=start + 1 if found else 0,
        last=start + len(found),
    )


def search(asked: Asked, words: str, *, at_most: int = SEARCHED) -> list[UUID]:
    """The statements of the case that hold these words, the latest recorded first, of what the actor may see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger.search(%s, %s, %s)", [words, asked.case.id, at_most])
        return [row[0] for row in cursor.fetchall()]


def statements(asked: Asked, ids: Sequence[UUID]) -> list[StatementView]:
    """These statements in this order, those of them that the actor may see."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.entry, s.recorded_at, {knowing.surely(asked.clock, "s")} FROM ledger_statement s
            WHERE s.id = ANY (%(ids)s) AND s.case_id = %(case)s
            """,
            {**knowing.parameters(asked), "ids": list(ids)},
        )
        rows = {row[0]: row for row in cursor.fetchall()}
    entries = {id: _entry(row[1]) for id, row in rows.items()}
    around = _Around(asked, entries)
    return [around.view(entries[id], recorded_at=rows[id][2], surely=rows[id][3]) for id in ids if id in entries]


@lru_cache(maxsize=2_048)
def _entry(written: str) -> Entry:
    """An entry from its text, which never changes; a picture shows the same ones again and again."""
    return Entry.from_json(strict.loads(written.encode()))


def standing_of(links: Iterable[LinkView]) -> str:
    """What later statements make of one, the gravest counting; `current` when nothing was said against it."""
    incoming = {link.stance for link in links if link.direction == "in" and not link.figure and not link.doubtful}
    return next((word for stance, word in STANDING.items() if stance in incoming), "current")


def _conditions(asked: Asked, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    conditions = ["s.case_id = %(case)s", knowing.known(asked.clock, "s")]
    values: dict[str, Any] = dict(knowing.parameters(asked))
    if not filters.kind:
        conditions.append("s.kind LIKE 'said.%%'")
    for name, column in (
        ("speaker", "speaker_id"),
        ("party", "party_id"),
        ("modality", "modality"),
        ("kind", "kind"),
        ("topic", "topic"),
        ("origin", "origin_id"),
    ):
        if value := getattr(filters, name):
            conditions.append(f"s.{column} = %({name})s")
            values[name] = value
    if filters.said_since is not None:
        conditions.append("s.said_until > %(said_since)s")
        values["said_since"] = filters.said_since
    if filters.said_until is not None:
        conditions.append("s.said_from < %(said_until)s")
        values["said_until"] = filters.said_until
    return conditions, values


class _Around:
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
            standing=standing_of(links),
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
                SELECT c.statement_id, p.id, p.key, o.name, p.url, p.medium, s.entry
                FROM ledger_carried c JOIN ledger_publication p ON p.id = c.publication_id
                JOIN ledger_source o ON o.id = p.outlet_id JOIN ledger_statement s ON s.id = p.statement_id
                WHERE c.statement_id = ANY (%s) ORDER BY c.statement_id, c.number
                """,
                [ids],
            )
            found: dict[UUID, list[DocumentView]] = defaultdict(list)
            for statement_id, id, key, outlet, url, medium, entry in cursor.fetchall():
                written = strict.loads(entry.encode()).get("published")
                published = Interval.from_json(written) if written else None
                found[statement_id].append(DocumentView(id, key, outlet, url, medium, published))
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
