"""Talks by command: what stands in the way of a goal, and the goals there are; agreements stand beside them."""

from __future__ import annotations

from typing import Annotated

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.entering import entered
from homeward.cli.printing import answer

app = typer.Typer(
    name="talks",
    help="What stands in the way, and what was promised against what was done.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command(epilog='Example: homeward talks blockers --case gaza_2023_11 --goal "exit of Russian citizens"')
def blockers(
    case: Case,
    goal: Annotated[str, typer.Option("--goal", metavar="G", help="The goal by its words: release of the eight.")],
    party: Annotated[
        str, typer.Option("--party", metavar="P", help="As this party sees it. Default: all of them.")
    ] = "",
    suppose: Annotated[
        list[str] | None,
        typer.Option(
            "--suppose",
            metavar="CONDITION=VALUE",
            help="As if a condition were met, unmet, unknown or contested; records nothing; once for each.",
        ),
    ] = None,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """What stands in the way of a goal: who asks it of whom, since when, the last word, who could clear it, what it frees."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.talks import blockers_page
        from homeward.talks import queries
        from homeward.talks.queries.written import blockers_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.blockers(
            asked,
            goal,
            viewpoint=queries.party_named(asked, party) if party else None,
            supposed=queries.supposed(asked, suppose or ()),
        )
    answer(form, lambda: {**asked_json(asked), **blockers_json(view)}, lambda paper: blockers_page(paper, asked, view))


@app.command(epilog="Example: homeward talks goals --case gaza_2023_11")
def goals(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Every goal that somebody said something stands before, and how many conditions do, by value."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.talks import goals_page
        from homeward.talks import queries
        from homeward.talks.queries.written import goals_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.goals(asked)
    answer(form, lambda: {**asked_json(asked), "goals": goals_json(view)}, lambda paper: goals_page(paper, asked, view))
