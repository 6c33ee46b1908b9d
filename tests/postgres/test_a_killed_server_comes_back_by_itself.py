from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from homeward import postgres
from homeward.postgres import locks

pytestmark = pytest.mark.long


@pytest.mark.parametrize("victim", ["the postmaster", "all of it"])
def test_what_was_committed_is_there_after_kill_9(server: postgres.Server, victim: str) -> None:
    server.psql("CREATE TABLE kept AS SELECT 1 AS it", database="homeward", role="homeward_migrator")

    _kill(server, whole=victim == "all of it")
    again = postgres.ensure(server.named.parent)

    assert again.started
    assert again.psql("SELECT it FROM kept", database="homeward", role="homeward_migrator") == "1\n"


def test_a_lock_that_names_another_living_process_is_stale(server: postgres.Server) -> None:
    _kill(server, whole=True)
    lock = server.folder / "postmaster.pid"
    lines = lock.read_text().splitlines()
    lock.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    for socket_lock in server.sockets.glob(".s.PGSQL.*.lock"):
        socket_lock.write_text(lock.read_text())

    again = postgres.start(server.named.parent)

    assert again.started
    assert again.psql("SELECT 1") == "1\n"


def test_the_lock_stays_while_a_child_still_writes(server: postgres.Server) -> None:
    lock = server.folder / "postmaster.pid"

    locks.clear_stale(server.folder, server.sockets, patience=0.2)

    assert lock.exists()
    assert server.psql("SELECT 1") == "1\n"


def test_a_torn_lock_is_no_server(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text("not a number")

    assert locks.running(tmp_path) is None


def _kill(server: postgres.Server, *, whole: bool) -> None:
    held = locks.running(server.folder)
    assert held is not None
    victims = [pid for pid in locks._pids() if locks._serves(pid, server.folder)] if whole else [held.pid]
    for pid in victims:
        os.kill(pid, signal.SIGKILL)
    until = time.monotonic() + 10
    while locks.running(server.folder) is not None and time.monotonic() < until:
        time.sleep(0.01)
