"""What each voice last said on each topic, and what came when.

Each question first finds which statements answer it; `read` then reads those of several questions at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing, statements
from homeward.ledger.queries.views import Asked, StatementView
from homeward.moments import Clock

VOICES = 2_000
LAST_WORDS = 60
CONDITIONS = 500

T = TypeVar("T")
Read = Mapping[UUID, StatementView]


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """The statements that answer a question, and what is made of them once they are read."""

    ids: tuple[UUID, ...]
    made: Callable[[Read], T]


def read(asked: Asked, *answers: Answer[Any]) -> tuple[Any, ...]:
    """The answers themselves, in their order, with one reading of all the statements that they show."""
    wanted = dict.fromkeys(id for answer in answers for id in answer.ids)
    views = {view.id: view for view in statements.statements(asked, list(wanted))}
    return tuple(answer.made(views) for answer in answers)


@dataclass(frozen=True, slots=True)
class LastWord:
    """The last thing a party (or a voice of none) said on a topic."""

    voice_id: UUID
    topic: str
    statement: StatementView


def last_words(asked: Asked, *, at_most: int = LAST_WORDS) -> Answer[list[LastWord]]:
    """The last word of each voice on each topic, said up to the time asked and known then; the latest first."""
    said, said_by = knowing.said("s"), knowing.end(Clock.SAID, "s")
    found = rows(
        asked,
        f"""
        SELECT v.voice_id, v.topic, w.id FROM (SELECT * FROM ledger_voice WHERE case_id = %(case)s LIMIT {VOICES}) v
        CROSS JOIN LATERAL (
            SELECT s.id, {said} AS said FROM ledger_statement s
            WHERE {knowing.voice("s")} = v.voice_id AND s.topic = v.topic AND s.case_id = v.case_id
            AND {knowing.begun(said, said_by, "%(bound)s")} AND {knowing.known_in_order(asked.clock, "s")}
            AND s.kind = 'said.plain'
            AND NOT EXISTS (SELECT FROM ledger_link l WHERE l.to_id = s.id AND l.to_figure = 0 AND NOT l.doubtful
                            AND l.stance IN ('retracts', 'corrects') AND {knowing.link_known(asked.clock, "l")})
            ORDER BY {said} DESC, s.position DESC LIMIT 1
        ) w ORDER BY w.said DESC, v.topic, v.voice_id LIMIT %(at_most)s
        """,
        at_most=at_most,
    )
    return Answer(
        tuple(row[2] for row in found),
        lambda views: [LastWord(voice, topic, views[id]) for voice, topic, id in found if id in views],
    )


def timeline(asked: Asked, *, by_event: bool = True, at_most: int = 60) -> Answer[list[StatementView]]:
    """What was said of the time up to the one asked, by when it happened or by when it was known; the latest part of it."""
    order = knowing.event("s") if by_event else knowing.end(asked.clock, "s")
    found = rows(
        asked,
        f"""
        SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND {knowing.of_the_day("s")}
        AND {order} <= {"%(as_of)s" if by_event else "%(known_at)s"}
        AND {knowing.event_begun("s")} AND {knowing.known_in_order(asked.clock, "s")}
        ORDER BY {order} DESC, s.position DESC LIMIT %(at_most)s
        """,
        at_most=at_most,
    )
    return _listed([row[0] for row in reversed(found)])


def changed_since(asked: Asked, since: datetime, *, at_most: int = 50) -> Answer[tuple[list[StatementView], int]]:
    """What became known after `since` and up to the time asked, the latest first, and how many (counted up to 1,000)."""
    end = knowing.end(asked.clock, "s")
    found = rows(
        asked,
        f"""
        SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND {knowing.of_the_day("s")}
        AND {end} > %(since)s AND {end} <= %(known_at)s ORDER BY {end} DESC, s.position DESC LIMIT 1001
        """,
        since=since,
    )
    ids = [row[0] for row in found]
    latest = _listed(ids[:at_most])
    return Answer(latest.ids, lambda views: (latest.made(views), len(ids)))


def of_kind(asked: Asked, kind: str, *, at_most: int = CONDITIONS) -> Answer[list[StatementView]]:
    """The statements of one kind that were known at the time asked."""
    found = rows(
        asked,
        f"""
        SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = %(kind)s AND {knowing.known(asked.clock, "s")}
        AND ({knowing.event_begun("s")} OR (s.said_from IS NULL AND s.occurred_from IS NULL)) ORDER BY s.position LIMIT %(at_most)s
        """,
        kind=kind,
        at_most=at_most,
    )
    return _listed([row[0] for row in found])


def linked(
    asked: Asked, stances: tuple[str, ...], *, at_most: int = 100
) -> Answer[list[tuple[StatementView, StatementView, str]]]:
    """Pairs of statements of which the first contradicts, denies or doubts the second, both known at the time asked."""
    found = rows(
        asked,
        f"""
        SELECT l.from_id, l.to_id, l.stance FROM ledger_link l
        JOIN ledger_statement s ON s.id = l.from_id JOIN ledger_statement t ON t.id = l.to_id
        WHERE l.case_id = %(case)s AND l.stance = ANY (%(stances)s) AND {knowing.link_known(asked.clock, "l")}
        AND {knowing.known(asked.clock, "t")} ORDER BY s.position DESC, l.number LIMIT %(at_most)s
        """,
        stances=list(stances),
        at_most=at_most,
    )
    return Answer(
        tuple(id for row in found for id in row[:2]),
        lambda views: [(views[a], views[b], stance) for a, b, stance in found if a in views and b in views],
    )


def _listed(ids: list[UUID]) -> Answer[list[StatementView]]:
    return Answer(tuple(ids), lambda views: [views[id] for id in ids if id in views])


def rows(asked: Asked, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of a question that names the values of `knowing` and these."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {**knowing.parameters(asked), **values})
        return cursor.fetchall()  # type: ignore[no-any-return]
