"""What was received, read and confirmed is proved with all the rest: by replay, by the desk, by a program of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import ledger_verifier
from homeward.ledger import actions
from homeward.ledger.models import Statement
from homeward.reading.projection import TABLES
from tests.apps.ledger.desks import worked_at
from tests.cast import Desk
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    desk = worked_at(events=1)
    actions.sign_heads(at=desk.now)
    return desk


def dumped(database: Database, table: str) -> str:
    return database.superuser(f"SELECT t::text FROM {table} t ORDER BY t::text")


def test_replay_finds_papers_and_appearances_as_the_ledger_says(desk: Desk, module_database: Database) -> None:
    done = actions.replay(check=True)

    assert done.ok, done.difference
    for table in TABLES:
        assert done.rows[table] == len(dumped(module_database, table).splitlines()) > 0


def test_replay_names_a_paper_that_was_tampered_with(desk: Desk, module_database: Database) -> None:
    module_database.superuser("UPDATE reading_paper SET title = title || '!' WHERE title LIKE 'Переправа%'")

    done = actions.replay(check=True)

    assert not done.ok
    assert "reading_paper" in str(done.difference)
    assert actions.replay(check=False).ok
    assert actions.replay(check=True).ok


def test_the_tables_made_again_are_the_same_to_the_letter(desk: Desk, module_database: Database) -> None:
    before = [dumped(module_database, table) for table in TABLES]

    assert actions.replay(check=False).ok

    assert [dumped(module_database, table) for table in TABLES] == before


def test_the_verifier_proves_an_export_with_papers_of_a_feed_and_confirmed_readings(desk: Desk, tmp_path: Path) -> None:
    actions.export(folder=tmp_path / "export", by=desk.operator, at=desk.now)

    report = ledger_verifier.verify(tmp_path / "export")

    assert report.ok, report.as_text()
    with desk.acting():
        kinds = list(Statement.objects.values_list("kind", flat=True))
    assert kinds.count("done.reading_confirmed") == 2
    text = (tmp_path / "export" / "statements.tsv").read_text()
    assert all(f'"part":{part}' in text for part in (0, 1, 2))


def test_the_desk_proves_itself(desk: Desk) -> None:
    report = actions.verify()

    assert report.ok, report.as_text()
