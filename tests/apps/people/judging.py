"""Short ways in which tests judge who is who."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.core.persons import Judgement
from homeward.matching import actions
from homeward.matching.actions import JudgedPairs, Weighed
from homeward.matching.models import Pair
from homeward.people import queries
from homeward.people.core.identities import pair_of
from homeward.people.queries import Identities
from tests.apps.people.registers import Register


@dataclass
class Judging:
    """Judges pairs of people of a register, as the operator or whoever is named; found likely by a search unless said otherwise."""

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
        with self.found(likely, *pairs), self.register.desk.acting(by) as actor:
            return actions.judge(
                case=self.register.case(),
                pairs=pairs,
                judgement=judgement,
                by=actor,
                at=self.register.desk.now,
                **more,
            )

    @contextmanager
    def found(self, likely: int | None, *pairs: tuple[UUID, UUID]) -> Iterator[None]:
        """Meanwhile the last search holds each of these pairs to be one so likely, or found none of them; then all is as before."""
        rooms: dict[UUID, UUID] = {}
        with self.register.desk.acting():
            case = self.register.case()
            for person, places in queries.rooms_of(case, {each for pair in pairs for each in pair}).items():
                rooms[person] = min(places)
            two = [pair_of(one, other) for one, other in pairs if one in rooms and other in rooms]
            kept = [row for one, other in two for row in Pair.objects.filter(one_id=one, other_id=other)]
            self._left(two, [])
            left = (
                []
                if likely is None
                else [self._row(case.id, pair, rooms, likely) for pair in two if len(set(pair)) > 1]
            )
            Pair.objects.bulk_create(left)
        try:
            yield
        finally:
            with self.register.desk.acting():
                self._left(two, kept)

    def _left(self, pairs: list[tuple[UUID, UUID]], rows: list[Pair]) -> None:
        for one, other in pairs:
            Pair.objects.filter(one_id=one, other_id=other).delete()
        Pair.objects.bulk_create(rows)

    def _row(self, case: UUID, pair: tuple[UUID, UUID], rooms: dict[UUID, UUID], likely: int) -> Pair:
        one, other = pair
        return Pair(
            case_id=case,
            compartment_id=rooms[one],
            other_compartment_id=rooms[other],
            one_id=one,
            other_id=other,
            per_mille=likely,
            levels=[],
            found_at=self.register.desk.now,
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
