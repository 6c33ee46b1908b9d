"""Whether what is kept of versions is what the ledger says of them: files by their digest, values by counts and root."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from homeward.hostilities.models import Version
from homeward.hostilities.queries.kept import kept_root
from homeward.hostilities.queries.sealed import contents
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused


@dataclass(frozen=True, slots=True)
class Proof:
    """How many versions were looked at, and everything that is wrong, in words."""

    versions: int
    wrong: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.wrong


def proved(asked: Asked) -> Proof:
    """Hold every version of the case against its statement."""
    every = list(Version.objects.filter(case_id=asked.case.id).order_by("dataset_id", "number"))
    wrong: list[str] = []
    for each in every:
        where = f"version {each.label} of dataset {each.dataset_id}"
        wrong += [f"{where}: {words}" for words in (*_file(each), *_counts(each), *_kept(each))]
    return Proof(len(every), tuple(wrong))


def _file(version: Version) -> list[str]:
    try:
        contents(version.original_id)
    except Refused as refused:
        return [f"the file is not the one that the ledger tells of: {refused.message}"]
    return []


def _kept(version: Version) -> list[str]:
    return (
        []
        if kept_root(version.version_id) == version.root
        else ["its values are not those under the root of its reading"]
    )


def _counts(version: Version) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT (SELECT count(DISTINCT number) FROM hostilities_value WHERE version_id = %(version)s),
                   (SELECT count(*) FROM hostilities_setaside WHERE version_id = %(version)s)
            """,
            {"version": version.version_id},
        )
        there: tuple[int, int] = cursor.fetchone()
    told = ("rows are stored", "rows are set aside")
    pairs = zip(told, (version.stored, version.set_aside), there, strict=True)
    return [f"{said:,} {words} by the ledger, and {found:,} are there" for words, said, found in pairs if said != found]
