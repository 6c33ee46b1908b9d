"""A paper is read: what a reader proposes is kept beside it, and what it is a copy of is found."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access.models import Actor, ActorKind
from homeward.ledger.models import Document
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.reading import queries
from homeward.reading.actions.turns import wait_for_paper, wait_for_turn
from homeward.reading.core import near
from homeward.reading.core.named import Register
from homeward.reading.core.proposals import Proposal as Proposed
from homeward.reading.engines.readers import reader_for
from homeward.reading.formats.predictions import statement_form
from homeward.reading.models import Copy, Mark, Paper, Proposal, Reading, State
from homeward.reading.queries.papers import whole_paper
from homeward.refusals import Refused

CANDIDATES = 20
"""Papers with the most runs in common that are held against a new one."""


@transaction.atomic
def read(*, case: CaseView, document: UUID, language: str = "", by: Actor, at: datetime) -> UUID:
    """Read a paper with the built-in reader of its language; gives the reading. Read again, it is another reading.

    What cannot be read says why in its reading: nothing is proposed then, and the paper is there all the same.
    """
    access.require(by, "report.read", case.compartment_id)
    row = whole_paper(case, document)
    view, text = queries.paper(case, document), queries.text_of(case, document)
    reading = Reading(
        document_id=document,
        case_id=case.id,
        compartment_id=row.compartment_id,
        reader="",
        model="",
        language=language or _tongue(row.language),
        built_in=True,
        state=State.READ,
        why="",
        asked_by=by.id,
        asked_at=at,
        done_at=at,
    )
    found: list[Proposed] = []
    try:
        reader = reader_for(text, reading.language)
    except Refused as refused:
        reading.state, reading.why = State.FAILED, f"{refused.message} {refused.instead}".strip()
    else:
        reading.reader, reading.model, reading.language = reader.name, reader.hash, reader.language
        found = reader.read(text, queries.printed(case, view).published)
        reading.unread = [list(place) for place in reader.unread(text, found)]
        if (until := reader.until(text)) < len(text):
            reading.told = [f"Read up to character {until:,} of {len(text):,}; the rest was not read."]
    reading.save(force_insert=True)
    propose(reading, text, found)
    return reading.id


def read_as_the_desk(*, document: UUID, compartment: UUID, at: datetime) -> None:
    """Find what a paper that came in is a copy of, and read it, each once; the desk itself acts, in this compartment alone."""
    with transaction.atomic():
        _, case, row = _as_the_desk(document, compartment)
        if row is None or case is None:
            return
        wait_for_turn(case)
        if not Mark.objects.filter(document_id=document).exists():
            find_copies(row)
    with transaction.atomic():
        system, case, _ = _as_the_desk(document, compartment)
        wait_for_paper(document)
        if case is not None and not Reading.objects.filter(document_id=document, built_in=True).exists():
            read(case=case, document=document, by=system, at=at)


def _as_the_desk(document: UUID, compartment: UUID) -> tuple[Actor, CaseView | None, Paper | None]:
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.enter(system.id, only=compartment)
    row = Paper.objects.filter(document_id=document).first()
    return system, next((each for each in cases.cases() if row and each.id == row.case_id), None), row


def propose(reading: Reading, text: str, found: list[Proposed]) -> None:
    """Keep what a reading found, each under an id that follows from its places."""
    register = Register(queries.known_names(reading.case_id))
    kept: dict[UUID, Proposal] = {}
    for number, one in enumerate(found, start=1):
        proposal = proposal_id(reading.document_id, one.source, one.cue, one.content)
        kept.setdefault(
            proposal,
            Proposal(
                reading_id=reading.id,
                proposal_id=proposal,
                document_id=reading.document_id,
                case_id=reading.case_id,
                compartment_id=reading.compartment_id,
                number=number,
                start=one.content[0][0],
                confidence=round(one.confidence, 3),
                found=statement_form(text, one, register),
            ),
        )
    Proposal.objects.bulk_create(kept.values())


def proposal_id(document: UUID, *places: Any) -> UUID:
    """The id of whatever stands at these places of a document: source, cue, content."""
    return uuid5(document, "|".join(",".join(f"{start}-{end}" for start, end in pieces) for pieces in places))


def find_copies(paper: Paper) -> None:
    """Find the earlier papers of the case and compartment with which this one shares half or more."""
    text = Document.objects.values_list("text", flat=True).get(id=paper.document_id)
    kept = near.signature(text)
    common = {"case_id": paper.case_id, "compartment_id": paper.compartment_id}
    copies: list[Copy] = []
    for other in _candidates(paper, list(kept.hashes)):
        there = Document.objects.values_list("text", flat=True).get(id=other)
        likeness = near.alike(kept, near.signature(there))
        if likeness.near_copy:
            copies.append(Copy(document_id=paper.document_id, of_id=other, share=round(likeness.share, 3), **common))
    Copy.objects.bulk_create(copies, ignore_conflicts=True)
    Mark.objects.bulk_create(
        (Mark(document_id=paper.document_id, mark=mark, **common) for mark in set(kept.hashes)), ignore_conflicts=True
    )


def _candidates(paper: Paper, marks: list[int]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT m.document_id FROM reading_mark m
            WHERE m.case_id = %s AND m.mark = ANY (%s) AND m.compartment_id = %s AND m.document_id <> %s
            GROUP BY m.document_id ORDER BY count(*) DESC, m.document_id LIMIT %s
            """,
            [paper.case_id, marks, paper.compartment_id, paper.document_id, CANDIDATES],
        )
        return [document for (document,) in cursor.fetchall()]


def _tongue(language: str) -> str:
    """The language that a paper was said to be in, if it is one that can be read; else the letters decide."""
    code = language.partition("-")[0].lower()
    return code if code in ("en", "ru", "ar") else ""
