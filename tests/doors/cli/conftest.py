"""Commands as tests give them: most within this process, some as a real one."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from homeward.cli.commands import app
from tests.cast import Desk, opened
from tests.grounds.databases import Database

TOP = Path(__file__).resolve().parents[3]
GAZA = TOP / "examples" / "gaza_2023_11" / "case.json"


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: its exit code, its answer, what it said beside it."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document that was the answer."""
        return json.loads(self.out)


Command = Callable[..., Done]


@pytest.fixture(scope="session")
def homeward() -> Command:
    """Run a command within this process, on whatever database the test stands on."""

    def run(*words: str, columns: int = 100, given: bytes | None = None) -> Done:
        ended = CliRunner().invoke(app, list(words), input=given, env={"COLUMNS": str(columns)}, prog_name="homeward")
        return Done(ended.exit_code, ended.stdout, ended.stderr)

    return run


def process(*words: str, environment: dict[str, str] | None = None, into: str = "") -> Done:
    """Run a command as a process of its own, as whoever types it does; `into` is where a shell leads its answer."""
    command = shlex.join([sys.executable, "-m", "homeward.cli", *words])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} {into}"],
        env=environment or dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def gaza(module_database: Database) -> Desk:
    """A desk that holds the demonstration case; tests of one module share it and only ask."""
    desk = opened()
    desk.load(GAZA, accept_warnings=True)
    return desk
