"""The tree of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

from homeward.cli import (
    agreements,
    asking,
    briefs,
    cases,
    channels,
    clearances,
    clearing,
    coming,
    crossings,
    desk,
    gating,
    holding,
    hostilities,
    inventing,
    judging,
    keeping,
    ledger,
    listed,
    lists,
    manifests,
    matching,
    names,
    outlook,
    papers,
    people,
    planning,
    reading,
    receiving,
    refusing,
    register,
    requesting,
    talks,
    war_room,
)

if TYPE_CHECKING:  # Typer names the class of its contexts nowhere else
    from typer._click.core import Context


class Door(TyperGroup):
    """The root of all commands: whatever is not done ends in a message and an exit code."""

    def invoke(self, ctx: Context) -> object:
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except Exception as fault:  # the door is where a fault stops, whatever it is
            raise typer.Exit(refusing.ended(fault, as_json=asking.wants_json(ctx))) from None


app = typer.Typer(
    cls=Door,
    name="homeward",
    help="Who said what about whom, via whom, when and how sure: the desk that brings people home.",
    epilog="Begin with: homeward demo",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
desk.add_to(app)
briefs.add_to(app)
app.add_typer(cases.app)
app.add_typer(ledger.app)
app.add_typer(names.app)
app.add_typer(lists.app)
app.add_typer(inventing.app)
app.command(epilog="Example: homeward match --left travellers.xlsx --right permits.csv")(matching.match)
app.command(epilog="Example: homeward plan instance.json -o plan.json --seconds 60")(planning.plan)
reading.add_to(app)
app.add_typer(receiving.app)
coming.add_to(receiving.app)
listed.add_to(lists.app)
app.add_typer(papers.app)
app.add_typer(hostilities.app)
app.add_typer(register.app)
judging.add_to(war_room.app)
app.add_typer(war_room.app)
requesting.add_to(clearances.app)
clearing.add_to(clearances.app)
app.add_typer(clearances.app)
app.add_typer(crossings.app)
app.add_typer(manifests.app)
app.add_typer(outlook.app)
channels.add_to(talks.app)
agreements.add_to(talks.app)
gating.add_to(talks.app)
holding.add_to(talks.app)
app.add_typer(talks.app)
keeping.add_to(app)
for group in people.groups:
    app.add_typer(group)
