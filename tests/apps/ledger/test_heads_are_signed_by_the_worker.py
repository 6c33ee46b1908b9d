from __future__ import annotations

import subprocess
import sys

from homeward.ledger import actions
from tests.apps.ledger.desks import generated
from tests.cast import opened
from tests.grounds.databases import Database

WAITING = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ledger.sign_heads' AND status = 'todo'"
UNSIGNED = "SELECT count(*) FROM (SELECT * FROM ledger_head ORDER BY size DESC LIMIT 1) h WHERE signature IS NULL"


def test_one_job_waits_for_all_that_was_written(fresh_database: Database) -> None:
    desk = opened()
    generated(desk, seed=1)
    generated(desk, seed=2)

    assert fresh_database.superuser(WAITING) == "1\n"
    assert fresh_database.superuser(UNSIGNED) == "1\n"

    worker = [sys.executable, "-c", "from homeward.cli import main; main()", "worker", "--once"]
    subprocess.run(worker, env=fresh_database.environment, check=True, timeout=120)

    assert fresh_database.superuser(WAITING) == "0\n"
    assert fresh_database.superuser(UNSIGNED) == "0\n"
    assert actions.verify().tails == []


def test_what_was_not_committed_sets_off_nothing(fresh_database: Database) -> None:
    desk = opened()
    try:
        with desk.acting():
            generated(desk, seed=1)
            raise RuntimeError
    except RuntimeError:
        pass

    assert fresh_database.superuser(WAITING) == "0\n"
