"""Whether what is kept of versions is what the ledger says of them: files by their digest, rows and lines by counts and root."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.views import CaseView
from homeward.lists.models import Original
from homeward.lists.queries.kept import kept_root
from homeward.lists.queries.sealed import binding
from homeward.lists.queries.versions import lists, versions
from homeward.refusals import Refused
from homeward.seals import boxes


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at, how many files are closed and could not be, and everything that is wrong, in words."""

    versions: int
    closed: int
    wrong: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.wrong


def proved(case: CaseView) -> Proof:
    """Hold every version of the case against its statements; a file whose key was destroyed is counted, not blamed."""
    every = [each for view in lists(case) for each in versions(case, view.id)]
    wrong: list[str] = []
    for each in every:
        where = f"{each.title}, version {each.number}"
        if not each.closed:
            wrong += [f"{where}: {words}" for words in _file(each.id, each.digest)]
        wrong += [f"{where}: {words}" for words in (*_counts(each.id), *_kept(each.id))]
    return Proof(len(every), sum(each.closed for each in every), tuple(wrong))


def _file(version: UUID, digest: str) -> list[str]:
    """What is wrong with the file of a version, whose key is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT original_id FROM lists_version WHERE version_id = %s", [version])
        (id,) = cursor.fetchone()
    original = Original.objects.filter(id=id).first()
    if original is None:
        return ["the file is not there"]
    key = access.data_key(compartment=original.compartment_id, person=original.id)
    try:
        data = boxes.unseal([key] if key else [], bytes(original.box), binding("original", "box", original.id))
    except Refused as refused:
        return [f"the file does not open: {refused.message}"]
    said = {hashlib.sha256(data).hexdigest(), bytes(original.digest).hex()}
    return [] if said == {digest} else ["the file is another one than the ledger says"]


def _kept(version: UUID) -> list[str]:
    """Whether everything that is kept of a version stands under the root of its reading."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT s.entry::jsonb #>> '{content,kept}'
            FROM lists_reading g JOIN ledger_statement s ON s.id = g.statement_id WHERE g.version_id = %s
            """,
            [version],
        )
        (said,) = cursor.fetchone()
    return (
        []
        if said == kept_root(version)
        else ["rows, lines or the box of the file are not those under the root of its reading"]
    )


def _counts(version: UUID) -> list[str]:
    """What of the rows and lines of a version is not as many as its reading says."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT g.stored, (SELECT count(*) FROM lists_row r WHERE r.version_id = g.version_id AND r.sheet > 0),
                   g.set_aside, (SELECT count(*) FROM lists_setaside a WHERE a.version_id = g.version_id),
                   g.same, (SELECT count(*) FROM lists_row r WHERE r.version_id = g.version_id AND r.change IN ('same', 'moved')),
                   0, (SELECT count(*) FROM lists_row r WHERE r.version_id = g.version_id AND r.sheet > 0
                       AND r.change NOT IN ('same', 'moved')
                       AND NOT EXISTS (SELECT FROM people_record p WHERE p.id = r.record_id AND p.person_id = r.person_id
                                       AND p.statement_id = g.statement_id))
            FROM lists_reading g WHERE g.version_id = %s
            """,
            [version],
        )
        found: tuple[Any, ...] = cursor.fetchone()
    told = ("rows are stored", "lines are set aside", "rows are the same", "new rows are of no record of this reading")
    pairs = zip(told, found[::2], found[1::2], strict=True)
    return [f"{said:,} {words} by the ledger, and {there:,} are there" for words, said, there in pairs if said != there]
