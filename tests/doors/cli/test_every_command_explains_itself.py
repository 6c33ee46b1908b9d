"""Each command says what it does with an example, quickly, without database or settings, and so does the reference."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from homeward.cli.commands import app
from homeward.cli.reference import reference
from tests.doors.cli.conftest import TOP, Command, process

SECONDS = 0.6
"""Of processor time; a quiet machine takes a third of it."""


def paths(group: TyperGroup, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        path = (*before, name)
        yield from paths(command, path) if isinstance(command, TyperGroup) else [path]


ROOT = get_command(app)
assert isinstance(ROOT, TyperGroup)
COMMANDS = list(paths(ROOT))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_its_help_ends_with_an_example(homeward: Command, path: tuple[str, ...]) -> None:
    done = homeward(*path, "--help")

    assert done.code == 0
    assert f"homeward {' '.join(path)}" in done.out.partition("Example: ")[2]


def test_help_needs_neither_database_nor_settings() -> None:
    nonsense = {**os.environ, "DATABASE_URL": "nonsense", "HOMEWARD_UPLOAD_MB": "nonsense"}

    done = process("brief", "--help", environment=nonsense)

    assert (done.code, done.err) == (0, "")


def test_help_comes_at_once() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    subprocess.run([sys.executable, "-m", "homeward.cli", "--help"], env=os.environ, capture_output=True, check=True)

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < SECONDS


def test_help_brings_no_framework_up() -> None:
    loaded = (
        "import sys; import homeward.cli.commands; print({'django', 'psycopg', 'granian', 'rich'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "words", [["frob"], ["brief"], ["brief", "--case", "x", "--clock", "sundial"], ["case", "load"]]
)
def test_wrong_usage_is_told_with_exit_code_2(homeward: Command, words: list[str]) -> None:
    done = homeward(*words)

    assert done.code == 2
    assert "Error: " in done.err and not done.out


def test_the_reference_is_what_the_commands_say() -> None:
    written = (TOP / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")

    assert written == reference(), "write it anew: python -m homeward.cli.reference > docs/reference/cli.md"
