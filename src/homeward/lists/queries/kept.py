"""Everything that is kept of a version, as an export of the ledger shows it, and the root over it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

import ledger_verifier
from homeward.lists.core import kept


def kept_root(version: UUID) -> str:
    """The root over what lies there of a version now."""
    return kept.root(_lines(version))


def _lines(version: UUID) -> Iterator[bytes]:
    columns = ", ".join(ledger_verifier.LISTS)
    with connection.cursor() as cursor:
        told = f"COPY (SELECT {columns} FROM lists_kept WHERE version_id = %s) TO STDOUT"
        with cursor.copy(told, [version]) as rows:
            ended = b""
            for part in rows:
                *lines, ended = (ended + bytes(part)).split(b"\n")
                yield from lines
