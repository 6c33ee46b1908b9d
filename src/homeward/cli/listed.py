"""Lists that came in: their versions, how two differ, lines set aside, files as they came, and whether all is as it was."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, Case, Form, KnownAt, Named, Room, Who, case_named, time_of
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.receiving import shown
from homeward.cli.refusing import FOUND
from homeward.cli.taking import STANDARD_INPUT
from homeward.cli.telling import tell
from homeward.moments import stamp
from homeward.refusals import Refused

if TYPE_CHECKING:  # need Django up
    from datetime import datetime

    from homeward.ledger.queries.views import CaseView

File = Annotated[str, typer.Argument(metavar="FILE", help="A list; - reads standard input.", show_default=False)]
Page = Annotated[int, typer.Option("--page", min=1, max=100_000, help="Which hundred of them.")]
Change = Annotated[
    Literal["in", "out", "changed", "corrected", "moved", "same", "kept"] | None,
    typer.Option("--change", help="Show the entries of this kind; with their values, which is noted in the log."),
]
SIZE = 100


def show(
    case: Case, known_at: KnownAt = None, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT
) -> None:
    """The lists of a case with their last versions, and the files that wait for a person: these of the present alone."""
    with entered(who):
        from homeward.cli.text.listed import lists_page
        from homeward.lists import queries
        from homeward.lists.queries.written import list_json, upload_json

        chosen, then = _asked(case, compartment, known_at)
        found = queries.lists(chosen, known_at=then)
        waiting = queries.uploads(chosen) if then is None else None
    answer(
        form,
        lambda: {
            **_about(case, then),
            "lists": [list_json(view) for view in found],
            "waiting": [upload_json(view) for view in waiting] if waiting is not None else None,
        },
        lambda paper: lists_page(paper, found, waiting or ()),
    )


def versions(
    case: Case,
    named: Named,
    known_at: KnownAt = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The versions of a list, the last first: what each changed, and which were taken back."""
    with entered(who):
        from homeward.cli.text.listed import versions_page
        from homeward.lists import queries
        from homeward.lists.queries.written import list_json, version_json

        chosen, then = _asked(case, compartment, known_at)
        view = queries.list_named(chosen, named, known_at=then)
        found = queries.versions(chosen, view.id, known_at=then)
    answer(
        form,
        lambda: {**_about(case, then), **list_json(view), "every": [version_json(each) for each in found]},
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
    known_at: KnownAt = None,
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

        chosen, then = _asked(case, compartment, known_at)
        every = queries.versions(chosen, queries.list_named(chosen, named, known_at=then).id, known_at=then)
        counting = [each.number for each in every if not each.withdrawn]
        ids = {each.number: each.id for each in every}
        pair = (one or (counting[1:2] or counting or [1])[0], other or (counting or [1])[0])
        if missing := [number for number in pair if number not in ids]:
            raise queries.NoSuchVersion(where=f"version {missing[0]}")
        pages: dict[str, Any] = {"change": change or "", "page": page, "size": SIZE, "known_at": then}
        view = queries.difference(chosen, ids[pair[0]], ids[pair[1]], **pages)
        note_reading(case=chosen, people=view.people, view="list difference", by=seat.actor, at=seat.now)
    answer(form, lambda: {**_about(case, then), **difference_json(view)}, lambda paper: difference_page(paper, view))


def rows(
    case: Case,
    named: Named,
    number: Annotated[int | None, typer.Option("--version", min=1, metavar="N", help="Default: the last one.")] = None,
    page: Page = 1,
    known_at: KnownAt = None,
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

        chosen, then = _asked(case, compartment, known_at)
        every = queries.versions(chosen, queries.list_named(chosen, named, known_at=then).id, known_at=then)
        found = next((each for each in every if each.number == number or (not number and not each.withdrawn)), None)
        if found is None:
            raise queries.NoSuchVersion(where=f"version {number}" if number else named)
        view = queries.rows(chosen, found.id, page=page, size=SIZE, known_at=then)
        note_reading(case=chosen, people=view.people, view="list", by=seat.actor, at=seat.now)
    answer(form, lambda: {**_about(case, then), **rows_json(view)}, lambda paper: rows_page(paper, view))


def aside(
    case: Case,
    every: Annotated[bool, typer.Option("--all", help="Also those that were settled.")] = False,
    page: Page = 1,
    known_at: KnownAt = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Lines that were set aside and wait for a person, the oldest first: where they stand, and why."""
    with entered(who):
        from homeward.cli.text.listed import aside_page
        from homeward.lists import queries
        from homeward.lists.queries.written import aside_json

        chosen, then = _asked(case, compartment, known_at)
        found = queries.set_aside(chosen, waiting=not every, page=page, size=SIZE, known_at=then)
        number = queries.count_set_aside(chosen, waiting=not every, known_at=then)
    answer(
        form,
        lambda: {**_about(case, then), "count": number, "lines": [aside_json(view) for view in found]},
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


def _asked(case: str, compartment: str, known_at: str | None) -> tuple[CaseView, datetime | None]:
    """The case, and the moment as known at which is asked, by when the desk recorded; none is now."""
    chosen = case_named(case, compartment)
    return chosen, time_of(known_at, chosen, "--known-at")


def _about(case: str, known_at: datetime | None) -> dict[str, Any]:
    return {"case": case, "known_at": stamp(known_at) if known_at else None}


def add_to(lists: typer.Typer) -> None:
    """Put the commands for lists that came in on the tree."""
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
