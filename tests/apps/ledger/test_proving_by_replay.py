from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from homeward.clearances import projection as clearances
from homeward.crossings import projection as crossings
from homeward.hostilities import projection as hostilities
from homeward.ledger import actions, projection
from homeward.lists import projection as lists
from homeward.people import projection as people
from homeward.reading import projection as reading
from tests.apps.ledger import room
from tests.apps.ledger.desks import worked_at
from tests.cast import Desk
from tests.grounds.databases import Database


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return worked_at(events=0)


def test_every_table_is_what_the_ledger_says(desk: Desk) -> None:
    done = actions.replay()

    assert done.ok, done.difference
    assert set(done.rows) == {
        *projection.TABLES,
        *people.TABLES,
        *reading.TABLES,
        *hostilities.TABLES,
        *lists.TABLES,
        *clearances.TABLES,
        *crossings.TABLES,
    }
    assert all(done.rows.values()), "a table without rows proves nothing"


def test_checking_leaves_everything_as_it_was(desk: Desk, module_database: Database) -> None:
    prints = "SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relname LIKE 'ledger%' ORDER BY 1"
    before = module_database.superuser(prints)

    actions.replay()

    assert module_database.superuser(prints) == before


def test_batches_make_no_difference(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.ledger.actions.proving.replaying.BATCH", 7)

    assert actions.replay().ok


def test_the_tables_of_a_later_room_are_compared_too(desk: Desk, module_database: Database, settings: Settings) -> None:
    module_database.superuser(room.MADE)
    settings.LEDGER_PROJECTIONS = [*settings.LEDGER_PROJECTIONS, "tests.apps.ledger.room"]

    found = actions.replay().difference
    assert found is not None and found.table == "room_word"

    assert actions.replay(check=False).rows["room_word"] > 0
    assert actions.replay().ok
    module_database.superuser(
        "UPDATE room_word SET words = words + 1 WHERE id = (SELECT min(id::text)::uuid FROM room_word)"
    )
    found = actions.replay().difference
    assert found is not None
    assert (found.table, found.column) == ("room_word", "words")
