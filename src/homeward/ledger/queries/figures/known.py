"""Which figures were known at the time asked: those of statements, the last of each voice, and those before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.figures.rows import shown
from homeward.ledger.queries.views import Asked, FigureView

GROUPS = 40
"""Populations with measure that a picture shows, those spoken of most recently; the figures' own page shows any."""
RECENT = 2_000


@dataclass(frozen=True, slots=True)
class Past:
    """The latest figures of a population by a measure, by as-of; `more` when older ones are known."""

    figures: tuple[FigureView, ...] = ()
    more: bool = False


def of_statements(asked: Asked, ids: Sequence[UUID], *, bare: bool = False) -> dict[UUID, tuple[FigureView, ...]]:
    """The figures of these statements, in the order in which they stand there; `bare`: to be added up, not shown."""
    views = shown(
        asked,
        "SELECT f.* FROM ledger_figure f WHERE f.statement_id = ANY (%(ids)s)",
        "f.statement_id, f.number",
        {"ids": list(ids)},
        bare=bare,
    )
    found: dict[UUID, list[FigureView]] = defaultdict(list)
    for view in views:
        found[view.statement_id].append(view)
    return {id: tuple(figures) for id, figures in found.items()}


def current(asked: Asked, *, populations: Iterable[UUID] | None = None, measure: str = "") -> list[FigureView]:
    """The last figure of each voice for each population, measure and kind, of those that nobody corrected or took back.

    Of these populations, else of those spoken of most recently. Walks one index per series, so that its cost does not grow
    with the history (PostgreSQL manual, index-ordered LIMIT).
    """
    chosen = None if populations is None else list(populations)
    if chosen == []:
        return []
    bound = "(CASE WHEN r.ahead THEN %(as_of)s ELSE %(bound)s END)"
    return shown(
        asked,
        f"""
        SELECT f.* FROM (
            SELECT DISTINCT ON (r.population_id, r.measure, r.unit, r.kind, r.speaker_id, r.by_id) r.id AS series_id, top.*
            FROM ledger_series r
            {f"JOIN ({_GROUPS}) g ON g.population_id = r.population_id AND g.measure = r.measure" if chosen is None else ""}
            CROSS JOIN LATERAL (
                SELECT x.statement_id, x.asof_from, x.said_from FROM ledger_figure x
                WHERE x.series_id = r.id AND {knowing.begun("x.asof_from", "x.asof_until", bound)}
                AND {knowing.known(asked.clock, "x")} AND {_standing(asked, "x")}
                ORDER BY x.asof_from DESC, x.said_from DESC NULLS LAST, x.statement_id LIMIT 1
            ) top
            WHERE r.case_id = %(case)s {"" if chosen is None else "AND r.population_id = ANY (%(populations)s)"}
            {"AND r.measure = %(measure)s" if measure else ""}
            ORDER BY r.population_id, r.measure, r.unit, r.kind, r.speaker_id, r.by_id,
                     top.asof_from DESC, top.said_from DESC NULLS LAST, top.statement_id
        ) t JOIN ledger_figure f ON f.statement_id = t.statement_id AND f.series_id = t.series_id AND f.asof_from = t.asof_from
        """,
        "f.population_name, f.measure, f.asof_from, f.ref",
        {"populations": chosen, "measure": measure, "recent": RECENT, "groups": GROUPS},
    )


_GROUPS = """
    WITH recent AS (
        SELECT population_id, measure, asof_from FROM ledger_figure
        WHERE case_id = %(case)s AND asof_from <= %(bound)s ORDER BY asof_from DESC LIMIT %(recent)s
    )
    (SELECT population_id, measure FROM recent GROUP BY 1, 2 ORDER BY max(asof_from) DESC, 1, 2 LIMIT %(groups)s)
    UNION
    (SELECT DISTINCT population_id, measure FROM ledger_series WHERE case_id = %(case)s AND ahead LIMIT %(groups)s)
"""


def measures(asked: Asked, population: UUID, only: str = "") -> list[tuple[UUID, str]]:
    """A population with each measure by which anybody ever counted it; `histories` tells which of them were known."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT r.measure FROM ledger_series r
            WHERE r.case_id = %s AND r.population_id = %s AND (%s IN ('', r.measure)) ORDER BY r.measure LIMIT 100
            """,
            [asked.case.id, population, only],
        )
        return [(population, row[0]) for row in cursor.fetchall()]


def histories(asked: Asked, of: Iterable[tuple[UUID, str]], *, at_most: int) -> dict[tuple[UUID, str], Past]:
    """What was known of each of these populations by its measure, by as-of, corrected figures among them.

    The latest `at_most` of each; one walk for all of them.
    """
    pairs = list(dict.fromkeys(of))
    views = shown(
        asked,
        f"""
        SELECT f.* FROM unnest(%(populations)s::uuid[], %(measures)s::text[]) AS wanted (population_id, measure)
        CROSS JOIN LATERAL (
            SELECT f.* FROM ledger_figure f
            WHERE f.population_id = wanted.population_id AND f.measure = wanted.measure AND f.case_id = %(case)s
            AND {knowing.begun("f.asof_from", "f.asof_until", "%(as_of)s")} AND {knowing.known(asked.clock, "f")}
            ORDER BY f.asof_from DESC, f.ref DESC LIMIT %(at_most)s + 1
        ) f
        """,
        "f.asof_from, f.ref",
        {
            "at_most": at_most,
            "populations": [population for population, _ in pairs],
            "measures": [measure for _, measure in pairs],
        },
    )
    found: dict[tuple[UUID, str], list[FigureView]] = {pair: [] for pair in pairs}
    for figure in views:
        found[figure.population.id, figure.measure].append(figure)
    return {pair: Past(tuple(past[-at_most:]), len(past) > at_most) for pair, past in found.items()}


def _standing(asked: Asked, table: str) -> str:
    return f"""NOT EXISTS (
        SELECT FROM ledger_link l WHERE l.to_id = {table}.statement_id AND l.to_figure IN (0, {table}.number)
        AND l.stance IN ('corrects', 'supersedes', 'retracts') AND NOT l.doubtful AND {knowing.link_known(asked.clock, "l")})"""
