"""The roles and the database, made once by the bootstrap superuser from the same files that a DBA runs elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

from homeward.postgres.server import Server

SQL = Path(__file__).parent / "sql"
FILES = ("roles.sql", "database.sql")


def make(server: Server, database: str) -> None:
    """Make the roles and this database in the cluster, unless they were made before by the same files."""
    mark = server.folder / f"homeward-{database}.made"
    wanted = hashlib.sha256(b"".join((SQL / name).read_bytes() for name in FILES)).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    for name in FILES:
        server.psql((SQL / name).read_text(), database="postgres", variables={"database": database})
    mark.write_text(wanted)
