"""What sides agree and how it is kept: obligations in full, rules, turns, powers, deliveries, counts, complaints, answers.

All of it is what voices say. Nothing here judges: that a quantity is short is worked out for whoever asks, and that
somebody calls it a failing is that somebody's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.agreements import Answered, Completeness, DutyKind, Power, Stage, Turn
from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.kinds.said import Agreement, Named, Obligation, Rule
from homeward.moments import Interval


@kind_of("said.agreement", 2)
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementInFull(Agreement):
    """An agreement with who made it, who carried it, who stands for it, and when it is planned to end."""

    planned_end: Interval | None = None
    parties: tuple[Named, ...] = ()
    mediators: tuple[Named, ...] = ()
    guarantors: tuple[Named, ...] = ()
    supersedes: UUID | None = None


@kind_of("said.obligation", 2)
@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationInFull(Obligation):
    """An obligation with its kind, the stage at which it counts, its deadline, and what must come first.

    `after` is the obligation that has to be done first, `condition` the words of what has to hold. `compensation` says how it
    may be made good later. Of a ratio: `num` for each `den` of the obligation `of`, or by category in `ratio`.
    """

    nature: DutyKind = DutyKind.ACHIEVEMENT
    counts_at: Stage | None = None
    unit: str = ""
    due: Interval | None = None
    after: UUID | None = None
    condition: str = ""
    compensation: str = ""
    of: UUID | None = None
    num: Decimal | None = None
    den: Decimal | None = None
    clause: str = ""


@kind_of("said.rule", 2)
@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInFull(Rule):
    """A rule with the obligations it ties together, in order, and who may decide how it is read."""

    between: tuple[UUID, ...] = ()
    interpreter: tuple[Named, ...] = ()


@kind_of("said.agreement_turn")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTurn:
    """A side announces that an agreement, or one obligation of it, is extended, suspended, resumed, ended or waived.

    When it takes effect is the entry's `occurred`, else when it was said.
    """

    agreement: UUID
    turn: Turn
    obligation: UUID | None = None
    until: Interval | None = None
    by: tuple[Named, ...] = ()


@kind_of("said.power")
@dataclass(frozen=True, slots=True, kw_only=True)
class PowerTold:
    """Who may extend, suspend, resume, end, waive or inspect, on what condition, in what form, until when."""

    agreement: UUID
    power: Power
    holder: tuple[Named, ...]
    condition: str = ""
    form: str = ""
    until: Interval | None = None


@kind_of("said.delivery")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryTold:
    """A voice says that so much of an obligation reached a stage; when is the entry's `occurred`.

    `counts` is "then" for what came at that time, "so far" for all up to it. `statement` and `figure` name what was said already
    and is put to this obligation here: then it is that utterance, and no second one.
    """

    delivery: UUID
    obligation: UUID
    stage: Stage
    op: str
    lo: Decimal
    hi: Decimal | None = None
    stated_lo: Decimal | None = None
    stated_hi: Decimal | None = None
    unit: str = ""
    counts: Completeness = Completeness.THEN
    category: str = ""
    where: str = ""
    statement: UUID | None = None
    figure: int = 0


@kind_of("said.counting_decision")
@dataclass(frozen=True, slots=True, kw_only=True)
class CountingDecided:
    """Somebody decides for which obligation and which day a delivery, or a figure of a statement, counts; none: for none."""

    statement: UUID
    figure: int = 0
    obligation: UUID | None = None
    on: Interval | None = None
    decided_by: tuple[Named, ...] = ()


@kind_of("said.complaint")
@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintMade:
    """One side says that another did not keep an obligation; this mints the complaint's identity."""

    complaint: UUID
    obligation: UUID
    by: tuple[Named, ...]
    against: tuple[Named, ...]


@kind_of("said.complaint_answer")
@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAnswered:
    """What was said to a complaint: denied, answered otherwise, or settled by whom."""

    complaint: UUID
    answered: Answered
    by: tuple[Named, ...] = ()
