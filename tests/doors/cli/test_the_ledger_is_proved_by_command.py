"""homeward ledger: a head to keep, a verification, a replay, an export; exit code 3 when they find something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from homeward.seals import tree
from tests.cast import Desk, case_of, figure
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = case_of({"figures": [figure("held", "guests", "=", 7)]}, {"text": "the lantern is lit"})


@pytest.fixture
def told(lasting_desk: Desk) -> Desk:
    lasting_desk.load(CASE)
    return lasting_desk


def test_a_kept_head_proves_what_came_before_it(told: Desk, homeward: Command, tmp_path: Path) -> None:
    head = tmp_path / "head.json"
    head.write_text(homeward("ledger", "head").out)
    told.load(case_of({}, slug="a-later-case"))

    done = homeward("ledger", "verify", "--head", str(head))

    assert done.code == 0
    assert "nothing was changed" in done.out


def test_a_changed_byte_is_found_with_exit_code_3(told: Desk, fresh_database: Database, homeward: Command) -> None:
    homeward("ledger", "head")
    fresh_database.superuser(
        "ALTER TABLE ledger_statement DISABLE TRIGGER USER;"
        "UPDATE ledger_statement SET entry = replace(entry, 'lantern', 'lampion') WHERE entry LIKE '%lantern%'"
    )

    done = homeward("ledger", "verify", "--format", "json")

    assert done.code == 3
    assert done.document["ok"] is False
    assert {finding["file"] for finding in done.document["findings"]} >= {"statements.tsv"}


def test_tables_that_say_otherwise_are_found_with_exit_code_3(
    told: Desk, fresh_database: Database, homeward: Command
) -> None:
    assert homeward("ledger", "replay", "--check").code == 0
    fresh_database.superuser("UPDATE ledger_figure SET lo = 8 WHERE lo = 7")

    done = homeward("ledger", "replay", "--check")
    mended = homeward("ledger", "replay")
    again = homeward("ledger", "replay", "--check", "--format", "json")

    assert done.code == 3
    assert "ledger_figure" in done.out
    assert (mended.code, again.code) == (0, 0)
    assert again.document["ok"] is True


def test_an_export_is_proved_without_the_database(told: Desk, homeward: Command, tmp_path: Path) -> None:
    folder = tmp_path / "export"

    assert homeward("ledger", "export", str(folder)).code == 0
    assert homeward("ledger", "verify", "--export", str(folder)).code == 0
    (folder / "statements.tsv").write_bytes((folder / "statements.tsv").read_bytes().replace(b"lantern", b"lampion"))
    assert homeward("ledger", "verify", "--export", str(folder)).code == 3
    assert homeward("ledger", "export", str(folder)).code == 1


def test_no_head_is_told_when_the_file_holds_none(told: Desk, homeward: Command, tmp_path: Path) -> None:
    (tmp_path / "head.json").write_text("{}")

    assert homeward("ledger", "verify", "--head", str(tmp_path / "head.json")).code == 1


def test_a_backup_leaves_the_keys_out_unless_asked(told: Desk, homeward: Command, tmp_path: Path) -> None:
    alone = homeward("backup", str(tmp_path / "alone"), "--format", "json")
    both = homeward("backup", str(tmp_path / "data"), "--keys-to", str(tmp_path / "keys"))

    assert alone.document["keys_to"] is None and alone.document["statements"] > 0
    assert not list((tmp_path / "data").glob("*.key")) and list((tmp_path / "keys").glob("*.key"))
    assert both.code == 0


def test_one_statement_is_proved_to_stand_under_the_signed_head(told: Desk, homeward: Command) -> None:
    head = json.loads(homeward("ledger", "head").out)

    proof = homeward("ledger", "prove", "s2", "--case", "crossing-test", "--format", "json").document
    entry = proof["entry"]
    leaf = tree.leaf_hash(bytes.fromhex(proof["salt"]), proof["position"], proof["recorded_us"], entry)
    path = [bytes.fromhex(step) for step in proof["path"]]

    assert proof["ok"] is True
    assert "the lantern is lit" in entry
    assert proof["signed_head"] == head
    root = bytes.fromhex(head["head"]["root"])
    assert tree.verify_inclusion(leaf, proof["position"] - 1, head["head"]["size"], path, root)


def test_a_statement_that_no_head_holds_yet_waits_for_one(told: Desk, homeward: Command) -> None:
    homeward("ledger", "head")
    told.load(case_of({"text": "the late one"}, slug="a-later-case"))

    refused = homeward("ledger", "prove", "s1", "--case", "a-later-case")

    assert refused.code == 1
    assert "homeward ledger head" in refused.err


def test_a_changed_statement_is_not_proved(told: Desk, fresh_database: Database, homeward: Command) -> None:
    homeward("ledger", "head")
    fresh_database.superuser(
        "ALTER TABLE ledger_statement DISABLE TRIGGER USER;"
        "UPDATE ledger_statement SET entry = replace(entry, 'lantern', 'lampion') WHERE entry LIKE '%lantern%'"
    )

    assert homeward("ledger", "prove", "s2", "--case", "crossing-test").code == 3
