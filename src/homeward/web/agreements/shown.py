"""Agreements as their pages show them: each number with the short names it leads to, bars, times, and both sides' words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.ledger.queries.statements import statements
from homeward.ledger.queries.views import Asked
from homeward.moments import Interval
from homeward.talks.queries.views import (
    AgreementView,
    ClaimView,
    CountingView,
    ObligationView,
    PlanView,
    QuantityView,
)
from homeward.web.agreements import words
from homeward.web.drawing.axes import Counts
from homeward.web.drawing.kept import Kept, Range, axis_of, kept
from homeward.web.drawing.strips import Ink
from homeward.web.drawing.terms import Drawn, Timed, drawn
from homeward.web.words import span_words

MOST_DAYS = 31
"""Days of an obligation that are shown at once; more stand behind one press."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of an obligation: its bar, what it comes to in words, and the rivals of the number."""

    stage: str
    label: str
    drawn: Kept
    delivered: QuantityView
    share: str
    rivals: tuple[QuantityView, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class DayStage:
    """One stage on one day."""

    label: str
    lo: Any
    hi: Any
    drawn: Kept


@dataclass(frozen=True, slots=True)
class DayRow:
    """One local day of an obligation: what was promised of it, and each stage."""

    on: date
    lo: Any
    hi: Any
    promised: str
    stages: tuple[DayStage, ...]
    alone: Kept


@dataclass(frozen=True, slots=True)
class Shown:
    """One obligation with its bars on one axis; `days` have an axis of their own."""

    view: ObligationView
    axis: Counts | None
    stages: tuple[StageRow, ...]
    days_axis: Counts | None
    days: tuple[DayRow, ...]
    late: str
    pace: str
    pace_against: str
    share: str

    @property
    def anchor(self) -> str:
        return f"obligation-{self.view.id}"


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says another did not keep, beside what that side says, and what was measured."""

    claim: ClaimView
    obligation: ObligationView
    agreement: AgreementView


@dataclass(frozen=True, slots=True)
class Page:
    """One agreement as its page shows it."""

    view: AgreementView
    drawn: Drawn | None
    times: tuple[tuple[str, Interval], ...]
    obligations: tuple[Shown, ...]
    claims: tuple[Said, ...]
    counting: tuple[tuple[CountingView, ObligationView], ...]
    late: str


def page_of(view: AgreementView, *, as_of: datetime, zone: ZoneInfo) -> Page:
    """An agreement with all that is drawn of it."""
    named = _times(view)
    lo, hi = view.started_late_days or (None, None)
    return Page(
        view=view,
        drawn=drawn(_timed(view), as_of=as_of, deadline=view.deadline or view.ends, zone=zone),
        times=named,
        obligations=tuple(shown(each) for each in view.obligations),
        claims=claims([view]),
        counting=tuple((each, of) for of in view.obligations for each in of.counting),
        late=words.late_words(lo, hi),
    )


def shown(view: ObligationView) -> Shown:
    """An obligation with its bars."""
    promised = _range(view.promised)
    axis = axis_of([promised, *(_range(each.delivered) for each in view.stages)])
    days = view.days
    days_axis = axis_of(
        [(each.promised_lo, each.promised_hi) for each in days]
        + [(lo, hi) for each in days for _stage, lo, hi in each.stages if (lo, hi) != (None, None)]
    )
    pace = view.pace
    return Shown(
        view=view,
        axis=axis if promised or view.stages else None,
        stages=tuple(
            StageRow(
                each.stage, words.stage_words(each.stage), kept(axis, promised, _range(each.delivered)), each.delivered,
                words.share_words(each.share_lo, each.share_hi), each.rivals, each.inferred,
            )
            for each in view.stages
        ),
        days_axis=days_axis if days else None,
        days=tuple(_day(days_axis, each) for each in days),
        late=words.late_words(view.late_days_lo, view.late_days_hi),
        pace=words.pace_words(pace.per_day_lo, pace.per_day_hi) if pace else "",
        pace_against=words.against_deadline(pace.done_from, pace.done_until, view.due) if pace else "",
        share=words.share_words(view.share_lo, view.share_hi) if view.promised else "",
    )  # fmt: skip


def claims(views: Iterable[AgreementView]) -> tuple[Said, ...]:
    """What sides say of each other under these agreements, in the order in which they said it."""
    found = [Said(claim, of, view) for view in views for of in view.obligations for claim in of.claims]
    return tuple(sorted(found, key=_said_when))


def names_of(asked: Asked, views: Sequence[AgreementView], plans: Sequence[PlanView] = ()) -> Mapping[UUID, str]:
    """The short names of all statements from which a number of these agreements and plans was taken."""
    quantities = [*(each for view in views for each in _quantities(view)), *_planned(plans)]
    wanted = {id for quantity in quantities for id in quantity.statements}
    wanted |= {each.delivery for view in views for of in view.obligations for each in of.counting}
    return {each.id: each.ref for each in statements(asked, sorted(wanted))}


def _quantities(view: AgreementView) -> Iterable[QuantityView]:
    for of in view.obligations:
        yield from filter(None, (of.promised, of.shortfall, of.over))
        yield from (*of.outside, *of.promised_rivals)
        for stage in of.stages:
            yield from (stage.delivered, *stage.rivals)
    yield from _planned(view.plans)


def _planned(plans: Iterable[PlanView]) -> Iterable[QuantityView]:
    for plan in plans:
        yield from filter(None, (plan.planned, plan.delivered, plan.open))


def _range(quantity: QuantityView | None) -> Range | None:
    return (quantity.lo, quantity.hi) if quantity is not None else None


def _day(axis: Counts, view: Any) -> DayRow:
    promised = (view.promised_lo, view.promised_hi)
    return DayRow(
        on=date.fromisoformat(view.on[:10]),
        lo=view.promised_lo,
        hi=view.promised_hi,
        promised="" if promised == (None, None) else span_words(*promised),
        alone=kept(axis, promised, None),
        stages=tuple(
            DayStage(
                words.stage_words(stage), lo, hi, kept(axis, promised, (lo, hi) if (lo, hi) != (None, None) else None)
            )
            for stage, lo, hi in view.stages
        ),
    )


def _times(view: AgreementView) -> tuple[tuple[str, Interval], ...]:
    named = [(name, getattr(view, name)) for name in words.LANES]
    return tuple((name, time) for name, time in named if time is not None)


def _timed(view: AgreementView) -> list[Timed]:
    inks = {"planned_start": Ink.OUTLINE, "deadline": Ink.OUTLINE, "suspended": Ink.HATCHED, "ends": Ink.OUTLINE}
    found = [Timed(name, time, inks.get(name, Ink.SOLID)) for name, time in _times(view)]
    for turn in view.turns:
        when = turn.statement.occurred or turn.statement.said
        if when is not None:
            found.append(Timed(f"turn.{turn.statement.ref}", when))
        if turn.until is not None:
            found.append(Timed(f"until.{turn.statement.ref}", turn.until, Ink.OUTLINE))
    return found


def _said_when(said: Said) -> tuple[float, str]:
    time = said.claim.statement.said or said.claim.statement.published
    start = (time.start or time.until) if time else None
    return (start or said.claim.statement.recorded_at).timestamp(), said.claim.statement.ref
