"""Running the desk: prepare its database, show the demonstration, serve, work."""

from __future__ import annotations

from typing import Annotated

import typer

from homeward.cli.asking import Answer, Form
from homeward.cli.entering import bring_up
from homeward.cli.printing import answer
from homeward.cli.telling import tell
from homeward.cli.text.paper import Paper

PORT = 8000
Port = Annotated[
    int | None,
    typer.Option(
        "--port", min=0, max=65535, metavar="N", help=f"Port; 0 takes any free one. Default: {PORT}, or a free one."
    ),
]


def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the desk afterwards.")] = True,
    port: Port = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Throw the demonstration's database away and start over.")
    ] = False,
) -> None:
    """The demonstration case: its picture as text, then the desk at an address of this machine.

    It works on the embedded database; a second run takes what is there.
    """
    from homeward.cli import demonstration

    demonstration.run(serve=serve, port=port, fresh=fresh)


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address of this machine to listen at.")] = (
        "127.0.0.1"
    ),
    port: Port = None,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that answer.")] = 1,
) -> None:
    """Serve the desk to browsers and programs."""
    bring_up()
    from homeward.cli import preparing, serving

    preparing.see_to_it()
    serving.run(host=host, port=port, workers=workers)


def worker(
    concurrency: Annotated[int, typer.Option("--concurrency", min=1, max=64, help="Jobs at the same time.")] = 1,
    once: Annotated[bool, typer.Option("--once", help="Do what waits now, then end.")] = False,
) -> None:
    """Do the desk's jobs as they come."""
    bring_up()
    from homeward.cli import preparing, working

    preparing.see_to_it()
    working.run(concurrency=concurrency, once=once)


def prepare() -> None:
    """Make the tables of the desk, or bring them up to date, as HOMEWARD_OWNER_URL."""
    bring_up()
    from homeward.cli import preparing

    preparing.prepare()
    tell("The tables are those of this version.")


def stop() -> None:
    """Stop the embedded database, which otherwise goes on for the next command."""
    bring_up()
    from homeward.cli import preparing

    tell("The embedded database is stopped." if preparing.stop() else "No embedded database is running.")


def flow(form: Answer = Form.TEXT) -> None:
    """What the ledger calls after each statement, in this order: tables first, then jobs."""
    bring_up()
    from django.conf import settings

    rooms = {"projections": list(settings.LEDGER_PROJECTIONS), "reactions": list(settings.LEDGER_REACTIONS)}

    def write(paper: Paper) -> None:
        for kind, names in rooms.items():
            paper.row(kind, ", ".join(names) or "none", at=14)

    answer(form, lambda: rooms, write)


def add_to(app: typer.Typer) -> None:
    """Put the commands that run the desk on the tree."""
    app.command(epilog="Example: homeward demo --no-serve")(demo)
    app.command(epilog="Example: homeward serve --port 8000")(serve)
    app.command(epilog="Example: homeward worker")(worker)
    app.command(epilog="Example: HOMEWARD_OWNER_URL=postgresql://homeward_migrator@db/homeward homeward prepare")(
        prepare
    )
    app.command(epilog="Example: homeward stop")(stop)
    app.command(epilog="Example: homeward flow")(flow)
