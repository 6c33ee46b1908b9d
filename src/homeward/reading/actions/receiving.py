"""A report comes in: the file is kept under its digest, each paper in it gets its text, its publication and its place in line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.files.visible import visible
from homeward.ledger.actions.naming import Naming
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.ids import local_id
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Document
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.reading.actions.given import CannotBeReceived, Given
from homeward.reading.actions.turns import wait_for_turn
from homeward.reading.formats.paper import Paper
from homeward.reading.formats.received import taken
from homeward.reading.models import Paper as PaperRow
from homeward.reading.queries.papers import publications_of
from homeward.refusals import Finding, Grade

__all__ = ["CannotBeReceived", "Received", "receive"]
LONGEST_TITLE, LONGEST_OUTLET = 200, 200
NO_TEXT = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class Received:
    """One paper of a file: its document, whether it was new, and what is to be known about it.

    `further` names an outlet that was not known to carry this text before; of a new paper it is empty.
    """

    document: UUID
    title: str
    new: bool
    findings: tuple[Finding, ...] = ()
    further: str = ""


@dataclass(slots=True)
class _Kept:
    """A paper that is kept: the document, what its receiving told of it, and who is known to have carried it."""

    document: UUID
    digest: bytes
    text_digest: str
    media_type: str
    language: str
    title: str
    part: int
    outlets: set[str] = field(default_factory=set)


@transaction.atomic
def receive(
    *,
    case: CaseView,
    name: str,
    data: bytes,
    outlet: str = "",
    published: str = "",
    url: str = "",
    language: str = "",
    encoding: str = "",
    by: Actor,
    at: datetime,
) -> list[Received]:
    """Take a file in: keep it as it came, and put each paper of it before the readers. What came before is told, not kept twice.

    What is given counts before what the file says of itself. A text that came before and is now carried by another outlet is
    a further publication of it. Raises Refused when the file cannot be read as text, and CannotBeReceived when what was
    given cannot be understood.
    """
    access.require(by, "report.receive", case.compartment_id)
    papers = taken(name, data, encoding=encoding)
    given = Given(case, outlet.strip(), published.strip(), url.strip(), language.strip(), at)
    wait_for_turn(case)
    receiving = _Receiving(case, given, name, data, len(papers) > 1, Naming(case, by, at))
    received = [receiving.take(number, paper) for number, paper in enumerate(papers, start=1)]
    if receiving.naming.entries:
        record(receiving.naming.entries)
    return received


class _Receiving:
    """One file on its way in; `naming.entries` is what goes on the record."""

    def __init__(self, case: CaseView, given: Given, name: str, data: bytes, several: bool, naming: Naming) -> None:
        self.case, self.given, self.data, self.several = case, given, data, several
        self.name = " ".join(visible(name)[0].split())[:LONGEST_TITLE] or "a file"
        self.digest = hashlib.sha256(data).digest()
        self.naming = naming
        self._seen: dict[str, _Kept] = {}

    def take(self, number: int, paper: Paper) -> Received:
        """Keep one paper, or tell that it came before and who carries it now."""
        notes: list[Finding] = []
        part = number if self.several else 0
        text_digest = hashlib.sha256(paper.text.encode()).hexdigest()
        outlet, url, published = self.given.publication(paper, notes)
        known = self._seen.get(text_digest) or self._known(text_digest, self._document(part))
        if known is None:
            kept = self._keep(part, paper, text_digest)
            self._seen[text_digest] = kept
            self._receive(kept, self._publication(kept, outlet, url, published), f"{kept.document}")
            return Received(kept.document, kept.title, True, (*paper.warnings, *notes))
        self._seen[text_digest] = known
        if known.text_digest != text_digest:
            notes.append(_read_otherwise(self.name))
        if not outlet or outlet.casefold() in known.outlets:
            return Received(known.document, known.title, False, tuple(notes))
        self._keep_file()
        publication = self._publication(known, outlet, url, published)
        self._receive(known, publication, f"{known.document}|{publication}")
        return Received(known.document, known.title, False, tuple(notes), further=outlet)

    def _known(self, text_digest: str, document: UUID) -> _Kept | None:
        """The paper of this text in the case, or of this very file, which may have been read as another text then."""
        rows = PaperRow.objects.filter(case_id=self.case.id, compartment_id=self.case.compartment_id)
        found = rows.filter(text_digest=text_digest).order_by("received_at", "document_id").first()
        found = found or rows.filter(document_id=document).first()
        if found is None:
            return None
        digest = Document.objects.values_list("digest", flat=True).get(id=found.document_id)
        return _Kept(
            document=found.document_id,
            digest=bytes(digest),
            text_digest=found.text_digest,
            media_type=found.media_type,
            language=found.language,
            title=found.title,
            part=found.part,
            outlets={outlet.casefold() for _, outlet, _ in publications_of(found.document_id)},
        )

    def _keep(self, part: int, paper: Paper, text_digest: str) -> _Kept:
        """Keep the original of a new paper: the file itself, or the text of one of its several papers."""
        if self.several:
            self._keep_file()
        elif Document.objects.filter(id=self._document(0)).exists():
            part = 1  # the file was kept for its bytes alone
        kept = _Kept(
            document=self._document(part),
            digest=self.digest,
            text_digest=text_digest,
            media_type=paper.media_type,
            language=self.given.tongue(paper),
            title=_title(paper, self.name),
            part=part,
        )
        self._store(kept, paper.text, b"" if part else self.data)
        return kept

    def _keep_file(self) -> None:
        """Keep a file whose papers are documents of their own, or were here before, as the original that it is."""
        document = self._document(0)
        if Document.objects.filter(id=document).exists():
            return
        kept = _Kept(
            document=document,
            digest=self.digest,
            text_digest=NO_TEXT,
            media_type="application/octet-stream",
            language="",
            title=self.name,
            part=0,
        )
        self._store(kept, "", self.data)
        self._receive(kept, None, f"{document}", only_kept=True)

    def _store(self, kept: _Kept, text: str, data: bytes) -> None:
        Document.objects.create(
            id=kept.document,
            case_id=self.case.id,
            compartment_id=self.case.compartment_id,
            digest=kept.digest,
            part=kept.part,
            media_type=kept.media_type,
            language=kept.language,
            text=text,
            bytes=data,
        )

    def _publication(self, kept: _Kept, outlet: str, url: str, published: Interval | None) -> UUID | None:
        """That an outlet carried it, named for the first time."""
        if not outlet:
            return None
        kept.outlets.add(outlet.casefold())
        local = f"{kept.document}|{outlet.casefold()}"
        publication = local_id(self.case.id, "publication", f"received:{local}")
        content = kinds.DocumentNamed(
            publication=publication,
            outlet=self.naming.source(outlet, SourceKind.OUTLET),
            key=publication.hex[:8],
            url=url,
            medium=kept.media_type,
            published=published,
        )
        self.naming.enter(self.naming.act("publication", local, content, outlet, published=published))
        return publication

    def _receive(self, kept: _Kept, publication: UUID | None, local: str, *, only_kept: bool = False) -> None:
        content = kinds.DocumentReceived(
            document=kept.document,
            digest=kept.digest.hex(),
            text_digest=kept.text_digest,
            media_type=kept.media_type,
            title=kept.title,
            publication=publication,
            part=0 if only_kept else kept.part or None,
        )
        self.naming.enter(self.naming.act("document", local, content, kept.title, language=kept.language))

    def _document(self, part: int) -> UUID:
        return local_id(self.case.id, "document", f"received:{self.digest.hex()}:{part}")


def _title(paper: Paper, name: str) -> str:
    """What a paper is called: by itself, else by its first line, else by the file."""
    first = next((line.strip() for line in paper.text.splitlines() if line.strip()), "")
    return (paper.title or first or name)[:LONGEST_TITLE]


def _read_otherwise(name: str) -> Finding:
    return Finding(
        Grade.NOTE,
        "read-otherwise",
        name[:LONGEST_TITLE],
        "This very file came before and was read as another text, which stays: statements may point into it. "
        "To have it beside, save the text as UTF-8 and send that.",
    )
