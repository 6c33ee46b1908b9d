"""Who holds a cluster: the process itself is looked at, since after a hard kill its lock file still names it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A server that runs on a cluster: its process, the folder of its socket, and whether it takes connections."""

    pid: int
    sockets: Path
    ready: bool


def running(cluster: Path) -> Postmaster | None:
    """The server that runs on this cluster now, if one does."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        pid = int(lines[0])
    except (OSError, ValueError, IndexError):
        return None
    if not _serves(pid, cluster):
        return None
    sockets = Path(lines[4]) if len(lines) > 4 else Path()
    ready = len(lines) > 7 and lines[7].strip() == "ready"
    return Postmaster(pid, sockets, ready)


def wait_until_ready(cluster: Path, *, seconds: float = 600.0) -> Postmaster | None:
    """The server of this cluster once it takes connections; none if there is none, or it ends meanwhile."""
    until = time.monotonic() + seconds
    while (runs := running(cluster)) is not None and not runs.ready and time.monotonic() < until:
        time.sleep(0.05)
    return runs if runs is not None and runs.ready else None


def clear_stale(cluster: Path, sockets: Path, *, patience: float = 10.0) -> None:
    """Take away the lock files of a server that was killed, once its last child has let go of the cluster.

    The children of a killed server see its death and go by themselves; `patience` is how many seconds they get. While
    one is left the lock stays, so that no second server can write beside it.
    """
    until = time.monotonic() + patience
    while any(_serves(pid, cluster) for pid in _pids()):
        if time.monotonic() > until:
            return
        time.sleep(0.1)
    (cluster / "postmaster.pid").unlink(missing_ok=True)
    for left in sockets.glob(".s.PGSQL.*"):
        left.unlink(missing_ok=True)


@contextmanager
def one_at_a_time(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder's own lock, so that of two starts at once the second finds what the first made."""
    handle = os.open(folder / f".{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        # Let go by word: a process forked meanwhile has this handle too, and closing ours alone would leave the lock with it.
        fcntl.flock(handle, fcntl.LOCK_UN)
        os.close(handle)


def _serves(pid: int, cluster: Path) -> bool:
    """Whether this process is a living part of a server on this cluster: a zombie or a reused number is not."""
    process = PROCESSES / str(pid)
    try:
        name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
    except OSError:
        return False
    if not name.startswith("postgres") or rest.split()[0] in "ZX":
        return False
    try:
        return (process / "cwd").readlink() == cluster
    except PermissionError:  # somebody else's process; its name is all that can be seen
        return (process / "stat").stat().st_uid == cluster.stat().st_uid
    except OSError:
        return False


def _pids() -> Iterator[int]:
    for entry in PROCESSES.iterdir():
        if entry.name.isdigit():
            yield int(entry.name)
