"""What every command at a crossing is given, and how its act is done, signed and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Form, case_named
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.text.paper import Paper
    from homeward.crossings.actions import Done
    from homeward.crossings.queries import CalendarView


Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who said it: a source of the case.")]
Said = Annotated[str, typer.Option("--said", metavar="TIME", help="When it was said, in the zone of the case.")]
Words = Annotated[str, typer.Option("--words", help="The words, as they came.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
Change = Annotated[str, typer.Option("--change", metavar="NAME", help="Say it anew of this one, by name or id.")]
Crossing = Annotated[
    str, typer.Option("--crossing", metavar="NAME", help="By name or id. Default: the only one there is.")
]
Window = Annotated[str, typer.Option("--window", metavar="WINDOW", help='By id, or day and hour: "2026-01-06 08:30".')]
Number = Annotated[str, typer.Option(metavar="N", help="In digits.")]
People = Annotated[list[UUID], typer.Argument(metavar="PERSON...", help="Everybody who travels together.")]


def done_at_case(
    case: str,
    compartment: str,
    once: UUID | None,
    who: str | None,
    form: Form,
    act: Callable[[Any, Any, CalendarView, dict[str, Any]], Done],
) -> None:
    """Do one act at a case, sign it, and tell what was recorded and what somebody should look at."""
    with entered(who) as seat:
        from homeward.crossings import actions, queries
        from homeward.crossings.queries import named
        from homeward.ledger.queries import cases

        chosen = case_named(case, compartment)
        shared = {"case": chosen, "once": once or uuid4(), "by": seat.actor, "at": seat.now}
        done = act(actions, named, queries.calendar(cases.ask(chosen, now=seat.now)), shared)
    sign(seat)
    answer(
        form,
        lambda: {
            "case": case,
            "statement": done.ref,
            "about": str(done.about) if done.about else None,
            "warnings": [{"code": each.code, "where": each.where, "message": each.message} for each in done.warnings],
        },
        lambda paper: _recorded(paper, done),
    )


def _recorded(paper: Paper, done: Done) -> None:
    paper.line(f"Recorded as {done.ref}" + (f": {done.about}." if done.about else "."))
    for each in done.warnings:
        paper.line(f"{each.where}: {each.message}")
