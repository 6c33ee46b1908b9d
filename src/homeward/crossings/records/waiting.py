"""Who waits, and who of them travels together."""

from __future__ import annotations

from uuid import UUID

from homeward.ledger.core.persons import State
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known as Register
from homeward.people import queries as people

BEYOND = frozenset(each.value for each in (State.CROSSED, State.HOME, State.DEAD, State.REMAINS_RETURNED))
"""The stages at which nobody waits for a crossing."""


def waiting_in(asked: Asked, register: Register) -> list[UUID]:
    """Everybody who is not beyond the crossing, each by whom they are shown as."""
    everyone = sorted({register.shown(each) for each in register.people})
    stages = people.stages_of(asked, everyone)
    return [each for each in everyone if stages[each].state not in BEYOND]


def together(waiting: list[UUID], register: Register) -> list[tuple[UUID, ...]]:
    """Families as lists and voices tell of them, everybody else alone; nobody who does not wait is among them."""
    here = set(waiting)
    families = [tuple(sorted(family & here)) for family in register.families]
    placed = {person for family in families for person in family}
    alone = [(person,) for person in waiting if person not in placed]
    return sorted(family for family in (*families, *alone) if family)
