"""A list comes in by a command: looked at, held against the version before, and taken in as the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from homeward.cli import lists as looked_at
from homeward.cli.asking import Answer, Case, Form, Room, Who
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.receiving import LARGEST, Encoding, case_of, shown
from homeward.cli.refusing import REFUSED
from homeward.cli.taking import STANDARD_INPUT, contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # need Django up
    from homeward.ledger.queries.views import CaseView
    from homeward.lists.core.answers import Answers
    from homeward.lists.queries import PreviewView

File = Annotated[str, typer.Argument(metavar="FILE", help="A list; - reads standard input.", show_default=False)]


def receive_list(
    file: File,
    case: Case,
    authority: Annotated[str, typer.Option("--authority", metavar="NAME", help="Who gave the list.")],
    named: Annotated[str, typer.Option("--list", metavar="NAME", help="What the desk calls the list.")],
    compartment: Room = "",
    declared: Annotated[str, typer.Option("--declared", metavar="DAY", help="The day that the list is of.")] = "",
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="What is settled: the answers of a report, in JSON, filled in."),
    ] = None,
    accept_warnings: Annotated[
        bool, typer.Option("--accept-warnings", help="Take it in with its warnings and lines set aside.")
    ] = False,
    gone: Annotated[
        Literal["removed", "part"] | None,
        typer.Option("--gone", help="Of those who are not on it: they were removed, or it is a part of the list."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why they were removed, without names.")] = "",
    encoding: Encoding = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take a list in as the next version: looked at, held against the version before, its rows put into the register.

    What is open is told and waits: answer it with --answers, or at the desk. The same file again changes nothing.
    """
    settled = _with(looked_at.settled(answers), encoding)
    chosen = case_of(case, compartment, who)
    name = "standard input" if file == STANDARD_INPUT else shown(file)
    data = contents(file, LARGEST)
    upload, unwilling = _received(chosen, name, data, authority, named, declared, settled, who), None
    try:
        _taken_in(chosen, upload, accept_warnings, gone or "", reason, who)
    except Refused as refused:
        unwilling = refused
    view = _preview(chosen, upload, who)

    from homeward.cli.text.listed import preview_page
    from homeward.lists.queries.written import preview_json

    answer(form, lambda: {"case": case, **preview_json(view)}, lambda paper: preview_page(paper, view))
    if unwilling is not None:
        tell(str(unwilling))
    if view.upload.state != "taken":
        raise typer.Exit(REFUSED)


def _with(settled: Answers, encoding: str) -> Answers:
    return settled.answered("encoding", encoding) if encoding else settled


def _received(
    case: CaseView, name: str, data: bytes, authority: str, named: str, declared: str, settled: Answers, who: str | None
) -> UUID:
    """Keep the file and look at it, also when it is large: this process does what the worker would."""
    with entered(who) as seat:
        from homeward.lists import actions

        received = actions.receive(
            case=case,
            authority=authority,
            title=named,
            name=name,
            data=data,
            declared=declared,
            answers=settled,
            by=seat.actor,
            at=seat.now,
        )
    if received.state == "checking":
        actions.check_as_the_desk(upload=received.upload, compartment=case.compartment_id, at=seat.now)
    return received.upload


def _taken_in(case: CaseView, upload: UUID, accept_warnings: bool, gone: str, reason: str, who: str | None) -> None:
    view = _preview(case, upload, who)
    if view.upload.state not in ("ready", "asking") or (view.upload.state == "asking" and not gone):
        return
    with entered(who) as seat:
        from homeward.lists import actions

        done = actions.take_in(
            case=case,
            upload=upload,
            accept_warnings=accept_warnings,
            gone=gone if view.upload.state == "asking" else "",
            reason=reason,
            by=seat.actor,
            at=seat.now,
        )
    if done.state == "taking":
        actions.read_as_the_desk(upload=upload, compartment=case.compartment_id, at=seat.now)
    sign(seat)


def _preview(case: CaseView, upload: UUID, who: str | None) -> PreviewView:
    with entered(who):
        from homeward.lists import queries

        return queries.preview(case, upload)


def add_to(receiving: typer.Typer) -> None:
    """Put the command that takes a list in on the tree."""
    receiving.command(
        "list",
        epilog='Example: homeward receive list list.xlsx --case crossing --authority "The embassy" --list "Crossing list"',
    )(receive_list)
