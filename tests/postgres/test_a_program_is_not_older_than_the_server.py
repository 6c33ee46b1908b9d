from __future__ import annotations

from pathlib import Path

import pytest

from homeward.postgres.programs import NoProgram, program


def _fake(folder: Path, version: str) -> Path:
    folder.mkdir()
    made = folder / "pg_dump"
    made.write_text(f'#!/bin/sh\necho "pg_dump (PostgreSQL) {version}"\n')
    made.chmod(0o755)
    return made


def test_the_nearest_version_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, near = _fake(tmp_path / "old", "14.9"), _fake(tmp_path / "near", "97.1")
    monkeypatch.setenv("HOMEWARD_PG_BIN", str(old.parent))
    monkeypatch.setenv("PATH", f"{near.parent}:/bin")

    assert program("pg_dump", least=90) == near


def test_none_that_is_new_enough_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoProgram, match="pg_dump 99 or later"):
        program("pg_dump", least=99)
