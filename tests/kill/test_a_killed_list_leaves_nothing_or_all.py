"""Two kills of a list of a few thousand rows; `make kill-lists` does forty of a hundred thousand."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import TOP

pytestmark = pytest.mark.long


def test_the_worker_killed_and_the_whole_server_killed() -> None:
    words = ["--lists", "--kills", "2", "--statements", "2500", "--seed", "5", "--again", "1"]

    done = subprocess.run(
        [sys.executable, "-m", "tests.kill", *words], cwd=TOP, capture_output=True, text=True, check=False
    )

    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kills, 0 not ok" in done.stdout
