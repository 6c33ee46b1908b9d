"""Who is counted in a case, and which of them were said to be equal or part of another."""

from __future__ import annotations

from django.db import connection

from homeward.ledger.core.populations import Populations
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, PopulationView
from homeward.moments import Clock
from homeward.refusals import Refused

NAMED = 2_000
RELATED = 5_000


class NoSuchPopulation(Refused):
    """There is no such population, or none that you may see."""


def all_populations(asked: Asked) -> list[PopulationView]:
    """The populations of which a figure was known at the time asked, by name; what was counted later tells nothing of then."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT p.id, p.name FROM ledger_population p WHERE p.case_id = %(case)s AND EXISTS (
                SELECT FROM ledger_figure f WHERE f.population_id = p.id AND {knowing.known(asked.clock, "f")}
            ) ORDER BY p.name, p.id LIMIT {NAMED}
            """,
            knowing.parameters(asked),
        )
        return [PopulationView(*row) for row in cursor.fetchall()]


def population_named(asked: Asked, name: str) -> PopulationView:
    """The population of this name, or of this id, in the case."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name FROM ledger_population WHERE case_id = %s AND (name = %s OR id::text = %s) LIMIT 1",
            [asked.case.id, name, name],
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchPopulation(where=name, instead="The figures page lists the populations of the case.")
    return PopulationView(*row)


# Each part with its whole once: from one pair to the next in the index, however many figures stand between.
_PAIRS = """
    WITH RECURSIVE pairs AS (
        (SELECT f.population_id, f.part_of_id FROM ledger_figure f WHERE f.case_id = %(case)s AND f.part_of_id IS NOT NULL
         ORDER BY f.population_id, f.part_of_id LIMIT 1)
        UNION ALL
        SELECT following.* FROM pairs p CROSS JOIN LATERAL (
            SELECT f.population_id, f.part_of_id FROM ledger_figure f WHERE f.case_id = %(case)s AND f.part_of_id IS NOT NULL
            AND (f.population_id, f.part_of_id) > (p.population_id, p.part_of_id)
            ORDER BY f.population_id, f.part_of_id LIMIT 1
        ) following
    )
"""


def populations(asked: Asked) -> Populations:
    """Which populations are equal and which are part of another, as statements and named persons said."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            {_PAIRS}
            SELECT p.population_id, p.part_of_id, 'part_of' FROM pairs p WHERE EXISTS (
                SELECT FROM ledger_figure f WHERE f.case_id = %(case)s AND f.population_id = p.population_id
                AND f.part_of_id = p.part_of_id AND {knowing.known(asked.clock, "f")}
            )
            UNION SELECT r.part_id, r.whole_id, r.relation FROM ledger_populationrelation r
            WHERE r.case_id = %(case)s AND {knowing.in_force(asked.clock, "r.statement_id")}
            AND {"r.recorded_at <= %(known_at)s" if asked.clock is Clock.RECORDED else "true"}
            LIMIT {RELATED}
            """,
            knowing.parameters(asked),
        )
        rows = cursor.fetchall()
    return Populations(
        equal=[(str(a), str(b)) for a, b, relation in rows if relation == "equal"],
        part_of=[(str(a), str(b)) for a, b, relation in rows if relation == "part_of"],
    )
