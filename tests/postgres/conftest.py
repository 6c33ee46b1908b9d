"""Servers of these tests' own, on every PostgreSQL that this machine has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward import postgres
from homeward.postgres import binaries
from tests.grounds.databases import room_for_a_cluster


def _found() -> list[Path]:
    return [folder for folder in (*binaries._wheel(), *binaries._system()) if (binaries._major(folder) or 0) >= 15]


@pytest.fixture(scope="package", params=_found(), ids=lambda folder: f"PostgreSQL {binaries._major(folder)}")
def any_postgres(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Each PostgreSQL of this machine in turn, as HOMEWARD_PG_BIN names it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOMEWARD_PG_BIN", str(request.param))
        yield request.param


@pytest.fixture(scope="module")
def lasting() -> Iterator[postgres.Server]:
    """A server made to last, with the roles and the database of the desk, for all tests of a module."""
    with room_for_a_cluster() as folder:
        server = postgres.ensure(folder)
        yield server
        if server.folder.exists():
            postgres.remove(server)


@pytest.fixture
def server(lasting: postgres.Server) -> postgres.Server:
    """The server of the module, running and as it was made, whatever the test before did to it."""
    postgres.start(lasting.named.parent)
    lasting.psql("DROP TABLE IF EXISTS kept", database="homeward", role="homeward_migrator")
    return lasting


@pytest.fixture
def as_root() -> None:
    """Only where the tests run as root, since only root can be somebody else."""
    if os.geteuid() != 0:
        pytest.skip("only root can act as somebody else")
