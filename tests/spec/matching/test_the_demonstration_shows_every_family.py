"""In the demonstration every family that was taken apart on purpose is found, and nobody is called missing who stands there.

What is true of the invented lists stands beside them; here it takes the place of the people who judge who is one with whom.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from uuid import UUID, uuid4

import pytest

from homeward.access.models import Actor
from homeward.cli.demonstrated import SEED, SIZE, bring_lists
from homeward.cli.entering import Seat
from homeward.invented import Kinship, Person, Style, people
from homeward.invented.lists import Mistake, Planned, demonstration
from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import Asked, CaseView
from homeward.lists import queries as lists
from homeward.lists.queries import VersionView
from homeward.matching import actions, queries
from homeward.matching.queries import SplitView
from homeward.matching.queries.views import SORTS
from homeward.people.queries import everybody
from tests.cast import Desk, opened
from tests.grounds.databases import Database
from tests.spec.lists.lists import opened_case

pytestmark = pytest.mark.long

AS_OF = "2023-11-06"
AT_ONCE = 400


@dataclass
class Demonstration:
    """The desk with its invented lists, and who of the register is whom."""

    desk: Desk
    case: CaseView
    planned: list[tuple[VersionView, Planned]]
    everybody: dict[str, Person]
    ids: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def brought(cls, desk: Desk) -> Demonstration:
        case = opened_case(desk)
        with desk.acting() as by:
            bring_lists(Seat(by, desk.now), case)
            versions = {
                (view.title, view.number): view for each in lists.lists(case) for view in lists.versions(case, each.id)
            }
        every = {(each.list_name, each.version): each for each in demonstration(SEED, SIZE)}
        made = cls(
            desk,
            case,
            [(view, every[key]) for key, view in versions.items()],
            {person.id: person for person in people(SEED, SIZE)},
        )
        made.read_who_is_whom()
        return made

    def asked(self) -> Asked:
        return self.desk.ask("crossing", AS_OF)

    def read_who_is_whom(self) -> None:
        """By the rows of the lists, and by the name and day that relatives gave."""
        with self.desk.acting():
            for version, planned in self.planned:
                rows = {
                    standing.row: standing.people
                    for standing in planned.truth.rows
                    if standing.sheet == planned.truth.rows[0].sheet and len(standing.people) == 1
                }
                for entry in lists.entries(self.asked(), [version.id]):
                    for person in rows.get(entry.row, ()):
                        self.ids[person].add(entry.person)
            known = {id for ids in self.ids.values() for id in ids}
            told = {
                (each.name.written(Style.ENGLISH), f"{each.birth:%d %B %Y}"): each.id
                for each in self.everybody.values()
            }
            for somebody in everybody(self.case, self.desk.compartment.id):
                values = somebody.given[0].values
                if somebody.id not in known and values.birth and len(values.names) > 1:
                    self.ids[told[values.names[1].words, values.birth.words]].add(somebody.id)

    def judge_by_truth(self) -> int:
        """Judge all ids of each person to be one, two people alike; gives how many pairs that were."""
        pairs = [pair for ids in self.ids.values() for pair in pairwise(sorted(ids))]
        for start in range(0, len(pairs), AT_ONCE):
            # No search was made: nobody held them to be one, and it takes two.
            assert not self._judge_alike(pairs[start : start + AT_ONCE], self.desk.operator, self.second)
        return len(pairs)

    def _judge_alike(self, pairs: list[tuple[UUID, UUID]], *judges: Actor) -> tuple[tuple[UUID, UUID], ...]:
        """Gives the pairs for which still somebody else must judge."""
        for each in judges:
            with self.desk.acting(each) as by:
                done = actions.judge(
                    case=self.case,
                    pairs=pairs,
                    judgement=Judgement.SAME,
                    reason="So it is true of the invented lists.",
                    once=uuid4(),
                    by=by,
                    at=self.desk.now,
                )
        return done.waiting

    @cached_property
    def second(self) -> Actor:
        with self.desk.acting():
            return self.desk.person("Agnes Second", may="write")

    def crossing(self, number: int) -> tuple[VersionView, Planned]:
        """A version of the list from which families were taken apart."""
        return next(
            (view, planned)
            for view, planned in self.planned
            if planned.truth.of(Mistake.CHILD_MISSING) and view.number == number
        )

    def families(self, version: VersionView) -> list[SplitView]:
        with self.desk.acting():
            return list(queries.split_families(self.asked(), version.id, size=1_000).families)

    def who(self, id: UUID) -> str:
        return next(person for person, ids in self.ids.items() if id in ids)


@pytest.fixture(scope="module")
def shown(module_database: Database) -> Demonstration:
    made = Demonstration.brought(opened())
    assert made.judge_by_truth() > 300
    return made


@pytest.mark.parametrize(("number", "planted"), [(1, 3), (2, 1)])
def test_every_child_who_was_left_out_is_found_beside_the_parents(
    shown: Demonstration, number: int, planted: int
) -> None:
    version, planned = shown.crossing(number)
    left_out = {person for each in planned.truth.of(Mistake.CHILD_MISSING) for person in each.people}
    assert len(left_out) == planted

    found = {
        shown.who(child): family
        for family in shown.families(version)
        for child in family.children_left
        if child in family.missing
    }

    assert left_out <= found.keys()
    for child in left_out:
        parents = set(shown.everybody[child].kin(Kinship.PARENT))
        stands = {shown.who(member.person.id): str(member.stand) for member in found[child].members}
        assert {stands[parent] for parent in parents} == {"in"}
        assert found[child].separated


@pytest.mark.parametrize("number", [1, 2])
def test_nobody_is_called_missing_whom_a_row_of_the_list_names(shown: Demonstration, number: int) -> None:
    version, planned = shown.crossing(number)
    named = {person for standing in planned.truth.rows for person in standing.people}
    hidden = {person for each in planned.truth.of(Mistake.HIDDEN_SHEET) for person in each.people}

    missing = {shown.who(each) for family in shown.families(version) for each in family.missing}

    assert missing.isdisjoint(named - hidden)


def test_people_who_stand_there_twice_are_told_as_such(shown: Demonstration) -> None:
    version, planned = shown.crossing(1)
    twice = {person for standing in planned.truth.of(Mistake.TWICE) for person in standing.people} or {
        person
        for person in shown.ids
        if sum(person in standing.people for standing in planned.truth.rows if len(standing.people) == 1) > 1
    }

    with shown.desk.acting():
        view = queries.war_room(shown.asked(), version.id, part="duplicates")

    assert twice and {shown.who(line.one.id) for line in view.duplicates} == twice


@pytest.mark.parametrize("number", [1, 2])
def test_the_entries_of_a_version_add_up(shown: Demonstration, number: int) -> None:
    version, _ = shown.crossing(number)

    with shown.desk.acting():
        view = queries.war_room(shown.asked(), version.id)

    assert sum(view.counts[name] for name in SORTS) == view.entries
    assert view.entries == version.stored + view.kept + view.settled
