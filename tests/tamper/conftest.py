from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward.ledger import actions
from tests.apps.ledger.desks import worked_at
from tests.cast import Desk
from tests.grounds.databases import Database
from tests.tamper.intruder import Intruder


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    """A desk at work, for all tests of a module; each puts back what it broke."""
    return worked_at()


@pytest.fixture
def head(desk: Desk, tmp_path: Path) -> Path:
    """A signed head, kept elsewhere before the intruder came."""
    signed = actions.sign_heads(at=desk.now)
    assert signed is not None
    kept = tmp_path / "head.json"
    kept.write_text(signed.text() + "\n")
    return kept


@pytest.fixture
def intruder(desk: Desk, module_database: Database) -> Iterator[Intruder]:
    with Intruder(module_database).at_work() as intruder:
        yield intruder
        intruder.connection.rollback()
