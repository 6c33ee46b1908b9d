"""What the tests about talks may ask for beside the rest: commands."""

from __future__ import annotations

from tests.doors.cli.conftest import homeward

__all__ = ["homeward"]
