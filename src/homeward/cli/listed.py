"""Lists that came in: taken in for real, their versions, how two differ, lines set aside, and files as they came."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID, uuid4

import typer

from homeward.cli import lists as looked_at
from homeward.cli.asking import Answer, Case, Form, Room, Who, case_named
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.receiving import LARGEST, Encoding, case_of, shown
from homeward.cli.refusing import FOUND, REFUSED
from homeward.cli.taking import STANDARD_INPUT, contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # need Django up
    from homeward.ledger.queries.views import CaseView
    from homeward.lists.core.answers import Answers
    from homeward.lists.queries import PreviewView

File = Annotated[str, typer.Argument(metavar="FILE", help="A list; - reads standard input.", show_default=False)]
Named = Annotated[str, typer.Option("--list", metavar="NAME", help="What the desk calls the list, or its id.")]
Page = Annotated[int, typer.Option("--page", min=1, max=100_000, help="Which hundred of them.")]
Change = Annotated[
    Literal["in", "out", "changed", "corrected", "moved", "same", "kept"] | None,
    typer.Option("--change", help="Show the entries of this kind; with their values, which is noted in the log."),
]
SIZE = 100


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


def show(case: Case, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT) -> None:
    """The lists of a case with their last versions, and the files that wait for a person."""
    with entered(who):
        from homeward.cli.text.listed import lists_page
        from homeward.lists import queries
        from homeward.lists.queries.written import list_json, upload_json

        chosen = case_named(case, compartment)
        found, waiting = queries.lists(chosen), queries.uploads(chosen)
    answer(
        form,
        lambda: {
            "case": case,
            "lists": [list_json(view) for view in found],
            "waiting": [upload_json(view) for view in waiting],
        },
        lambda paper: lists_page(paper, found, waiting),
    )


def versions(case: Case, named: Named, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT) -> None:
    """The versions of a list, the last first: what each changed, and which were taken back."""
    with entered(who):
        from homeward.cli.text.listed import versions_page
        from homeward.lists import queries
        from homeward.lists.queries.written import list_json, version_json

        chosen = case_named(case, compartment)
        view = queries.list_named(chosen, named)
        found = queries.versions(chosen, view.id)
    answer(
        form,
        lambda: {"case": case, **list_json(view), "every": [version_json(each) for each in found]},
        lambda paper: versions_page(paper, view, found),
    )


def diff(
    case: Case,
    named: Named,
    one: Annotated[
        int | None, typer.Option("--from", min=1, metavar="N", help="Default: the one before the last.")
    ] = None,
    other: Annotated[int | None, typer.Option("--to", min=1, metavar="N", help="Default: the last one.")] = None,
    change: Change = None,
    page: Page = 1,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How two versions of a list differ: who came, who went, whose entry was corrected or says something else."""
    with entered(who) as seat:
        from homeward.cli.text.listed import difference_page
        from homeward.lists import queries
        from homeward.lists.queries.written import difference_json
        from homeward.people.actions import note_reading

        chosen = case_named(case, compartment)
        every = queries.versions(chosen, queries.list_named(chosen, named).id)
        counting = [each.number for each in every if not each.withdrawn]
        ids = {each.number: each.id for each in every}
        pair = (one or (counting[1:2] or counting or [1])[0], other or (counting or [1])[0])
        if missing := [number for number in pair if number not in ids]:
            raise queries.NoSuchVersion(where=f"version {missing[0]}")
        view = queries.difference(chosen, ids[pair[0]], ids[pair[1]], change=change or "", page=page, size=SIZE)
        note_reading(case=chosen, people=view.people, view="list difference", by=seat.actor, at=seat.now)
    answer(form, lambda: {"case": case, **difference_json(view)}, lambda paper: difference_page(paper, view))


