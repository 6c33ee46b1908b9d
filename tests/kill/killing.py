"""Kill -9 of a loading client, or of the whole database under it, and what is there afterwards.

Nobody helps: the next connection starts the server again, and the load is simply repeated. Runs in a process of its own
(`python -m tests.kill`), since it sets Django up on a desk of its own.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random

from django.db import connections, transaction

from bench import generate
from homeward import postgres
from homeward.access import actions as access
from homeward.cli.commands import app
from homeward.cli.preparing import prepare
from homeward.ledger import actions
from homeward.postgres import locks

BUSY = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'homeward_app'"
HEADER = " no  victim      moment  work    answers       left      again  twice"


class Victim(StrEnum):
    CLIENT = "client"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Round:
    """One kill: whom, how many seconds into the work, what was left, and what was added when it was done again."""

    number: int
    victim: Victim
    at: float
    ended: bool
    up_again: float
    left: int
    again: int | None
    doubled: int
    ok: bool

    def __str__(self) -> str:
        again = "-" if self.again is None else f"{self.again:,}"
        words = (
            f"{self.number:3}", f"{self.victim:6}", f"{self.at:7.2f} s", "after " if self.ended else "during",
            f"{self.up_again:6.2f} s", f"{self.left:9,}", f"{again:>9}", f"{self.doubled:5}",
            "ok" if self.ok else "NOT OK",
        )  # fmt: skip
        return "  ".join(words)


class Field:
    """The desk that this process is set up on: a private database made to last, and one case file to load."""

    work = "load"
    held = (
        "SELECT (SELECT count(*) FROM ledger_statement), (SELECT count(*) FROM ledger_figure),"
        " (SELECT count(*) FROM ledger_head WHERE size > 0)"
    )
    """What is counted, that which is told first: all of it, or none."""
    doubled = "SELECT count(*) - count(DISTINCT (case_id, ref, kind, text)) FROM ledger_statement"

    def __init__(self, folder: Path, statements: int) -> None:
        self.folder, self.file, self.length = folder, folder / "case.json", 0.0
        self.file.write_bytes(generate.case(seed=1, size=generate.Size(statements=statements)))
        prepare()
        with transaction.atomic():
            access.open_desk(at=datetime.now(UTC))
        connections.close_all()
        self.server = postgres.start(folder)
        self.server.psql("CREATE DATABASE homeward_empty TEMPLATE homeward")

    def emptied(self) -> None:
        """The desk as it was before anything was loaded."""
        connections.close_all()
        self.server.psql(
            """
            DROP DATABASE homeward WITH (FORCE);
            CREATE DATABASE homeward OWNER homeward_migrator TEMPLATE homeward_empty;
            REVOKE ALL ON DATABASE homeward FROM PUBLIC;
            GRANT CONNECT ON DATABASE homeward TO homeward_app, homeward_projector, homeward_verifier;
            GRANT TEMPORARY ON DATABASE homeward TO homeward_projector;
            """
        )

    def sql(self, question: str) -> str:
        return self.server.psql(question, database="homeward").strip()

    def load(self) -> int:
        """Let the work through; gives how much it added, and draws the next moments over its length."""
        before, began = self.counted(), time.monotonic()
        os.waitpid(self.client(), 0)
        added = self.counted() - before
        if added:
            self.length = time.monotonic() - began
        return added

    def counted(self) -> int:
        return int(self.sql(self.held).split()[0])

    def is_whole_or_nothing(self, whole: str) -> bool:
        """Whether a kill left all of it or nothing, under a ledger that verifies and tables that replay makes again."""
        held = self.sql(self.held)
        return (held == whole or not any(map(int, held.split()))) and actions.verify().ok and actions.replay().ok

    def client(self) -> int:
        """A process that does `homeward case load FILE`; gives its number."""
        connections.close_all()
        sys.stdout.flush()
        child = os.fork()
        if child:
            return child
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
            os.dup2(nowhere.fileno(), 2)
            with suppress(BaseException):
                app(["case", "load", str(self.file), "--accept-warnings"], standalone_mode=False)
        os._exit(0)

    def kill_server(self) -> None:
        """Every process of the server, the postmaster first."""
        running = locks.running(self.server.folder)
        serving = [pid for pid in locks._pids() if locks._serves(pid, self.server.folder)]
        for pid in sorted(serving, key=lambda pid: running is None or pid != running.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while locks.running(self.server.folder) is not None:
            time.sleep(0.01)

    def answers(self) -> None:
        """Until a question is answered; the connection is had as any command of the desk gets one."""
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT 1")
        connections.close_all()

    def settled(self) -> None:
        """Until the server has noticed that its client is gone."""
        until = time.monotonic() + 300
        while self.sql(BUSY) != "0" and time.monotonic() < until:
            time.sleep(0.1)


def rounds(field: Field, *, kills: int, seed: int, again_every: int) -> Iterator[Round]:
    """Kill as often as asked, client and server in turn, at moments drawn over the whole length of the work.

    What a kill left is what the next one finds; every so often one is let through and must bring exactly all.
    """
    chance = Random(seed)
    assert field.load(), f"the {field.work} itself does not go through"
    whole = field.sql(field.held)
    print(f"one {field.work} undisturbed: {field.length:.1f} s, {', '.join(whole.split())}: {field.held}")
    print(HEADER, flush=True)
    field.emptied()
    for number in range(1, kills + 1):
        victim = Victim.CLIENT if number % 2 else Victim.SERVER
        let_through = number % again_every == 0 or number == kills
        done = _round(field, number, victim, chance.uniform(0, field.length), whole, let_through=let_through)
        yield done
        if done.again is not None:
            field.emptied()


def _round(field: Field, number: int, victim: Victim, at: float, whole: str, *, let_through: bool) -> Round:
    child = field.client()
    time.sleep(at)
    ended, _ = os.waitpid(child, os.WNOHANG)
    began = time.monotonic()
    if victim is Victim.SERVER:
        field.kill_server()
    elif not ended:
        os.kill(child, signal.SIGKILL)
    if not ended:
        # A worker outlives its server, and would wait for the next.
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    field.answers()
    up_again = time.monotonic() - began
    field.settled()
    held = field.sql(field.held)
    ok = field.is_whole_or_nothing(whole)
    again = None
    if let_through or held == whole:
        again = field.load()
        ok = ok and field.sql(field.held) == whole and field.is_whole_or_nothing(whole)
    doubled, left = int(field.sql(field.doubled)), int(held.split()[0])
    return Round(number, victim, at, bool(ended), up_again, left, again, doubled, ok and doubled == 0)
