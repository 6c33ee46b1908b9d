"""A copy of everything the desk holds, from one moment, with the signed head it ends at; the keys go elsewhere."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from psycopg import sql

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import sealing
from homeward.ledger.actions.keeping import copying
from homeward.ledger.actions.keeping.manifest import Manifest, digests
from homeward.ledger.actions.proving import exporting
from homeward.moments import stamp
from homeward.refusals import Refused
from homeward.seals import keys
from homeward.seals.heads import Signed

KEEPER = "homeward_keeper"
DUMP, HEAD, DATA_KEYS = "database.dump", "head.json", "data-keys.tsv"
KEY_FILES = (keys.SIGNING, keys.FIELDS)
LEFT_OUT = {
    "access_key": "the wrapped data keys: they are kept with the keys, apart from the data",
    "django_session": "everybody signs in anew",
}
NOTE = (
    "No key is in this folder: statements, sources and documents open without, sealed values do not. "
    "Dump and head are not encrypted; only their owner may read them (0600). Keep the folder where only the desk comes."
)
KEYS_NOTE = (
    "The keys of the desk, not encrypted; only their owner may read them (0600). Keep them apart from the data, in "
    "other hands and for a shorter time: who is to be forgotten is forgotten when the last copy of their key is gone."
)


class KeysBesideData(Refused):
    """Keys and data are to be kept apart."""


class NotWhole(Refused):
    """The keeper may not see all of a table, so the copy would lack rows without saying so."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a backup lies, how large it is, and the signed head it ends at."""

    folder: Path
    bytes: int
    rows: int
    head: Signed
    keys_to: Path | None


def backup(*, folder: Path, by: Actor, at: datetime, keys_to: Path | None = None) -> Kept:
    """Copy the database into an empty folder while the desk goes on working; the log says who did.

    `keys_to` is an empty folder elsewhere for the keys. Takes transactions of its own.
    """
    if keys_to is not None:
        _require_apart(folder.resolve(), keys_to.resolve())
        exporting.claim(keys_to)
    exporting.claim(folder)
    with transaction.atomic(durable=True):
        access.enter(by.id)
        access.record("desk.backed_up", by=by.id, at=at, keys="kept" if keys_to else "left out")
    head = sealing.sign_heads(at=at)
    assert head is not None  # the line just recorded is under it
    exporting.private(folder / HEAD).write_text(head.text() + "\n")
    exporting.private(folder / DUMP)
    with exporting.one_moment(KEEPER) as cursor:
        _require_whole(cursor)
        rows, functions = _rows(cursor), _handed_over(cursor)
        _dump(cursor, folder / DUMP)
        if keys_to is not None:
            _keep_keys(cursor, keys_to, at)
            _on_disk(keys_to)
    files = digests(folder, DUMP, HEAD)
    told = Manifest(**_about(at), files=files, rows=rows, left_out=LEFT_OUT, functions=functions, note=NOTE)
    told.write(folder, _keyring().signing)
    _on_disk(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    return Kept(folder, size, sum(rows.values()), head, keys_to)


def _require_apart(folder: Path, keys_to: Path) -> None:
    if folder == keys_to or folder in keys_to.parents or keys_to in folder.parents:
        raise KeysBesideData(where=str(keys_to), instead="Name a folder elsewhere, best on another medium.")


def _require_whole(cursor: Any) -> None:
    cursor.execute(
        """
        SELECT c.oid::regclass::text FROM pg_class c
        WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') AND NOT EXISTS (
            SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
            AND p.polroles && ARRAY[0, current_user::regrole]::oid[] AND pg_get_expr(p.polqual, c.oid) = 'true')
        ORDER BY 1
        """
    )
    hidden = [name for (name,) in cursor.fetchall()]
    if hidden:
        raise NotWhole(where=", ".join(hidden), instead=f"Give {KEEPER} a policy FOR SELECT USING (true) on it.")


def _rows(cursor: Any) -> dict[str, int]:
    """How many rows each table has of which rows are kept."""
    cursor.execute(
        """
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1, 2
        """
    )
    names = cursor.fetchall()
    return {f"{schema}.{name}": count(cursor, schema, name) for schema, name in names if name not in LEFT_OUT}


def count(cursor: Any, schema: str, table: str) -> int:
    """How many rows of a table the keeper sees."""
    cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table)))
    (rows,) = cursor.fetchone()
    return int(rows)


def _handed_over(cursor: Any) -> dict[str, str]:
    """The functions that act in the name of another role of the desk than the owner of the database."""
    cursor.execute(
        """
        SELECT p.oid::regprocedure::text, p.proowner::regrole::text FROM pg_proc p
        WHERE p.proowner::regrole::text IN ('homeward_writer', 'homeward_searcher') ORDER BY 1
        """
    )
    return dict(cursor.fetchall())


def _dump(cursor: Any, path: Path) -> None:
    cursor.execute("SELECT pg_export_snapshot()")
    (snapshot,) = cursor.fetchone()
    left_out = [f"--exclude-table-data=public.{table}" for table in LEFT_OUT]
    # Without --enable-row-security pg_dump refuses tables under policies; that none of these hides a row was looked at.
    options = ["--format=custom", f"--role={KEEPER}", "--enable-row-security", f"--snapshot={snapshot}", *left_out]
    copying.run("pg_dump", *options, f"--file={path}", least=copying.server_version())


def _keep_keys(cursor: Any, folder: Path, at: datetime) -> None:
    for name in KEY_FILES:
        exporting.private(folder / name).write_bytes((Path(settings.HOMEWARD_KEYS) / name).read_bytes())
    cursor.execute("SELECT * FROM access_key LIMIT 0")
    table = exporting.Table("access_key", tuple(column.name for column in cursor.description), ("id",))
    with exporting.private(folder / DATA_KEYS).open("wb") as out:
        rows = exporting.copy(cursor, table, out)
    files = digests(folder, *KEY_FILES, DATA_KEYS)
    told = Manifest(**_about(at), files=files, rows={table.name: rows}, left_out={}, functions={}, note=KEYS_NOTE)
    told.write(folder, _keyring().signing)


def _on_disk(folder: Path) -> None:
    """Only now does a power cut leave the copy whole."""
    for path in (*folder.iterdir(), folder):
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _about(at: datetime) -> dict[str, Any]:
    """What both manifests say of the desk."""
    return {
        "product": version("homeward"),
        "made_at": stamp(at),
        "server": copying.server_version(),
        "public_keys": exporting.public_keys(),
    }


def _keyring() -> keys.Keyring:
    return keys.open_or_make(settings.HOMEWARD_KEYS)
