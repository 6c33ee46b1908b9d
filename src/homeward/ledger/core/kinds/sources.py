"""Who can know or decide, and for whom they act."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.voices import SourceKind
from homeward.moments import Interval


@kind_of("done.source_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNamed:
    """The desk enters a source: a party, a body, a person in office, an outlet or an unnamed voice."""

    source: UUID
    name: str
    source_kind: SourceKind
    key: str = ""
    role: str = ""
    active: Interval | None = None


@kind_of("done.acts_for")
@dataclass(frozen=True, slots=True, kw_only=True)
class ActsFor:
    """The desk notes for whom a source acts; `inferred` is "yes" when nobody said it in so many words."""

    source: UUID
    acts_for: UUID
    inferred: str = ""
    during: Interval | None = None
