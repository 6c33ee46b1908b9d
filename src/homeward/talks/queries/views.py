"""What talks answer with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from homeward.ledger.queries.views import FigureView, StatementView
from homeward.moments import Interval
from homeward.talks.core.sentences import Sentence, Values
from homeward.talks.core.values import Value


@dataclass(frozen=True, slots=True)
class Whom:
    """One whom a text names: the source if it is known, and the words as written."""

    words: str
    source: UUID | None = None


@dataclass(frozen=True, slots=True)
class StatusView:
    """One report of a condition's status: a statement, and what it says of it; `counts` when it decides the value now."""

    value: Value
    statement: StatementView
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Freed:
    """A goal that would be free: its words, and how many people stand behind it.

    `people` as said; `counted` in the register, by the list that is named for it (`counted_from`), none where none is.
    """

    goal: str
    people: str = ""
    people_from: tuple[UUID, ...] = ()
    counted: int | None = None
    counted_from: str = ""
    people_figures: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class LeafView:
    """A condition in the graph of a goal: who wants it of whom, what is said of it, and what it would free.

    `inherited_from` names the other goal whose condition it is; `nature` is event, state, permission, quantity, list or
    unspecified, empty when nobody has said; `vague` ones are questions, and `question` puts them. `wanted` is what would
    help: met, or unmet where a "not" stands before it. Those that it `waits_for` must hold before it can.
    """

    id: UUID
    ref: str
    text: str
    value: Value
    demanded_by: tuple[Whom, ...]
    demanded_of: tuple[Whom, ...]
    since: Interval | None
    last_word: StatementView
    reports: tuple[StatusView, ...]
    who_can_clear: tuple[Whom, ...]
    clearer_inferred: bool
    frees_alone: tuple[Freed, ...]
    frees_with_one: tuple[tuple[UUID, Freed], ...]
    share_of_sets: Decimal
    nature: str
    throughout: bool
    vague: bool
    question: str
    inherited_from: str
    why: str
    statement: StatementView
    rank: int
    gates: str = ""
    wanted: Value = Value.MET
    waits_for: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeView:
    """An arrow of the graph, from what must hold to what it gates; `edge` is demand, offer or allegation (never gates)."""

    from_id: UUID
    to_id: UUID
    edge: str
    inherited: bool
    statement: UUID | None


@dataclass(frozen=True, slots=True)
class GateView:
    """A gate of the graph: how its members stand together. The goal itself is one; `op` all any k_of_n not seq lockstep within."""

    id: UUID
    op: str
    words: str
    value: Value
    members: tuple[UUID, ...]
    least: int | None
    batches: tuple[Decimal, ...]
    within: Interval | None
    statement: StatementView | None


@dataclass(frozen=True, slots=True)
class AllegationView:
    """What is alleged about a goal (`gates`, it or one near it): shown beside it, never in its way."""

    id: UUID
    ref: str
    text: str
    by: tuple[Whom, ...]
    against: tuple[Whom, ...]
    statement: StatementView
    answers: tuple[StatementView, ...]
    gates: str = ""


@dataclass(frozen=True, slots=True)
class CycleView:
    """A deadlock: each waits for the next, the last for the first; with the known ways out, in words."""

    members: tuple[UUID, ...]
    words: str
    ways_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """Something that a person should look at: what gates itself, which voices differ; `values` are what its words name."""

    code: str
    words: str
    about: tuple[UUID, ...]
    values: Values = ()


@dataclass(frozen=True, slots=True)
class BlockersView:
    """What stands in the way of a goal, as of a time and as known at one; `viewpoint` when it is one party's own view.

    `sets` are the minimal sets of conditions whose turning met would make the goal met; `complete` is false past the cap
    of their number, and `left_out` says what was not looked at. `supposed` holds what a what-if sheet supposes, `freed`
    the goals that are met when it is so and are not otherwise. `id` is that of the goal among the gates; `wider` names the
    goals of the same action of which nobody has said how they stand to this one.
    """

    goal: str
    value: Value
    sets: tuple[tuple[UUID, ...], ...]
    complete: bool
    conditions: tuple[LeafView, ...]
    gates: tuple[GateView, ...]
    edges: tuple[EdgeView, ...]
    allegations: tuple[AllegationView, ...]
    cycles: tuple[CycleView, ...]
    findings: tuple[FindingView, ...]
    order: tuple[UUID, ...]
    order_exists: bool
    wider: tuple[str, ...]
    viewpoint: Whom | None
    supposed: tuple[tuple[UUID, Value], ...]
    freed: tuple[Freed, ...]
    people: str
    people_from: tuple[UUID, ...]
    left_out: tuple[str, ...] = ()
    id: UUID | None = None
    counted: int | None = None
    counted_from: str = ""
    people_figures: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal of the case: its words, whether it is free, and how many conditions stand before it, by value."""

    words: str
    value: Value
    met: int
    unmet: int
    unknown: int
    contested: int
    alleged: int
    people: str
    parties: tuple[Whom, ...]
    people_figures: tuple[FigureView, ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityView:
    """An amount as a closed interval (`hi` none when open), with the words said and the statements behind it."""

    lo: Decimal | None
    hi: Decimal | None
    unit: str
    words: str
    statements: tuple[UUID, ...]
    per: str = ""


@dataclass(frozen=True, slots=True)
class StageView:
    """What was delivered at one stage, by origin; its share of what was promised is [lo of the one / hi of the other, hi / lo]."""

    stage: str
    delivered: QuantityView
    share_lo: Decimal | None
    share_hi: Decimal | None
    words: str
    rivals: tuple[QuantityView, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim that an obligation was not kept, its answer, and who settled it; never the desk's own word."""

    id: UUID
    claimant: tuple[Whom, ...]
    against: tuple[Whom, ...]
    statement: StatementView
    answers: tuple[StatementView, ...]
    resolved_by: StatementView | None