def rows(
    case: Case,
    named: Named,
    number: Annotated[int | None, typer.Option("--version", min=1, metavar="N", help="Default: the last one.")] = None,
    page: Page = 1,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The rows of a version as read; whom they show is noted in the log."""
    with entered(who) as seat:
        from homeward.cli.text.listed import rows_page
        from homeward.lists import queries
        from homeward.lists.queries.written import rows_json
        from homeward.people.actions import note_reading

        chosen = case_named(case, compartment)
        every = queries.versions(chosen, queries.list_named(chosen, named).id)
        found = next((each for each in every if each.number == number or (not number and not each.withdrawn)), None)
        if found is None:
            raise queries.NoSuchVersion(where=f"version {number}" if number else named)
        view = queries.rows(chosen, found.id, page=page, size=SIZE)
        note_reading(case=chosen, people=view.people, view="list", by=seat.actor, at=seat.now)
    answer(form, lambda: {"case": case, **rows_json(view)}, lambda paper: rows_page(paper, view))


def aside(
    case: Case,
    every: Annotated[bool, typer.Option("--all", help="Also those that were settled.")] = False,
    page: Page = 1,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Lines that were set aside and wait for a person, the oldest first: where they stand, and why."""
    with entered(who):
        from homeward.cli.text.listed import aside_page
        from homeward.lists import queries
        from homeward.lists.queries.written import aside_json

        chosen = case_named(case, compartment)
        found = queries.set_aside(chosen, waiting=not every, page=page, size=SIZE)
        number = queries.count_set_aside(chosen, waiting=not every)
    answer(
        form,
        lambda: {"case": case, "count": number, "lines": [aside_json(view) for view in found]},
        lambda paper: aside_page(paper, found, number),
    )


def reopen(
    line: Annotated[UUID, typer.Argument(metavar="LINE", help="The line, by its id in: homeward lists aside --all")],
    case: Case,
    reason: Annotated[str, typer.Option("--reason", help="Why; without names, it stays readable for ever.")],
    compartment: Room = "",
    who: Who = None,
) -> None:
    """Take back what was settled about a line that was set aside: it waits again, and everything stays in the ledger."""
    with entered(who) as seat:
        from homeward.lists import actions

        chosen = case_named(case, compartment)
        ref = actions.reopen_row(case=chosen, line=line, reason=reason, once=uuid4(), by=seat.actor, at=seat.now)
    sign(seat)
    tell(f"{ref} is withdrawn, and the line waits again. Both stay in the ledger.")


def original(
    upload: Annotated[UUID, typer.Argument(metavar="UPLOAD", help="The file, by its id in: homeward lists show")],
    case: Case,
    purpose: Annotated[str, typer.Option("--purpose", help="For what it is needed; it stands in the log.")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="FILE", help="Where to write it; - is standard output.")],
    compartment: Room = "",
    who: Who = None,
) -> None:
    """Take a file out as it came. Who did, when and for what stands in the desk's log."""
    with entered(who) as seat:
        from homeward.lists import actions

        chosen = case_named(case, compartment)
        file = actions.export_original(case=chosen, upload=upload, purpose=purpose, by=seat.actor, at=seat.now)
    sign(seat)
    if out == STANDARD_INPUT:
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
        return
    try:
        with Path(out).open("xb") as written:
            written.write(file.data)
    except OSError as fault:
        raise Refused("This file cannot be written.", where=out, instead=f"{fault.strerror}.") from fault
    tell(f"{len(file.data):,} bytes written to {shown(out)}.")


def verify(case: Case, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT) -> None:
    """Whether files and rows of the lists of a case are those that the ledger tells of; ends with 3 when they are not."""
    with entered(who):
        from homeward.cli.text.listed import proof_page
        from homeward.lists import queries

        found = queries.proved(case_named(case, compartment))
    answer(
        form,
        lambda: {
            "case": case,
            "ok": found.ok,
            "versions": found.versions,
            "closed": found.closed,
            "wrong": list(found.wrong),
        },
        lambda paper: proof_page(paper, found),
    )
    if not found.ok:
        raise typer.Exit(FOUND)


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


def add_to(receiving: typer.Typer, lists: typer.Typer) -> None:
    """Put the commands for lists that came in on the tree."""
    receiving.command(
        "list",
        epilog='Example: homeward receive list list.xlsx --case crossing --authority "The embassy" --list "Crossing list"',
    )(receive_list)
    lists.command(epilog="Example: homeward lists show --case crossing")(show)
    lists.command(epilog='Example: homeward lists versions --case crossing --list "Crossing list"')(versions)
    lists.command(epilog='Example: homeward lists diff --case crossing --list "Crossing list" --from 3 --to 4')(diff)
    lists.command(epilog='Example: homeward lists rows --case crossing --list "Crossing list" --version 4')(rows)
    lists.command(epilog="Example: homeward lists aside --case crossing")(aside)
    lists.command(epilog='Example: homeward lists reopen 5f0c…-….-…. --case crossing --reason "…"')(reopen)
    lists.command(epilog='Example: homeward lists original 5f0c…-….-…. --case crossing --purpose "…" -o list.xlsx')(
        original
    )
    lists.command(epilog="Example: homeward lists verify --case crossing")(verify)
