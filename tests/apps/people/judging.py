"""Short ways in which tests judge who is who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.core.persons import Judgement
from homeward.matching import actions
from homeward.matching.actions import JudgedPairs, Weighed
from homeward.people import queries
from homeward.people.queries import Identities
from tests.apps.people.registers import Register


@dataclass
class Judging:
    """Judges pairs of people of a register, as the operator or whoever is named; likely unless said otherwise."""

    register: Register

    def judge(
        self,
        judgement: Judgement,
        *pairs: tuple[UUID, UUID],
        by: Actor | None = None,
        likely: int | None = 800,
        **more: Any,
    ) -> JudgedPairs:
        more.setdefault("once", uuid4())
        with self.register.desk.acting(by) as actor:
            return actions.judge(
                case=self.register.case(),
                pairs=[Weighed(one, other, likely) for one, other in pairs],
                judgement=judgement,
                by=actor,
                at=self.register.desk.now,
                **more,
            )

    def same(self, one: UUID, other: UUID, **more: Any) -> JudgedPairs:
        return self.judge(Judgement.SAME, (one, other), **more)

    def not_same(self, one: UUID, other: UUID, **more: Any) -> JudgedPairs:
        return self.judge(Judgement.NOT_SAME, (one, other), **more)

    def take_back(self, ref: str, reason: str = "A slip.") -> str:
        """Gives the short name of the withdrawal."""
        with self.register.desk.acting() as actor:
            return actions.take_back(
                case=self.register.case(), ref=ref, reason=reason, once=uuid4(), by=actor, at=self.register.desk.now
            ).ref

    def uphold(self, withdrawal: str) -> None:
        """Take a withdrawal back, so that what it took back holds again."""
        with self.register.desk.acting() as actor:
            ledger.withdraw(
                case=self.register.case(),
                ref=withdrawal,
                reason="Rightly judged.",
                once=uuid4(),
                by=actor,
                at=self.register.desk.now,
            )

    def by_rule(self, *pairs: tuple[UUID, UUID], rule: str = "the same paper") -> tuple[tuple[UUID, UUID], ...]:
        with self.register.desk.acting() as actor:
            return actions.judge_by_rule(
                case=self.register.case(),
                pairs=[Weighed(one, other, 999) for one, other in pairs],
                rule=rule,
                by=actor,
                at=self.register.desk.now,
            )

    def known(self, *people: UUID, by: Actor | None = None, **when: str) -> Identities:
        with self.register.desk.acting(by):
            return queries.identities(self.register.asked(**when), people)

    def one_with(self, person: UUID, **more: Any) -> frozenset[UUID]:
        return self.known(person, **more).of(person)
