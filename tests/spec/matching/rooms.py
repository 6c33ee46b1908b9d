"""A list held against the register, given short: rows of a list, relatives who tell, judgements, pairs that a search left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.access.models import Actor, Compartment
from homeward.ledger.queries.views import CaseView
from homeward.lists.queries import VersionView
from homeward.matching import queries
from homeward.matching.models import Pair
from homeward.matching.queries import SplitView, WarRoomView
from homeward.people import actions
from homeward.people.core.given import values_given
from homeward.people.core.identities import pair_of
from tests.apps.people.judging import Judging
from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.spec.lists.lists import by_name, taken, written

HEAD = ("Name", "Date of birth", "Passport", "Family number")
SALMA = ("Salma Darvish", "4 May 1988", "N1730264", "12")
KARIM = ("Karim Darvish", "9 Jul 1985", "N5527016", "12")
NOOR = ("Noor Darvish", "3 Mar 2017", "N1938475", "12")
SAMI = ("Sami Darvish", "1 Sep 2020", "N2260495", "12")
OMAR = ("Omar Haddad", "30 Jan 1962", "N9083317", "30")
LENA = ("Lena Vogel", "25 Dec 1990", "N7604821", "31")
Rows = tuple[tuple[str, ...], ...]


@dataclass
class Room:
    """A case with its register and its lists, seen by the operator or whoever is named."""

    desk: Desk
    register: Register

    @classmethod
    def of(cls, desk: Desk) -> Room:
        return cls(desk, Register.of(desk))

    @property
    def case(self) -> CaseView:
        with self.desk.acting():
            return self.register.case()

    @property
    def judging(self) -> Judging:
        return Judging(self.register)

    def takes(self, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD, **more: Any) -> VersionView:
        """The next version of a list comes in, of these rows alone."""
        more.setdefault("gone", "removed")
        more.setdefault("reason", "They were taken off.")
        return taken(self.desk, self.case, written(rows, head), **more)

    def on(self, version: VersionView, name: str) -> UUID:
        """Whose entry of a version has this name first."""
        return by_name(self.desk, self.case, version.id)[name].person

    def tells(self, *names: str, birth: str = "", room: Compartment | None = None, **more: Any) -> UUID:
        """A relative tells of somebody; gives their place in the register."""
        return self.register.enter(values_given(names=names, birth=birth, **more), room=room)

    def kin(self, one: UUID, relation: str, other: UUID, **more: Any) -> Any:
        return self.register.does(actions.relate, person=one, relation=relation, other=other, **more)

    def agrees(self, *people: UUID, scope: str = "authorities", state: str = "given") -> None:
        for person in people:
            self.register.does(actions.consent, person=person, state=state, given_by="person", scope=(scope,))

    def same(self, one: UUID, other: UUID) -> str:
        """The two are judged to be one; gives the short name of the judgement."""
        return self.judging.same(one, other).ref

    def near(self, one: UUID, other: UUID, per_mille: int = 400, rooms: tuple[UUID, UUID] | None = None) -> None:
        """A search left these two open."""
        here, there = rooms or (self.desk.compartment.id, self.desk.compartment.id)
        first, second = pair_of(one, other)
        with self.desk.acting():
            Pair.objects.create(
                case_id=self.case.id,
                compartment_id=here if first == one else there,
                other_compartment_id=there if first == one else here,
                one_id=first,
                other_id=second,
                per_mille=per_mille,
                levels=["alike"],
                found_at=self.desk.now,
            )

    def sees(self, version: VersionView, part: str = "", by: Actor | None = None, **when: str) -> WarRoomView:
        with self.desk.acting(by):
            return queries.war_room(self.register.asked(**when), version.id, part=part)

    def families(self, version: VersionView, by: Actor | None = None, **when: str) -> list[SplitView]:
        with self.desk.acting(by):
            return list(queries.split_families(self.register.asked(**when), version.id).families)


def stands(family: SplitView) -> dict[str, str]:
    """Where the members of a family stand, by their first names; whoever is away says so."""
    return {
        member.person.names[0]: "away" if member.away else str(member.stand)
        for member in family.members
        if member.person.names
    }


def told(view: WarRoomView) -> dict[str, int]:
    """The counts of a war-room that are not 0."""
    return {name: count for name, count in view.counts.items() if count}
