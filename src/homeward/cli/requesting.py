"""Requests to authorities by command: what was asked at once, the letter about it, and the file of its people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.clearances import logged
from homeward.cli.entering import entered
from homeward.cli.printing import answer, put
from homeward.cli.telling import tell
from homeward.refusals import Refused

Anyway = Annotated[
    list[UUID] | None,
    typer.Option("--person", help="Name this person though no consent is recorded; once for each."),
]
Batch = Annotated[UUID, typer.Argument(metavar="BATCH", help="By the number in: homeward clearances requests")]


def add_to(app: typer.Typer) -> None:
    """Put what concerns requests beside the readings."""
    app.command("requests", epilog="Example: homeward clearances requests --case bridge")(requests)
    app.command(
        "letter", epilog="Example: homeward clearances letter BATCH --case bridge --language ar --print > letter.html"
    )(letter)
    app.command(
        "file", epilog='Example: homeward clearances file BATCH request.xlsx --case bridge --purpose "to the authority"'
    )(request_file)


def requests(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """What was asked at once: of which authority, for what, how many people, when; it names nobody."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import batch_json
        from homeward.cli.text.clearances import batches_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        found = queries.batches(asked)
    answer(
        form,
        lambda: {**asked_json(asked), "requests": [batch_json(each) for each in found]},
        lambda paper: batches_page(paper, found),
    )


def letter(
    batch: Batch,
    case: Case,
    language: Annotated[Literal["en", "ar", "he", "ru"], typer.Option("--language", help="In which it is written.")],
    anyway: Anyway = None,
    to_print: Annotated[bool, typer.Option("--print", help="As a page of HTML to print.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The letter to the authority about a request; who has not agreed to be named is left out."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import letter_json
        from homeward.cli.text.clearances import letter_page
        from homeward.matching.formats.letters import as_page

        asked = ask(seat, case, compartment, None, None, None)
        view = queries.request_letter(asked, batch, language, people=anyway or ())
        logged(asked, view.people, "request, as a letter", seat)
    _left_out(len(view.without_consent))
    if to_print and form is Form.TEXT:
        put(as_page(view.letter))
        return
    answer(form, lambda: {**asked_json(asked), **letter_json(view)}, lambda paper: letter_page(paper, view))


def request_file(
    batch: Batch,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it is written: a name in .xlsx or .csv.")],
    case: Case,
    purpose: Annotated[str, typer.Option("--purpose", help="For what it leaves the desk; the log keeps it.")],
    anyway: Anyway = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The people of a request as a table; who has not agreed is left out. Who took it out, for what and how many is logged."""
    with entered(who) as seat:
        from homeward.clearances import actions

        asked = ask(seat, case, compartment, None, None, None)
        done = actions.export_request(
            asked=asked, batch=batch, form=file.suffix.removeprefix(".").lower(), purpose=purpose, named=anyway or (),
            by=seat.actor, at=seat.now,
        )  # fmt: skip
    _write(file, done.data)
    _left_out(done.left_out)
    answer(
        form,
        lambda: {"case": case, "file": str(file), "people": len(done.people), "left_out": done.left_out},
        lambda paper: paper.line(f"Wrote {len(done.people):,} people to {file}."),
    )


class CannotBeWritten(Refused):
    """This file cannot be written."""


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as fault:
        raise CannotBeWritten(where=str(file), instead=f"{fault.strerror}.") from fault


def _left_out(number: int) -> None:
    if number:
        tell(
            f"{number:,} are left out: no consent to share with authorities is recorded. "
            "homeward clearances letter --format json lists them; --person names one all the same."
        )
