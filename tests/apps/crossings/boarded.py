"""A convoy with people of a register on it, and the short ways in which tests seat, sign, prepare phones and tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from homeward.access.models import Actor
from homeward.crossings import actions
from homeward.crossings.actions import boarding, manifests, phones, seating
from homeward.crossings.actions.boarding import Taken
from homeward.crossings.queries import boarding as boarding_queries
from homeward.crossings.queries import manifests as manifest_queries
from homeward.crossings.queries.boarding import BoardedView
from homeward.crossings.queries.manifests import ManifestView
from homeward.crossings.records.aliases import Aliases
from tests.apps.crossings.gates import Gate
from tests.apps.people.registers import Register, named
from tests.cast import Desk


@dataclass
class Trip:
    """One convoy of one window, with a bus, and whoever is entered for it."""

    gate: Gate
    register: Register
    convoy: UUID
    window: UUID
    bus: UUID
    people: dict[str, UUID] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        desk: Desk,
        *,
        seats: str = "4",
        authorities: tuple[str, ...] = (),
        convoy_vehicles: str = "2",
        **window: str,
    ) -> Trip:
        gate = Gate.of(desk, authorities=authorities)
        register = Register(desk)
        bus = gate.does(actions.enter_vehicle, name="Bus 1", seats=seats, wheelchairs="1").about
        window = gate.window(**window)
        convoy = gate.convoy(window, gate.pickup(), most_vehicles=convoy_vehicles)
        assert bus
        return cls(gate, register, convoy, window, bus)

    @property
    def desk(self) -> Desk:
        return self.gate.desk

    @property
    def second(self) -> Actor:
        with transaction.atomic():
            return self.desk.person("Bela Second", may="write")

    def enter(self, *names: str) -> None:
        for name in names:
            self.people[name] = self.register.enter(named(name))

    def does(self, action: Any, by: Actor | None = None, **what: Any) -> Any:
        what.setdefault("once", uuid4())
        return self.bare(action, by, **what)

    def bare(self, action: Any, by: Actor | None = None, **what: Any) -> Any:
        """An act that has no key of a form."""
        with self.desk.acting(by) as actor:
            return action(case=self.gate.case(), by=actor, at=self.desk.now, **what)

    def seat(self, *names: str, vehicle: UUID | None = None, **more: Any) -> tuple[int, ...]:
        self.enter(*(name for name in names if name not in self.people))
        numbers: tuple[int, ...] = self.bare(
            seating.hold_seats,
            convoy=more.pop("convoy", self.convoy),
            who=[self.people[name] for name in names],
            vehicle=vehicle or self.bus,
            **more,
        )
        return numbers

    def publish(self, *families: str) -> None:
        """Seat these families ("Anna Boris" are two people of one) and have two people sign."""
        for family in families:
            self.seat(*family.split())
        self.does(manifests.sign_manifest, convoy=self.convoy)
        self.does(manifests.publish_manifest, by=self.second, convoy=self.convoy)

    def phone(self, name: str, *, paper: bool = False) -> phones.Prepared:
        prepared: phones.Prepared = self.does(phones.prepare_phone, convoy=self.convoy, name=name, paper=paper)
        return prepared

    def alias(self, name: str) -> UUID:
        with self.desk.acting():
            return Aliases(self.gate.case().compartment_id, self.convoy).alias(self.people[name])

    def word(self, phone: phones.Prepared, number: int, name: str, state: str, **more: Any) -> dict[str, Any]:
        """A word as the phone sends it."""
        person = more.pop("person", None) or self.alias(name)
        id = more.pop("id", None) or uuid5(phone.device, str(number))
        return {"id": str(id), "sequence": number, "person": str(person), "state": state, **more}

    def hand_over(self, phone: phones.Prepared, *words: Mapping[str, Any], by: Actor | None = None) -> Taken:
        taken: Taken = self.bare(boarding.take_check_offs, by, device=phone.device, words=words)
        return taken

    def board(self) -> BoardedView:
        with self.desk.acting():
            return boarding_queries.boarding(self.gate.asked(), self.convoy)

    def manifest(self) -> ManifestView:
        with self.desk.acting():
            return manifest_queries.manifest(self.gate.asked(), self.convoy)

    def states(self) -> dict[str, tuple[str | None, str | None]]:
        """How it stands with everybody, by name: at the pick-up and at the gate."""
        names = {id: name for name, id in self.people.items()}
        return {names[each.seat.person]: (each.pickup, each.gate) for each in self.board().board.people}


def worked_on(register: Register, gate: Gate, *people: UUID) -> Trip:
    """Everything was done once that can be done with a manifest of these people and with the boarding of it."""
    bus = gate.does(actions.enter_vehicle, name="Bus 2", seats="9").about
    window = gate.window(on="8 Jan 2030")
    trip = Trip(gate, register, gate.convoy(window, gate.pickup("The mill")), window, bus)
    trip.people = {str(number): person for number, person in enumerate(people)}
    trip.publish(" ".join(trip.people))
    trip.does(manifests.call_forward, convoy=trip.convoy, who=list(people), language="ar", by_way_of="by telephone")
    trip.does(
        manifests.note_given, convoy=trip.convoy, recipient="driver", language="en", columns=("row",), people_in_it=1,
        digest="0" * 64,
    )  # fmt: skip
    phone, sheet = trip.phone("Phone"), trip.phone("Sheet", paper=True)
    trip.bare(phones.set_up_phone, device=phone.device, install="the phone of the desk")
    trip.hand_over(phone, trip.word(phone, 1, "0", "boarded"), trip.word(phone, 2, "", "boarded", person=uuid4()))
    trip.does(boarding.key_paper, device=sheet.device, marks={people[0]: "no_show"})
    (standing,) = [each for each in trip.board().board.people if each.seat.person == people[0]]
    trip.does(
        boarding.settle_check_off, convoy=trip.convoy, person=people[0], state="boarded",
        seen=[word.id for word in standing.words],
    )  # fmt: skip
    (walk_on,) = trip.board().board.walk_ons
    trip.does(boarding.confirm_walk_on, by=trip.second, convoy=trip.convoy, person=walk_on.person)
    trip.does(phones.revoke_phone, device=phone.device)
    return trip