@dataclass(frozen=True, slots=True)
class CountingView:
    """Somebody decided how a delivery counts: for which obligation and which day, and who decided it."""

    delivery: UUID
    counts_for: str
    on: Interval | None
    decided_by: tuple[Whom, ...]
    statement: StatementView


@dataclass(frozen=True, slots=True)
class PaceView:
    """Whether it would be done by its deadline at the present pace: amounts a day, and the projected day, as intervals."""

    per_day_lo: Decimal | None
    per_day_hi: Decimal | None
    done_from: datetime | None
    done_until: datetime | None
    words: str


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of an obligation: what was promised of it and what each stage counted."""

    on: str
    promised_lo: Decimal | None
    promised_hi: Decimal | None
    stages: tuple[tuple[str, Decimal | None, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class BatchView:
    """One batch of an obligation, counted from 1: how many it has, how many of them came, and their share."""

    number: int
    size: Decimal
    delivered_lo: Decimal
    delivered_hi: Decimal | None
    share_lo: Decimal
    share_hi: Decimal


@dataclass(frozen=True, slots=True)
class ObligationView:
    """What one side owes another: promised, delivered by stage, late, claimed. `score` is 0 to 3 as the Colombia Barometer has it.

    `state` is draft, agreed, waiting, due, partly_done, done, late, claimed_breached, suspended, waived, expired or
    superseded; `words` say it in a sentence, with the measured shortfall, and never that anybody breached it.
    """

    id: UUID
    ref: str
    agreement: UUID
    agreement_title: str
    bearer: tuple[Whom, ...]
    beneficiary: tuple[Whom, ...]
    action: str
    object: str
    kind: str
    promised: QuantityView | None
    stages: tuple[StageView, ...]
    days: tuple[DayView, ...]
    state: str
    words: str
    due: Interval | None
    late_days_lo: int | None
    late_days_hi: int | None
    shortfall: QuantityView | None
    outside: tuple[QuantityView, ...]
    pace: PaceView | None
    claims: tuple[ClaimView, ...]
    counting: tuple[CountingView, ...]
    ratio_words: str
    batches: tuple[Decimal, ...]
    score: int | None
    findings: tuple[FindingView, ...]
    statement: StatementView
    counts_at: str = ""
    share_lo: Decimal | None = None
    share_hi: Decimal | None = None
    promised_rivals: tuple[QuantityView, ...] = ()
    over: QuantityView | None = None
    batches_done: tuple[BatchView, ...] = ()
    inferred: bool = False
    condition: str = ""
    compensation: str = ""
    ratio_told: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """What somebody planned of people or things that no obligation names, and what came of it; `open` is what is left.

    `agreement` is the one that was running then, where only one was. It is pending until its time is up, and never late before.
    """

    id: UUID
    ref: str
    agreement: UUID | None
    population: str
    measure: str
    planned: QuantityView
    delivered: QuantityView | None
    stage: str
    open: QuantityView | None
    due: Interval | None
    pending: bool
    words: str
    inferred: bool
    statement: StatementView


@dataclass(frozen=True, slots=True)
class PowerView:
    """Who may extend, suspend, resume, end, waive, inspect or count, and on what condition."""

    power: str
    holder: tuple[Whom, ...]
    condition: str
    until: Interval | None
    statement: StatementView


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn in the life of an agreement: extended, suspended, resumed, ended; as each side announced it."""

    turn: str
    until: Interval | None
    statement: StatementView
    by: tuple[Whom, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule of an agreement in its words, and what it comes to at the time asked, worked out and never typed."""

    id: UUID
    kind: str
    words: str
    comes_to: str
    statement: StatementView
    told: tuple[Sentence, ...] = ()
    read_by: tuple[Whom, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase as its text has it, with its times where they are told; `announced` when it was, where it came later."""

    key: str
    text: str
    start: Interval | None = None
    until: Interval | None = None
    announced: Interval | None = None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement with its phases, obligations, rules and turns; `ends` is when it runs out as of the time asked, and why."""

    id: UUID
    ref: str
    title: str
    announced: Interval | None
    planned_start: Interval | None
    actual_start: Interval | None
    actual_end: Interval | None
    suspended: Interval | None
    deadline: Interval | None
    deadline_text: str
    started_late_days: tuple[int, int] | None
    ends: Interval | None
    ends_why: str
    phases: tuple[tuple[str, str], ...]
    obligations: tuple[ObligationView, ...]
    rules: tuple[RuleView, ...]
    turns: tuple[TurnView, ...]
    findings: tuple[FindingView, ...]
    statement: StatementView
    plans: tuple[PlanView, ...] = ()
    powers: tuple[PowerView, ...] = ()
    parties: tuple[Whom, ...] = ()
    ends_told: tuple[Sentence, ...] = ()
    mediators: tuple[Whom, ...] = ()
    guarantors: tuple[Whom, ...] = ()
    phase_times: tuple[PhaseView, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty that falls due: when, whose, and what of it is open; for the clock of what is next.

    It is of an `obligation`, of a `plan`, or of the agreement `of` itself, which runs out.
    """

    due: Interval
    obligation: UUID | None
    agreement: str
    words: str
    by: tuple[Whom, ...]
    overdue: bool
    plan: UUID | None = None
    of: UUID | None = None
