"""The programs that copy a database out and in, of a version that understands the server's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from homeward.postgres import binaries
from homeward.refusals import Refused


class NoProgram(Refused):
    """A program of PostgreSQL that is needed was not found in a version that is new enough."""


def program(name: str, *, least: int) -> Path:
    """The program of this name whose major version is the oldest that is not older than `least`.

    Looked for in HOMEWARD_PG_BIN, the embedded wheel, the system's own folders and on the PATH. The nearest version is
    taken because a newer one may write what an older server does not read.
    """
    found = [(major, path) for path in _places(name) if (major := _major(path)) is not None and major >= least]
    if not found:
        raise NoProgram(where=f"{name} {least} or later", instead="Install the package postgresql-client.")
    return min(found, key=lambda one: one[0])[1]


def _places(name: str) -> Iterator[Path]:
    named = os.environ.get("HOMEWARD_PG_BIN")
    folders = [Path(named)] if named else []
    for folder in (*folders, *binaries._wheel(), *binaries._system()):
        if (folder / name).exists():
            yield folder / name
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)


def _major(path: Path) -> int | None:
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\s(\d+)[.a-z]", said)
    return int(number[1]) if number else None
