"""Of two starts at once one waits for the other, and no process that was forked meanwhile keeps both out."""

from __future__ import annotations

import fcntl
import os
import signal
import threading
from pathlib import Path

from homeward.postgres import locks


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with locks.one_at_a_time(tmp_path, "desk"):
            order.append("second")

    with locks.one_at_a_time(tmp_path, "desk"):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.2)
        order.append("first")
    waiting.join(10)

    assert order == ["first", "second"]


def test_a_process_forked_meanwhile_does_not_keep_the_lock(tmp_path: Path) -> None:
    with locks.one_at_a_time(tmp_path, "desk"):
        child = os.fork()
        if child == 0:
            signal.pause()
            os._exit(0)

    try:
        handle = os.open(tmp_path / ".desk.lock", os.O_RDWR)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)  # BlockingIOError, were it held
        os.close(handle)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
