"""A paper that came in waits for the worker, who reads it and finds what it is a copy of."""

from __future__ import annotations

import subprocess
import sys

from tests.apps.reading.papers import REPORT, opened_case, received, sheet
from tests.cast import opened
from tests.grounds.databases import Database

WAITING = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'reading.read' AND status = 'todo'"
WORKER = [sys.executable, "-c", "from homeward.cli import main; main()", "worker", "--once"]


def test_the_worker_reads_what_came_in(fresh_database: Database) -> None:
    desk = opened()
    case = opened_case(desk)
    document = received(desk, case, read=False)
    assert sheet(desk, case, document).paper.state == "waiting"
    assert fresh_database.superuser(WAITING) == "1\n"

    subprocess.run(WORKER, env=fresh_database.environment, check=True, timeout=300)

    told = sheet(desk, case, document)
    assert fresh_database.superuser(WAITING) == "0\n"
    assert (told.paper.state, told.readings[0].asked_by) == ("read", "system")
    assert told.paper.open >= 3


def test_what_was_read_at_once_is_not_read_again_by_the_worker(fresh_database: Database) -> None:
    desk = opened()
    case = opened_case(desk)
    document = received(desk, case)

    subprocess.run(WORKER, env=fresh_database.environment, check=True, timeout=300)

    assert fresh_database.superuser("SELECT count(*) FROM reading_reading") == "1\n"
    assert len(sheet(desk, case, document).readings) == 1


def test_a_paper_that_somebody_read_first_still_learns_of_its_copies(fresh_database: Database) -> None:
    from homeward.reading import actions

    desk = opened()
    case = opened_case(desk)
    more = "\n".join(f"Строка {number}: у переправы тихо, колонна стоит на прежнем месте." for number in range(9))
    first = received(desk, case, REPORT + more)
    second = received(desk, case, "Заря\n\n" + REPORT + more, outlet="Заря", read=False)
    with desk.acting() as operator:
        actions.read(case=case, document=second, by=operator, at=desk.now)

    subprocess.run(WORKER, env=fresh_database.environment, check=True, timeout=300)

    assert [copy.document_id for copy in sheet(desk, case, second).copies] == [first]
    assert len(sheet(desk, case, second).readings) == 1
