"""How far the work on a file is, told while its transaction goes on, which nobody else sees into."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.lists.queries.progress import sign

EACH = 500
"""Lines after which it is told again: a fraction of a millisecond each time."""


class Progress:
    """The lines of a file as they are done. The session of the database says it of itself, and it goes with its transaction:
    of work that was killed nothing is left to be believed.
    """

    def __init__(self, upload: UUID, act: str, all: int) -> None:
        self.upload, self.act, self.all, self.done = upload, act, all, 0
        if all >= EACH:
            self._tell()

    def step(self) -> None:
        """One line more is done."""
        self.done += 1
        if self.done % EACH == 0:
            self._tell()

    def _tell(self) -> None:
        with connection.cursor() as cursor:
            words = sign(self.upload, self.act, self.done, self.all)
            cursor.execute("SELECT set_config('application_name', %s, true)", [words])
