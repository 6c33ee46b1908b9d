"""Keeping what the desk knows: back up, and restore with proof."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from homeward.cli.asking import Answer, Form, Who
from homeward.cli.entering import bring_up, entered
from homeward.cli.printing import answer
from homeward.cli.refusing import FOUND
from homeward.cli.telling import tell
from homeward.cli.text.paper import Paper

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.actions.keeping import Kept, Restored


def backup(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or empty folder for the data.")],
    keys_to: Annotated[
        Path | None,
        typer.Option("--keys-to", metavar="FOLDER", help="A new or empty folder elsewhere for the keys."),
    ] = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Copy everything the desk holds, from one moment, with the signed head it ends at; the desk goes on meanwhile."""
    with entered(who) as seat:
        from homeward.ledger.actions import keeping
    kept = keeping.backup(folder=folder, by=seat.actor, at=seat.now, keys_to=keys_to)
    answer(
        form,
        lambda: {
            "folder": str(kept.folder),
            "bytes": kept.bytes,
            "rows": kept.rows,
            "statements": kept.head.head.size,
            "keys_to": str(kept.keys_to) if kept.keys_to else None,
        },
        lambda paper: _kept(paper, kept),
    )


def restore(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of a backup.")],
    keys_from: Annotated[
        Path | None, typer.Option("--keys-from", metavar="FOLDER", help="The folder of its keys.")
    ] = None,
    form: Answer = Form.TEXT,
) -> None:
    """Put a backup into an empty database, verify it and compare every table; exit code 3 when anything is amiss."""
    bring_up()
    from homeward.ledger.actions import keeping

    tell("Restoring, then proving.")
    restored = keeping.restore(folder=folder, at=datetime.now(UTC), keys_from=keys_from)
    differs = restored.replayed.difference
    answer(
        form,
        lambda: {
            "ok": restored.ok,
            "made_at": restored.manifest.made_at,
            "statements": restored.report.statements,
            "findings": [str(finding) for finding in restored.report.findings],
            "difference": str(differs) if differs else None,
            "missing": list(restored.missing),
            "keys": restored.keys,
        },
        lambda paper: _restored(paper, restored),
    )
    if not restored.ok:
        raise typer.Exit(FOUND)


def add_to(app: typer.Typer) -> None:
    """Put backup and restore on the tree of commands."""
    app.command(epilog="Example: homeward backup /srv/backup/2023-11-04 --keys-to /media/stick/keys")(backup)
    app.command(epilog="Example: HOMEWARD_DATA=/srv/homeward-restored homeward restore /srv/backup/2023-11-04")(restore)


def _kept(paper: Paper, kept: Kept) -> None:
    paper.line(
        f"Kept {kept.rows:,} rows in {kept.folder}, {kept.bytes:,} bytes; the head covers {kept.head.head.size:,}."
    )
    if kept.keys_to:
        paper.line(f"The keys are in {kept.keys_to}: keep them apart from the data.")
    else:
        paper.line("The keys are not in it: keep them apart, with --keys-to FOLDER.")


def _restored(paper: Paper, restored: Restored) -> None:
    for line in restored.report.as_text().splitlines():
        paper.line(line, under=2)
    if restored.replayed.difference:
        paper.line(f"The tables are not what the ledger says: {restored.replayed.difference}", under=2)
    else:
        paper.line("The tables are what the ledger says.")
    for table in restored.missing:
        paper.line(f"Not all rows of {table} are here.")
    paper.line(restored.opens, under=2)
