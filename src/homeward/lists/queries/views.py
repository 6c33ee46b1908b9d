"""What lists answer with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.lists.core.answers import Answers
from homeward.lists.core.keyed import KeyedRow
from homeward.moments import Interval
from homeward.people.core.values import Values


@dataclass(frozen=True, slots=True)
class UploadView:
    """A file that came in: for which list, how far it is, what a look at it counted. No name: the file is closed.

    `number` is that of the version which it became. Rows, lines set aside, questions and warnings are none before the first look.
    """

    id: UUID
    list: UUID
    authority: str
    title: str
    name: str | None
    media_type: str
    state: str
    declared: Interval | None
    received_at: datetime
    received_by: str
    rows: int | None
    aside: int | None
    asked: int | None
    warned: int | None
    number: int | None = None
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A file with the report of the last look at it (`lists check`, with what would change), and what is settled about it.

    `keyed` are the rows that people typed of a picture, each with what differs.
    """

    upload: UploadView
    report: Mapping[str, Any] | None
    answers: Answers | None
    keyed: tuple[KeyedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """A publication of a list, with what came of it; `changes` counts rows by what became of them, those gone and those kept."""

    id: UUID
    list: UUID
    authority: str
    title: str
    number: int
    declared: Interval | None
    recorded_at: datetime
    recorded_by: str
    media_type: str
    digest: str
    stored: int
    set_aside: int
    changes: Mapping[str, int]
    withdrawn: bool
    closed: bool
    removals: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of an authority: its last version that counts, how many there were, what waits on the desk.

    `waiting` files are known of the present alone: none, of the past.
    """

    id: UUID
    authority: str
    title: str
    versions: int
    last: VersionView | None
    open_lines: int
    waiting: int | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a version with what it says, and what it said before; no values: the person was forgotten.

    Sheet and line are 0 where no row of the file gives the entry.
    """

    sheet: int
    number: int
    change: str
    record: UUID
    person: UUID
    values: Values | None
    before: Values | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsView:
    """A page of rows; `count` counts all of them."""

    version: VersionView
    rows: tuple[RowView, ...]
    count: int

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return tuple(dict.fromkeys(row.person for row in self.rows if row.values or row.before))


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """How two versions of a list differ: counts of all, and the entries of one kind, page by page."""

    one: VersionView
    other: VersionView
    counts: Mapping[str, int]
    rows: tuple[RowView, ...] = ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return tuple(dict.fromkeys(row.person for row in self.rows if row.values or row.before))


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as a file gives it, beside what was said of it before: nothing before where it is new, nothing now where it went.

    `person` is whose it is in the register, if anybody's; `into` is the other one of a pair that may be one person, for `why`.
    """

    change: str
    sheet: str
    row: int
    person: UUID | None
    before: Values | None
    values: Values | None
    fields: tuple[str, ...] = ()
    why: str = ""
    into: UUID | None = None


@dataclass(frozen=True, slots=True)
class AsideView:
    """A line that was set aside: where, why, its cells with the headings over them; no cells: it is closed.

    `typed` proposes what a person would type, by the names of fields. `settled` says what became of it ("" while it waits),
    `settled_as` is the short name of the statement that says so, `keyed_by` who typed it and waits for a second person.
    """

    id: UUID
    list: UUID
    authority: str
    title: str
    version: UUID
    number: int
    sheet: str | None
    row: int
    code: str
    reason: str | None
    cells: tuple[str, ...] | None
    headings: tuple[str, ...]
    typed: Mapping[str, str]
    recorded_at: datetime
    twice: bool
    settled: str = ""
    settled_as: str = ""
    settled_by: str = ""
    person: UUID | None = None
    keyed_by: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StandView:
    """That somebody stands on a list, or stood: from which version on, up to which, in which row of the last of them.

    `until` is the version on which they stand no more; none while they stand on the last one.
    """

    list: UUID
    authority: str
    title: str
    since: VersionView
    last: VersionView
    until: VersionView | None
    sheet: int
    row: int
    record: UUID
    change: str

    @property
    def stands(self) -> bool:
        return self.until is None
