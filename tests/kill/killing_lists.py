"""Kill -9 of a worker that takes a list in, or of the whole database under it, and what is there afterwards.

Nobody helps: the next worker finds the job of the one that is gone and does it; the file was kept before. A kill leaves no
version or a whole one: every row stored once or set aside once, under a root that holds.
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
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import connections, transaction

from bench import written
from homeward import postgres
from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.cli.commands import app
from homeward.cli.preparing import prepare
from homeward.ledger import actions as ledger
from homeward.ledger.queries import cases
from homeward.lists import actions
from tests.kill.killing import Field, Victim

HELD = (
    "SELECT (SELECT count(*) FROM lists_row), (SELECT count(*) FROM lists_setaside), (SELECT count(*) FROM people_record),"
    " (SELECT count(*) FROM people_person), (SELECT count(*) FROM lists_version), (SELECT count(*) FROM lists_reading)"
)
NOTHING = "0\t0\t0\t0\t0\t0"
DOUBLED = (
    "SELECT (SELECT count(*) - count(DISTINCT (version_id, sheet, number)) FROM lists_row)"
    " + (SELECT count(*) - count(DISTINCT record_id) FROM lists_row)"
    " + (SELECT count(*) - count(DISTINCT (statement_id, number)) FROM people_record)"
    " + (SELECT count(*) FROM lists_row r LEFT JOIN people_record p ON p.id = r.record_id WHERE p.id IS NULL)"
)
SILENCED = (
    "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour';"
    " UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
)
LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'lists.read' AND status IN ('todo', 'doing')"
HEADER = " no  victim      moment  took     rows left      again  twice"


@dataclass(frozen=True, slots=True)
class Round:
    """One kill: whom, how many seconds into the work, what was left, what the next worker made of it."""

    number: int
    victim: Victim
    at: float
    ended: bool
    left: int
    again: int | None
    doubled: int
    ok: bool

    def __str__(self) -> str:
        again = "-" if self.again is None else f"{self.again:,}"
        words = (
            f"{self.number:3}", f"{self.victim:6}", f"{self.at:7.2f} s", "after " if self.ended else "during",
            f"{self.left:11,}", f"{again:>9}", f"{self.doubled:5}", "ok" if self.ok else "NOT OK",
        )  # fmt: skip
        return "  ".join(words)


class ListField(Field):
    """A private desk with a large list that a person decided to take in: it waits for the worker."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.length, self.rows = folder, 0.0, rows
        prepare()
        with transaction.atomic():
            operator, room = access.open_desk(at=datetime.now(UTC))
        self.waiting = self._waiting(operator.id, room.id)
        connections.close_all()
        self.server = postgres.start(folder)
        self.server.psql("CREATE DATABASE homeward_empty TEMPLATE homeward")

    def _waiting(self, operator: UUID, room: UUID) -> UUID:
        now = datetime.now(UTC)
        with transaction.atomic():
            access.enter(operator)
            by = access_queries.actor(operator)
            assert by is not None
            ledger.open_case(slug="kill", title="Kill", zone_name="UTC", compartment=room, by=by, at=now)
            case = cases.case("kill")
            data = written.text([*written.people(self.rows), ("", "", "1980-01-01", "", "", "X5512093", "", "", "")])
            upload = actions.receive(
                case=case, authority="The embassy", title="List", name="list.csv", data=data, by=by, at=now
            ).upload
        actions.check_as_the_desk(upload=upload, compartment=room, at=now)
        with transaction.atomic():
            access.enter(operator)
            done = actions.take_in(case=case, upload=upload, accept_warnings=True, by=by, at=now)
        assert done.state == "taking", "it is large enough to be left to the worker"
        return upload

    def emptied(self) -> None:
        """The desk as it was when the list waited for the worker."""
        super().emptied()
        # What a copied sequence gives before the next checkpoint is not logged anew, and would be given again after a crash.
        self.server.psql("CHECKPOINT")

    def client(self) -> int:
        """A process that does `homeward worker --once`; gives its number."""
        connections.close_all()
        sys.stdout.flush()
        child = os.fork()
        if child:
            return child
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
            os.dup2(nowhere.fileno(), 2)
            with suppress(BaseException):
                app(["worker", "--once"], standalone_mode=False)
        os._exit(0)

    def statements(self) -> int:
        """Rows that are stored."""
        return int(self.sql("SELECT count(*) FROM lists_row"))


def rounds(field: ListField, *, kills: int, seed: int, again_every: int) -> Iterator[Round]:
    """Kill as often as asked, worker and server in turn, at moments drawn over the whole length of the work.

    What a kill left is what the next worker finds; every so often one is let through and must bring exactly all.
    """
    chance = Random(seed)
    assert field.load(), "the list itself does not go through"
    whole = field.sql(HELD)
    print(f"one list undisturbed: {field.length:.1f} s; rows, lines, records, people, versions, readings: {whole}")
    print(HEADER, flush=True)
    field.emptied()
    for number in range(1, kills + 1):
        victim = Victim.CLIENT if number % 2 else Victim.SERVER
        let_through = number % again_every == 0 or number == kills
        done = _round(field, number, victim, chance.uniform(0, field.length), whole, let_through=let_through)
        yield done
        if done.again is not None:
            field.emptied()


def _round(field: ListField, number: int, victim: Victim, at: float, whole: str, *, let_through: bool) -> Round:
    child = field.client()
    time.sleep(at)
    ended, _ = os.waitpid(child, os.WNOHANG)
    if victim is Victim.SERVER:
        field.kill_server()
    elif not ended:
        os.kill(child, signal.SIGKILL)
    if not ended:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    field.answers()
    field.settled()
    held = field.sql(HELD)
    ok = held in (NOTHING, whole) and (held == whole or field.sql(LEFT) != "0") and ledger.verify().ok
    field.sql(SILENCED)  # as if the time had passed after which a silent worker is gone and a job is tried again
    again = None
    if let_through or held == whole:
        os.waitpid(field.client(), 0)
        again = field.statements()
        ok = ok and field.sql(HELD) == whole and field.sql(LEFT) == "0" and ledger.verify().ok and ledger.replay().ok
    doubled = int(field.sql(DOUBLED))
    return Round(number, victim, at, bool(ended), int(held.split()[0]), again, doubled, ok and doubled == 0)
