"""Commands as tests give them: most within this process, some as a real one."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
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
    # All commands are put together once: a third of a second, which the runner's own way takes anew for each.
    commands, runner = get_command(app), CliRunner()

    def run(*words: str, columns: int = 100, given: bytes | None = None) -> Done:
        code: object = 0
        with runner.isolation(input=given, env={"COLUMNS": str(columns)}) as (out, err, _both):
            try:
                commands.main(args=list(words), prog_name="homeward")
            except SystemExit as ended:
                code = ended.code or 0
            except Exception:  # a fault of the desk: it ends as a process would, and tests that it does not
                traceback.print_exc()
                code = 1
            sys.stdout.flush()
            sys.stderr.flush()
            return Done(code if isinstance(code, int) else 1, *(told.getvalue().decode() for told in (out, err)))

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
