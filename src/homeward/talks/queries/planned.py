"""What was planned of people or things that no obligation names, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from homeward import moments
from homeward.ledger.core.agreements import Stage
from homeward.ledger.queries.views import FigureView, StatementView
from homeward.moments import Interval
from homeward.talks.core import deliveries, naming, promised, stages
from homeward.talks.core.deliveries import Told
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.counts import Counts, amount_of, figure_id, told_of
from homeward.talks.queries.stated import Stated
from homeward.talks.queries.terms import Terms
from homeward.talks.queries.views import PlanView, QuantityView

STANDING_PLANS = frozenset({"promised", "expected", "asserted", "reported"})


@dataclass(frozen=True, slots=True)
class _Came:
    amount: Amount
    stage: Stage
    statements: tuple[UUID, ...]


def plans(
    stated: Stated,
    counts: Counts,
    named: frozenset[UUID],
    terms: list[tuple[UUID, Terms]],
    views: dict[UUID, StatementView],
) -> list[PlanView]:
    """The plans that no obligation takes up (`named` are the populations that some does), the last of each voice."""
    last: dict[tuple[UUID, str], FigureView] = {}
    for figure in sorted(counts.plans, key=lambda f: f.said.start if f.said and f.said.start else f.recorded_at):
        if figure.population.id not in named and figure.modality in STANDING_PLANS and figure.statement_id in views:
            last[figure.population.id, figure.speaker] = figure
    return [_plan(stated, counts, figure, terms, views[figure.statement_id]) for figure in last.values()]


def _plan(
    stated: Stated, counts: Counts, figure: FigureView, terms: list[tuple[UUID, Terms]], view: StatementView
) -> PlanView:
    asked = stated.asked
    running = [
        (id, each)
        for id, each in terms
        if each.began is not None and figure.asof is not None and _overlap(each.runs, figure.asof)
    ]
    own = running[0] if len(running) == 1 else None
    due = _due(figure, own[1] if own else None)
    came = _came(counts, figure)
    planned = amount_of(figure)
    up = due is not None and due.until is not None and due.until <= asked.as_of
    held = promised.against(planned, came.amount if came else None, time_is_up=up)
    pending = not up and held.outcome is not promised.Outcome.MET
    left = held.short if came else planned
    unit = figure.unit
    return PlanView(
        id=figure_id(figure),
        ref=figure.ref,
        agreement=own[0] if own else None,
        population=figure.population.name,
        measure=figure.measure,
        planned=QuantityView(planned.lo, planned.hi, unit, figure.words, (figure.statement_id,)),
        delivered=QuantityView(
            came.amount.lo, came.amount.hi, unit, promised.amount_in_words(came.amount), came.statements
        )
        if came
        else None,
        stage=came.stage.value if came else "",
        open=QuantityView(left.lo, left.hi, unit, promised.amount_in_words(left), (figure.statement_id,))
        if left
        else None,
        due=due,
        pending=pending,
        words=_words(figure, came, left, due, pending, stated),
        inferred=came is not None,
        statement=view,
    )


def _overlap(runs: Interval | None, when: Interval) -> bool:
    if runs is None:
        return False
    before = when.until is not None and runs.start is not None and when.until <= runs.start
    after = when.start is not None and runs.until is not None and when.start >= runs.until
    return not before and not after


def _due(figure: FigureView, terms: Terms | None) -> Interval | None:
    """When its time is up: as was said of it; a day that was only inferred does not close it while the agreement runs."""
    if figure.window is not None:
        return figure.window
    if not figure.asof_inferred:
        return figure.asof
    return terms.actual_end if terms is not None else None


def _came(counts: Counts, figure: FigureView) -> _Came | None:
    """What came of it: counts of the same people since, else what a statement's own list gives for their name."""
    since = figure.asof.start if figure.asof else None
    by_stage: dict[Stage, list[Told]] = {}
    for each in counts.delivered:
        stage = stages.stage_of_measure(each.measure)
        if stage is None or (since and each.asof and each.asof.until and each.asof.until <= since):
            continue
        if each.population.id == figure.population.id:
            by_stage.setdefault(stage, []).append(told_of(each))
        elif each.kind == "flow" and (number := naming.number_beside(figure.population.name, each.text)) is not None:
            told = replace(told_of(each), amount=Amount.exactly(number), words=str(number))
            by_stage.setdefault(stage, []).append(told)
    if not by_stage:
        return None
    wanted = stages.stage_of_plan(figure.measure)
    stage = wanted if wanted in by_stage else max(by_stage, key=lambda each: stages.ORDER[each])
    assert stage is not None
    found = deliveries.counted(by_stage[stage])
    return _Came(found.amount, stage, found.statements) if found else None


def _words(
    figure: FigureView, came: _Came | None, left: Amount | None, due: Interval | None, pending: bool, stated: Stated
) -> str:
    told = f"{figure.words} planned"
    if came is None:
        told += ", nobody has said how many came"
    else:
        told += f", {promised.amount_in_words(came.amount)} {stages.in_words(came.stage)}"
        told += f", {promised.amount_in_words(left)} open" if left else ""
    if pending:
        when = f"until {moments.in_words(due, stated.asked.case.zone)}" if due else "nobody said until when"
        told += f"; pending, {when}"
    elif due is not None and left is not None:
        told += f"; its time was up {moments.in_words(due, stated.asked.case.zone)}"
    return told
