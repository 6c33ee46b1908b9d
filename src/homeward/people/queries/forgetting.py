"""What stands before somebody is forgotten: who asked for it, what will close, and what will go on naming them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from homeward.access import queries as access
from homeward.access.models import Key
from homeward.ledger.models import Document
from homeward.ledger.queries import knowing
from homeward.ledger.queries import statements as statement_queries
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.people.core.called import parts, whole_names
from homeward.people.core.papers import comparable
from homeward.people.core.values import Values
from homeward.people.models import Erased, ErasureAsked, Person
from homeward.people.queries.identities import identities
from homeward.people.queries.memory import memories
from homeward.people.queries.records import values_of

MOST = 20


@dataclass(frozen=True, slots=True)
class ErasureView:
    """That somebody asks to have a person forgotten; it waits for another one to agree."""

    statement: UUID
    ref: str
    person: UUID
    reason: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class ClosingView:
    """What forgetting a person will close beside their values, and what will go on naming them in plain words.

    `alike` are other entries of the register with the same name or paper, or judged to be one with this: each is forgotten by
    itself.
    """

    closes: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[UUID, ...]
    alike: tuple[UUID, ...] = ()


def waiting(case: CaseView) -> list[ErasureView]:
    """What was asked for, not taken back and not done in the compartment in which it was asked, the first asked first."""
    done = set(Erased.objects.filter(case_id=case.id).values_list("person_id", "compartment_id"))
    every = ErasureAsked.objects.filter(case_id=case.id).order_by("recorded_at")
    rows = [row for row in every if (row.person_id, row.compartment_id) not in done]
    refs = _in_force([row.statement_id for row in rows])
    called = access.names_of({row.recorded_by for row in rows})
    return [
        ErasureView(
            row.statement_id,
            refs[row.statement_id],
            row.person_id,
            row.reason,
            row.recorded_by,
            called.get(row.recorded_by, ""),
            row.recorded_at,
        )
        for row in rows
        if row.statement_id in refs
    ]


def open_places(case: CaseView, person: UUID) -> set[tuple[UUID, UUID]]:
    """In which cases and compartments a person stands and was not forgotten yet, as far as the actor may see.

    Somebody may have been forgotten where one compartment was hidden from the one who agreed: there they still stand.
    """
    places = set(Person.objects.filter(person_id=person).values_list("case_id", "compartment_id"))
    known = {room for _, room in places}
    keyed = set(Key.objects.filter(person_id=person).values_list("compartment_id", flat=True))
    done = set(Erased.objects.filter(person_id=person).values_list("case_id", "compartment_id"))
    there = {place for place in places if place not in done or place[1] in keyed}
    return there | {(case.id, room) for room in keyed - known}


def closing(asked: Asked, person: UUID) -> ClosingView:
    """What will close with this person, and where their names stand in plain words that no key can close."""
    closes = [words for room in settings.FORGETTING for words in import_string(f"{room}.closes")(person=person)]
    known = values_of(asked.case, person)
    called = {name.words.strip() for values in known for name in values.names}
    named = [name for name in sorted(called) if len(name.split()) > 1]
    named += sorted({paper.number.strip() for values in known for paper in values.documents} - {""})
    said = [f'"{name}"' for name in named if '"' not in name]
    found: dict[UUID, None] = {}
    for name in said:
        found.update(dict.fromkeys(statement_queries.search(asked, name, at_most=MOST)))
    refs = {view.id: view.ref for view in statement_queries.statements(asked, list(found))}
    documents: dict[UUID, None] = {}
    for name in said:
        holding = Document.objects.filter(case_id=asked.case.id, text__contains=name[1:-1])
        documents.update(dict.fromkeys(holding.values_list("id", flat=True)[:MOST]))
    one = identities(asked, [person]).of(person)
    alike = tuple(sorted({*_alike(asked.case, person, known), *one} - {person}))
    return ClosingView(tuple(closes), tuple(refs[id] for id in found if id in refs), tuple(documents), alike)


def _alike(case: CaseView, person: UUID, known: list[Values]) -> tuple[UUID, ...]:
    """Whoever else in the register has one of the names, its parts in whatever order, or one of the papers."""
    called = whole_names(known)
    numbers = {comparable(n) for values in known for paper in values.documents for n in (paper.number, paper.key)} - {
        ""
    }
    found: set[UUID] = set()
    for memory in memories(case):
        for record in memory.records.values():
            if numbers.intersection(record.numbers) or any(parts(name) in called for name in record.names):
                found.add(record.person)
    return tuple(sorted(found - {person}))


def _in_force(ids: list[UUID]) -> dict[UUID, str]:
    """The short names of those of these statements that nobody took back."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.ref FROM ledger_statement s
            WHERE s.id = ANY (%(ids)s) AND {knowing.in_force(Clock.RECORDED, "s.id")}
            """,
            {"ids": ids, "known_at": "infinity"},
        )
        return dict(cursor.fetchall())
