"""Put a backup into an empty place, and prove there that it is the same ledger and that its tables follow from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from homeward.access import actions as access
from homeward.ledger.actions.keeping import copying, manifest
from homeward.ledger.actions.keeping.backing_up import DATA_KEYS, DUMP, HEAD, KEEPER, KEY_FILES, count
from homeward.ledger.actions.keeping.manifest import Manifest
from homeward.ledger.actions.proving import exporting
from homeward.ledger.actions.proving.exporting import OWNER, PUBLIC_KEYS
from homeward.ledger.actions.proving.replaying import Replayed, replay
from homeward.ledger.actions.proving.verifying import verify
from homeward.refusals import Refused
from ledger_verifier import Report

OWNERS = ("homeward_writer", "homeward_searcher")


class NotEmpty(Refused):
    """There is something in this database already, and a restore overwrites nothing."""


class OtherKeys(Refused):
    """There are other keys here, and a restore overwrites none."""


class KeysOfAnotherDesk(Refused):
    """These keys do not belong to this backup."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought back and what its proofs said; `missing` names tables whose rows are not all there."""

    manifest: Manifest
    report: Report
    replayed: Replayed
    missing: tuple[str, ...]
    keys: bool

    @property
    def ok(self) -> bool:
        return self.report.ok and self.replayed.ok and not self.missing

    @property
    def opens(self) -> str:
        """What can be read here, with the keys or without."""
        if self.keys:
            return "The keys are here: sealed values open."
        return (
            "The keys are not here: statements, sources, documents and figures open and verify; sealed values (drafts, "
            "personal values) do not, and new heads are signed by a new key."
        )


def restore(*, folder: Path, at: datetime, keys_from: Path | None = None) -> Restored:
    """Restore into an empty database, then verify against the head of the backup and compare every table by replay.

    Without `keys_from` what is sealed stays closed. Takes transactions of its own.
    """
    told = manifest.read(folder)
    if keys_from is not None:
        if not told.public_keys.keys() & manifest.read(keys_from).public_keys.keys():
            raise KeysOfAnotherDesk(where=str(keys_from))
        _require_no_other_keys(keys_from)
    _require_empty()
    options = ["--no-owner", "--exit-on-error", "--single-transaction", str(folder / DUMP)]
    copying.run("pg_restore", *options, least=max(told.server, copying.server_version()))
    with transaction.atomic(using=OWNER, durable=True), connections[OWNER].cursor() as cursor:
        _hand_over(cursor, told)
        if keys_from is not None:
            _load_data_keys(cursor, keys_from)
        missing = _missing(cursor, told)
    _keys_in_place(keys_from, told)
    report, replayed = verify(saved_head=folder / HEAD), replay()
    with transaction.atomic(durable=True):
        access.enter(None)
        access.record(
            "desk.restored", by=None, at=at, made_at=told.made_at, keys="put back" if keys_from else "not here"
        )
    return Restored(told, report, replayed, missing, keys=keys_from is not None)


def _require_no_other_keys(keys_from: Path) -> None:
    for name in KEY_FILES:
        here = Path(settings.HOMEWARD_KEYS) / name
        if here.exists() and here.read_bytes() != (keys_from / name).read_bytes():
            raise OtherKeys(where=str(here), instead="Restore with HOMEWARD_DATA and HOMEWARD_KEYS in a new folder.")


def _require_empty() -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1
            """
        )
        found = cursor.fetchone()
    if found:
        raise NotEmpty(where=found[0], instead="Restore into a new folder (HOMEWARD_DATA) or an empty database.")


def _hand_over(cursor: Any, told: Manifest) -> None:
    """Give functions back to the roles in whose name they act, as the migrations did."""
    for function, owner in told.functions.items():
        cursor.execute(
            "SELECT p.oid::regprocedure::text, n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE p.oid = to_regprocedure(%s)",
            [function],
        )
        found = cursor.fetchone()
        if found is None or owner not in OWNERS:
            raise manifest.BrokenBackup("A function of the desk is not in the dump.", where=function)
        name, schema = found
        cursor.execute(f"GRANT CREATE ON SCHEMA {schema} TO {owner}")
        cursor.execute(f"ALTER FUNCTION {name} OWNER TO {owner}")
        cursor.execute(f"REVOKE CREATE ON SCHEMA {schema} FROM {owner}")


def _load_data_keys(cursor: Any, keys_from: Path) -> None:
    with (keys_from / DATA_KEYS).open("rb") as rows:
        columns = ", ".join(json.dumps(name) for name in rows.readline().decode().split())
        cursor.execute("CREATE TEMPORARY TABLE kept_key (LIKE access_key) ON COMMIT DROP")
        with cursor.copy(f"COPY kept_key ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write(row)
    # Keys that were kept later than the data may be of compartments that the data does not know.
    cursor.execute(f"SET LOCAL ROLE {KEEPER}")
    cursor.execute("SELECT array_agg(id) FROM access_compartment")
    (compartments,) = cursor.fetchone()
    # Keys that were kept earlier may be of people who were forgotten since, or of files that named them: the log knows
    # every key that was destroyed, and none of these is put back.
    cursor.execute(
        "SELECT coalesce(array_agg(j #>> ARRAY['compartment'] || (j #>> ARRAY['person'])), '{}')"
        " FROM access_event, LATERAL (SELECT entry::jsonb -> 'what' AS j) AS e WHERE kind = 'key.destroyed'"
    )
    (destroyed,) = cursor.fetchone()
    cursor.execute("RESET ROLE")
    # The owner too is under the policies of this table, unless it stops forcing them on its owner.
    cursor.execute("ALTER TABLE access_key NO FORCE ROW LEVEL SECURITY")
    cursor.execute(
        "INSERT INTO access_key SELECT * FROM kept_key WHERE compartment_id = ANY (%s)"
        " AND (person_id IS NULL OR compartment_id::text || person_id::text <> ALL (%s))",
        [compartments, destroyed],
    )
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("ALTER TABLE access_key FORCE ROW LEVEL SECURITY")


def _missing(cursor: Any, told: Manifest) -> tuple[str, ...]:
    cursor.execute(f"SET LOCAL ROLE {KEEPER}")
    return tuple(table for table, rows in told.rows.items() if count(cursor, *table.split(".", 1)) != rows)


def _keys_in_place(keys_from: Path | None, told: Manifest) -> None:
    home = Path(settings.HOMEWARD_KEYS)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in KEY_FILES if keys_from is not None else ():
        assert keys_from is not None
        if not (home / name).exists():
            exporting.private(home / name).write_bytes((keys_from / name).read_bytes())
    # Heads that the former desk signed are checked by its public key, here too and also without its secret one.
    known = json.loads((home / PUBLIC_KEYS).read_text()) if (home / PUBLIC_KEYS).exists() else {}
    (home / PUBLIC_KEYS).write_text(json.dumps({**known, **told.public_keys}, indent=2, sort_keys=True) + "\n")
