"""Cases: load a file, open an empty one, list them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from homeward.cli.asking import Answer, Form, Who
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.taking import contents

app = typer.Typer(name="case", help="Load, open and list cases.", no_args_is_help=True, rich_markup_mode=None)
DESK = "desk"
LARGEST = 256_000_000
"""Bytes of a case file; what is larger is no case file that anybody wrote."""

Into = Annotated[str, typer.Option("--compartment", metavar="SLUG", help="Who may see it. Default: desk.")]


@app.command(epilog="Example: homeward case load aleppo_2016_12.json")
def load(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A case/1 file; - reads standard input.")],
    accept_warnings: Annotated[
        bool, typer.Option("--accept-warnings", help="Store it although something in it is doubtful.")
    ] = False,
    compartment: Into = DESK,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Load a case file whole or not at all; loading it again changes nothing, every fault is told with its place."""
    data = contents(file, LARGEST)
    with entered(who) as seat:
        from homeward.cli.text.cases import loaded_json, loaded_page
        from homeward.ledger import actions

        loaded = actions.load_case(
            data=data,
            compartment=_compartment(compartment),
            accept_warnings=accept_warnings,
            by=seat.actor,
            at=seat.now,
        )
    sign(seat)
    answer(form, lambda: loaded_json(loaded), lambda paper: loaded_page(paper, loaded))


@app.command(
    "open", epilog='Example: homeward case open sudan-2024-02 --title "Sudan, February 2024" --zone Africa/Khartoum'
)
def open_empty(
    slug: Annotated[str, typer.Argument(metavar="ID", help="Its short name: small letters, digits, - and _.")],
    title: Annotated[str, typer.Option("--title", help="What it is called.")],
    zone: Annotated[str, typer.Option("--zone", metavar="ZONE", help="The IANA zone of its local times: Asia/Gaza.")],
    about: Annotated[str, typer.Option("--about", help="What it is about, in a few sentences.")] = "",
    compartment: Into = DESK,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Open an empty case, to write down in by hand."""
    with entered(who) as seat:
        from homeward.ledger import actions

        name = actions.open_case(
            slug=slug, title=title, zone_name=zone, about=about, compartment=_compartment(compartment),
            by=seat.actor, at=seat.now,
        )  # fmt: skip
    sign(seat)
    answer(form, lambda: {"case": name, "title": title}, lambda paper: paper.line(f"Opened {name}."))


@app.command("list", epilog="Example: homeward case list --format json")
def list_cases(who: Who = None, form: Answer = Form.TEXT) -> None:
    """The cases that you may see, the latest opened first."""
    with entered(who):
        from homeward.briefing.formats.answers import case_json
        from homeward.cli.text.cases import cases_page
        from homeward.ledger.queries import cases

        found = cases.cases()
    answer(form, lambda: {"cases": [case_json(case) for case in found]}, lambda paper: cases_page(paper, found))


def _compartment(slug: str) -> UUID:
    from homeward.access import queries

    return queries.compartment_named(slug).id
