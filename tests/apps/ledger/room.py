"""A later room, as small as one can be: how many letters each statement has."""

from __future__ import annotations

from django.db import connections

TABLES = ("room_word",)
MADE = """
    SET ROLE homeward_migrator;
    CREATE TABLE room_word (id uuid PRIMARY KEY, words int NOT NULL);
    GRANT SELECT, INSERT, DELETE ON room_word TO homeward_projector;
"""


def apply(*, before: int, last: int, using: str = "default") -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "INSERT INTO room_word SELECT id, length(text) FROM ledger_statement s"
            " WHERE s.position > %s AND s.position <= %s",
            [before, last],
        )
