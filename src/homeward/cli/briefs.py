"""Questions about a case: the picture, figures, a statement, a search."""

from __future__ import annotations

from typing import Annotated

import typer

from homeward.cli import asking
from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Room, Who
from homeward.cli.entering import entered
from homeward.cli.printing import answer

LARGEST_PAGE = 500


def brief(
    case: Case,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="TIME", help="Tell what became known after it. Default: a day before."),
    ] = None,
    by_known: Annotated[
        bool, typer.Option("--by-known", help="Order the timeline by when things were known, not by when they were.")
    ] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The picture: counts and their rivals, what stands in the way, last words, what disagrees, what is open."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import picture_json
        from homeward.briefing.queries import picture
        from homeward.cli.text.picture import picture_page

        question = asking.ask(seat, case, compartment, as_of, known_at, clock)
        found = picture(question, since=asking.time_of(since, question.case, "--since"), by_event=not by_known)

    answer(form, lambda: picture_json(found), lambda paper: picture_page(paper, found))


def figures(
    case: Case,
    population: Annotated[
        str, typer.Option("--population", metavar="P", help="Only this population, by its name in the case.")
    ] = "",
    measure: Annotated[str, typer.Option("--measure", metavar="M", help="Only this measure: held, listed.")] = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Figures with who said them, how rivals stand to each other, and the sums that do not add up."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import figures_json, sums_json
        from homeward.cli.text.figures import figures_page
        from homeward.ledger.queries import figures as ledger_figures
        from homeward.ledger.queries.sums import sums

        question = asking.ask(seat, case, compartment, as_of, known_at, clock)
        groups = ledger_figures.groups(question, population=population, measure=measure, with_history=True)
        added = sums(question)

    answer(
        form,
        lambda: {**figures_json(question, groups, added.faults), "sums": sums_json(added)},
        lambda paper: figures_page(paper, question, groups, added),
    )


def statement(
    ref: Annotated[str, typer.Argument(metavar="REF", help="The statement's short name in the case: s02.")],
    case: Case,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """One statement with its chain, four times, figures, evidence, and what was said of it later."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json, statement_json
        from homeward.cli.text.statements import statement_page
        from homeward.ledger.queries import statements

        question = asking.ask(seat, case, compartment, as_of, known_at, clock)
        view = statements.statement(question, ref.partition("#")[0])

    answer(
        form,
        lambda: {**asked_json(question), **statement_json(view, question.case.zone)},
        lambda paper: statement_page(paper, question, view),
    )


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words to find; "in quotes" as one phrase.')],
    case: Case,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of what was found.")] = 1,
    size: Annotated[int, typer.Option("--size", min=1, max=LARGEST_PAGE, help="Statements on a page.")] = 20,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Statements of a case that hold these words, among what you may see."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import found_json
        from homeward.cli.text.statements import found_page
        from homeward.ledger.queries import statements

        question = asking.ask(seat, case, compartment, as_of, known_at, clock)
        wanted = " ".join(words)
        found = statements.find(question, statements.Filters(words=wanted), page=page, size=size)

    answer(
        form,
        lambda: found_json(question, found),
        lambda paper: found_page(paper, question, found, wanted),
    )


def add_to(app: typer.Typer) -> None:
    """Put the questions on the tree of commands."""
    app.command(epilog="Example: homeward brief --case gaza_2023_11 --as-of 2023-11-04T12:00+02:00")(brief)
    app.command(epilog='Example: homeward figures --case gaza_2023_11 --population "Russian citizens on the list"')(
        figures
    )
    app.command(epilog="Example: homeward statement s02 --case gaza_2023_11")(statement)
    app.command(epilog="Example: homeward search ceasefire --case gaza_2023_11")(search)
