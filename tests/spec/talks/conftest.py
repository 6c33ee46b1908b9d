"""What the tests about talks may ask for beside the rest: commands, and the shared cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.cli.conftest import homeward

__all__ = ["homeward"]


@pytest.fixture(scope="session")
def shared_cases(shared: Path) -> Path:
    """The folder of the shared cases."""
    return shared / "cases"
