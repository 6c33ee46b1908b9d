"""homeward demo: from nothing to a picture and an address; the second run takes what is there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward import postgres
from tests.doors.cli.conftest import Done, process
from tests.grounds.databases import room_for_a_cluster

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def home() -> Iterator[dict[str, str]]:
    """The variables of somebody with an empty home and no database."""
    with room_for_a_cluster() as folder:
        ours = {k: v for k, v in os.environ.items() if k != "DATABASE_URL" and not k.startswith("HOMEWARD_")}
        environment = {**ours, "HOME": str(folder), "HOMEWARD_DATA": str(folder / "desk")}
        yield environment
        postgres.remove(postgres.start(folder / "desk"))


@pytest.fixture(scope="module")
def first(home: dict[str, str]) -> Done:
    return process("demo", "--no-serve", environment=home)


def test_one_command_shows_the_picture(first: Done) -> None:
    assert first.code == 0
    assert first.out.startswith("Gaza, to 4 November 2023")
    assert "possible: 8" in first.out and "s02#2 is part of s02#1" in first.out
    assert "Loaded the demonstration case" in first.err


def test_a_second_run_finds_it_and_serves_it(first: Done, home: dict[str, str]) -> None:
    command = [sys.executable, "-m", "homeward.cli", "demo", "--port", "0"]
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=home, start_new_session=True, **said) as served:
        assert served.stdout and served.stderr
        (patience := threading.Timer(180, served.kill)).start()
        told = ""
        while "The desk is open at" not in told and (line := served.stdout.readline()):
            told += line
        address = re.search(r"open at (http://127\.0\.0\.1:\d+/)", told)
        patience.cancel()
        assert address, told + served.stderr.read()
        status = _status(address[1])
        os.killpg(served.pid, signal.SIGINT)  # Ctrl-C on a terminal is for every process of its group
        served.wait(30)

    assert status < 500
    assert re.search(r"Sign in as demo with the password \S{15,}", told)


def test_its_password_is_for_its_owner_alone(first: Done, home: dict[str, str]) -> None:
    (note,) = Path(home["HOMEWARD_DATA"]).glob("*.sign-in")

    assert note.stat().st_mode & 0o077 == 0


def test_the_ledger_of_the_demonstration_is_proved(first: Done, home: dict[str, str]) -> None:
    assert process("ledger", "verify", environment=home).code == 0
    assert process("ledger", "replay", "--check", environment=home).code == 0


def test_a_backup_of_it_is_restored_and_proved_elsewhere(first: Done, home: dict[str, str], tmp_path: Path) -> None:
    process("backup", str(tmp_path / "data"), "--keys-to", str(tmp_path / "keys"), environment=home)
    with room_for_a_cluster() as folder:
        there = {**home, "HOMEWARD_DATA": str(folder)}
        done = process("restore", str(tmp_path / "data"), "--keys-from", str(tmp_path / "keys"), environment=there)
        again = process("restore", str(tmp_path / "data"), environment=there)
        shown = process("brief", "--case", "gaza_2023_11", environment=there)
        postgres.remove(postgres.start(folder))

    assert done.code == 0 and "nothing was changed" in done.out
    assert again.code == 1
    assert "possible: 8" in shown.out


def test_starting_over_throws_nothing_else_away(first: Done, home: dict[str, str]) -> None:
    process("case", "open", "north", "--title", "North", "--zone", "Europe/Oslo", environment=home)

    done = process("demo", "--no-serve", "--fresh", environment=home)

    assert done.code == 1
    assert "holds more than the demonstration" in done.err
    assert "north" in process("case", "list", environment=home).out


def test_it_leaves_a_named_database_alone(home: dict[str, str]) -> None:
    done = process("demo", environment={**home, "DATABASE_URL": "postgresql://homeward_app@db.example/homeward"})

    assert done.code == 1
    assert "DATABASE_URL" in done.err


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as answer:
        return answer.code
