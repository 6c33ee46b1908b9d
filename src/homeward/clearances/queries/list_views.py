"""A permission list as it would be taken: what its words mean, what each row would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.clearances.queries.views import AuthorityView
from homeward.lists.queries import VersionView


@dataclass(frozen=True, slots=True)
class MetWords:
    """Words that a permission list uses for its decisions, in how many rows, and what they are taken to mean ("": asked)."""

    words: str
    count: int
    means: str


@dataclass(frozen=True, slots=True)
class PermissionLine:
    """A row of a permission list with what would follow from it; `before` is how the person stands with the authority now.

    No names: the person was forgotten. Sheet and row are 0 of somebody who stands on the list no more.
    """

    record: UUID
    person: UUID
    names: tuple[str, ...]
    sheet: int
    row: int
    words: str
    would: str
    state: str
    valid_from: date | None
    valid_until: date | None
    before: str
    before_confirmed: bool
    why: str


@dataclass(frozen=True, slots=True)
class PermissionListView:
    """A version of a list read as permissions: what would become of its rows, what its words mean, what is asked first.

    `takes` counts the rows that would be recorded, `asks` those that wait for a person. `headings` are columns that no field
    of the register is for, one of which may say until when. Of one `part` the rows are shown.
    """

    version: VersionView
    ref: str
    authority: AuthorityView
    counts: Mapping[str, int]
    words: tuple[MetWords, ...]
    headings: tuple[str, ...]
    asks: int
    takes: int
    faults: tuple[tuple[str, str], ...]
    part: str
    count: int
    lines: tuple[PermissionLine, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(dict.fromkeys(each.person for each in self.lines if each.names))
