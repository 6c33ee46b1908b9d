from __future__ import annotations

import json
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import ledger_verifier
from homeward.access import actions as access
from homeward.ledger import actions
from homeward.ledger.actions.proving import NoSuchHead
from homeward.ledger.actions.proving.exporting import TABLES, FolderInUse
from tests.apps.ledger.desks import generated, worked_at
from tests.cast import Desk
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return worked_at()


def test_what_nobody_changed_verifies(desk: Desk) -> None:
    report = actions.verify()

    assert report.ok, report.as_text()
    assert report.statements > 256 and report.access > 256 and report.documents > 0


def test_rows_that_no_signed_head_covers_are_told(desk: Desk) -> None:
    actions.sign_heads(at=desk.now)
    assert actions.verify().tails == []

    access.sign_in_recorded(actor=None, name="nobody", at=desk.now)

    assert [tail.split(":")[0] for tail in actions.verify().tails] == ["access.tsv"]


def test_a_head_kept_elsewhere_is_a_beginning_of_what_is_there(desk: Desk, tmp_path: Path) -> None:
    kept = tmp_path / "head.json"
    signed = actions.sign_heads(at=desk.now)
    assert signed is not None
    kept.write_text(signed.text() + "\n")

    generated(desk, seed=11)

    assert actions.verify(saved_head=kept).ok


def test_a_file_that_holds_no_head_is_refused(desk: Desk, tmp_path: Path) -> None:
    kept = tmp_path / "head.json"
    kept.write_text("{}")

    with pytest.raises(NoSuchHead, match="head"):
        actions.verify(saved_head=kept)


def test_an_export_is_verified_by_one_file_without_the_product(desk: Desk, tmp_path: Path) -> None:
    done = actions.export(folder=tmp_path / "export", by=desk.operator, at=desk.now)
    alone = tmp_path / "alone.py"
    alone.write_bytes(Path(ledger_verifier.__file__).read_bytes())

    said = subprocess.run(
        [sys.executable, "-I", alone, done.folder, "--format", "json"], capture_output=True, text=True, cwd=tmp_path
    )

    assert said.returncode == 0, said.stdout + said.stderr
    told = json.loads(said.stdout)
    assert told["ok"] and told["tails"] == []
    assert done.rows["statements.tsv"] == told["statements"]


def test_an_export_is_for_its_owner_alone_and_on_record(desk: Desk, tmp_path: Path, module_database: Database) -> None:
    done = actions.export(folder=tmp_path / "export", by=desk.operator, at=desk.now)

    assert {file.name for file in done.folder.iterdir()} == {*TABLES, "public_keys.json"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in done.folder.iterdir()} == {0o600}
    assert stat.S_IMODE(done.folder.stat().st_mode) == 0o700
    last = "SELECT kind, actor_id FROM access_event ORDER BY position DESC LIMIT 1"
    assert module_database.superuser(last).strip() == f"ledger.exported\t{desk.operator.id}"


def test_an_export_overwrites_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "something").touch()

    with pytest.raises(FolderInUse):
        actions.export(folder=tmp_path, by=desk.operator, at=desk.now)


def test_signing_again_changes_nothing(desk: Desk) -> None:
    signed = actions.sign_heads(at=desk.now)

    assert actions.sign_heads(at=desk.now + timedelta(hours=1)) == signed


def test_a_sign_in_comes_under_a_signed_head_without_a_statement(desk: Desk) -> None:
    before = actions.sign_heads(at=desk.now)
    access.sign_in_recorded(actor=None, name="nobody", at=desk.now)

    after = actions.sign_heads(at=desk.now)

    assert before is not None and after is not None
    assert (after.head.size, after.head.access_size) == (before.head.size, before.head.access_size + 1)
