"""Who waits for a crossing: everybody of the register who is not beyond it, each by whom they are shown as."""

from __future__ import annotations

from uuid import UUID

from homeward.crossings.records.waiting import together, waiting_in
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known as Register


def waiting(asked: Asked) -> list[UUID]:
    """Everybody who waits at the time asked."""
    return waiting_in(asked, Register(asked))


def families(asked: Asked) -> list[tuple[UUID, ...]]:
    """Everybody who waits, with whom they travel; whoever travels with nobody stands alone."""
    register = Register(asked)
    return together(waiting_in(asked, register), register)
