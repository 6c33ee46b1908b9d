"""Proofs of the ledger: verify it, print its signed head, replay the tables, export it for a verifier of one's own."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from homeward.cli import asking
from homeward.cli.asking import Answer, Case, Form, Room, Who
from homeward.cli.entering import bring_up, entered
from homeward.cli.printing import answer, put
from homeward.cli.refusing import FOUND
from homeward.cli.telling import tell
from homeward.cli.text.paper import Paper

app = typer.Typer(name="ledger", help="Prove that nothing was changed.", no_args_is_help=True, rich_markup_mode=None)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or empty folder.")]


@app.command(epilog="Example: homeward ledger verify --head head-2023-11-04.json")
def verify(
    head: Annotated[
        Path | None, typer.Option("--head", metavar="FILE", help="A signed head that was kept elsewhere.")
    ] = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FOLDER", help="Look at this export, not at the database.")
    ] = None,
    form: Answer = Form.TEXT,
) -> None:
    """Prove that no byte of the ledger changed; exit code 3 when something is found, each with its row and column."""
    if export is None:
        _prepared()
        from homeward.ledger.actions import proving

        report = proving.verify(saved_head=head)
    else:
        report = _of_export(export, head)
    answer(
        form,
        lambda: {"ok": report.ok, **_fields(report), "tails": report.tails},
        lambda paper: _lines(paper, report.as_text()),
    )
    if not report.ok:
        raise typer.Exit(FOUND)


@app.command(epilog="Example: homeward ledger head > head-2023-11-04.json")
def head(form: Answer = Form.TEXT) -> None:
    """Sign the newest head and print it as one line of JSON in either form, to be kept elsewhere."""
    _prepared()
    from homeward.ledger.actions import sealing

    signed = sealing.sign_heads(at=datetime.now(UTC))
    if signed is None:
        tell("Nothing is recorded yet, so there is no head.")
        raise typer.Exit(1)
    put(signed.text() + "\n")


@app.command(epilog="Example: homeward ledger prove s02 --case gaza_2023_11 --format json")
def prove(
    ref: Annotated[str, typer.Argument(metavar="REF", help="The statement's short name in the case: s02.")],
    case: Case,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Prove to somebody who sees nothing else that one statement stands under the newest signed head."""
    with entered(who) as seat:
        from homeward.ledger.queries import proofs

        found = proofs.inclusion(asking.ask(seat, case, compartment, None, None, None), ref.partition("#")[0])
    answer(
        form,
        lambda: {
            "ref": found.ref,
            "position": found.position,
            "recorded_us": found.recorded_us,
            "salt": found.salt.hex(),
            "entry": found.entry,
            "leaf": found.leaf.hex(),
            "path": [step.hex() for step in found.path],
            "signed_head": json.loads(found.signed.text()),
            "ok": found.holds,
        },
        lambda paper: _proved(paper, found),
    )
    if not found.holds:
        raise typer.Exit(FOUND)


@app.command(epilog="Example: homeward ledger replay --check")
def replay(
    check: Annotated[
        bool, typer.Option("--check", help="Only compare, and end with exit code 3 at the first difference.")
    ] = False,
    form: Answer = Form.TEXT,
) -> None:
    """Make every table again from the ledger; with --check only compare, which changes nothing and stops nobody."""
    _prepared()
    from homeward.ledger.actions import proving

    done = proving.replay(check=check)
    differs = "" if done.difference is None else str(done.difference)
    answer(
        form,
        lambda: {
            "ok": done.ok,
            "checked": check,
            "statements": done.statements,
            "rows": dict(done.rows),
            "difference": differs or None,
        },
        lambda paper: _replayed(paper, done.statements, sum(done.rows.values()), check=check, differs=differs),
    )
    if not done.ok:
        raise typer.Exit(FOUND)


@app.command(epilog="Example: homeward ledger export /srv/export-2023-11-04")
def export(folder: Folder, who: Who = None, form: Answer = Form.TEXT) -> None:
    """Write all that is kept, of every compartment, into a folder that the standalone verifier reads."""
    with entered(who) as seat:
        from homeward.ledger.actions import proving
    done = proving.export(folder=folder, by=seat.actor, at=seat.now)
    answer(
        form,
        lambda: {"folder": str(done.folder), "rows": dict(done.rows), "signed": done.head is not None},
        lambda paper: _lines(
            paper,
            f"Exported to {done.folder}: {done.rows['statements.tsv']:,} statements.\n"
            f"To prove it anywhere: python ledger_verifier.py {done.folder}",
        ),
    )


def _prepared() -> None:
    bring_up()
    from homeward.cli import preparing

    preparing.see_to_it()


def _of_export(folder: Path, saved_head: Path | None) -> Any:
    import ledger_verifier
    from homeward.refusals import Refused

    try:
        return ledger_verifier.verify(folder, saved_head)
    except ledger_verifier.NothingToVerify as nothing:
        raise Refused(str(nothing), where=str(folder)) from nothing


def _fields(report: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(report)


def _lines(paper: Paper, text: str) -> None:
    for line in text.splitlines():
        paper.line(line, under=2)


def _proved(paper: Paper, found: Any) -> None:
    head = found.signed.head
    if not found.holds:
        paper.line(f"{found.ref} is not what the signed head says.", under=2)
        return
    paper.line(f"{found.ref} stands at position {found.position:,} of {head.size:,} under the signed head.", under=2)
    paper.line(f"Its leaf {found.leaf.hex()} leads in {len(found.path)} steps to the root {head.root.hex()}.", under=2)


def _replayed(paper: Paper, statements: int, rows: int, *, check: bool, differs: str) -> None:
    if differs:
        paper.line(f"The tables are not what the ledger says: {differs}", under=2)
    elif check:
        paper.line(f"{rows:,} rows of the tables are what the ledger says, over {statements:,} statements.")
    else:
        paper.line(f"Made {rows:,} rows of the tables again from {statements:,} statements.")
