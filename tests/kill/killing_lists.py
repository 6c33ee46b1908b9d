"""Kill -9 of a worker that takes a list in, or of the whole database under it, and what is there afterwards.

Nobody helps: the next worker finds the job of the one that is gone and does it; the file was kept before. A kill leaves no
version or a whole one: every row stored once or set aside once, under a root that holds. The search for who is one with whom,
a job of its own that writes nothing but working tables, is not set off, so that the kills fall into the list.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
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
from tests.kill.killing import Field

SILENCED = (
    "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour';"
    " UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"
)
LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'lists.read' AND status IN ('todo', 'doing')"


class ListField(Field):
    """A private desk with a large list that a person decided to take in: it waits for the worker."""

    work = "list"
    held = (
        "SELECT (SELECT count(*) FROM lists_row), (SELECT count(*) FROM lists_setaside), (SELECT count(*) FROM people_record),"
        " (SELECT count(*) FROM people_person), (SELECT count(*) FROM lists_version), (SELECT count(*) FROM lists_reading)"
    )
    doubled = (
        "SELECT (SELECT count(*) - count(DISTINCT (version_id, sheet, number)) FROM lists_row)"
        " + (SELECT count(*) - count(DISTINCT record_id) FROM lists_row)"
        " + (SELECT count(*) - count(DISTINCT (statement_id, number)) FROM people_record)"
        " + (SELECT count(*) FROM lists_row r LEFT JOIN people_record p ON p.id = r.record_id WHERE p.id IS NULL)"
    )

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.length, self.rows = folder, 0.0, rows
        settings.LEDGER_REACTIONS = [
            each for each in settings.LEDGER_REACTIONS if each != "homeward.matching.reactions"
        ]
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
        """A process that does `homeward worker --once`, as if the time had passed after which a silent one is gone."""
        self.sql(SILENCED)
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

    def is_whole_or_nothing(self, whole: str) -> bool:
        """As for a load; and where nothing is there, a job still waits to bring it."""
        return super().is_whole_or_nothing(whole) and (self.sql(self.held) == whole or self.sql(LEFT) != "0")
