"""Short ways in which tests ask authorities, tell what they said, and confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from homeward.access.models import Actor
from homeward.clearances import actions, queries
from homeward.clearances.queries import Held
from homeward.ledger.actions.writing import Recorded
from homeward.ledger.models import Source
from homeward.people.actions import PersonTold
from tests.apps.people.registers import Register, told

BORDER = "The border authority"
INTERIOR = "The interior ministry"


@dataclass
class Clearing:
    """The clearances of a register, as the operator or whoever is named asks, tells and confirms."""

    register: Register

    @property
    def second(self) -> Actor:
        """Another person of the desk, who may write."""
        with transaction.atomic():
            return self.register.desk.person("Bela Second", may="write")

    def ask(self, *people: UUID, authority: str = BORDER, by: Actor | None = None, **more: Any) -> actions.Asked:
        more = {"purpose": "exit through the southern crossing", "once": uuid4(), **more}
        desk = self.register.desk
        with desk.acting(by) as actor:
            return actions.ask(
                case=self.register.case(), people_asked=people, authority=authority, by=actor, at=desk.now, **more
            )

    def tell(
        self, person: UUID, state: str, *, authority: str = BORDER, by: Actor | None = None, said: str = "4 Jan 2026",
        **more: Any,
    ) -> PersonTold:  # fmt: skip
        """What an authority said of a person; `speaker`, `via`, `modality` and so on as in Told."""
        speaking = {name: more.pop(name) for name in ("via", "modality", "capacity", "words") if name in more}
        desk = self.register.desk
        with desk.acting(by) as actor:
            return actions.tell(
                case=self.register.case(),
                person=person,
                authority=authority,
                state=state,  # type: ignore[arg-type]
                told=told(more.pop("speaker", ""), said, **speaking),
                once=more.pop("once", uuid4()),
                by=actor,
                at=desk.now,
                **more,
            )

    def confirm(self, *permissions: UUID, by: Actor | None = None) -> actions.Confirmed:
        """The second person confirms, unless somebody else is named."""
        who = by or self.second
        desk = self.register.desk
        with desk.acting(who) as actor:
            return actions.confirm(
                case=self.register.case(), permissions=permissions, once=uuid4(), by=actor, at=desk.now
            )

    def grants(self, person: UUID, first: str = "", last: str = "", **more: Any) -> PersonTold:
        """A grant that a second person confirms."""
        done = self.tell(person, "granted", valid_from=first, valid_until=last, **more)
        self.confirm(done.statement)
        return done

    def take_back(self, ref: str, reason: str = "A slip.") -> Recorded:
        desk = self.register.desk
        with desk.acting() as actor:
            return actions.take_back(
                case=self.register.case(), ref=ref, reason=reason, once=uuid4(), by=actor, at=desk.now
            )

    def held(self, person: UUID, by: Actor | None = None, **when: str) -> tuple[Held, ...]:
        with self.register.desk.acting(by):
            return queries.held(self.register.asked(**when), [person])[person]

    def says(self, person: UUID, by: Actor | None = None, **when: str) -> list[str]:
        """How somebody stands with each authority, in words: "The border authority: granted to 2026-01-09"."""
        return [self._words(each) for each in self.held(person, by, **when)]

    def _words(self, held: Held) -> str:
        with self.register.desk.acting():
            name = Source.objects.get(id=held.authority).name
        days = [f"{word} {day}" for word, day in (("from", held.valid_from), ("to", held.valid_until)) if day]
        waits = ["unconfirmed"] if held.state is queries.State.GRANTED and not held.confirmed else []
        return f"{name}: {' '.join([held.state.value, *days, *waits])}"
