"""PostgreSQL's own programs, led to the desk's database as its owner."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from django.db import connections
from psycopg import conninfo

from homeward.ledger.actions.proving.exporting import OWNER
from homeward.postgres.programs import program
from homeward.postgres.server import CommandFailed

# What leads to a server in every version of libpq; newer ones have words that an older program refuses.
ADDRESS = (
    *("dbname", "user", "host", "hostaddr", "port", "service", "passfile", "connect_timeout", "target_session_attrs"),
    *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding", "gssencmode"),
)


def server_version() -> int:
    """The major version of the server."""
    connections[OWNER].ensure_connection()
    return int(connections[OWNER].connection.info.server_version) // 10_000


def run(name: str, *options: str, least: int) -> None:
    """Run pg_dump or pg_restore, of this version or later, to its end; a password never stands on its command line."""
    settings = connections[OWNER].get_connection_params()
    address = conninfo.make_conninfo(**{name: settings[name] for name in ADDRESS if settings.get(name)})
    command: list[str | Path] = [program(name, least=least), "--no-password", f"--dbname={address}", *options]
    environment = dict(os.environ)
    if settings.get("password"):
        environment["PGPASSWORD"] = settings["password"]
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandFailed(done.stderr.strip() or f"{name} ended with status {done.returncode}.", where=name)
