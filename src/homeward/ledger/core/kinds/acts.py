"""What the desk does with what was said: settles, judges, doubts, withdraws, forgets."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.voices import Reliability
from homeward.moments import Interval


@kind_of("done.speaker_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerSettled:
    """A named person says who a speaker is: "the ministry's spokeswoman" is this source."""

    source: UUID
    settled_as: UUID
    reason: str


@kind_of("done.reliability_judged")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityJudged:
    """A named person judges a source on a topic and for a time, A (reliable) to F (cannot be judged)."""

    source: UUID
    letter: Reliability
    reason: str
    topic: str = ""
    during: Interval | None = None


@kind_of("done.credibility_judged")
@dataclass(frozen=True, slots=True, kw_only=True)
class CredibilityJudged:
    """A named person judges one statement, 1 (confirmed by others) to 6 (cannot be judged), apart from its source."""

    statement: UUID
    number: int
    reason: str


@kind_of("done.doubted")
@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """The desk doubts a statement, or one of its figures; the statement stays."""

    reason: str


@kind_of("done.linked")
@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The desk sets one statement beside another: it supports, denies or contradicts it."""

    statement: UUID
    reason: str


@kind_of("done.withdrawn")
@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The desk takes back what it recorded wrongly; both stay in the ledger."""

    reason: str


@kind_of("done.verdict_confirmed")
@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictConfirmed:
    """A named person confirms how two figures stand to each other."""

    one: str
    other: str
    verdict: str
    reason: str


@kind_of("done.erased")
@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """A person is forgotten: their key is destroyed, by one who asks and another who agrees."""

    person: UUID
    agreed_by: UUID
    reason: str
