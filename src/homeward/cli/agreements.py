"""Agreements by command: obligations with what came of them, agreements with their rules and turns, what falls due."""

from __future__ import annotations

from typing import Annotated

import typer

from homeward.cli import agreeing
from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.entering import entered
from homeward.cli.printing import answer

Of = Annotated[
    str, typer.Option("--agreement", metavar="A", help="Of this agreement alone, by its short name, title or id.")
]


def add_to(app: typer.Typer) -> None:
    """Put the readings and acts about agreements beside those about conditions."""
    app.command(epilog="Example: homeward talks obligations --case yemen-2023-04 --as-of 2023-04-16")(obligations)
    app.command(epilog="Example: homeward talks agreements --case yemen-2023-04 --as-of 2023-04-14")(agreements)
    app.command(epilog="Example: homeward talks duties --case yemen-2023-04 --as-of 2023-04-05 --days 7")(duties)
    for word, command, example in agreeing.COMMANDS:
        app.command(word, epilog=f"Example: {example}")(command)


def obligations(
    case: Case,
    agreement: Of = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Show what was promised, delivered by stage, late and said to be unkept; each number with who said it."""
    with entered(who) as seat:
        from homeward.cli.text.agreements import obligations_page
        from homeward.talks import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        of = queries.agreement_named(asked, agreement) if agreement else None
        found, planned = queries.agreements_and_plans(asked)
        views = [each for view in found if of in (None, view.id) for each in view.obligations]
        plans = [each for each in planned if of in (None, each.agreement)]
    answer(
        form,
        lambda: queries.obligations_json(views, plans),
        lambda paper: obligations_page(paper, views, plans, asked.case.zone),
    )


def agreements(
    case: Case,
    agreement: Of = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Show agreements with their times, obligations, rules and what these come to, turns, and questions left open."""
    with entered(who) as seat:
        from homeward.cli.text.agreements import agreements_page
        from homeward.talks import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        of = queries.agreement_named(asked, agreement) if agreement else None
        views = [each for each in queries.agreements(asked) if of in (None, each.id)]
    answer(
        form,
        lambda: queries.agreements_json(views),
        lambda paper: agreements_page(paper, views, asked.case.zone),
    )


def duties(
    case: Case,
    days: Annotated[int, typer.Option("--days", min=0, max=3_660, help="How far to look ahead.")] = 14,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Show what falls due next, and what is overdue; whose it is, and what of it is open."""
    with entered(who) as seat:
        from homeward.cli.text.agreements import duties_page
        from homeward.talks import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        views = queries.duties(asked, days=days)
    answer(form, lambda: queries.duties_json(views), lambda paper: duties_page(paper, views, asked.case.zone))
