"""Test databases: one cluster a process, one template migrated once, a clone for whoever needs one.

HOMEWARD_TEST_KEEP=1 keeps the cluster and the template in var/test for the next run, and leaves the server running.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from homeward import postgres
from homeward.postgres import locks, roles
from homeward.refusals import Refused
from tests.conftest import HOME, KEEP, PREFIX, TOP, WORKER

ALIASES = ("default", "owner")
NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Database:
    """A clone of the migrated template: its name, its two addresses, the environment for a command on it."""

    name: str
    url: str
    owner_url: str
    server: postgres.Server = field(repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """The variables of this process, with those that lead to this database."""
        return {**os.environ, "DATABASE_URL": self.url, "HOMEWARD_OWNER_URL": self.owner_url}

    def superuser(self, sql: str) -> str:
        """Run SQL past all rights, as somebody who has broken into the server could; rows come tab-separated."""
        return self.server.psql(sql, database=self.name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """The test cluster of this process, with the roles of the desk."""
    if WORKER in ("", "gw0"):
        _clear_left_behind()
    server = postgres.ensure(HOME, database="homeward_empty", test=True)
    yield server
    if not KEEP:
        postgres.remove(server)


@pytest.fixture(scope="session")
def template(postgres_server: postgres.Server, django_db_blocker: DjangoDbBlocker) -> str:
    """The name of the template database: all migrations have run in it, as homeward_migrator."""
    name = f"homeward_template_{_digest()}"
    with locks.one_at_a_time(HOME, "template"):
        if not postgres_server.psql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            making = f"{name}_making"
            postgres_server.psql(f"DROP DATABASE IF EXISTS {making} WITH (FORCE)")
            (postgres_server.folder / f"homeward-{making}.made").unlink(missing_ok=True)
            roles.make(postgres_server, making)
            with django_db_blocker.unblock(), _pointed_at(postgres_server, making):
                from django.core.management import call_command

                call_command("migrate", database="owner", verbosity=0, interactive=False)
            postgres_server.psql(f"ALTER DATABASE {making} RENAME TO {name}")
    return name


@pytest.fixture(scope="session")
def django_db_setup(
    postgres_server: postgres.Server, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Stands in for pytest-django's own: `db` works on a clone, as the real homeward_app."""
    with django_db_blocker.unblock(), _clone(postgres_server, template, "rolled_back"):
        yield


@pytest.fixture
def fresh_database(
    request: pytest.FixtureRequest, postgres_server: postgres.Server, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[Database]:
    """A clone for one test: what it commits is gone afterwards, and Django works on it meanwhile."""
    _refuse_both(request)
    with django_db_blocker.unblock(), _clone(postgres_server, template, "fresh") as database:
        yield database


@pytest.fixture(scope="module")
def module_database(
    postgres_server: postgres.Server, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[Database]:
    """A clone for all tests of a module, which see what the ones before them committed."""
    with django_db_blocker.unblock(), _clone(postgres_server, template, "module") as database:
        yield database


@contextmanager
def room_for_a_cluster() -> Iterator[Path]:
    """A folder that the server's account may enter, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="homeward-room-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _clone(server: postgres.Server, template: str, purpose: str) -> Iterator[Database]:
    name = f"homeward_{purpose}_{os.getpid()}_{next(NUMBERS)}"
    server.psql(
        f"""
        DROP DATABASE IF EXISTS {name} WITH (FORCE);
        CREATE DATABASE {name} OWNER homeward_migrator TEMPLATE {template};
        REVOKE ALL ON DATABASE {name} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {name} TO homeward_app, homeward_projector, homeward_verifier;
        GRANT TEMPORARY ON DATABASE {name} TO homeward_projector;
        """
    )
    try:
        with _pointed_at(server, name):
            yield Database(name, server.url("homeward_app", name), server.url("homeward_migrator", name), server)
    finally:
        server.psql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def _pointed_at(server: postgres.Server, name: str) -> Iterator[None]:
    """Lead Django's two connections to a database of the test cluster, and back again."""
    former: dict[str, dict[str, Any]] = {}
    for alias in ALIASES:
        connections[alias].close()
        settings = connections[alias].settings_dict
        former[alias] = dict(settings)
        settings.pop("EMBEDDED", None)
        settings.update(NAME=name, HOST=str(server.sockets))
    try:
        yield
    finally:
        for alias in ALIASES:
            connections[alias].close()
            connections[alias].settings_dict.clear()
            connections[alias].settings_dict.update(former[alias])


def _refuse_both(request: pytest.FixtureRequest) -> None:
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        pytest.fail("A test takes either db, which is rolled back, or fresh_database, which is a clone; not both.")


def _digest() -> str:
    """What the template depends on: migrations, their SQL, and the versions that migrate."""
    house = TOP / "src" / "homeward"
    files = [TOP / "requirements.lock", *house.glob("**/migrations/*.py"), *house.glob("**/sql/**/*.sql")]
    seen = hashlib.sha256()
    for file in sorted(files):
        seen.update(str(file.relative_to(TOP)).encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()[:12]


def _clear_left_behind() -> None:
    """Stop and remove the clusters of test runs that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX)
        if not number.isdigit() or Path(f"/proc/{number}").exists():
            continue
        try:
            if folder.stat().st_uid != os.geteuid():
                continue
        except FileNotFoundError:  # a run beside this one ended and took its own away
            continue
        for _ in folder.glob("postgres-*/PG_VERSION"):
            with suppress(Refused, OSError):  # what was killed while it was being made is no cluster yet
                postgres.remove(postgres.start(folder, test=True))
        shutil.rmtree(folder, ignore_errors=True)
