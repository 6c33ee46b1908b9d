"""A case with somebody held, and the short ways in which tests tell of visits and of proofs of life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.access.models import Actor
from homeward.talks import actions, queries
from homeward.talks.actions import Done, Telling
from homeward.talks.queries import ProofsView, ProofView, VisitView
from tests.apps.people.registers import Register, named
from tests.apps.talks.channelled import Table, voice
from tests.cast import Desk

NAME = "Lamia Darvish"
QUESTION, ANSWER = "What was the whitegoat-zzqa called?", "Clementine of the hillflower-zzqb."


@dataclass
class Holding:
    """Somebody held by Northland, and a channel through which their people are asked."""

    register: Register
    table: Table
    person: UUID

    @classmethod
    def of(cls, desk: Desk) -> Holding:
        register = Register.of(desk)
        return cls(register, Table.of(desk), register.enter(named(NAME)))

    def visits(self, by: Actor | None = None, obligation: UUID | None = None, **asked: str) -> tuple[VisitView, ...]:
        with self.table.desk.acting(by):
            return queries.visits(self.table.asked(**asked), obligation=obligation)

    def proofs(self, by: Actor | None = None, person: UUID | None = None, **asked: str) -> ProofsView:
        with self.table.desk.acting(by):
            return queries.proofs(self.table.asked(**asked), person=person)

    def proof(self, by: Actor | None = None, **asked: str) -> ProofView:
        (found,) = self.proofs(by, None, **asked).proofs
        return found

    def visited(self, by: Actor | None = None, **more: Any) -> Done:
        """A visit of 3 January to the old mill, told of by an envoy."""
        told = {"begins": "3 Jan 2026", "place": "The old mill", "voice": voice()}
        return self.table.does(actions.say_visit, by, **{**told, **more})

    def asks(self, by: Actor | None = None, **more: Any) -> UUID:
        """A question of 2 January that only the person can answer, put to Northland before any offer."""
        told = {
            "person": self.person,
            "question": QUESTION,
            "holder": "Northland",
            "channel": self.table.channel,
            "asked": "2 Jan 2026 09:00",
            "only_they_know": "kept",
            "before_any_offer": "kept",
        }
        about = self.table.does(actions.ask_proof, by, **{**told, **more}).about
        assert about
        return about

    def answers(self, proof: UUID, by: Actor | None = None, **more: Any) -> Done:
        """A letter that an envoy brought on 3 January."""
        told: dict[str, Any] = {"medium": "letter", "answer": ANSWER, "received": "3 Jan 2026 12:00"}
        told |= {"voice": Telling(speaker="An envoy of Westland", said="3 Jan 2026")}
        return self.table.does(actions.answer_proof, by, proof=proof, **{**told, **more})

    def looks(self, proof: UUID, by: Actor | None = None, **more: Any) -> Done:
        told = {
            "found": "verified",
            "reason": "Her sister at the riverstone-zzqc knew it too.",
            "looked": "4 Jan 2026 08:00",
        }
        return self.table.does(actions.verify_proof, by, proof=proof, **{**told, **more})
