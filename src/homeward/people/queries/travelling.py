"""What whoever plans a journey must know of many people at once: what they need, and since when the desk knows of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import connection

from homeward.ledger.queries.views import Asked
from homeward.people.models import Need
from homeward.people.queries.given import statements


def needs_told(asked: Asked) -> dict[UUID, frozenset[str]]:
    """The coded needs that voices told of people, as far as they count and open; those that lists give stand in the records."""
    rows = list(Need.objects.filter(case_id=asked.case.id).values_list("statement_id", "person_id"))
    known = statements(asked, [statement for statement, _ in rows])
    found: dict[UUID, set[str]] = defaultdict(set)
    for statement, person in rows:
        told = known.get(statement)
        plain = told.plain.get("need") if told and told.view.counts else None
        code = json.loads(plain)["code"] if plain else ""
        if code:
            found[person].add(code)
    return {person: frozenset(codes) for person, codes in found.items()}


def known_since(asked: Asked, people: Collection[UUID]) -> dict[UUID, date]:
    """The local day on which each of these came into the register."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT p.person_id, min(s.recorded_at) FROM people_person p JOIN ledger_statement s ON s.id = p.statement_id
            WHERE p.case_id = %s AND p.person_id = ANY (%s) GROUP BY p.person_id
            """,
            [asked.case.id, list(people)],
        )
        return {person: at.astimezone(asked.case.zone).date() for person, at in cursor.fetchall()}
