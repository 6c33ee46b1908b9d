"""A report comes in: the file is kept under its digest, each paper in it gets its text, its publication and its place in line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from uuid import UUID

from django.db import transaction

from homeward import moments
from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions.naming import Naming
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.ids import local_id
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Document
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval, Precision
from homeward.reading.formats.paper import Paper
from homeward.reading.formats.received import taken
from homeward.reading.models import Paper as PaperRow
from homeward.refusals import Finding, Findings, Grade, Unacceptable

LONGEST_TITLE = 200
OUTLET, PUBLISHED, URL, LANGUAGE = "outlet", "published", "url", "language"


class CannotBeReceived(Unacceptable):
    """This report cannot be taken in as it stands."""


@dataclass(frozen=True, slots=True)
class Received:
    """One paper of a file: its document, whether it was new, and what is to be known about it."""

    document: UUID
    title: str
    new: bool
    findings: tuple[Finding, ...] = ()


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

    What is given counts before what the file says of itself. Raises Refused when the file cannot be read as text, and
    CannotBeReceived when what was given cannot be understood.
    """
    access.require(by, "report.receive", case.compartment_id)
    papers = taken(name, data, encoding=encoding)
    digest = hashlib.sha256(data).digest()
    given = _Given(case, outlet.strip(), published.strip(), url.strip(), language.strip(), at)
    several = len(papers) > 1
    if several:
        _keep(case, digest, 0, papers[0].media_type, "", "", data)
    received: list[Received] = []
    naming = Naming(case, by, at)
    here: dict[str, Received] = {}
    for number, paper in enumerate(papers, start=1):
        known = here.get(paper.text) or _known(case, paper)
        if known is not None:
            received.append(known)
            continue
        part = number if several else 0
        document = _keep(
            case, digest, part, paper.media_type, given.tongue(paper), paper.text, b"" if several else data
        )
        _enter(naming, given, paper, document, digest, part, name)
        here[paper.text] = Received(document, _title(paper, name), False)
        received.append(Received(document, _title(paper, name), True, (*paper.warnings, *given.notes)))
    if naming.entries:
        record(naming.entries)
    return received


def _known(case: CaseView, paper: Paper) -> Received | None:
    """The paper of this text in the case, if it came in before: a feed brings most of its papers again and again."""
    digest = hashlib.sha256(paper.text.encode()).hexdigest()
    found = PaperRow.objects.filter(case_id=case.id, compartment_id=case.compartment_id, text_digest=digest)
    row = found.order_by("received_at").first()
    return Received(row.document_id, row.title, False) if row else None


def _keep(case: CaseView, digest: bytes, part: int, media_type: str, language: str, text: str, data: bytes) -> UUID:
    """Keep an original; a file that is here already stays as it is."""
    document = local_id(case.id, "document", f"received:{digest.hex()}:{part}")
    Document.objects.bulk_create(
        [
            Document(
                id=document,
                case_id=case.id,
                compartment_id=case.compartment_id,
                digest=digest,
                part=part,
                media_type=media_type,
                language=language,
                text=text,
                bytes=data,
            )
        ],
        ignore_conflicts=True,
    )
    return document


def _enter(naming: Naming, given: _Given, paper: Paper, document: UUID, digest: bytes, part: int, name: str) -> None:
    """Enter what names the outlet and the publication for the first time, and the receiving itself."""
    case = naming.case
    publication = None
    if outlet := given.outlet or paper.outlet:
        publication = local_id(case.id, "publication", f"received:{document}")
        published = given.day(paper)
        content = kinds.DocumentNamed(
            publication=publication,
            outlet=naming.source(outlet, SourceKind.OUTLET),
            key=f"{document.hex[:8]}",
            url=given.url or paper.url,
            medium=paper.media_type,
            published=published,
        )
        naming.enter(naming.act("publication", f"{document}", content, outlet, published=published))
    received = kinds.DocumentReceived(
        document=document,
        digest=digest.hex(),
        text_digest=hashlib.sha256(paper.text.encode()).hexdigest(),
        media_type=paper.media_type,
        title=_title(paper, name),
        publication=publication,
        part=part or None,
    )
    naming.enter(naming.act("document", f"{document}", received, _title(paper, name), language=given.tongue(paper)))


def _title(paper: Paper, name: str) -> str:
    """What a paper is called: by itself, else by its first line, else by the file."""
    first = next((line.strip() for line in paper.text.splitlines() if line.strip()), "")
    return (paper.title or first or name)[:LONGEST_TITLE]


class _Given:
    """What the person who sends a file says of it; faults of it are told at once."""

    def __init__(self, case: CaseView, outlet: str, published: str, url: str, language: str, at: datetime) -> None:
        self.case, self.outlet, self.url, self.language, self.at = case, outlet, url, language, at
        self.notes: list[Finding] = []
        findings = Findings()
        self.published = self._read(published, at)
        if published and self.published is None:
            findings.fault(
                "unread-time", PUBLISHED, f'"{published}" could not be read. Try: 4 Nov 2023, 4 Nov 2023 14:30.'
            )
        for where, words, most in ((OUTLET, outlet, 200), (URL, url, 2_000), (LANGUAGE, language, 35)):
            if "\0" in words or len(words) > most:
                findings.fault("too-long", where, f"At most {most} characters, and no NUL among them.")
        if findings.faults:
            raise CannotBeReceived(findings, instead="Mend what is named and send it again.")

    def tongue(self, paper: Paper) -> str:
        return (self.language or paper.language)[:35]

    def day(self, paper: Paper) -> Interval | None:
        """When it was published: as given, else as the file says; what it says and cannot be read is noted."""
        if self.published is not None or not paper.published:
            return self.published
        told = self._read(_as_iso(paper.published), self.at)
        if told is None:
            self.notes.append(
                Finding(
                    Grade.NOTE,
                    "unread-time",
                    PUBLISHED,
                    f'The file says it is of "{paper.published}"; that was not read.',
                )
            )
        return told

    def _read(self, words: str, at: datetime) -> Interval | None:
        if not words or "\0" in words:
            return None
        read = moments.read(words, self.case.zone, reference=at.astimezone(self.case.zone).date())
        return None if read.precision is Precision.UNREAD else read


def _as_iso(words: str) -> str:
    """A time of a mail or a feed (RFC 5322) as ISO 8601; other words as they are."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except ValueError:
        return words
