"""Two kills of a small load; `make kill` does forty of a hundred thousand statements."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import TOP

pytestmark = pytest.mark.long


def test_the_client_killed_and_the_whole_server_killed() -> None:
    words = [sys.executable, "-m", "tests.kill", "--kills", "2", "--statements", "3000", "--seed", "5", "--again", "1"]

    done = subprocess.run(words, cwd=TOP, capture_output=True, text=True, check=False)

    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kills, 0 not ok" in done.stdout
