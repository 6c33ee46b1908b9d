"""Everything that is kept of a version, as an export of the ledger shows it, and the root over it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier

import ledger_verifier
from homeward.hostilities.core import kept


def kept_root(version: UUID) -> str:
    """The root over what lies there of a version now."""
    return kept.root(_lines(version))


def _lines(version: UUID) -> Iterator[bytes]:
    columns = SQL(", ").join(map(Identifier, ledger_verifier.SERIES))
    told = SQL("COPY (SELECT {} FROM hostilities_kept WHERE version_id = {}) TO STDOUT").format(columns, version)
    # Values stand in the command itself: the cursor that counts questions takes no others.
    with connection.cursor() as cursor, cursor.copy(told) as rows:
        for line in rows:  # each comes whole, with its end
            yield bytes(line)[:-1]
