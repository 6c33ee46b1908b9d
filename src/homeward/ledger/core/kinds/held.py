"""Access to people who are held: visits as voices tell of them, questions that ask for a sign of life, and what came back.

No personal value of a proof of life stands in these: question, answer and reason are in the entry's `sealed`, under the key of
the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.held import Found, Kept, SignMedium
from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.kinds.said import Named
from homeward.moments import Interval


@kind_of("said.access_visit")
@dataclass(frozen=True, slots=True, kw_only=True)
class AccessVisitTold:
    """A voice tells of a visit to people who are held, and of each of the five rules of a visit whether it was kept.

    Whoever tells of the same visit names the same `visit`; what one voice says never fills in what another left out.
    """

    visit: UUID
    begins: Interval
    ends: Interval | None = None
    place: str = ""
    population: str = ""
    visitors: tuple[Named, ...] = ()
    holder: tuple[Named, ...] = ()
    all_detainees: Kept = Kept.NOT_SAID
    all_premises: Kept = Kept.NOT_SAID
    private_interview: Kept = Kept.NOT_SAID
    repeat_visits: Kept = Kept.NOT_SAID
    registration: Kept = Kept.NOT_SAID
    obligation: UUID | None = None
    agreement: UUID | None = None


@kind_of("done.proof_of_life_asked")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfLifeAsked:
    """The desk asks a holder for a sign of life; the `question` is sealed, when it was asked is the entry's `occurred`."""

    proof: UUID
    person: UUID
    holder: UUID
    channel: UUID | None = None
    only_they_know: Kept = Kept.NOT_SAID
    before_any_offer: Kept = Kept.NOT_SAID


@kind_of("said.proof_of_life_answered")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfLifeAnswered:
    """A voice brings what is said to be the answer; `answer` and `words` are sealed, when it came is the entry's `occurred`."""

    proof: UUID
    person: UUID
    medium: SignMedium


@kind_of("done.proof_of_life_verified")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfLifeVerified:
    """Somebody of the desk, the entry's `by`, looked whether an answer is the person's own; the `reason` is sealed."""

    proof: UUID
    person: UUID
    answer: UUID
    found: Found
