"""Households: those whom a voice puts into one, and those whom one list gives the same number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from homeward.ledger.core.persons import Relation
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people.core.households import LARGEST, joined, split
from homeward.people.models import Kin
from homeward.people.queries.counting import tied
from homeward.people.queries.everybody import lists_read
from homeward.people.queries.finding import not_counting
from homeward.people.queries.given import statements
from homeward.people.queries.identities import Identities, all_identities, identities
from homeward.people.queries.memory import Remembered, memories
from homeward.people.queries.people import people_of
from homeward.people.queries.register import NoSuchPerson, known_among
from homeward.people.queries.rows import Rows
from homeward.people.queries.views import GivenView, PersonLine

PAGE = 30


@dataclass(frozen=True, slots=True)
class GuardianView:
    """That one person is said to be parent or guardian of another, who may be of another household."""

    guardian: UUID
    ward: UUID
    relation: str
    given: GivenView


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """One household: its members, who has the care of whom, and whether no country is that of all of them."""

    members: tuple[PersonLine, ...]
    guardians: tuple[GuardianView, ...]
    split: bool

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(line.id for line in self.members)


def household_of(asked: Asked, person: UUID) -> HouseholdView:
    """The household of a person, read from what leads to it; somebody whom nobody puts into one stands alone."""
    if not known_among(asked.case, [person]):
        raise NoSuchPerson(where=str(person), instead="Find the person in the register.")
    rows = Rows(asked.case, gone := not_counting(asked))
    around = _around(asked.case, rows, person)
    known = identities(asked, around)
    groups, nationalities = _groups(asked, known, (row for each in around for _, row in rows.of(each)), gone, around)
    shown = known.shown_as(person)
    group = next((each for each in groups if shown in each), frozenset({shown}))
    (view,) = _views(asked, known, [group], nationalities)
    if shown not in view.people:
        raise NoSuchPerson(where=str(person), instead="Nobody had told of them at that time.")
    return view


def _around(case: CaseView, rows: Rows, person: UUID) -> set[UUID]:
    """Everybody to whom judgements, voices and lists lead from a person, household by household."""
    lists, around, edge = lists_read(case), set[UUID](), {person}
    asked: set[tuple[UUID, str]] = set()
    while edge:
        around |= edge
        named = {_named(row, lists) for each in edge for _, row in rows.of(each) if row.row and row.household} - asked
        asked |= named
        together = [
            {row.person for _, row in rows.of_household(words) if _named(row, lists) == (on, words)}
            for on, words in named
        ]
        mates = {each for those in together if len(those) <= LARGEST for each in those}
        edge = (mates | tied(case, edge, [Relation.HOUSEHOLD_WITH])) - around
    return around


def _named(row: Remembered, lists: Mapping[UUID, UUID]) -> tuple[UUID, str]:
    """Which household a row names: a number of one means something within the list that gives it, and nowhere else."""
    return lists.get(row.statement, row.statement), row.household


def split_households(asked: Asked, *, page: int = 1, size: int = PAGE) -> list[HouseholdView]:
    """Households in which no country is that of all: a list of one country's citizens would take some and leave others."""
    known = all_identities(asked)
    groups, nationalities = _every_group(asked, known)
    apart = [group for group in groups if split(nationalities.get(each, set()) for each in group)]
    return _views(asked, known, apart[(page - 1) * size : page * size], nationalities)


def count_households(asked: Asked) -> tuple[int, int]:
    """How many households of two or more there are, and how many of them are split by citizenship."""
    groups, nationalities = _every_group(asked, all_identities(asked))
    return len(groups), sum(split(nationalities.get(each, set()) for each in group) for group in groups)


def _every_group(asked: Asked, known: Identities) -> tuple[list[frozenset[UUID]], dict[UUID, set[str]]]:
    gone = not_counting(asked)
    rows = (row for memory in memories(asked.case) for row in memory.counting(gone))
    return _groups(asked, known, rows, gone)


def _groups(
    asked: Asked,
    known: Identities,
    rows: Iterable[Remembered],
    gone: Collection[UUID],
    among: Collection[UUID] | None = None,
) -> tuple[list[frozenset[UUID]], dict[UUID, set[str]]]:
    """The households of two or more that these rows and the voices of the case make, and the countries of everybody."""
    lists = lists_read(asked.case)
    together: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    nationalities: dict[UUID, set[str]] = defaultdict(set)
    for row in rows:
        nationalities[known.shown_as(row.person)].update(row.nationalities)
        if row.household and row.row:
            together[_named(row, lists)].append(row.person)
    pairs = [pair for people in together.values() if len(set(people)) <= LARGEST for pair in pairwise(people)]
    said = Kin.objects.filter(case_id=asked.case.id, relation=Relation.HOUSEHOLD_WITH)
    if among is not None:
        said = said.filter(person_id__in=list(among))
    pairs += [(kin.person_id, kin.other_id) for kin in said if kin.statement_id not in gone]
    groups = joined((known.shown_as(one), known.shown_as(other)) for one, other in pairs)
    return [group for group in groups if len(group) > 1], nationalities


def _views(
    asked: Asked, known: Identities, groups: Collection[frozenset[UUID]], nationalities: dict[UUID, set[str]]
) -> list[HouseholdView]:
    everyone = {each for group in groups for each in group}
    lines = {line.id: line for line in people_of(asked, everyone)}
    said = _caring(asked, [each for person in everyone for each in known.of(person)])
    caring = [
        GuardianView(known.shown_as(row.person_id), known.shown_as(row.other_id), row.relation, given)
        for row, given in said
    ]
    return [
        HouseholdView(
            tuple(
                sorted((lines[each] for each in group if each in lines), key=lambda line: (line.names, str(line.id)))
            ),
            tuple(each for each in caring if {each.guardian, each.ward} & group),
            split(nationalities.get(each, set()) for each in group),
        )
        for group in groups
    ]


def _caring(asked: Asked, people: Collection[UUID]) -> list[tuple[Kin, GivenView]]:
    """Who is said to have the care of whom, with who says so."""
    rows = Kin.objects.filter(case_id=asked.case.id, relation__in=[Relation.PARENT_OF, Relation.GUARDIAN_OF])
    found = list(rows.filter(person_id__in=people) | rows.filter(other_id__in=people))
    known = statements(asked, {row.statement_id for row in found})
    views = [(row, known[row.statement_id].view) for row in found if row.statement_id in known]
    return [(row, view) for row, view in views if view.counts]
