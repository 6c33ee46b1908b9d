from __future__ import annotations

import pytest

from homeward.ledger import actions, projection
from homeward.ledger.actions.proving import Difference
from tests.cast import Desk
from tests.tamper.intruder import Intruder

TABLE = pytest.mark.parametrize("table", projection.TABLES)


def difference() -> Difference | None:
    return actions.replay(check=True).difference


def test_what_nobody_touched_is_what_the_ledger_says(desk: Desk) -> None:
    assert difference() is None


@TABLE
def test_a_row_that_is_gone(desk: Desk, intruder: Intruder, table: str) -> None:
    assert intruder.does(f"DELETE FROM {table} WHERE ctid = (SELECT min(ctid) FROM {table}) RETURNING 1")

    found = difference()

    assert found is not None
    assert (found.table, found.column, found.stored) == (table, "", None)
    assert found.replayed is not None


@pytest.mark.parametrize("table", ["ledger_judgement", "ledger_link", "ledger_span", "ledger_voice"])
def test_a_changed_value(desk: Desk, intruder: Intruder, table: str) -> None:
    new = "11111111-1111-1111-1111-111111111111"
    intruder.does(f"UPDATE {table} SET case_id = %s WHERE ctid = (SELECT min(ctid) FROM {table})", new)

    found = difference()

    assert found is not None
    assert (found.table, found.column, found.stored) == (table, "case_id", new)


def test_a_number_is_named_with_its_row_and_both_values(desk: Desk, intruder: Intruder) -> None:
    ((statement,),) = intruder.does("UPDATE ledger_figure SET hi = 9 WHERE ref = 's01#1' RETURNING statement_id")

    found = difference()

    assert found is not None
    assert (found.table, found.key, found.column) == ("ledger_figure", f"statement_id {statement}, number 1", "hi")
    assert found.stored == "9.0000000000"
    assert str(found).startswith(f"ledger_figure, statement_id {statement}, number 1, hi: stored '9.0000000000'")


def test_a_row_too_many(desk: Desk, intruder: Intruder) -> None:
    intruder.does("INSERT INTO ledger_population SELECT statement_id, case_id, compartment_id, gen_random_uuid(), 'x'"
                  " FROM ledger_population LIMIT 1")  # fmt: skip

    found = difference()

    assert found is not None
    assert (found.table, found.replayed) == ("ledger_population", None)


def test_a_row_that_stands_twice(desk: Desk, intruder: Intruder) -> None:
    intruder.does("ALTER TABLE ledger_source DROP CONSTRAINT ledger_source_pkey")
    try:
        intruder.does("INSERT INTO ledger_source SELECT * FROM ledger_source ORDER BY id LIMIT 1")

        found = difference()

        assert found is not None
        assert (found.table, found.column) == ("ledger_source", "primary key")
    finally:
        intruder.does("TRUNCATE ledger_source")
        intruder.does("ALTER TABLE ledger_source ADD PRIMARY KEY (id)")


def test_making_the_tables_again_mends_them(desk: Desk, intruder: Intruder) -> None:
    intruder.does("DELETE FROM ledger_figure WHERE number = 1")
    intruder.does("UPDATE ledger_source SET name = 'somebody else'")
    assert difference() is not None

    done = actions.replay(check=False)

    assert done.ok
    assert difference() is None
