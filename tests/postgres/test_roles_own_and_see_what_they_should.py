from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward import postgres
from homeward.postgres import roles

pytestmark = pytest.mark.long

HIDDEN = """
    CREATE SCHEMA desk;
    CREATE TABLE desk.paper (words text);
    INSERT INTO desk.paper VALUES ('hidden');
    ALTER TABLE desk.paper ENABLE ROW LEVEL SECURITY;
    ALTER TABLE desk.paper FORCE ROW LEVEL SECURITY;
    CREATE POLICY replay ON desk.paper FOR SELECT TO homeward_projector USING (true);
    GRANT USAGE ON SCHEMA desk TO homeward_projector, homeward_writer, homeward_app;
    GRANT SELECT ON desk.paper TO homeward_projector;
"""
HAND_OVER = """
    DROP FUNCTION IF EXISTS desk.who();
    CREATE FUNCTION desk.who() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT current_user || {n} $$;
    GRANT CREATE ON SCHEMA desk TO homeward_writer;
    ALTER FUNCTION desk.who() OWNER TO homeward_writer;
    REVOKE CREATE ON SCHEMA desk FROM homeward_writer;
"""


@pytest.fixture(scope="module")
def grounds(any_postgres: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[postgres.Server]:
    """A test cluster of each PostgreSQL of this machine."""
    folder = tmp_path_factory.mktemp("cluster")
    server = postgres.ensure(folder, test=True)
    server.psql(HIDDEN, role="homeward_migrator", database="homeward")
    yield server
    postgres.remove(server)


def ask(server: postgres.Server, sql: str, role: str = "homeward_migrator") -> str:
    return server.psql(sql, role=role, database="homeward").strip()


def test_no_role_of_the_desk_passes_by_row_security(grounds: postgres.Server) -> None:
    rows = grounds.psql("SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolinherit FROM pg_roles ORDER BY 1")

    ours = [row.split("\t") for row in rows.splitlines() if row.startswith("homeward_")]
    assert len(ours) == 7
    assert all(row[1:3] == ["f", "f"] and row[4] == "f" for row in ours)
    assert [row[0] for row in ours if row[3] == "t"] == ["homeward_app", "homeward_migrator"]


def test_making_the_roles_twice_changes_nothing(grounds: postgres.Server) -> None:
    (grounds.folder / "homeward-homeward.made").unlink()

    roles.make(grounds, "homeward")

    assert (
        ask(grounds, "SELECT count(*) FROM pg_extension WHERE extname IN ('pg_trgm', 'unaccent', 'btree_gist')") == "3"
    )


def test_the_migrator_sees_only_what_it_takes_a_role_for(grounds: postgres.Server) -> None:
    assert ask(grounds, "SELECT count(*) FROM desk.paper") == "0"
    assert ask(grounds, "SET ROLE homeward_projector; SELECT words FROM desk.paper") == "hidden"


def test_a_function_is_handed_to_the_writer_and_replaced_later(grounds: postgres.Server) -> None:
    for number in (1, 2):
        ask(grounds, HAND_OVER.format(n=number))

        assert ask(grounds, "SELECT desk.who()", role="homeward_app") == f"homeward_writer{number}"


def test_the_app_owns_nothing_and_becomes_nobody(grounds: postgres.Server) -> None:
    assert ask(grounds, "SELECT count(*) FROM pg_class WHERE relowner = 'homeward_app'::regrole") == "0"
    for forbidden in (
        "SET ROLE homeward_migrator",
        "SET ROLE homeward_writer",
        "SET ROLE homeward_projector",
        "CREATE TABLE public.mine (it int)",
        "CREATE TEMPORARY TABLE paper (it int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "SELECT * FROM desk.paper",
        "ALTER TABLE desk.paper DISABLE ROW LEVEL SECURITY",
    ):
        with pytest.raises(postgres.CommandFailed, match=r"permission denied|must be"):
            ask(grounds, forbidden, role="homeward_app")


def test_all_migrations_run_and_run_back(grounds: postgres.Server) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": grounds.url("homeward_app"),
        "HOMEWARD_OWNER_URL": grounds.url("homeward_migrator"),
    }

    steps = """
        from django.core.management import call_command
        for step in ([], ["ledger", "zero"], ["access", "zero"], []):
            call_command("migrate", *step, database="owner", verbosity=0)
    """

    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", textwrap.dedent(steps)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-3000:]
