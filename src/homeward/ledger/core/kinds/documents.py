"""Publications that carry statements, and the originals that the desk holds."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.moments import Interval


@kind_of("done.document_named")
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNamed:
    """A publication is known: its outlet, its day, its address. The desk need not hold it."""

    publication: UUID
    outlet: UUID
    key: str = ""
    url: str = ""
    medium: str = ""
    published: Interval | None = None


@kind_of("done.document_received")
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReceived:
    """An original came in and is kept under its digest (SHA-256, lower hex) with the text that spans point into.

    `part` counts the papers of a file that holds several, as a feed does; each is a document with the file's digest. Part 0 is
    a file that is kept for its bytes alone. A text that came before and that another publication carries now is received
    again as the same document, with that publication.
    """

    document: UUID
    digest: str
    text_digest: str
    media_type: str
    title: str = ""
    publication: UUID | None = None
    part: int | None = None
