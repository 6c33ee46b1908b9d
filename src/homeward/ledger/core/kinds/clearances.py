"""What authorities say of whether a person may pass, and what the desk does about it: asks, relies on it, takes that back.

No personal value stands in any of these: conditions and the words that show it are in the entry's `sealed`, under the key of
the person. That a permission has lapsed is worked out from its last day and recorded nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.clearance import Permission
from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@kind_of("said.permission")
@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionTold:
    """An authority's word about one person, in force during `valid`; `conditions` and `shown` are sealed.

    What shows it is a place in a document (`start` and `end` in code points, the words sealed as `shown`), or the row of a
    version of a list. `reading` and `settled` are the statements by which that row stands in the register: once one of them
    is taken back, this counts no more.
    """

    person: UUID
    authority: UUID
    state: Permission
    valid: Interval | None = None
    document: UUID | None = None
    start: int | None = None
    end: int | None = None
    list: UUID | None = None
    version: UUID | None = None
    record: UUID | None = None
    reading: UUID | None = None
    settled: UUID | None = None
    told_by: UUID | None = None


@kind_of("done.clearance_requested")
@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceRequested:
    """The desk asks an authority that one person may pass, for what; those asked for at once share a batch.

    When it was asked is the entry's `occurred`, through whom its chain.
    """

    person: UUID
    authority: UUID
    purpose: str
    batch: UUID


@kind_of("done.permission_confirmed")
@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionConfirmed:
    """A second person of the desk has looked at these permissions: from now on the desk relies on them."""

    permissions: tuple[UUID, ...]
