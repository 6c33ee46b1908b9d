from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.utils.connection import ConnectionDoesNotExist

from homeward.config.engine.base import DatabaseFeatures, DatabaseWrapper, TooPowerful
from homeward.postgres import locks
from tests.grounds.databases import Database


@pytest.fixture
def open_connection(fresh_database: Database) -> Iterator[DatabaseWrapper]:
    """A connection to the clone whose settings a test may change before it opens."""
    connection = connections.create_connection("default")
    connection.settings_dict = dict(connection.settings_dict)
    yield connection
    connection.close()


def test_the_app_and_the_owner_are_the_roles_they_should_be(fresh_database: Database) -> None:
    found = {}
    for alias in ("default", "owner"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT current_user")
            found[alias] = cursor.fetchone()[0]

    assert found == {"default": "homeward_app", "owner": "homeward_migrator"}


def test_a_role_that_passes_by_row_security_is_refused(open_connection: DatabaseWrapper) -> None:
    open_connection.settings_dict["USER"] = "postgres"

    with pytest.raises(TooPowerful, match="homeward_app"):
        open_connection.ensure_connection()


def test_an_owner_that_is_not_set_is_asked_for_by_name(open_connection: DatabaseWrapper) -> None:
    open_connection.settings_dict["MISSING"] = "HOMEWARD_OWNER_URL"

    with pytest.raises(ImproperlyConfigured, match="HOMEWARD_OWNER_URL is not set"):
        open_connection.ensure_connection()


def test_versions_before_15_are_refused() -> None:
    assert DatabaseFeatures.minimum_database_version == (15,)


def test_there_are_no_other_ways_in() -> None:
    with pytest.raises(ConnectionDoesNotExist):
        connections["superuser"]


def test_the_embedded_server_starts_with_the_first_question(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("desk")
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HOMEWARD_DATA": str(home), "HOMEWARD_KEYS": str(home / "keys")}
    question = (
        "from django.db import connection as c; from pathlib import Path; import os; from homeward import postgres;"
        "print(list(Path(os.environ['HOMEWARD_DATA']).glob('postgres-*')));"
        "k = c.cursor(); k.execute('SELECT current_user'); print(k.fetchone()[0]);"
        "postgres.remove(postgres.start(Path(os.environ['HOMEWARD_DATA'])))"
    )

    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", question]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == ["[]", "homeward_app"], done.stderr
    assert locks.running(home) is None
