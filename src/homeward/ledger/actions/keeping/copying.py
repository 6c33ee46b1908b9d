"""PostgreSQL's own programs, led to the desk's database as its owner."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from django.db import connections

from homeward.ledger.actions.proving.exporting import OWNER
from homeward.postgres.programs import program
from homeward.postgres.server import CommandFailed


def server_version() -> int:
    """The major version of the server."""
    return int(_info().server_version) // 10_000


def run(name: str, *options: str, least: int) -> None:
    """Run pg_dump or pg_restore, of this version or later, to its end; a password never stands on its command line."""
    command: list[str | Path] = [program(name, least=least), "--no-password", f"--dbname={_info().dsn}", *options]
    environment = dict(os.environ)
    if password := _info().password:
        environment["PGPASSWORD"] = password
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandFailed(done.stderr.strip() or f"{name} ended with status {done.returncode}.", where=name)


def _info() -> Any:
    connections[OWNER].ensure_connection()
    return connections[OWNER].connection.info
