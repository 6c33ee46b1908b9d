"""Lists of people as files bring them: received, read, and what a person settled about them.

The rows stand in the register as records, sealed; these entries hold counts, codes and ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@kind_of("done.list_received")
@dataclass(frozen=True, slots=True, kw_only=True)
class ListReceived:
    """A version of a list came in; `number` counts the versions of the list from 1.

    `digest` is that of the file as it came (SHA-256, lower hex), `declared` the day that the authority put on it, `original`
    the sealed file if the desk keeps it. `title` is what the desk calls the list; a file's own name may name people.
    """

    list: UUID
    version: UUID
    number: int
    authority: UUID
    digest: str
    title: str = ""
    media_type: str = ""
    original: UUID | None = None
    declared: Interval | None = None


@kind_of("done.list_read")
@dataclass(frozen=True, slots=True, kw_only=True)
class ListRead:
    """A version was read into the register: of its rows so many are stored, so many set aside.

    `same` of the stored ones stood in the version before and keep their records, `records` are new; `root` is that of the
    tree over the new ones (people.core.roots, lower hex), in the order of their numbers. `kept` is that over everything else
    that is kept of the version (lists.core.kept): its file, which record each row is, who is gone, what was set aside.
    """

    list: UUID
    version: UUID
    authority: UUID
    stored: int
    set_aside: int
    same: int
    records: int
    root: str
    kept: str = ""
    declared: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column of a sheet holds: the field of the register, and its heading as it was compared."""

    field: str
    heading: str = ""
    sheet: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person answered to a question about a file: its code, the answer, and where it is about one column."""

    code: str
    answer: str
    sheet: str = ""
    number: int | None = None


@kind_of("done.columns_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsSettled:
    """A named person says what the columns of a list hold, and how its days and letters are to be read."""

    list: UUID
    version: UUID
    columns: tuple[Column, ...]
    answers: tuple[Answer, ...] = ()


@kind_of("done.row_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class RowSettled:
    """A named person decides about one row: that it is stored as read, left out, or one with an entry of the version before."""

    list: UUID
    version: UUID
    row: UUID
    settled: str
    record: UUID | None = None
    person: UUID | None = None
    reason: str = ""


@kind_of("done.removals_settled")
@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalsSettled:
    """A named person says what it means that these people stand on a list no more; none of them leaves the register by it."""

    list: UUID
    version: UUID
    settled: str
    people: tuple[UUID, ...]
    reason: str = ""
