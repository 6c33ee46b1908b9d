"""Access to people who are held, as questions are answered: visits with each voice apart, proofs of life, days without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.held import Found, Kept, SignMedium
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.queries.views import Whom


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one voice says of a visit: when, where, whom it concerned, and each of the five rules by its name."""

    begins: Interval
    ends: Interval | None
    place: str
    population: str
    visitors: tuple[Whom, ...]
    holder: tuple[Whom, ...]
    rules: Mapping[str, Kept]
    statement: StatementView


@dataclass(frozen=True, slots=True)
class TiedView:
    """What a visit is tied to: an obligation or an agreement, by its short name and words."""

    id: UUID
    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class VisitView:
    """One visit, with what each voice says of it in the order in which they spoke; nothing is made one."""

    id: UUID
    accounts: tuple[AccountView, ...]
    obligation: TiedView | None
    agreement: TiedView | None


@dataclass(frozen=True, slots=True)
class LookedView:
    """What a named person of the desk found of an answer; `reason` is none where nothing opens any more."""

    found: Found
    reason: str | None
    by: str
    own: bool
    statement: StatementView


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What came back; `answer` is none where nothing opens any more, `words` empty where none were told."""

    medium: SignMedium
    answer: str | None
    words: str | None
    received: Interval | None
    looked: tuple[LookedView, ...]
    statement: StatementView

    @property
    def verified(self) -> bool:
        """Whether the last who looked found that it is the person's own."""
        return bool(self.looked) and self.looked[-1].found is Found.VERIFIED


@dataclass(frozen=True, slots=True)
class ProofView:
    """One question for a sign of life and what came of it; `question` is none where nothing opens any more."""

    id: UUID
    person: UUID
    names: tuple[str, ...]
    question: str | None
    holder: Whom
    channel: UUID | None
    channel_name: str
    asked: Interval | None
    only_they_know: Kept
    before_any_offer: Kept
    answers: tuple[AnswerView, ...]
    statement: StatementView

    @property
    def open(self) -> bool:
        """Whether no answer has come that somebody found to be the person's own."""
        return not any(each.verified for each in self.answers)


@dataclass(frozen=True, slots=True)
class SilenceView:
    """How many whole days have passed since the last verified answer came, at the least and at the most; none came: no number."""

    person: UUID
    names: tuple[str, ...]
    last: Interval | None
    ref: str
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class ProofsView:
    """Every question, open ones first, and each person's days without a sign of life."""

    proofs: tuple[ProofView, ...]
    silences: tuple[SilenceView, ...]

    @property
    def people(self) -> frozenset[UUID]:
        """Whom this shows, for the log of readings."""
        return frozenset(each.person for each in self.silences)
