"""Records opened: what each voice gave about a person, as far as the actor may see it and the keys are there."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.personal import binding
from homeward.ledger.queries.views import CaseView
from homeward.people.core.values import Values
from homeward.seals import boxes

RECORDS = """
    SELECT id, person_id, compartment_id, statement_id, number, instead_of_id, NULL::uuid, box
    FROM people_record WHERE {people_record}
    UNION ALL
    SELECT statement_id, person_id, compartment_id, statement_id, NULL, NULL, told_by_id, box
    FROM people_said WHERE {people_said}
"""


@dataclass(frozen=True, slots=True)
class RecordView:
    """What one voice gave about one person: a row of a list (with its number) or a statement. No values: the key is gone.

    `instead_of` is the record of the version before whose row reads so now.
    """

    id: UUID
    person: UUID
    statement: UUID
    number: int | None
    instead_of: UUID | None
    told_by: UUID | None
    values: Values | None


@dataclass(frozen=True, slots=True)
class BoxedRecord:
    """A record as it lies in its table."""

    id: UUID
    person: UUID
    compartment: UUID
    statement: UUID
    number: int | None
    instead_of: UUID | None
    told_by: UUID | None
    box: bytes

    @property
    def bound_to(self) -> str:
        return record_binding(self.id) if self.number is not None else binding(self.statement, "values")


def record_binding(record: UUID) -> str:
    """What the box of a row of a list is bound to."""
    return f"people_record.box:{record}"


def records(case: CaseView, people: Collection[UUID]) -> list[RecordView]:
    """All that voices gave about these people, opened."""
    condition = "case_id = %(case)s AND person_id = ANY (%(people)s)"
    conditions = {"people_record": condition, "people_said": condition}
    return list(opened(list(boxed(conditions, case=case.id, people=list(people)))))


def values_of(case: CaseView, person: UUID) -> list[Values]:
    """All values of a person that open."""
    return [record.values for record in records(case, [person]) if record.values is not None]


def boxed(conditions: Mapping[str, str], **values: UUID | list[UUID]) -> Iterator[BoxedRecord]:
    """The records that fit the condition on the columns of their table, closed."""
    with connection.cursor() as cursor:
        cursor.execute(RECORDS.format(**conditions), values)
        for id, person, compartment, statement, number, instead_of, told_by, box in cursor.fetchall():
            yield BoxedRecord(id, person, compartment, statement, number, instead_of, told_by, bytes(box))


def opened(rows: Collection[BoxedRecord]) -> Iterator[RecordView]:
    """These records with their values, in their order; keys are asked for once for each compartment."""
    keys = keys_of((row.compartment, row.person) for row in rows)
    for row in rows:
        key = keys.get((row.compartment, row.person))
        values = Values.from_json(json.loads(boxes.unseal([key], row.box, row.bound_to))) if key else None
        yield RecordView(row.id, row.person, row.statement, row.number, row.instead_of, row.told_by, values)


def keys_of(whose: Iterable[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], boxes.Key]:
    """The keys of people, each by compartment and person; a person may have one in each of several."""
    wanted: dict[UUID, set[UUID]] = defaultdict(set)
    for compartment, person in whose:
        wanted[compartment].add(person)
    return {
        (compartment, person): key
        for compartment, people in wanted.items()
        for person, key in access.open_keys(compartment=compartment, people=people).items()
    }
