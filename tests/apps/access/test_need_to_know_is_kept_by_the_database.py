"""Whatever the doors forget, the database shows nobody what they may not see and lets nobody change what is kept."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, connections, transaction

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.ledger import queries
from homeward.ledger.queries.cases import NoSuchCase
from homeward.refusals import Refused
from homeward.seals import canonical
from tests.cast import MORNING, Desk, case_of, figure

KEPT = [
    "ledger_statement",
    "ledger_tile",
    "ledger_head",
    "ledger_document",
    "access_event",
    "access_tile",
    "people_record",
]


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk with one case, in the operator's compartment."""
    desk.load(case_of({"text": "the lantern is lit", "figures": [figure("held", "guests", "=", 7)]}))
    return desk


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def test_every_table_with_a_compartment_forces_row_security(db: None) -> None:
    open_tables = rows(
        """
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'compartment_id'
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
        """
    )

    assert open_tables == []


def test_the_app_owns_nothing_and_passes_by_nothing(db: None) -> None:
    assert rows("SELECT current_user::text, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [
        ("homeward_app", False, False)
    ]
    assert rows("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'homeward_app'") == []
    assert rows("SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'homeward_app'::regrole") == []


def test_who_has_not_entered_sees_nothing(told: Desk) -> None:
    access.enter(None)

    for table in (
        "ledger_statement",
        "ledger_figure",
        "ledger_case",
        "ledger_source",
        "access_grant",
        "access_compartment",
    ):
        assert rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_entering_lasts_as_long_as_the_transaction(lasting_desk: Desk) -> None:
    with lasting_desk.acting():
        assert access_queries.visible() == [lasting_desk.compartment.id]

    with transaction.atomic():
        assert access_queries.visible() == []


def test_an_outsider_finds_neither_case_nor_words_and_cannot_tell_hidden_from_missing(told: Desk) -> None:
    outsider = told.person("Vera Outside")

    with told.acting(outsider):
        assert queries.cases.cases() == []
        with pytest.raises(NoSuchCase) as hidden:
            queries.cases.case("crossing-test")
        with pytest.raises(NoSuchCase) as missing:
            queries.cases.case("no-such-case")
        assert rows("SELECT * FROM ledger.search('lantern', NULL, 10)") == []
    assert hidden.value.message == missing.value.message


def test_a_job_that_enters_for_one_compartment_sees_that_one_only(told: Desk) -> None:
    other = access.make_compartment(slug="other", name="Other", by=told.operator, at=MORNING)

    access.enter(told.operator.id, only=other.id)

    assert access_queries.visible() == [other.id]
    assert rows("SELECT count(*) FROM ledger_statement") == [(0,)]


def test_a_reader_reads_and_cannot_write(told: Desk) -> None:
    reader = told.person("Rita Reader", may="read")

    with told.acting(reader):
        assert [c.slug for c in queries.cases.cases()] == ["crossing-test"]
    with pytest.raises(Refused):
        told.load(case_of({}, slug="another"), by=reader)


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "sql", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET {column} = {column}", "INSERT INTO {} DEFAULT VALUES"]
)
def test_the_app_cannot_change_what_is_kept(told: Desk, table: str, sql: str) -> None:
    column = {
        "ledger_document": "text",
        "ledger_head": "root",
        "ledger_tile": "root",
        "access_tile": "root",
        "people_record": "box",
    }.get(table, "entry")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(table, column=column))


def test_the_owner_of_the_tables_cannot_change_what_is_kept_either(lasting_desk: Desk) -> None:
    for table in KEPT:
        for sql in ("TRUNCATE {}", "DELETE FROM {}"):
            with pytest.raises(DatabaseError, match="never changed"), connections["owner"].cursor() as cursor:
                cursor.execute(sql.format(table))


def entry(desk: Desk, **more: Any) -> str:
    written = {
        "id": str(uuid4()),
        "kind": "said.plain",
        "version": 1,
        "ref": "x",
        "case": str(uuid4()),
        "text": "",
        "compartment": str(desk.compartment.id),
        "by": str(desk.operator.id),
        "at": "2026-01-05T08:00:00.000000Z",
        **more,
    }
    return canonical.dumps(written)


def test_nobody_records_in_the_name_of_another(told: Desk) -> None:
    officer = told.person("Olga Officer", may="write")

    with pytest.raises(DatabaseError, match="another actor"), told.acting(officer):
        rows("SELECT * FROM ledger.append(%s)", entry(told))


def test_nobody_records_where_they_may_not_write(told: Desk) -> None:
    with pytest.raises(DatabaseError, match="may not write"), told.acting():
        rows("SELECT * FROM ledger.append(%s)", entry(told, compartment=str(uuid4())))


def test_the_same_file_in_another_compartment_tells_nothing_of_the_first(told: Desk) -> None:
    other = access.make_compartment(slug="other", name="Other", by=told.operator, at=MORNING)
    stranger = told.person("Sam Stranger", may="write", compartment=other)
    told.compartment = other

    loaded = told.load(
        case_of({"text": "the lantern is lit", "figures": [figure("held", "guests", "=", 7)]}), by=stranger
    )

    assert loaded.known == 0 and loaded.added > 0


def test_the_log_of_the_desk_is_read_by_nobody_through_the_app(told: Desk) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        rows("SELECT * FROM access_event")


def test_grants_and_accounts_leave_a_line_in_the_sealed_log(lasting_desk: Desk, fresh_database: Any) -> None:
    with lasting_desk.acting():
        lasting_desk.person("Rita Reader", may="read")

    kinds = fresh_database.superuser("SELECT kind FROM access_event ORDER BY position").split()

    assert kinds[-2:] == ["account.made", "access.granted"]
    assert "desk.opened" in kinds


@pytest.mark.parametrize(
    ("sql", "refused"),
    [
        ("UPDATE access_actor SET administrator = true", "permission denied"),
        (
            """
            INSERT INTO access_actor (id, name, shown_as, kind, password, administrator, is_active, made_at)
            VALUES (gen_random_uuid(), 'Mallory', '', 'person', '', true, true, now())
            """,
            "row-level security",
        ),
    ],
)
def test_nobody_makes_themselves_an_administrator(told: Desk, sql: str, refused: str) -> None:
    reader = told.person("Rita Reader", may="read")

    with pytest.raises(DatabaseError, match=refused), told.acting(reader), connection.cursor() as cursor:
        cursor.execute(sql)


def test_no_table_of_the_apps_own_stands_in_the_place_of_one_of_the_desk(told: Desk) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        rows("CREATE TEMPORARY TABLE access_grant (actor_id uuid, compartment_id uuid)")


def test_the_log_tells_of_no_ending_that_did_not_happen(lasting_desk: Desk, fresh_database: Any) -> None:
    with lasting_desk.acting() as operator:
        access.make_token(name="charts", scopes=("read",), days=1, by=operator, at=MORNING)
        token = access_queries.tokens_of(operator.id)[0]
        stranger = lasting_desk.person("Sam Stranger")
    with lasting_desk.acting(stranger):
        access.end_token(token_id=token.id, by=stranger, at=MORNING)
    with lasting_desk.acting() as operator:
        access.end_grant(grant_id=uuid4(), by=operator, at=MORNING)

    assert fresh_database.superuser("SELECT count(*) FROM access_event WHERE kind LIKE '%.ended'") == "0\n"
    assert fresh_database.superuser("SELECT count(*) FROM access_token WHERE ended_at IS NULL") == "1\n"
