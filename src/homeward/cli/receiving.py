"""Reports taken in for real: files one by one, or a folder that is watched."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from homeward.cli.asking import Answer, Case, Form, Room, Who, case_named
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.refusing import REFUSED, no_answer
from homeward.cli.taking import STANDARD_INPUT, contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # need Django up
    from homeward.cli.text.received import Told
    from homeward.ledger.queries.views import CaseView

app = typer.Typer(
    name="receive", help="Take reports and lists in, for real.", no_args_is_help=True, rich_markup_mode=None
)
LARGEST = 50_000_000
"""Bytes of a file that are taken in; the formats refuse no less."""

Outlet = Annotated[str, typer.Option("--outlet", metavar="NAME", help="Who published it. Default: as the file says.")]
Reading = Annotated[bool, typer.Option("--read/--no-read", help="Read it at once, or leave that to the worker.")]
Encoding = Annotated[
    str,
    typer.Option("--encoding", metavar="NAME", help="The code page of its letters, where the file does not show it."),
]


@app.command(epilog="Example: homeward receive report bulletin.pdf --case gaza_2023_11 --outlet TASS")
def report(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Reports; - reads standard input.")],
    case: Case,
    compartment: Room = "",
    outlet: Outlet = "",
    published: Annotated[
        str, typer.Option("--published", metavar="TIME", help="When, in the zone of the case. Default: as it says.")
    ] = "",
    url: Annotated[str, typer.Option("--url", metavar="ADDRESS", help="Where it stands on the web.")] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Its language: en, ru, ar. Default: by its letters.")
    ] = "",
    encoding: Encoding = "",
    read: Reading = True,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take reports in and read them; a file that is refused stops no other, and ends the command with exit code 1."""
    if url and len(files) > 1:
        raise typer.BadParameter("--url goes with one FILE: each page has an address of its own.")
    if files.count(STANDARD_INPUT) > 1:
        raise typer.BadParameter("- can be given once.")
    given = {"outlet": outlet, "published": published, "url": url, "language": language, "encoding": encoding}
    chosen = case_of(case, compartment, who)
    told = []
    for number, file in enumerate(files, start=1):
        told.append(_taken(chosen, file, given, who, read=read))
        if len(files) > 1:
            tell(f"{number} of {len(files)}: {shown(file)}")

    from homeward.cli.text.received import received_json, received_page

    answer(form, lambda: received_json(case, told), lambda paper: received_page(paper, told))
    if any(each.refused for each in told):
        raise typer.Exit(REFUSED)


@app.command(epilog="Example: homeward receive watch /srv/reports --case gaza_2023_11 --outlet TASS")
def watch(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Files that are put here are taken in.")],
    case: Case,
    compartment: Room = "",
    outlet: Outlet = "",
    encoding: Encoding = "",
    once: Annotated[bool, typer.Option("--once", help="Take in what is there and complete, then end.")] = False,
    every: Annotated[
        float, typer.Option("--every", min=0.05, max=3600, metavar="SECONDS", help="Time between two looks.")
    ] = 5.0,
    read: Reading = True,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take in each file of a folder as soon as it is complete, and move it to taken/ or, with a note why, to refused/.

    A file is complete when it did not change between two looks. Names that begin with a point or end in .part or ~ are left
    alone, and so are links and folders. Nothing is deleted or overwritten; Ctrl-C ends it after the file at hand.
    """
    from homeward.cli import watching

    given = {"outlet": outlet, "encoding": encoding}
    chosen = case_of(case, compartment, who)

    def take(name: str, data: bytes) -> str:
        from django.db import close_old_connections

        from homeward.cli.text.received import in_one_line

        try:
            return in_one_line(take_in(chosen, name, data, given, who, read=read))
        except Exception as fault:
            if no_answer(fault):
                close_old_connections()  # so that the next file is tried on another one
            raise

    done = watching.run(folder, take, every=every, once=once)
    answer(form, lambda: {"case": case, **done.counts()}, lambda paper: paper.line(done.in_words()))
    if once and (done.refused or done.left):
        raise typer.Exit(REFUSED)


def take_in(case: CaseView, name: str, data: bytes, given: dict[str, str], who: str | None, *, read: bool) -> Told:
    """Take one file in, and read what is new in it as the worker would; gives what is to be told of each paper."""
    with entered(who) as seat:
        from homeward.cli.text.received import Told
        from homeward.reading import actions, queries

        received = actions.receive(case=case, name=name, data=data, **given, by=seat.actor, at=seat.now)
    sign(seat)
    if read:
        for each in received:
            if each.new:
                actions.read_as_the_desk(document=each.document, compartment=case.compartment_id, at=seat.now)
    with entered(who):
        return Told(name, tuple((each, queries.paper(case, each.document)) for each in received))


def case_of(slug: str, compartment: str, who: str | None) -> CaseView:
    """The case that reports go into; whether it is there is asked once, before any file is."""
    with entered(who):
        return case_named(slug, compartment)


def shown(file: str) -> str:
    """The name of a file as it can be printed and kept, whatever its bytes."""
    return os.fsencode(file).decode("utf-8", "replace")


def _taken(case: CaseView, file: str, given: dict[str, str], who: str | None, *, read: bool) -> Told:
    """What became of one file; a refusal is told with the others and stops none of them."""
    from homeward.access.actions import NotLetIn
    from homeward.cli.text.received import Told

    name = "standard input" if file == STANDARD_INPUT else shown(file)
    try:
        return take_in(case, name, contents(file, LARGEST), given, who, read=read)
    except NotLetIn:
        raise
    except Refused as refused:
        refused.where = shown(refused.where) or name
        return Told(name, (), refused)
