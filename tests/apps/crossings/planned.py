"""A crossing with people who wait for it, cleared by its authorities, and plans worked out for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from homeward.access.models import Compartment
from homeward.clearances import queries as clearances
from homeward.crossings import actions, queries
from homeward.crossings.actions import Purpose, working
from homeward.crossings.queries import PlanView, RunView
from homeward.people import actions as people
from tests.apps.crossings.gates import Gate
from tests.apps.people.clearing import Clearing
from tests.apps.people.registers import Register, born, citizen, named
from tests.cast import Desk

AUTHORITIES = ("Northland", "Southland")


@dataclass
class Waiting:
    """People who wait at one crossing, by a short name."""

    gate: Gate
    register: Register
    people: dict[str, UUID] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk, authorities: tuple[str, ...] = AUTHORITIES, zone: str = "Asia/Gaza") -> Waiting:
        return cls(Gate.of(desk, zone=zone, authorities=authorities), Register(desk))

    @property
    def desk(self) -> Desk:
        return self.gate.desk

    def enter(
        self, name: str, *, with_: str = "", birth: str = "1985-05-03", room: Compartment | None = None, **more: Any
    ) -> UUID:
        """Somebody of whom the day of birth is known; `with_` whom they share a household."""
        year = born(birth, birth, f"{int(birth[:4])}-{birth[5:7]}-{int(birth[8:]) + 1:02d}")
        values = named(name, birth=year, nationalities=citizen(*more.pop("nationality", "RUS").split()))
        self.people[name] = self.register.enter(values, room=room, **more)
        if with_:
            self.register.does(
                people.relate, person=self.people[name], relation="household_with", other=self.people[with_]
            )
        return self.people[name]

    def clear(self, *names: str, until: str = "31 Jan 2026", authorities: tuple[str, ...] = AUTHORITIES) -> None:
        """Each of these authorities grants, and a second person confirms."""
        clearing = Clearing(self.register)
        for name in names:
            for authority in authorities:
                clearing.grants(self.people[name], "1 Jan 2026", until, authority=authority)

    def opened(self, *days: str, capacity: str = "10", places: str = "48", **more: Any) -> list[UUID]:
        """A window on each of these days, with one convoy from the school and a bus of so many seats."""
        pickup = self.gate.pickup()
        found = []
        for day in days:
            window = self.gate.window(on=day, capacity=capacity, **more)
            self.gate.convoy(window, pickup)
            found.append(window)
        self.gate.does(actions.enter_vehicle, name="Bus 1", seats=places)
        return found

    def asks(self, by: Any = None, **what: Any) -> UUID:
        """A plan is asked for; the worker does not take it."""
        with self.desk.acting(by) as actor:
            given = {"seconds": "30", "leave": False, "once": uuid4(), **what}
            return actions.ask_plan(case=self.gate.case(), by=actor, at=self.desk.now, **given)

    def works(self, run: UUID) -> RunView:
        """The worker takes it; gives how it ended."""
        with self.desk.acting():
            room = queries.run(self.gate.case(), run).compartment
        working.plan_as_the_desk(run=run, compartment=room, clock=lambda: self.desk.now)
        return self.run(run)

    def run(self, run: UUID) -> RunView:
        with self.desk.acting():
            return queries.run(self.gate.case(), run)

    def only_run(self, *, waiting: bool = False) -> UUID:
        """The run that was asked for last; `waiting` is one that nobody has begun."""
        with self.desk.acting():
            found = [each for each in queries.runs(self.gate.case()) if not waiting or each.state == "waiting"]
        return found[0].id

    def plan(self, by: Any = None, **what: Any) -> RunView:
        return self.works(self.asks(by, **what))

    def pin(self, name: str, window: UUID) -> dict[str, Any]:
        """What it would cost to put somebody's family there."""
        run = self.plan(purpose=Purpose.PIN, pins={self.people[name]: window})
        assert run.state == "done", run.reason
        with self.desk.acting():
            return queries.answer(self.gate.case(), run.id)

    def last(self) -> PlanView:
        with self.desk.acting():
            return queries.plans(self.gate.asked())[0]

    def planned(self) -> dict[str, str]:
        """Where everybody is by the last plan: the day, or the codes of what keeps them out."""
        with self.desk.acting():
            view = queries.board(self.gate.asked(), size=500)
        days = {each.id: each.on for each in view.windows}
        names = {person: name for name, person in self.people.items()}
        return {
            names[line.id]: days[row.seat.window] if row.seat else _codes(row)
            for row in view.rows
            for line in row.people
        }

    def held(self, name: str) -> list[str]:
        with self.desk.acting():
            found = clearances.held(self.gate.asked(), [self.people[name]])
        return [each.state.value for each in found.get(self.people[name], ())]


def _codes(row: queries.BoardRow) -> str:
    return " ".join(dict.fromkeys(cell.why.code for cell in row.cells if cell.why))
