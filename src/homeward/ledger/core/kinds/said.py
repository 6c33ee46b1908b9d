"""What voices outside the desk say: plain words, and what stands in the way of something."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One whom a text names: the words as written, and the source if it is known."""

    words: str
    source: UUID | None = None


@kind_of("said.plain")
@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Free words; everything else about it stands in the entry."""


@kind_of("said.condition")
@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition is said to stand in the way of something; this mints its identity."""

    condition: UUID
    gates: str
    demanded_by: tuple[Named, ...] = ()
    demanded_of: tuple[Named, ...] = ()


@kind_of("said.condition_status")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStatus:
    """A source says that a condition is met, or is not; `status` keeps other words as written."""

    condition: UUID
    status: str
    words: str = ""
    cleared_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stage of an agreement, in the words of its text; `more` keeps what the form does not define."""

    key: str
    text: str = ""
    more: tuple[str, ...] = ()


@kind_of("said.agreement")
@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An arrangement that somebody announced; times as intervals, phases as written."""

    agreement: UUID
    title: str
    announced: Interval | None = None
    planned_start: Interval | None = None
    actual_start: Interval | None = None
    actual_end: Interval | None = None
    suspended: Interval | None = None
    deadline: Interval | None = None
    deadline_text: str = ""
    phases: tuple[Phase, ...] = ()


@kind_of("said.obligation")
@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What one side owes another under an agreement; quantities as stated and as a closed interval."""

    obligation: UUID
    agreement: UUID
    action: str
    bearer: tuple[Named, ...] = ()
    beneficiary: tuple[Named, ...] = ()
    object: str = ""
    op: str = ""
    stated_lo: Decimal | None = None
    stated_hi: Decimal | None = None
    lo: Decimal | None = None
    hi: Decimal | None = None
    per: str = ""
    window: Interval | None = None
    ratio: tuple[str, ...] = ()
    batches: tuple[Decimal, ...] = ()


@kind_of("said.rule")
@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of an agreement (extension, ratio, outside, lockstep, reciprocity, list), in its words."""

    rule: UUID
    agreement: UUID
    rule_kind: str
    per: str = ""
    adds: str = ""
    cap: str = ""
