"""What is not done is told on standard error with every fault and its place, exit code 1, and never as a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cast import Desk, case_of, figure
from tests.doors.cli.conftest import Command, process
from tests.grounds.databases import Database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "case.json"


def test_all_faults_of_a_file_come_in_one_answer_and_nothing_is_stored(
    desk: Desk, homeward: Command, file: Path
) -> None:
    faulty = case_of({"figures": [figure("held", "guests", "range", 9, 3)], "colour": "red"}, {"said_on": "2026-02-31"})
    file.write_text(json.dumps(faulty))

    done = homeward("case", "load", str(file))

    assert (done.code, done.out) == (1, "")
    assert "statements[0].figures[0]" in done.err
    assert "statements[0].colour" in done.err
    assert "statements[1].said_on" in done.err
    assert homeward("case", "list", "--format", "json").document == {"cases": []}


def test_programs_get_the_refusal_as_a_document(desk: Desk, homeward: Command, file: Path) -> None:
    file.write_bytes(b'{"schema": "case/1", "schema": "case/1", "x": NaN}')

    done = homeward("case", "load", str(file), "--format", "json")

    assert done.code == 1
    assert done.document["refused"]
    assert {finding["grade"] for finding in done.document["findings"]} == {"fault"}


def test_loading_twice_changes_nothing(desk: Desk, homeward: Command, file: Path) -> None:
    file.write_text(json.dumps(case_of({"figures": [figure("held", "guests", "=", 7)]})))

    once = homeward("case", "load", str(file), "--format", "json").document
    again = homeward("case", "load", str(file), "--format", "json").document

    assert again["added"] == 0
    assert again["known"] == once["added"]


def test_a_case_comes_in_from_standard_input(desk: Desk, homeward: Command) -> None:
    done = homeward("case", "load", "-", given=json.dumps(case_of({})).encode())

    assert done.code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--as-of", "2026-01-01T12:00"], "does not say its zone"),
        (["--known-at", "yesterday"], "cannot be read as a time"),
        (["--as-of", "2026-02-31"], "2026-02-31"),
        (["--since", "2026-01-01T12:00"], "does not say its zone"),
        (["--compartment", "elsewhere"], "no such compartment"),
        (["--as", "Nobody At All"], "Nobody of that name"),
        (["--as", "system"], "Nobody of that name"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(desk: Desk, homeward: Command, words: list[str], told: str) -> None:
    desk.load(case_of({}))

    done = homeward("brief", "--case", "crossing-test", *words)

    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_name_written_nearly_right_is_helped(desk: Desk, homeward: Command) -> None:
    desk.load(case_of({}))

    assert "Perhaps: crossing-test." in homeward("brief", "--case", "crossing_test").err


def test_an_empty_case_is_opened_once(desk: Desk, homeward: Command) -> None:
    words = ("case", "open", "north", "--title", "North", "--zone", "Europe/Oslo")

    assert homeward(*words).code == 0
    assert homeward(*words).code == 1
    assert "by the clock of what was recorded" in homeward("brief", "--case", "north").out


def test_what_nobody_foresaw_has_a_reference_and_no_inside(
    lasting_desk: Desk, fresh_database: Database, homeward: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lasting_desk.load(case_of({}))
    fresh_database.superuser("ALTER TABLE ledger_series RENAME TO mislaid")
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path))

    done = homeward("brief", "--case", "crossing-test")

    (log,) = tmp_path.glob("log/*")
    assert done.code == 1
    assert "reference" in done.err and "ledger_series" not in done.err
    assert "ledger_series" in log.read_text() and log.stat().st_mode & 0o077 == 0


def test_a_reader_who_goes_away_stops_nothing(lasting_desk: Desk, fresh_database: Database) -> None:
    lasting_desk.load(case_of({}))

    done = process("brief", "--case", "crossing-test", environment=fresh_database.environment, into="| head -c 1")

    assert (done.code, done.err) == (0, "")


def test_an_answer_that_cannot_be_written_is_told(lasting_desk: Desk, fresh_database: Database) -> None:
    done = process("case", "list", environment=fresh_database.environment, into=">/dev/full")

    assert done.code == 1
    assert "cannot be written" in done.err


def test_a_database_that_does_not_answer_is_told() -> None:
    done = process(
        "case", "list", environment={**os.environ, "DATABASE_URL": "postgresql://homeward_app@127.0.0.1:1/x"}
    )

    assert done.code == 1
    assert done.err.startswith("The database does not answer.")


def test_tables_that_are_not_there_are_told(fresh_database: Database) -> None:
    fresh_database.superuser("DELETE FROM django_migrations WHERE app = 'ledger'")

    done = process("case", "list", environment=fresh_database.environment)

    assert done.code == 1
    assert "homeward prepare" in done.err
