"""Who is in the register of a case, as far as the actor may see it."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from homeward.ledger.queries.views import CaseView
from homeward.people.models import Person
from homeward.refusals import Refused


class NoSuchPerson(Refused):
    """There is no such person in the register, or none that you may see."""


def known_among(case: CaseView, people: Collection[UUID]) -> set[UUID]:
    """Which of these are in the register of the case."""
    return set(Person.objects.filter(case_id=case.id, person_id__in=list(people)).values_list("person_id", flat=True))


def room_of(case: CaseView, person: UUID) -> UUID:
    """Where something further about a person belongs: the case's own compartment if they stand there, else the narrower one."""
    rooms = list(
        Person.objects.filter(case_id=case.id, person_id=person)
        .order_by("compartment_id")
        .values_list("compartment_id", flat=True)
    )
    return case.compartment_id if case.compartment_id in rooms or not rooms else rooms[0]


def rooms_of(case: CaseView, people: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """The compartments in which each of these stands, as far as the actor may see; whoever is not there is left out."""
    rooms: dict[UUID, set[UUID]] = {}
    found = Person.objects.filter(case_id=case.id, person_id__in=list(people))
    for person, room in found.values_list("person_id", "compartment_id"):
        rooms.setdefault(person, set()).add(room)
    return rooms
