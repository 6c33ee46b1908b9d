from __future__ import annotations

from pathlib import Path

import pytest

from homeward.ledger import actions
from tests.tamper.intruder import Intruder

LOGS = {"ledger_statement": "statements.tsv", "access_event": "access.tsv"}
LOG = pytest.mark.parametrize("table", LOGS)


def found(head: Path | None = None) -> str:
    """What the verifier says, in one text."""
    return "\n".join(map(str, actions.verify(saved_head=head).findings))


@LOG
def test_a_deleted_row(head: Path, intruder: Intruder, table: str) -> None:
    intruder.does(f"DELETE FROM {table} WHERE position = 11")

    assert f"{LOGS[table]}: row 11, position: is 12 where 11 is due" in found()


@LOG
def test_a_deleted_row_whose_followers_moved_up(head: Path, intruder: Intruder, table: str) -> None:
    intruder.does(f"DELETE FROM {table} WHERE position = 11")
    intruder.does(f"UPDATE {table} SET position = position - 1000000 WHERE position > 11")
    intruder.does(f"UPDATE {table} SET position = position + 999999 WHERE position < 0")

    assert f"{LOGS[table]}: row 11, leaf" in found()


@LOG
def test_two_rows_that_changed_places(head: Path, intruder: Intruder, table: str) -> None:
    for one, other in ((11, -1), (12, 11), (-1, 12)):
        intruder.does(f"UPDATE {table} SET position = {other} WHERE position = {one}")

    assert f"{LOGS[table]}: row 11, leaf" in found()


@LOG
def test_an_inserted_row_with_a_leaf_of_its_own(head: Path, intruder: Intruder, table: str) -> None:
    rest = "id, recorded_at, salt, entry, leaf"
    intruder.does(f"UPDATE {table} SET position = position - 1000000 WHERE position > 11")
    intruder.does(f"UPDATE {table} SET position = position + 1000001 WHERE position < 0")
    intruder.does(f"CREATE TABLE aside.one AS SELECT * FROM {table} WHERE position = 11")
    intruder.does("UPDATE aside.one SET position = 12, id = gen_random_uuid()")
    intruder.does("UPDATE aside.one SET entry = jsonb_set(entry::jsonb, '{id}', to_jsonb(id))::text")
    intruder.does("UPDATE aside.one SET leaf = access.leaf(salt, position, recorded_at, entry)")
    intruder.does(f"INSERT INTO {table} TABLE aside.one")

    assert f"{LOGS[table]}: row 13, leaf" in found(), rest


def test_a_tail_that_was_cut_with_all_that_speaks_of_it(head: Path, intruder: Intruder) -> None:
    (size,) = intruder.does("SELECT max(size) FROM ledger_head WHERE size < (SELECT max(size) FROM ledger_head)")[0]
    intruder.does(f"DELETE FROM ledger_statement WHERE position > {size}")
    intruder.does(f"DELETE FROM ledger_head WHERE size > {size}")
    intruder.does(f"DELETE FROM ledger_tile WHERE (number + 1) * 256 > {size}")
    intruder.does("DELETE FROM ledger_document WHERE id::text NOT IN"
                  " (SELECT entry::jsonb #>> '{content,document}' FROM ledger_statement"
                  "  WHERE kind = 'done.document_received')")  # fmt: skip

    assert found() == ""
    assert "what came after it was cut off" in found(head)


def test_a_cut_tail_of_the_log_of_the_desk(head: Path, intruder: Intruder) -> None:
    intruder.does("DELETE FROM access_event WHERE position = (SELECT max(position) FROM access_event)")

    assert "access.tsv ends at row" in found()


def test_a_document_that_is_gone_and_one_that_nobody_received(head: Path, intruder: Intruder) -> None:
    intruder.does("UPDATE ledger_document SET id = gen_random_uuid()"
                  " WHERE id = (SELECT id FROM ledger_document ORDER BY id LIMIT 1)")  # fmt: skip

    assert "no entry says that it was received" in found()
    assert "is missing" in found()


@pytest.mark.parametrize("table", ["ledger_tile", "access_tile"])
def test_a_missing_tile(head: Path, intruder: Intruder, table: str) -> None:
    intruder.does(f"DELETE FROM {table} WHERE number = 0")

    assert "tile 0 of level 0 is missing" in found()


def test_a_signature_that_was_taken_away_leaves_the_tail_unsigned(head: Path, intruder: Intruder) -> None:
    intruder.does("UPDATE ledger_head SET signed_at = NULL, key_id = NULL, signature = NULL")

    assert any("not under a signed head" in tail for tail in actions.verify().tails)


def test_a_changed_word_under_a_tree_that_was_built_anew(head: Path, intruder: Intruder) -> None:
    _rewrite(intruder)
    intruder.seals_anew(stolen_key=False)

    assert found() == ""
    assert "root: is not that of the first" in found(head)


def test_a_changed_word_under_a_new_tree_signed_with_the_stolen_key(head: Path, intruder: Intruder) -> None:
    _rewrite(intruder)
    intruder.seals_anew(stolen_key=True)

    assert found() == "", "with the key in hand only a head kept elsewhere tells"
    assert "root: is not that of the first" in found(head)


def test_a_table_that_the_database_cannot_read(head: Path, intruder: Intruder) -> None:
    intruder.does("UPDATE ledger_statement SET recorded_at = 'infinity' WHERE position = 5")

    assert found().startswith("statements.tsv: the database cannot read it")


def _rewrite(intruder: Intruder) -> None:
    # With the spaces around it, or an id that happens to hold these digits would change too.
    intruder.does("UPDATE ledger_statement SET entry = replace(entry, ' 500 ', ' 700 '), text = replace(text, ' 500 ', ' 700 ')"
                  " WHERE kind LIKE 'said.%' AND text LIKE '% 500 %'")  # fmt: skip
