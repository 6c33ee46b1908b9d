"""The states of an obligation, from what is said of it and what the numbers come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homeward.talks.core.promised import Outcome


class State(StrEnum):
    """Where an obligation stands; none of these is a judgement of whoever bears it."""

    DRAFT = "draft"
    AGREED = "agreed"
    WAITING = "waiting"
    DUE = "due"
    PARTLY_DONE = "partly_done"
    DONE = "done"
    LATE = "late"
    CLAIMED_BREACHED = "claimed_breached"
    SUSPENDED = "suspended"
    WAIVED = "waived"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a state follows from; `come_first_done` is none where nothing has to come first."""

    outcome: Outcome
    any_delivered: bool = False
    draft: bool = False
    superseded: bool = False
    waived: bool = False
    suspended: bool = False
    ended: bool = False
    begun: bool = False
    overdue: bool = False
    complained_of: bool = False
    come_first_done: bool | None = None


def state(facts: Facts) -> State:
    """The one state that these facts make; what was replaced or never agreed comes before all else."""
    if facts.superseded:
        return State.SUPERSEDED
    if facts.draft:
        return State.DRAFT
    if facts.waived:
        return State.WAIVED
    if facts.outcome is Outcome.MET and not facts.complained_of:
        return State.DONE
    if facts.complained_of:
        return State.CLAIMED_BREACHED
    return _running(facts)


def _running(facts: Facts) -> State:
    if facts.ended:
        return State.EXPIRED
    if facts.suspended:
        return State.SUSPENDED
    # That nobody said how many came is no count of nothing.
    if facts.overdue and facts.outcome is Outcome.SHORT:
        return State.LATE
    if facts.any_delivered:
        return State.PARTLY_DONE
    if facts.come_first_done is False:
        return State.WAITING
    return State.DUE if facts.begun else State.AGREED


def days_late(done: tuple[date, date], due: tuple[date, date]) -> tuple[int, int]:
    """By how many days something came after it was due, at least and at most; nought when it may have been in time."""
    return max(0, (done[0] - due[1]).days), max(0, (done[1] - due[0]).days)
