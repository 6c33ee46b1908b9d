"""Who rides with whom is said by command: beside whom somebody rides, and who is kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from homeward.cli.asking import Answer, Case, Form, Once, Room, Who
from homeward.cli.at_crossing import done_at_case

if TYPE_CHECKING:  # needs Django up
    from homeward.crossings.actions import Done
    from homeward.crossings.queries import CalendarView


def beside(
    person: Annotated[UUID, typer.Argument(metavar="PERSON", help="Who does not ride alone.")],
    case: Case,
    others: Annotated[
        list[UUID] | None, typer.Option("--any-of", metavar="PERSON", help="Beside whom they may ride; again for more.")
    ] = None,
    staff: Annotated[bool, typer.Option("--staff", help="An escort of the desk's own will do.")] = False,
    why: Annotated[str, typer.Option("--why", help="care, guardian, medical or interpreter.")] = "care",
    ends: Annotated[bool, typer.Option("--ends", help="They may ride alone again.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Say beside whom somebody rides and beside nobody else; plans keep it, the last word counts."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        if ends:
            over: Done = actions.need_no_companion(person=person, **shared)
            return over
        done: Done = actions.need_companion(person=person, any_of=tuple(others or ()), staff=staff, why=why, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def apart(
    one: Annotated[UUID, typer.Argument(metavar="PERSON")],
    other: Annotated[UUID, typer.Argument(metavar="PERSON")],
    case: Case,
    scope: Annotated[str, typer.Option("--scope", help="What they must not share: vehicle or window.")] = "vehicle",
    ends: Annotated[bool, typer.Option("--ends", help="They need not be kept apart any more.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Say that two people must not share a vehicle, or not a window; plans keep it, the last word counts."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        if ends:
            over: Done = actions.keep_apart_no_longer(one=one, other=other, **shared)
            return over
        done: Done = actions.keep_apart(one=one, other=other, scope=scope, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


COMMANDS: tuple[tuple[str, Any, str], ...] = (
    ("beside", beside, "homeward crossings beside PERSON --case bridge --any-of PERSON --why medical"),
    ("apart", apart, "homeward crossings apart PERSON PERSON --case bridge --scope window"),
)
"""What is said of who rides with whom: the word, what it does, an example."""
