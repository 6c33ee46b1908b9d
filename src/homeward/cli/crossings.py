"""Crossings by command: the calendar, plans and their progress, families against windows, why not, the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli import convoys, crossing, riding
from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Once, Room, Who, ask, case_named
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.queries.views import Asked

app = typer.Typer(
    name="crossings", help="Who crosses when, and why not the others.", no_args_is_help=True, rich_markup_mode=None
)
for word, command, example in (*crossing.COMMANDS, *convoys.COMMANDS, *riding.COMMANDS):
    app.command(word, epilog=f"Example: {example}")(command)

PlanId = Annotated[UUID | None, typer.Option("--plan", metavar="ID", help="Default: the last one.")]
Show = Annotated[
    str, typer.Option("--show", help="all, planned, “not planned” or moved (not on the date they were told).")
]
SIZE = 50


class NoPin(Refused):
    """This does not say who is put into which window."""


@app.command(epilog="Example: homeward crossings show --case bridge --as-of 2026-01-04")
def show(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Every window with who said it and how full it is, and what is needed to use them."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.crossings import calendar_page
        from homeward.crossings import queries
        from homeward.crossings.queries.written import calendar_json
        from homeward.crossings.queries.written_plans import plan_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view, plans = queries.calendar(asked), queries.plans(asked)
    answer(
        form,
        lambda: {**asked_json(asked), **calendar_json(view), "plans": [plan_json(each) for each in plans]},
        lambda paper: calendar_page(paper, view, plans, asked.case.zone),
    )


@app.command(epilog="Example: homeward crossings plan --case bridge --seconds 60")
def plan(
    case: Case,
    seconds: Annotated[str, typer.Option("--seconds", metavar="S", help="How long to work on it at most.")] = "60",
    seed: Annotated[str, typer.Option("--seed", metavar="N", help="The same seed gives the same plan again.")] = "0",
    plan_date: Annotated[str, typer.Option("--from", metavar="DAY", help="The first day of it. Default: today.")] = "",
    pin: Annotated[
        list[str] | None, typer.Option("--pin", metavar="PERSON=WINDOW", help="What it would cost; nothing is kept.")
    ] = None,
    least_change: Annotated[bool, typer.Option("--least-change", help="Move as few told dates as can be.")] = False,
    leave: Annotated[bool, typer.Option("--leave", help="Leave it to the worker, and do not wait.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Work out a plan of everybody who waits; it is kept once it passed the check. Ctrl C stops it, and nothing is kept."""
    with entered(who) as seat:
        from homeward.crossings import actions, queries
        from homeward.crossings.actions import Purpose
        from homeward.crossings.queries.named import window_named
        from homeward.ledger.queries import cases

        chosen = case_named(case, compartment)
        view = queries.calendar(cases.ask(chosen, now=seat.now))
        pins = {_person(each): window_named(view, each.partition("=")[2]) for each in pin or ()}
        run = actions.ask_plan(
            case=chosen, purpose=Purpose.PIN if pins else Purpose.PLAN, plan_date=plan_date, seconds=seconds, seed=seed,
            pins=pins, least_change=least_change, leave=leave, once=uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    if not leave:
        _work(run, seat, case, compartment)
    _run(case, compartment, run, who, form)


@app.command(epilog="Example: homeward crossings runs --case bridge")
def runs(
    case: Case,
    run: Annotated[UUID | None, typer.Option("--run", metavar="ID", help="This one alone.")] = None,
    stop: Annotated[bool, typer.Option("--stop", help="With --run: stop it; nothing is kept.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How far plans are that are worked out, and what came of them."""
    if run is not None and stop:
        with entered(who) as seat:
            from homeward.crossings import actions

            actions.stop_run(case=case_named(case, compartment), run=run, by=seat.actor, at=seat.now)
    _run(case, compartment, run, who, form)


@app.command(epilog='Example: homeward crossings board --case bridge --show "not planned"')
def board(
    case: Case,
    plan: PlanId = None,
    show: Show = "all",
    page: Annotated[int, typer.Option("--page", min=1, max=100_000, help="Which part of a longer list.")] = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Families against windows by a plan: where each is, and why not elsewhere. Whom it shows is noted in the log."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.crossings import board_page
        from homeward.crossings import queries
        from homeward.crossings.queries.written_plans import board_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.board(asked, plan, chosen=show, page=page, size=SIZE)
        _logged(asked, view.people, "board of a plan", seat)
    answer(form, lambda: {**asked_json(asked), **board_json(view)}, lambda paper: board_page(paper, view))


@app.command(epilog="Example: homeward crossings dates --case bridge --tell 42")
def dates(
    case: Case,
    plan: PlanId = None,
    tell: Annotated[
        int | None,
        typer.Option(
            "--tell",
            metavar="N",
            min=0,
            max=1_000_000,
            help="Record that so many families, all that are counted, were told.",
        ),
    ] = None,
    compartment: Room = "",
    once: Once = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Which date a plan gives each family, beside what they were told; with --tell that all who are to be told were told."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.crossings import dates_page
        from homeward.crossings import actions, queries
        from homeward.crossings.queries.written_plans import dates_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.dates(asked, plan)
        told = None
        if tell is None:
            _logged(asked, {person for each in view.families for person in each.people}, "dates of a plan", seat)
        else:
            told = actions.tell_dates(
                plan=view.plan.id, families=tell, case=asked.case, once=once or uuid4(), by=seat.actor, at=seat.now
            )
    if told is None:
        answer(form, lambda: {**asked_json(asked), **dates_json(view)}, lambda paper: dates_page(paper, view))
        return
    sign(seat)
    answer(
        form,
        lambda: {"case": case, "plan": str(told.plan), "families": told.families, "people": told.people},
        lambda paper: paper.line(f"Recorded that {told.families:,} families, {told.people:,} people, were told."),
    )


@app.command(epilog="Example: homeward crossings why PERSON --case bridge")
def why(
    person: Annotated[UUID, typer.Argument(metavar="PERSON", help="By the id in: homeward person find")],
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """What stands between somebody and a crossing, and what would change it; of nobody else anything is told."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.crossings import person_page
        from homeward.crossings import queries
        from homeward.crossings.queries.written import crossing_of_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.crossing_of(asked, person)
        _logged(asked, [person], "crossing of a person", seat)
    answer(form, lambda: {**asked_json(asked), **crossing_of_json(view)}, lambda paper: person_page(paper, view))


@app.command(epilog="Example: homeward crossings cleared --case bridge")
def cleared(
    case: Case,
    window: Annotated[
        str, typer.Option("--window", metavar="WINDOW", help="For this one, by id or day and hour, and who they are.")
    ] = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How many are cleared by all for the next window of each crossing, and whose permission or paper lapses before.

    With --as-of at the opening of a window the answer is that of the moment when it opens, as far as things are known.
    """
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.crossings import cleared_page
        from homeward.crossings import queries
        from homeward.crossings.queries.named import window_named
        from homeward.crossings.queries.written import cleared_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        waiting, view = queries.waiting(asked), queries.calendar(asked)
        views = (
            [queries.cleared_for(asked, waiting, window_named(view, window), view)]
            if window
            else queries.cleared(asked, waiting, view)
        )
        shown = [each for view in views for each in (*view.people, *(view.cleared if window else ()))]
        _logged(asked, shown, "who is cleared for a window", seat)
    answer(
        form,
        lambda: {**asked_json(asked), "cleared": [cleared_json(each, named=bool(window)) for each in views]},
        lambda paper: cleared_page(paper, views, named=bool(window)),
    )


@app.command(
    epilog='Example: homeward crossings policy --case bridge --set value.1=120 --reason "Agreed on 4 January."'
)
def policy(
    case: Case,
    change: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=WEIGHT", help="Head of the desk alone; once for each.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, in words that stay.")] = "",
    preview: Annotated[bool, typer.Option("--preview", help="See who gains and who loses; nothing is set.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The weights by which plans are made, every version; with --set, a new one."""
    weights = {each.partition("=")[0]: each.partition("=")[2] for each in change or ()}
    with entered(who) as seat:
        from homeward.cli.text.crossings import policy_page
        from homeward.crossings import actions, queries
        from homeward.crossings.actions import Purpose
        from homeward.crossings.queries.written_plans import policy_json

        chosen = case_named(case, compartment)
        shared: dict[str, Any] = {"case": chosen, "once": uuid4(), "by": seat.actor, "at": seat.now}
        run = None
        if weights and preview:
            run = actions.ask_plan(purpose=Purpose.POLICY, weights=weights, leave=False, **shared)
        elif weights:
            actions.set_policy(weights=weights, reason=reason, **shared)
        versions = queries.policies_at_present(chosen)
    if run is not None:
        _work(run, seat, case, compartment)
        _run(case, compartment, run, who, form)
        return
    if weights:
        sign(seat)
    answer(
        form,
        lambda: {"case": case, "versions": [policy_json(each) for each in versions]},
        lambda paper: policy_page(paper, versions),
    )


def _person(pin: str) -> UUID:
    """Who is pinned; what is no id is refused with what is asked for."""
    try:
        return UUID(pin.partition("=")[0])
    except ValueError as fault:
        raise NoPin(where=pin, instead="Write the id of a person, =, and a window.") from fault


def _work(run: UUID, seat: Seat, case: str, compartment: str) -> None:
    """Work a run out in this process; whoever presses Ctrl C stops it."""
    from homeward.cli.planned import worked_out

    worked_out(run, seat, case, compartment)


def _run(case: str, compartment: str, run: UUID | None, who: str | None, form: Form) -> None:
    with entered(who) as seat:
        from homeward.cli.text.crossings import runs_page
        from homeward.crossings import queries
        from homeward.crossings.queries.written_plans import run_json

        chosen = case_named(case, compartment)
        found = [queries.run(chosen, run)] if run else queries.runs(chosen)
        answers = {each.id: queries.answer(chosen, each.id) for each in found}
        shown = {UUID(one) for told in answers.values() for family, *_ in told.get("moved", ()) for one in family}
        asked = ask(seat, case, compartment, None, None, None)
        _logged(asked, shown, "what a plan would change", seat)
    told = [run_json(each, answers[each.id]) for each in found]
    answer(
        form, lambda: told[0] if run else {"case": case, "runs": told}, lambda paper: runs_page(paper, found, answers)
    )


def _logged(asked: Asked, people: Any, view: str, seat: Seat) -> None:
    from homeward.people import actions

    actions.note_reading(case=asked.case, people=list(people), view=view, by=seat.actor, at=seat.now)
