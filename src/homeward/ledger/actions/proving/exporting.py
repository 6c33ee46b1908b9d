"""The kept tables as the standalone verifier reads them, all from one moment."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db import connections, transaction
from psycopg import sql

import ledger_verifier
from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import sealing
from homeward.refusals import Refused
from homeward.seals import keys
from homeward.seals.heads import Signed

OWNER = "owner"
VERIFIER = "homeward_verifier"
PUBLIC_KEYS = "public_keys.json"
HEADS = "heads.tsv"


class FolderInUse(Refused):
    """This folder holds something already."""


@dataclass(frozen=True, slots=True)
class Table:
    """A kept table: its columns by the verifier's names, and the order in which its rows come."""

    name: str
    columns: tuple[str, ...]
    order: tuple[str, ...]

    @property
    def header(self) -> bytes:
        return ("\t".join(self.columns) + "\n").encode()

    @property
    def copy(self) -> sql.Composed:
        chosen = sql.SQL(", ").join(map(_column, self.columns))
        order = sql.SQL(", ").join(map(sql.Identifier, self.order))
        command = sql.SQL("COPY (SELECT {chosen} FROM {table} ORDER BY {order}) TO STDOUT")
        return command.format(chosen=chosen, table=sql.Identifier(self.name), order=order)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds: its rows by file, and the signed head it ends at."""

    folder: Path
    rows: Mapping[str, int]
    head: Signed | None


TABLES = {
    HEADS: Table("ledger_head", ledger_verifier.HEADS, ("size", "access_size")),
    "statements.tsv": Table("ledger_statement", ledger_verifier.STATEMENTS, ("position",)),
    "access.tsv": Table("access_event", ledger_verifier.ACCESS, ("position",)),
    "tiles.tsv": Table("ledger_tile", ledger_verifier.TILES, ("level", "number")),
    "access_tiles.tsv": Table("access_tile", ledger_verifier.TILES, ("level", "number")),
    "documents.tsv": Table("ledger_document", ledger_verifier.DOCUMENTS, ("id",)),
    # A table of the register, which lies above: it is kept, and the entries of lists tell the root over its rows.
    "records.tsv": Table("people_record", ledger_verifier.RECORDS, ("statement_id", "number")),
    # And a view of lists, which lies above as well: everything else that is kept of their versions.
    "lists.tsv": Table("lists_kept", ledger_verifier.LISTS, ("version_id", "part", "sheet", "number", "kept_id")),
    # And what is kept of series of hostilities, in a view of their room.
    "series.tsv": Table("hostilities_kept", ledger_verifier.SERIES, ("version_id", "part", "number", "sub")),
}
"""The files of an export in the order in which the verifier opens them."""


def export(*, folder: Path, by: Actor, at: datetime) -> Exported:
    """Write everything that is kept into an empty folder, for the verifier to read anywhere; the log says who did.

    It holds what every compartment holds, so the folder is for its owner alone. Takes transactions of its own.
    """
    claim(folder)
    with transaction.atomic(durable=True):
        access.enter(by.id)
        access.record("ledger.exported", by=by.id, at=at)
    head = sealing.sign_heads(at=at)
    rows = {}
    with one_moment(VERIFIER) as cursor:
        for file, table in TABLES.items():
            with private(folder / file).open("wb") as out:
                rows[file] = copy(cursor, table, out)
    private(folder / PUBLIC_KEYS).write_text(json.dumps(public_keys(), indent=2, sort_keys=True) + "\n")
    return Exported(folder, rows, head)


@contextmanager
def one_moment(role: str) -> Iterator[Any]:
    """A cursor that reads everything as this role, as it stood at one moment."""
    with transaction.atomic(using=OWNER, durable=True), connections[OWNER].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute(f"SET LOCAL ROLE {role}")
        yield cursor


def copy(cursor: Any, table: Table, out: BinaryIO) -> int:
    """Write one table, a row at a time; gives how many rows."""
    out.write(table.header)
    with cursor.copy(table.copy) as rows:
        for row in rows:
            out.write(row)
    return int(cursor.rowcount)


def public_keys() -> dict[str, str]:
    """The public key of this desk, and those of desks it was restored from, by the names that heads give them."""
    folder = Path(settings.HOMEWARD_KEYS)
    former = folder / PUBLIC_KEYS
    known = json.loads(former.read_text()) if former.exists() else {}
    return {**known, **keys.open_or_make(folder).public_keys()}


def claim(folder: Path) -> None:
    """Make the folder for its owner alone, or take an empty one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FolderInUse(where=str(folder), instead="Name a new or an empty folder.")
    folder.chmod(0o700)


def private(path: Path) -> Path:
    """An empty new file that only its owner may read."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def _column(name: str) -> sql.Composable:
    if not name.endswith("_us"):
        return sql.Identifier(name)
    stored = name.removesuffix("_us")
    stored = f"{stored}_at" if stored in ("recorded", "signed") else stored
    return sql.SQL("(extract(epoch FROM {}) * 1000000)::bigint").format(sql.Identifier(stored))
