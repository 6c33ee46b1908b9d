"""The register in numbers, to stand beside the figures of others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked
from homeward.people.models import Erased, Whereabouts
from homeward.people.queries.finding import known_then
from homeward.people.queries.identities import all_identities
from homeward.people.queries.people import stages_of


@dataclass(frozen=True, slots=True)
class RegisterCount:
    """How many people are in the register, at which stage ("": nobody has said), and what is counted."""

    people: int
    forgotten: int
    stages: dict[str, int]
    contested: int
    records: int
    definition: str


def register(asked: Asked) -> RegisterCount:
    """The people of a case whom the actor may see, by the stage that voices give them as of the time asked."""
    case = asked.case.id
    people, records = _known(asked)
    gone = set(Erased.objects.filter(case_id=case).values_list("person_id", flat=True)) & people
    known = all_identities(asked)
    people, gone = {known.shown_as(each) for each in people}, {known.shown_as(each) for each in gone}
    everywhere = Whereabouts.objects.filter(case_id=case).values_list("person_id", flat=True)
    told = {known.shown_as(each) for each in everywhere} & people - gone
    found = stages_of(asked, told)
    stages = Counter(view.state for view in found.values())
    stages[""] += len(people - gone - told)
    return RegisterCount(
        people=len(people - gone),
        forgotten=len(gone),
        stages=dict(+stages),
        contested=sum(view.contested for view in found.values()),
        records=records,
        definition="people in this desk's register of the case, each counted once, without those who were forgotten",
    )


def _known(asked: Asked) -> tuple[set[UUID], int]:
    """Who was in the register at the time asked, and how many records there were."""
    known = known_then(asked, "s")
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT p.person_id FROM people_person p JOIN ledger_statement s ON s.id = p.statement_id
            WHERE p.case_id = %(case)s AND {known}
            """,
            knowing.parameters(asked),
        )
        people = {person for (person,) in cursor.fetchall()}
        cursor.execute(
            f"""
            SELECT coalesce(sum(r.records), 0)
            FROM (SELECT statement_id, count(*) AS records FROM people_record WHERE case_id = %(case)s GROUP BY 1
                  UNION ALL SELECT statement_id, 1 FROM people_said WHERE case_id = %(case)s) r
            JOIN ledger_statement s ON s.id = r.statement_id WHERE {known}
            """,
            knowing.parameters(asked),
        )
        (records,) = cursor.fetchone()
    return people, int(records)
