"""Crossings for people at a terminal: the calendar, runs, families against windows, one person, what lapses, the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count
from homeward.crossings.queries import (
    BoardView,
    CalendarView,
    ClearedView,
    CrossingOfPerson,
    DatesView,
    PlanView,
    PolicyView,
    RunView,
    WindowView,
)
from homeward.crossings.queries.views import Named
from homeward.crossings.queries.written_plans import weights_json
from homeward.moments import moment_in_words

AT = 26
REASONS: Mapping[str, str] = {
    "DATA_DEFECT": "what is recorded of this family contradicts itself",
    "CLEARANCE_REFUSED": "an authority refused a permission",
    "CLEARANCE_MISSING": "a permission was not asked for",
    "CLEARANCE_PENDING": "a permission has not been given yet",
    "CLEARANCE_NOT_VALID": "a permission is not valid on that day",
    "WINDOW_CLOSED": "the window is closed",
    "NO_CONVOY": "no convoy goes there from where they are picked up",
    "WINDOW_FULL": "the window takes no more people",
    "DESKS_FULL": "the desks take no more people before it closes",
    "QUOTA_FULL": "the quota of the day is used up",
    "COMPANION_BLOCKED": "nobody who may go along is in this window",
    "PLACES_FULL": "no more places of the kind that is needed",
    "NO_MEDIC": "all medics go along with others",
    "NO_ESCORT": "all escorts go along with others",
    "VEHICLE_FIT": "no seating keeps everybody together",
    "FITS": "there is room, and nothing stands against it",
}
DATES: Mapping[str, str] = {
    "new": "told no date so far",
    "moved": "told another date before",
    "told": "told this date",
    "expected": "on an expected permission: tell them by hand",
    "over": "the window is over or called off",
    "gone": "do not wait any more",
}
CHANGES: Mapping[str, str] = {
    "CLEARANCE_REFUSED": "ask the authority again",
    "CLEARANCE_MISSING": "ask the authority for it",
    "CLEARANCE_PENDING": "an answer of the authority, or its confirmation here",
    "CLEARANCE_NOT_VALID": "a permission that holds on that day",
    "WINDOW_CLOSED": "a word that it opens",
    "NO_CONVOY": "a convoy from there, or another pick-up point",
    "WINDOW_FULL": "more people let through",
    "DESKS_FULL": "more desks, or longer hours",
    "QUOTA_FULL": "a larger quota",
    "PLACES_FULL": "a vehicle with such places",
    "NO_MEDIC": "one more medic",
    "NO_ESCORT": "one more escort",
    "VEHICLE_FIT": "one more vehicle",
    "FITS": "a new plan",
}


def calendar_page(paper: Paper, view: CalendarView, plans: Sequence[PlanView], zone: ZoneInfo) -> None:
    """Crossings with how they are said to be, then every window with its fill, then what is needed, then plans."""
    if not view.crossings:
        paper.line("No crossing is named in this case: homeward crossings name NAME.")
    for crossing in view.crossings:
        status = f"{crossing.status.status}, said {apart(crossing.status.given.speaker)}" if crossing.status else ""
        paper.heading(f"{apart(crossing.name)}: {status or 'nobody has said how it is'}")
        needed = ", ".join(apart(each.name) for each in crossing.authorities)
        paper.faint(f"permission is needed of: {needed or 'nobody'}")
        for window in view.windows:
            if window.crossing.id == crossing.id:
                _window(paper, window)
    for each in view.pickups:
        paper.row("pick-up point", apart(each.name), at=AT)
    for vehicle in view.vehicles:
        paper.row("vehicle", f"{apart(vehicle.name)}: {count(vehicle.seats, 'seat')}", at=AT)
    for plan in plans[:5]:
        _plan(paper, plan, zone)


def _window(paper: Paper, window: WindowView) -> None:
    planned = "" if window.planned is None else f", {window.planned:,} in the last plan"
    fill = "called off" if window.cancelled else f"{window.told:,} told{planned}, takes {window.counted:,}"
    paper.row(f"{window.on} {window.opens}-{window.closes}", f"{fill} ({window.given.ref})", at=AT)
    notes = [
        *(["overlaps another window; the gate counts once"] if window.overlaps else []),
        *(["more were told than it takes"] if window.told > window.counted and not window.cancelled else []),
        *(["the clocks of the place have other rules now"] if window.moved else []),
        *([f"{count(window.open_checks, 'point')} of the checklist open"] if window.open_checks else []),
        *([f"said by {apart(window.given.speaker)}"]),
    ]
    paper.faint("; ".join(notes), indent=AT)


def _plan(paper: Paper, view: PlanView, zone: ZoneInfo) -> None:
    made = view.made
    bound = "no bound is proven" if made.bound is None else f"no plan is worth more than {made.bound}"
    paper.row(
        f"plan {made.number}",
        f"{made.planned_people:,} of {made.people:,} people cross; value {made.value}, {bound} ({view.given.ref})",
        at=AT,
    )
    paper.faint(f"{moment_in_words(view.given.recorded_at, zone)}, {apart(view.given.recorded_by)}", indent=AT)


def runs_page(paper: Paper, views: Sequence[RunView], answers: Mapping[UUID, Mapping[str, Any]]) -> None:
    """How far each is, and what came of it."""
    for view in views:
        far = f", {view.progress['step']}" if view.goes_on and view.progress.get("step") else ""
        paper.line(f"{view.purpose.value}: {view.state.value}{far} ({view.id})", style=BOLD)
        if view.reason:
            paper.line(view.reason, indent=2)
        if view.plan:
            paper.line(f"kept as plan {view.plan}: homeward crossings board", indent=2)
        told = answers.get(view.id)
        if told:
            _change(paper, told)
    if not views:
        paper.line("Nobody has asked for a plan.")


def _change(paper: Paper, told: Mapping[str, Any]) -> None:
    if told["unkept"]:
        paper.line("No plan can keep this pin.", indent=2)
    else:
        loss = told["value_before"] - told["value_after"]
        paper.line(
            f"value {told['value_after']:,.1f} in place of {told['value_before']:,.1f}: {loss:,.1f} less", indent=2
        )
    for cls, before, after in told["classes"]:
        paper.row(f"class {cls}", f"{before:,} cross as it is, {after:,} with the change", indent=2, at=AT)
    paper.line(f"{count(len(told['moved']), 'family', 'families')} somewhere else", indent=2)


def board_page(paper: Paper, view: BoardView) -> None:
    """Every family in a line: where it is planned, else the first thing that keeps it out."""
    made = view.plan.made
    paper.line(
        f"Plan {made.number}: {made.planned_people:,} of {made.people:,} people cross ({view.plan.given.ref})",
        style=BOLD,
    )
    paper.faint(", ".join(f"{name}: {n:,}" for name, n in view.counts.items()))
    days = {each.id: f"{each.on} {each.opens}" for each in view.windows}
    for row in view.rows:
        names = ", ".join(apart(line.names[0]) if line.names else str(line.id)[:8] for line in row.people)
        if row.seat is not None:
            paper.row(days[row.seat.window], names, at=AT)
            continue
        causes = dict.fromkeys(REASONS.get(cell.why.code, cell.why.code) for cell in row.cells if cell.why)
        paper.row("not planned", f"{names}: {'; '.join(causes) or 'in none of these windows'}", at=AT)


def person_page(paper: Paper, view: CrossingOfPerson) -> None:
    """What they were told, where they are planned, who has a say, why not."""
    paper.row("told", _day(view.told) or "no date", at=AT)
    paper.row("pick-up point", apart(view.pickup.name) if view.pickup else "none was chosen", at=AT)
    paper.row("in the last plan", _planned(view), at=AT)
    if view.beside:
        others = [*map(str, view.beside.any_of), *(["an escort of the desk's own"] if view.beside.staff else [])]
        paper.row("rides only beside", ", ".join(others), at=AT)
    for each_apart in view.apart:
        paper.row("kept apart from", f"{each_apart.other}, not in one {each_apart.scope}", at=AT)
    for each in view.crossings:
        word = "cleared by everybody who has a say" if each.cleared else "not cleared by everybody who has a say"
        paper.heading(f"{apart(each.crossing.name)}, {_day(each.window)}: {word}")
        for needed in each.permissions:
            until = f", to {needed.valid_until.isoformat()}" if needed.valid_until else ""
            holds = "holds on that day" if needed.holds else needed.state or "not asked"
            paper.row(apart(needed.authority.name), holds + until, indent=2, at=AT)
    if view.causes:
        paper.heading("Why not, and what would change it")
    for cause in view.causes:
        whose = "" if cause.theirs else ", for somebody they travel with"
        of = f" ({apart(cause.authority.name)})" if isinstance(cause.authority, Named) else ""
        paper.line(f"{REASONS.get(cause.code, cause.code)}{of}{whose}: {count(len(cause.windows), 'window')}")
        paper.faint(f"what would change it: {CHANGES.get(cause.code, 'put right what is recorded')}", indent=2)


def _planned(view: CrossingOfPerson) -> str:
    if view.plan is None:
        return "not in a plan"
    where = _day(view.planned)
    return (f"{where}, on an expected permission" if view.provisional else where) or "not planned"


def _day(window: WindowView | None) -> str:
    return f"{window.on} {window.opens}" + (", called off" if window.cancelled else "") if window else ""


def cleared_page(paper: Paper, views: Sequence[ClearedView], *, named: bool = False) -> None:
    """For each window how many are cleared for it (`named`: and who), then what lapses before it."""
    for view in views:
        paper.heading(f"{apart(view.crossing.name)}, {_day(view.window)}")
        paper.line(f"{len(view.cleared):,} of {view.waiting:,} are cleared by everybody who has a say.")
        for person in view.cleared if named else ():
            paper.line(str(person), indent=2)
        for lapse in view.lapses:
            what = apart(lapse.authority.name) if lapse.authority else "their last paper"
            paper.row(f"to {lapse.last_day.isoformat()}", f"{lapse.person}: {what}", indent=2, at=AT)
    if not views:
        paper.line("No crossing has a window ahead.")


def policy_page(paper: Paper, versions: Sequence[PolicyView]) -> None:
    """The weights that hold, then every version with who set it and why."""
    paper.heading(f"Weights, version {versions[-1].number}")
    for name, value in weights_json(versions[-1].weights).items():
        paper.row(name, value, indent=2, at=AT)
    for each in versions:
        by = f"{apart(each.given.recorded_by)}: {apart(each.reason)}" if each.given else "what the desk began with"
        paper.row(f"version {each.number}", by, at=AT)


def dates_page(paper: Paper, view: DatesView) -> None:
    """How many families stand how, and each with its date; people by their ids."""
    paper.line(f"Plan {view.plan.made.number}" + ("" if view.last else ", and another was made after it"), style=BOLD)
    for standing, number in view.counts.items():
        if number:
            paper.line(f"{number:>6,}  {DATES[standing.value]}")
    paper.line(f"{len(view.to_tell):,} families would be recorded as told: --tell {len(view.to_tell)}")
    for each in view.families:
        window = view.windows.get(each.window)
        day = f"{window.on} {window.opens}" if window else "a window"
        paper.line(f"{day}  {each.standing.value:<9} {' '.join(map(str, each.people))}")
