"""Start a private server on a folder, whatever state the last one left it in."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from homeward.postgres import admission, binaries, locks, places, roles
from homeward.postgres.accounts import Account, run, server_account
from homeward.postgres.binaries import Binaries
from homeward.postgres.server import Server
from homeward.refusals import Refused

TRIES = 8
RECOVERY = ("-w", "-t", "600")  # after a crash it first makes good what was under way


class CouldNotStart(Refused):
    """PostgreSQL did not start."""


class OtherPurpose(Refused):
    """A cluster made for tests may lose in a crash what one made to last keeps: they don't change places."""


def start(folder: Path, *, test: bool = False) -> Server:
    """The private server of this folder, started now unless it runs; `test` trades safety in a crash for speed.

    Raises a Refused when no PostgreSQL or no account for it is found, when a folder belongs to somebody else, or
    when the server does not come up.
    """
    folder = folder.absolute()
    found = binaries.find()
    account = server_account(folder / f"postgres-{found.major}")
    cluster = places.cluster_folder(folder, found.major, account)
    programs = binaries.reachable(found, account)
    with locks.one_at_a_time(folder, f"postgres-{found.major}"):
        if not (cluster / "PG_VERSION").exists():
            _found(cluster, programs, account, test=test)
        elif admission.for_tests(cluster) is not test:
            raise OtherPurpose(where=str(cluster), instead="Take another folder.")
        return _come_up(folder, cluster.resolve(), programs, account, test=test)


def ensure(folder: Path, *, database: str = "homeward", test: bool = False) -> Server:
    """The private server of this folder, running, with the roles of the desk and this database in it."""
    server = start(folder, test=test)
    with locks.one_at_a_time(folder, f"postgres-{server.binaries.major}"):
        roles.make(server, database)
    return server


def stop(folder: Path) -> bool:
    """Stop the private server of this folder, if it runs; whether it did. Starts nothing to find out."""
    folder = folder.absolute()
    found = binaries.find()
    named = folder / f"postgres-{found.major}"
    account = server_account(named)
    cluster = places.cluster_folder(folder, found.major, account).resolve()
    runs = locks.running(cluster)
    if runs is None:
        return False
    Server(named, cluster, runs.sockets, binaries.reachable(found, account), account).stop()
    return True


def remove(server: Server) -> None:
    """Stop the server and take away its cluster with all that is in it; there is no way back."""
    server.stop(at_once=True)
    shutil.rmtree(server.folder)
    shutil.rmtree(server.sockets, ignore_errors=True)
    if server.named.is_symlink():
        server.named.unlink()
        server.folder.parent.rmdir()


def _found(cluster: Path, programs: Binaries, account: Account, *, test: bool) -> None:
    places.claim(cluster, account)
    command: list[str | Path] = [programs / "initdb", "-D", cluster, "-U", admission.BOOTSTRAP, "-k", "--auth=peer"]
    command += ["-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", *(["--no-sync"] if test else [])]
    done = run(account, *command)
    if done.returncode:
        raise CouldNotStart(f"PostgreSQL's initdb failed:\n{done.stdout.strip()}", where=str(cluster))


def _come_up(folder: Path, cluster: Path, programs: Binaries, account: Account, *, test: bool) -> Server:
    named = folder / f"postgres-{programs.major}"
    runs = locks.running(cluster)
    if runs is not None and runs.ready:
        server = Server(named, cluster, runs.sockets, programs, account)
        if admission.write(cluster, runs.sockets, account, test=test):
            run(account, programs / "pg_ctl", "-D", cluster, "reload")
        return server
    sockets = runs.sockets if runs else places.socket_folder(cluster, account)
    places.claim(sockets, account)
    admission.write(cluster, sockets, account, test=test)
    said = ""
    for attempt in range(TRIES):
        if locks.running(cluster) is None:
            locks.clear_stale(cluster, sockets)
            said = run(
                account, programs / "pg_ctl", "-D", cluster, *RECOVERY, "-l", cluster / "start.log", "start"
            ).stdout
        runs = locks.wait_until_ready(cluster)
        if runs is not None:
            return Server(named, cluster, runs.sockets, programs, account, started=True)
        time.sleep(0.5 * (attempt + 1))  # after a hard kill the old children need a moment to go
    raise CouldNotStart(
        f"PostgreSQL did not start after {TRIES} tries: {said.strip()}\n{_last_words(cluster / 'start.log')}",
        where=str(cluster),
    )


def _last_words(log: Path) -> str:
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-10:])
    except OSError:
        return ""
