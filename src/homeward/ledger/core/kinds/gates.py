"""How conditions stand together, of what nature they are, and what the words of a goal mean: the graph of what blocks what."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.kinds.said import Named
from homeward.moments import Interval


@kind_of("said.gate")
@dataclass(frozen=True, slots=True, kw_only=True)
class GateTold:
    """Somebody says how conditions stand together before something: all, any, so many, not, in order, in lockstep, in a time.

    What it stands before is a goal in words (`gates`), or a condition or another gate (`before`). Its members are
    conditions and gates by id, then goals in words. `edge` is demand, offer or allegation; the last never gates.
    """

    gate: UUID
    op: str
    edge: str
    gates: str = ""
    before: UUID | None = None
    members: tuple[UUID, ...] = ()
    goals: tuple[str, ...] = ()
    least: int | None = None
    batches: tuple[Decimal, ...] = ()
    within: Interval | None = None
    demanded_by: tuple[Named, ...] = ()
    demanded_of: tuple[Named, ...] = ()


@kind_of("said.condition_nature")
@dataclass(frozen=True, slots=True, kw_only=True)
class NatureTold:
    """Somebody says what a condition is (event, state, permission, quantity, list, unspecified) and who could clear it.

    `throughout` is yes or no where it was said whether it must hold the whole time, else empty.
    """

    condition: UUID
    nature: str = ""
    throughout: str = ""
    clearers: tuple[Named, ...] = ()


@kind_of("done.goal_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSettled:
    """A named person says that the words of a goal mean an action and a population; `part_of` that it is part of a wider one."""

    goal: str
    action: str
    reason: str
    population: UUID | None = None
    population_name: str = ""
    part_of: UUID | None = None
    part_of_name: str = ""
