"""Agreements for people: what was promised against what came, in sentences that judge nobody."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.moments import Interval
from homeward.talks.core.promised import amount_in_words
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.views import AgreementView, DutyView, ObligationView, PlanView, Whom

AT = 16


def obligations_page(paper: Paper, views: list[ObligationView], plans: list[PlanView], zone: ZoneInfo) -> None:
    """Every obligation, then what was planned beside them."""
    if not views and not plans:
        paper.line("Nobody has said that anything was agreed.")
    for title in dict.fromkeys(view.agreement_title for view in views):
        paper.heading(apart(title))
        for view in views:
            if view.agreement_title == title:
                _obligation(paper, view, zone)
    _plans(paper, plans)


def agreements_page(paper: Paper, views: list[AgreementView], zone: ZoneInfo) -> None:
    """Every agreement with its parts."""
    if not views:
        paper.line("Nobody has said that anything was agreed.")
    for view in views:
        _agreement(paper, view, zone)


def duties_page(paper: Paper, views: list[DutyView], zone: ZoneInfo) -> None:
    """What falls due, overdue first."""
    paper.line(f"{count(len(views), 'duty', 'duties')} due", style=BOLD)
    for view in views:
        paper.gap()
        when = f"overdue, {_when(view.due, zone)}" if view.overdue else f"due {_when(view.due, zone)}"
        paper.line(joined([when, apart(view.agreement), _named(view.by)]))
        paper.line(apart(view.words), indent=2)


def _agreement(paper: Paper, view: AgreementView, zone: ZoneInfo) -> None:
    paper.heading(f"{apart(view.title)} ({view.ref})")
    for label, when in (
        ("announced", view.announced),
        ("planned start", view.planned_start),
        ("started", view.actual_start),
        ("ended", view.actual_end),
        ("suspended", view.suspended),
        ("deadline", view.deadline),
    ):
        if when is not None:
            paper.row(label, _when(when, zone), indent=2, at=AT + 2)
    if view.started_late_days:
        lo, hi = view.started_late_days
        paper.row("started late by", f"{lo} days" if lo == hi else f"{lo} to {hi} days", indent=2, at=AT + 2)
    if view.ends:
        paper.row("runs until", f"{_when(view.ends, zone)}: {apart(view.ends_why)}", indent=2, at=AT + 2)
    for phase in view.phase_times:
        times = " to ".join(_when(each, zone) for each in (phase.start, phase.until) if each)
        told = joined([times, f"announced {_when(phase.announced, zone)}" if phase.announced else ""])
        paper.row(f"phase {apart(phase.key)}", joined([apart(phase.text), told]), indent=2, at=AT + 2)
    for turn in view.turns:
        until = f" until {_when(turn.until, zone)}" if turn.until else ""
        paper.line(f"{turn.turn}{until}, announced by {_named(turn.by)} ({turn.statement.ref})", indent=2)
    for each in view.obligations:
        _obligation(paper, each, zone)
    _plans(paper, view.plans)
    for rule in view.rules:
        paper.gap()
        paper.line(f"Rule, {rule.kind}: {apart(rule.words)} ({rule.statement.ref})")
        if rule.comes_to:
            paper.line(apart(rule.comes_to), indent=2)
    for finding in view.findings:
        paper.faint(f"{finding.code}: {apart(finding.words)}", indent=2)


def _obligation(paper: Paper, view: ObligationView, zone: ZoneInfo) -> None:
    paper.gap()
    what = joined([f"{view.action} {view.object}".strip()])
    paper.line(f"{_named(view.bearer) or 'nobody named'}: {apart(what)} ({view.ref})")
    paper.line(f"{view.state.replace('_', ' ')}: {apart(view.words)}", indent=2)
    if view.promised_rivals and view.promised:
        rivals = ", ".join(each.words for each in view.promised_rivals)
        paper.faint(f"promised {view.promised.words}; others say {rivals}", indent=2)
    for stage in view.stages:
        told = apart(stage.words) + (" (put to it by its words)" if stage.inferred else "")
        if stage.rivals:
            told += f"; rivals: {', '.join(each.words for each in stage.rivals)}"
        paper.faint(told, indent=2)
    if view.ratio_words:
        paper.faint(f"{view.ratio_words}: {apart(view.ratio_told) or 'nobody has counted both'}", indent=2)
    for batch in view.batches_done:
        came = amount_in_words(Amount(batch.delivered_lo, batch.delivered_hi))
        paper.faint(f"batch {batch.number} of {batch.size:,}: {came}", indent=2)
    for outside in view.outside:
        paper.faint(f"{outside.words} said to lie outside: counts for nothing here", indent=2)
    if view.pace:
        paper.faint(f"pace: {apart(view.pace.words)}", indent=2)
    for finding in view.findings:
        paper.faint(f"{finding.code}: {apart(finding.words)}", indent=2)


def _plans(paper: Paper, plans: Iterable[PlanView]) -> None:
    for plan in plans:
        paper.gap()
        paper.line(f"Plan: {apart(plan.population)}, {apart(plan.measure)} ({plan.ref})")
        paper.line(apart(plan.words), indent=2)


def _named(those: Iterable[Whom]) -> str:
    return apart(", ".join(each.words for each in those))


def _when(when: Interval, zone: ZoneInfo) -> str:
    return apart(moments.in_words(when, zone))
