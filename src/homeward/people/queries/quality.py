"""What is lacking or doubtful in the register: how many people, who they are, and whose lists bring how many records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.views import Asked
from homeward.people.core.quality import Mark, together
from homeward.people.queries.finding import known_then, not_counting
from homeward.people.queries.identities import all_identities
from homeward.people.queries.memory import memories
from homeward.people.queries.people import people_of
from homeward.people.queries.views import PersonLine

PAGE = 50


@dataclass(frozen=True, slots=True)
class QualityView:
    """The board of a case: people in the register, those with each mark, and records by the source that gave them."""

    people: int
    marks: dict[Mark, int]
    records: int
    by_source: dict[str, int]


def quality(asked: Asked) -> QualityView:
    """How many people have which mark as known at the time asked, of what the actor may see; numbers, and nobody's name."""
    marked = _marked(asked)
    counts = Counter(mark for marks in marked.values() for mark in marks)
    by_source = _by_source(asked)
    return QualityView(len(marked), {mark: counts[mark] for mark in Mark}, sum(by_source.values()), by_source)


def people_with(asked: Asked, mark: Mark, *, page: int = 1, size: int = PAGE) -> list[PersonLine]:
    """The people with a mark, a page of them; these are shown, so the door tells the log."""
    ids = sorted((id for id, marks in _marked(asked).items() if mark in marks), key=str)
    return people_of(asked, ids[(page - 1) * size : page * size])


def _marked(asked: Asked) -> dict[UUID, frozenset[Mark]]:
    marks: dict[UUID, list[frozenset[Mark]]] = defaultdict(list)
    known = all_identities(asked)
    for person, mark in _records(asked):
        marks[known.shown_as(person)].append(mark)
    return {person: together(every) for person, every in marks.items()}


def _records(asked: Asked) -> Iterator[tuple[UUID, frozenset[Mark]]]:
    gone = not_counting(asked)
    for memory in memories(asked.case):
        for record in memory.counting(gone):
            yield record.person, memory.marks(record)


def _by_source(asked: Asked) -> dict[str, int]:
    """Records by who gave them: the authority of a list, the speaker of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT coalesce((s.entry::jsonb #>> '{{content,authority}}')::uuid, s.speaker_id), sum(r.records)
            FROM (SELECT statement_id, count(*) AS records FROM people_record WHERE case_id = %(case)s GROUP BY 1
                  UNION ALL SELECT statement_id, 1 FROM people_said WHERE case_id = %(case)s) r
            JOIN ledger_statement s ON s.id = r.statement_id WHERE {known_then(asked, "s")} GROUP BY 1
            """,
            knowing.parameters(asked),
        )
        counted = {source: int(records) for source, records in cursor.fetchall()}
    named = source_queries.sources(asked, [source for source in counted if source])
    found: Counter[str] = Counter()
    for source, records in counted.items():
        found[named[source].name if source in named else ""] += records
    return dict(found.most_common())
