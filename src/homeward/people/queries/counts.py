"""The register in numbers, to stand beside the figures of others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.people.models import Erased, Person, Record, Said, Whereabouts
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
    people: set[UUID] = set(Person.objects.filter(case_id=case).values_list("person_id", flat=True))
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
        records=Record.objects.filter(case_id=case).count() + Said.objects.filter(case_id=case).count(),
        definition="people in this desk's register of the case, each counted once, without those who were forgotten",
    )
