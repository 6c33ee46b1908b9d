"""The ways to find statements: by words, by who said them, by when; one page of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.statements.shown import statements
from homeward.ledger.queries.views import Asked, StatementView

PAGE, COUNTED = 50, 10_000
"""Statements on a page, and how many are counted."""
SEARCHED, SEARCHED_NARROWLY = 500, 10_000
"""Statements that a search by words looks at, the latest recorded; more when only few of them may fit what else is asked."""


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


def find(asked: Asked, filters: Filters, *, page: int = 1, size: int = PAGE) -> Found:
    """The statements that fit, the latest said first, one page of them; words are searched in full text.

    A page past the last is the last.
    """
    conditions, values = _conditions(asked, filters)
    cut = False
    if filters.words:
        narrow = asked.past or filters != Filters(words=filters.words)
        most = SEARCHED_NARROWLY if narrow else SEARCHED
        ranked = search(asked, filters.words, at_most=most)
        cut = len(ranked) == most
        conditions.append("s.id = ANY (%(ranked)s)")
        values["ranked"] = ranked
    page = max(1, page)
    fitting, ids = _page(asked, conditions, values, page, size)
    count = min(fitting, COUNTED)
    pages = max(1, -(-count // size))
    if page > pages:
        page = pages
        _, ids = _page(asked, conditions, values, page, size)
    start = (page - 1) * size
    found = statements(asked, ids)
    return Found(
        statements=tuple(found),
        count=count,
        capped=cut or fitting > COUNTED,
        page=page,
        pages=pages,
        first=start + 1 if found else 0,
        last=start + len(found),
    )


def _page(asked: Asked, conditions: list[str], values: dict[str, Any], page: int, size: int) -> tuple[int, list[UUID]]:
    """How many statements fit, counted to one more than is told, and those of one page, the latest said first."""
    latest = f"{knowing.end(asked.clock, 's')} DESC, s.position DESC"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH fitting AS MATERIALIZED (
                SELECT s.id, row_number() OVER (ORDER BY {latest}) AS place FROM ledger_statement s
                WHERE {" AND ".join(conditions)} ORDER BY {latest} LIMIT {COUNTED + 1}
            )
            SELECT (SELECT count(*) FROM fitting), ARRAY(
                SELECT id FROM fitting WHERE place > %(after)s AND place <= least(%(after)s + %(size)s, {COUNTED}) ORDER BY place
            )
            """,
            {**values, "after": (page - 1) * size, "size": size},
        )
        counted, ids = cursor.fetchone()
        return counted, ids


def search(asked: Asked, words: str, *, at_most: int = SEARCHED) -> list[UUID]:
    """The statements of the case that hold these words, the latest recorded first, of what the actor may see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger.search(%s, %s, %s)", [words, asked.case.id, at_most])
        return [row[0] for row in cursor.fetchall()]


def _conditions(asked: Asked, filters: Filters) -> tuple[list[str], dict[str, Any]]:
    conditions = ["s.case_id = %(case)s", knowing.known(asked.clock, "s")]
    values: dict[str, Any] = dict(knowing.parameters(asked))
    if not filters.kind:
        conditions.append(knowing.of_the_day("s"))
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
