"""A server that runs: how to reach it, ask it as its superuser, and stop it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from homeward.postgres import locks
from homeward.postgres.accounts import Account, invoker, run
from homeward.postgres.admission import BOOTSTRAP
from homeward.postgres.binaries import Binaries
from homeward.refusals import Refused


class CommandFailed(Refused):
    """A program of PostgreSQL did not do what was asked."""


@dataclass(frozen=True, slots=True)
class Server:
    """A private PostgreSQL: its cluster's folder, the folder of its socket, its programs, and whose process it is.

    `named` is the cluster's name in the desk's folder: the folder itself, or a link where the account may not enter.
    `started` says whether this call started it, or found it running.
    """

    named: Path
    folder: Path
    sockets: Path
    binaries: Binaries
    account: Account
    started: bool = False

    def url(self, role: str = "homeward_app", database: str = "homeward") -> str:
        """A libpq address of this server."""
        return f"postgresql://{quote(role)}@/{quote(database)}?host={quote(str(self.sockets), safe='')}"

    def running(self) -> bool:
        """Whether the server takes connections now."""
        found = locks.running(self.folder)
        return found is not None and found.ready

    def psql(
        self, sql: str, *, role: str = BOOTSTRAP, database: str = "postgres", variables: Mapping[str, str] | None = None
    ) -> str:
        """Run a psql script to its end or refuse at its first error; answers are rows of tab-separated values."""
        given = [f"--set={name}={value}" for name, value in (variables or {}).items()]
        command: list[str | Path] = [
            self.binaries / "psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-F\t",
            "-v",
            "ON_ERROR_STOP=1",
            *given,
        ]
        done = run(invoker(), *command, self.url(role, database), feed=sql)
        if done.returncode:
            raise CommandFailed(
                done.stdout.strip() or f"psql ended with status {done.returncode}.", where=f"psql {database}"
            )
        return done.stdout

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server if it runs, rolling back what is open; `at_once` leaves the cleaning up to the next start."""
        if locks.running(self.folder) is None:
            return
        mode = "immediate" if at_once else "fast"
        done = run(self.account, self.binaries / "pg_ctl", "-D", self.folder, "-m", mode, "-w", "-t", "60", "stop")
        if done.returncode and locks.running(self.folder) is not None:
            raise CommandFailed(done.stdout.strip(), where=f"pg_ctl stop {self.folder}")
