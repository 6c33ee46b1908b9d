"""Whatever the doors forget, the database shows nobody the papers of another compartment and lets nobody change a decision."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings as desk_settings
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.reading import actions
from tests.apps.reading.papers import REPORT, opened_case, proposed, received
from tests.cast import Desk

TABLES = ("paper", "appearance", "reading", "proposal", "decision", "mark", "copy", "allowance")
KEPT = ("decision", "allowance")


@pytest.fixture
def hidden(desk: Desk) -> Desk:
    """A desk whose second compartment holds a row in each table of reading; the operator sees both."""
    with desk.acting() as operator:
        channel = access.make_compartment(slug="channel", name="A channel", by=operator, at=desk.now)
    case = opened_case(desk, "hidden", channel.id)
    more = "\n".join(f"Строка {number}: у переправы тихо, колонна стоит на прежнем месте." for number in range(9))
    document = received(desk, case, REPORT + more)
    received(desk, case, "Заря\n\n" + REPORT + more, outlet="Заря")
    proposal = proposed(desk, case, document, "список закрыт")
    with desk.acting() as operator, override_settings(HOMEWARD_MODEL_AT="http://127.0.0.1:9/v1", HOMEWARD_MODEL="m"):
        actions.refuse(case=case, document=document, proposal=proposal.id, by=operator, at=desk.now)
        actions.allow_model(compartment=channel.id, allowed=True, reason="ours", by=operator, at=desk.now)
    return desk


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def refused(sql: str, *values: Any) -> str:
    """The state with which the database refuses it; empty when it does not."""
    try:
        with transaction.atomic():
            rows(sql, *values)
    except DatabaseError as fault:
        return str(getattr(fault.__cause__, "sqlstate", ""))
    return ""


def one_of(table: str) -> str:
    ((row,),) = rows(f"SELECT to_jsonb(t) FROM reading_{table} t LIMIT 1")
    return json.dumps(row if isinstance(row, dict) else json.loads(row))


@pytest.mark.parametrize("table", TABLES)
def test_another_compartment_sees_none_of_it_and_writes_none_of_it(hidden: Desk, table: str) -> None:
    with hidden.acting():
        row = one_of(table)
    writer = hidden.person("Vera", may="write")

    with hidden.acting(writer):
        assert rows(f"SELECT count(*) FROM reading_{table}") == [(0,)]
        insert = f"INSERT INTO reading_{table} SELECT * FROM jsonb_populate_record(NULL::reading_{table}, %s)"
        assert refused(insert, row) == "42501"


def test_every_table_of_reading_is_looked_at_here(db: None) -> None:
    found = rows("SELECT relname FROM pg_class WHERE relname LIKE 'reading\\_%%' AND relkind = 'r'")

    assert {name for (name,) in found} == {f"reading_{table}" for table in TABLES}
    assert "homeward.reading.projection" in desk_settings.LEDGER_PROJECTIONS


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize("sql", ["DELETE FROM reading_{}", "TRUNCATE reading_{}", "UPDATE reading_{} SET reason = ''"])
def test_what_people_decided_is_never_changed(hidden: Desk, table: str, sql: str) -> None:
    with hidden.acting():
        assert refused(sql.format(table)) == "42501"


@pytest.mark.parametrize("table", ["paper", "appearance", "proposal", "mark", "copy"])
def test_the_app_changes_and_removes_nothing_else_either(hidden: Desk, table: str) -> None:
    with hidden.acting():
        assert refused(f"DELETE FROM reading_{table}") == "42501"
        assert refused(f"UPDATE reading_{table} SET case_id = case_id") == "42501"


def _inserted_as(desk: Desk, actor: Actor, table: str, **changed: Any) -> str:
    with desk.acting():
        row = json.loads(one_of(table))
    row |= {"id": "00000000-0000-0000-0000-000000000001", "compartment_id": str(desk.compartment.id), **changed}
    with desk.acting(actor):
        insert = f"INSERT INTO reading_{table} SELECT * FROM jsonb_populate_record(NULL::reading_{table}, %s)"
        return refused(insert, json.dumps(row))


def test_nobody_decides_in_the_name_of_another(hidden: Desk) -> None:
    writer = hidden.person("Vera", may="write")

    assert _inserted_as(hidden, writer, "decision", number=7, decided_by=str(hidden.operator.id)) == "42501"
    assert _inserted_as(hidden, writer, "decision", number=7, decided_by=str(writer.id)) == ""


def test_only_an_administrator_lets_texts_leave(hidden: Desk) -> None:
    writer = hidden.person("Vera", may="write")

    assert _inserted_as(hidden, writer, "allowance", said_by=str(writer.id)) == "42501"
    with hidden.acting(writer), pytest.raises(access.NotLetIn):
        actions.allow_model(compartment=hidden.compartment.id, allowed=True, reason="because", by=writer, at=hidden.now)
