"""Named SQL files, each with its reverse, as operations of a migration."""

from __future__ import annotations

from pathlib import Path

from django.db.migrations import RunSQL


def run(folder: Path, name: str) -> RunSQL:
    """The operation that runs `name.sql` of the `sql` folder beside a migrations folder, and `name.reverse.sql` back."""
    sql = folder.parent / "sql"
    return RunSQL((sql / f"{name}.sql").read_text(), (sql / f"{name}.reverse.sql").read_text())
