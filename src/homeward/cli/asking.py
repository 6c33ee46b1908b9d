"""What every question shares: which case, as of when, as known when, by which clock, who asks, how to answer."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up, or is not worth its time for --help
    from datetime import datetime

    from typer._click.core import Context

    from homeward.cli.entering import Seat
    from homeward.ledger.queries.views import Asked, CaseView


class Form(StrEnum):
    """How an answer is printed: for people, or as one JSON document for programs."""

    TEXT = "text"
    JSON = "json"


Case = Annotated[str, typer.Option("--case", metavar="ID", help="The case asked about.")]
Room = Annotated[
    str,
    typer.Option("--compartment", metavar="SLUG", help="Which one, when two compartments hold a case of this name."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="World time asked about: 2023-11-04T12:00+02:00, or a day, which means its end. Default: now.",
    ),
]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", metavar="TIME", help="What was known by then, same spelling. Default: now.")
]
ByClock = Annotated[
    Literal["said", "published", "recorded"] | None,
    typer.Option("--clock", help="By which time of a statement it counts as known. Default: the clock of the case."),
]
Who = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="NAME", help="Who asks or acts: their grants count. Default: the desk's first operator."
    ),
]


Named = Annotated[str, typer.Option("--list", metavar="NAME", help="What the desk calls the list, or its id.")]
Page = Annotated[int, typer.Option("--page", min=1, max=100_000, help="Which part of a longer list.")]
Into = Annotated[
    str, typer.Option("--into", metavar="SLUG", help="A narrower compartment for it. Default: the case's.")
]
Once = Annotated[
    UUID | None,
    typer.Option("--once", metavar="UUID", help="A key of your own: with it, twice is once. Default: fresh."),
]


def _remember(ctx: typer.Context, form: Form) -> Form:
    """Keep the form at hand for a refusal, which is told before any answer is made."""
    ctx.meta[FORM] = form
    return form


FORM = "homeward.form"
Answer = Annotated[
    Form, typer.Option("--format", callback=_remember, help="Text for people, or one JSON document for programs.")
]


def wants_json(ctx: Context) -> bool:
    """Whether the command that ran was asked for a document."""
    return bool(ctx.meta.get(FORM) == Form.JSON)


def case_named(slug: str, compartment: str) -> CaseView:
    """The case of this name that the actor may see; says on standard error when there is more than one."""
    from homeward.ledger.queries import cases

    try:
        chosen = cases.case(slug, compartment=_room_id(compartment))
    except cases.NoSuchCase as missing:
        if near := get_close_matches(slug, [case.slug for case in cases.cases()], n=1):
            missing.instead = f"Perhaps: {near[0]}."
        raise
    others = [one for one in cases.cases_named(slug) if one.id != chosen.id]
    if others and not compartment:
        places = ", ".join(sorted(one.compartment_slug for one in others))
        tell(
            f"This is {slug} of compartment {chosen.compartment_slug}, opened last. With --compartment also: {places}."
        )
    return chosen


def _room_id(slug: str) -> str:
    """The compartment of this name, by its id; a name that is none is refused here."""
    from homeward.access import queries

    return str(queries.compartment_named(slug).id) if slug else ""


def ask(seat: Seat, case: str, compartment: str, as_of: str | None, known_at: str | None, clock: str | None) -> Asked:
    """The question as queries take it; a time without zone is refused, a date alone is the end of that local day."""
    from homeward.ledger.queries import cases
    from homeward.moments import Clock

    chosen = case_named(case, compartment)
    return cases.ask(
        chosen,
        now=seat.now,
        as_of=time_of(as_of, chosen, "--as-of"),
        known_at=time_of(known_at, chosen, "--known-at"),
        clock=Clock(clock) if clock else None,
    )


def time_of(words: str | None, case: CaseView, option: str) -> datetime | None:
    """The instant that an option names; a refusal names the option."""
    from homeward.moments import point

    if words is None:
        return None
    try:
        return point(words, case.zone)
    except Refused as refused:
        refused.where = f"{option} {words}"
        raise
