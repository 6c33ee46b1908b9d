"""A person decides about what a reader proposed: only then is anything on the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import condition_id
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.heard import Heard, Shown
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.reading import queries
from homeward.reading.actions.reading import proposal_id
from homeward.reading.core.alike import same_words
from homeward.reading.core.marking import Places, marked, mended, places_of
from homeward.reading.core.written_down import as_heard, changed_fields, spans_of
from homeward.reading.models import Copy, Decision, Proposal, Reading, Verdict
from homeward.reading.queries.decisions import last_rows
from homeward.reading.queries.papers import whole_paper
from homeward.reading.queries.views import PaperView
from homeward.refusals import Refused

LONGEST_REASON, MOST_CONDITIONS = 2_000, 100
Found = Mapping[str, Any]


class NoSuchProposal(Refused):
    """No reader proposed this here."""


class DecidedMeanwhile(Refused):
    """Somebody decided about this meanwhile."""


class NothingToTakeBack(Refused):
    """Nothing was decided about this, or it was taken back already."""


@transaction.atomic
def confirm(
    *,
    case: CaseView,
    document: UUID,
    proposal: UUID,
    heard: Heard | None = None,
    places: Places | None = None,
    by: Actor,
    at: datetime,
) -> ledger.Recorded:
    """Put on the record what a reader proposed, as it was proposed or as the person who confirms it wrote it.

    `places` are those of source, cue and content where the person put them right: what shows the statement stands there.
    Raises CannotBeRecorded with every fault beside its field, and NotAPlace when a place is not in the text; sending it
    again records nothing more.
    """
    access.require(by, "reading.confirm", case.compartment_id)
    row = _proposed(case, document, proposal)
    reading = Reading.objects.get(id=row.reading_id)
    found = mended(queries.text_of(case, document), row.found, places) if places else row.found
    return _Confirming(case, document, proposal, row.found, found, reading, by, at).record(heard)


@transaction.atomic
def confirm_missed(
    *,
    case: CaseView,
    document: UUID,
    places: Places,
    heard: Heard,
    by: Actor,
    at: datetime,
) -> ledger.Recorded:
    """Put on the record what stands in a paper and no reader proposed: `places` are those of source, cue and content.

    Raises NotAPlace when one of them is not in the text, or none is of the content.
    """
    access.require(by, "reading.confirm", case.compartment_id)
    text = queries.text_of(case, document)
    found = marked(text, places)
    proposal = proposal_id(document, *(places.get(role, ()) for role in ("source", "cue", "content")))
    return _Confirming(case, document, proposal, found, found, None, by, at).record(heard)


@transaction.atomic
def refuse(*, case: CaseView, document: UUID, proposal: UUID, reason: str = "", by: Actor, at: datetime) -> None:
    """Say that a proposal is none: nothing goes on the record, and the refusal is kept for those who train a reader."""
    access.require(by, "reading.refuse", case.compartment_id)
    row = _proposed(case, document, proposal)
    last = last_rows(document).get(proposal)
    if last is not None and last.verdict == Verdict.REFUSED:
        return
    _undecided(last)
    reading = Reading.objects.get(id=row.reading_id)
    _decide(
        case,
        document,
        proposal,
        last,
        verdict=Verdict.REFUSED,
        reading=reading,
        found=row.found,
        by=by,
        at=at,
        reason=reason,
    )


@transaction.atomic
def take_back(*, case: CaseView, document: UUID, proposal: UUID, reason: str = "", by: Actor, at: datetime) -> str:
    """Take the last decision back: a statement that came of it is withdrawn, and both stay in the ledger.

    The conditions recorded together with it are withdrawn too. Gives the short name of the statement that was withdrawn, or
    nothing where none had come of it.
    """
    access.require(by, "reading.take_back", case.compartment_id)
    last = last_rows(document).get(proposal)
    if last is None or last.verdict == Verdict.TAKEN_BACK or last.case_id != case.id:
        raise NothingToTakeBack(instead="Look at the paper again; somebody may have been quicker.")
    why = reason.strip() or "Confirmed in reading by mistake."
    for ref in (last.ref, *_conditions_of(case, last)) if last.statement_id else ():
        once = uuid5(proposal, f"taken back|{last.number}" + (f"|{ref}" if ref != last.ref else ""))
        ledger.withdraw(case=case, ref=ref, reason=why, once=once, by=by, at=at)
    _decide(case, document, proposal, last, verdict=Verdict.TAKEN_BACK, found=last.found, by=by, at=at, reason=reason)
    return last.ref


def _conditions_of(case: CaseView, decision: Decision) -> list[str]:
    """The short names of the conditions that were recorded together with a statement."""
    assert decision.statement_id, "only what came on the record has conditions"
    ids = [condition_id(decision.statement_id, number) for number in range(MOST_CONDITIONS)]
    found = Statement.objects.filter(case_id=case.id, id__in=ids).order_by("position")
    return list(found.values_list("ref", flat=True))


@dataclass(frozen=True, slots=True)
class _Confirming:
    """One confirmation: what was proposed and where it stands as confirmed, who proposed it (nobody, for what was missed), and
    who confirms."""

    case: CaseView
    document: UUID
    proposal: UUID
    proposed: Found
    found: Found
    reading: Reading | None
    by: Actor
    at: datetime

    def record(self, heard: Heard | None) -> ledger.Recorded:
        """Write down, with what shows it, and keep the decision; the same press again records nothing more."""
        text, paper = queries.text_of(self.case, self.document), queries.paper(self.case, self.document)
        derived = as_heard(text, self.proposed, queries.printed(self.case, paper))
        made = heard or derived
        last = last_rows(self.document).get(self.proposal)
        again = last is not None and last.verdict in (Verdict.CONFIRMED, Verdict.MISSED)
        number = (last.number if last else 0) + (not again)
        recorded = ledger.write_down(
            case=self.case,
            once=uuid5(self.proposal, f"confirmed|{number}"),
            heard=made,
            shown=self._shown(text, paper, made, last if again else None),
            by=self.by,
            at=self.at,
        )
        if not again:
            _undecided(last)
            self._keep(last, recorded, made, self._changed(derived, made))
        return recorded

    def _changed(self, derived: Heard, made: Heard) -> tuple[str, ...]:
        """What the person wrote otherwise than it was proposed, and whether the places were put right."""
        if self.reading is None:
            return ()
        moved = places_of(self.proposed) != places_of(self.found)
        return (*changed_fields(derived, made), *(("places",) if moved else ()))

    def _shown(self, text: str, paper: PaperView, made: Heard, earlier: Decision | None) -> Shown:
        publication = whole_paper(self.case, self.document).publication_id
        if earlier is not None:
            origin = (
                Statement.objects.filter(id=earlier.statement_id or self.document)
                .values_list("origin_id", flat=True)
                .first()
            )
        else:
            origin = _shared_origin(self.case, self.document, made.text)
        return Shown(
            spans=spans_of(self.document, text, self.found),
            carried_by=(publication,) if publication else (),
            published=paper.published,
            origin=origin,
        )

    def _keep(self, last: Decision | None, recorded: ledger.Recorded, made: Heard, changed: tuple[str, ...]) -> None:
        _decide(
            self.case,
            self.document,
            self.proposal,
            last,
            verdict=Verdict.CONFIRMED if self.reading else Verdict.MISSED,
            reading=self.reading,
            found=self.proposed if self.reading else None,
            made=_as_confirmed(self.found, made),
            recorded=recorded,
            changed=changed,
            by=self.by,
            at=self.at,
        )
        if self.reading is not None and recorded.statement is not None:
            ledger.record([self._told(self.reading, recorded.statement, changed)])

    def _told(self, reading: Reading, statement: UUID, changed: tuple[str, ...]) -> Entry:
        """That a named person confirmed what this reader proposed, beside the statement that came of it."""
        act = uuid5(statement, "reading_confirmed")
        content = kinds.ReadingConfirmed(
            statement=statement,
            document=self.document,
            proposal=self.proposal,
            reader=reading.reader,
            model=reading.model,
            changed=changed,
        )
        return Entry(
            id=act,
            ref=short_name(self.case.id, act, "d"),
            case=self.case.id,
            compartment=self.case.compartment_id,
            by=self.by.id,
            at=self.at,
            content=content,
            text=reading.reader,
        )


def _as_confirmed(found: Found, made: Heard) -> dict[str, Any]:
    """What was confirmed: the places, and the fields as they were recorded."""
    return {
        **found,
        "recorded": {
            "speaker": made.speaker,
            "via": list(made.via),
            "said": made.said,
            "modality": made.modality,
            "text": made.text,
            "figures": [
                {"op": each.op, "lo": each.lo, "hi": each.hi, "unit": each.unit, "population": each.population}
                for each in made.figures
            ],
            "conditions": [each.text for each in made.conditions],
        },
    }


def _shared_origin(case: CaseView, document: UUID, words: str) -> UUID | None:
    """The origin of a statement of the same words that was confirmed in a near-copy: one utterance, told by several outlets."""
    near = {*Copy.objects.filter(document_id=document).values_list("of_id", flat=True)}
    near |= {*Copy.objects.filter(of_id=document).values_list("document_id", flat=True)}
    rows = Decision.objects.filter(document_id__in=near, statement_id__isnull=False, case_id=case.id)
    standing = {row.statement_id for row in rows if row.statement_id and _stands(row)}
    for statement in Statement.objects.filter(id__in=standing).order_by("position"):
        if same_words(statement.text, words):
            return statement.origin_id
    return None


def _stands(row: Decision) -> bool:
    last = last_rows(row.document_id)[row.proposal_id]
    return last.id == row.id


def _proposed(case: CaseView, document: UUID, proposal: UUID) -> Proposal:
    """The proposal as the reader that counts most has it: the built-in one first, then the latest."""
    rows = Proposal.objects.filter(case_id=case.id, document_id=document, proposal_id=proposal)
    readings = {each.id: each for each in Reading.objects.filter(id__in=[row.reading_id for row in rows])}
    ordered = sorted(
        rows, key=lambda row: (not readings[row.reading_id].built_in, -readings[row.reading_id].asked_at.timestamp())
    )
    if not ordered:
        raise NoSuchProposal(where=str(proposal), instead="Look at the paper again; it may have been read anew.")
    return ordered[0]


def _undecided(last: Decision | None) -> None:
    if last is not None and last.verdict != Verdict.TAKEN_BACK:
        raise DecidedMeanwhile(instead="Look at the paper again; take that back first if it is wrong.")


def _decide(
    case: CaseView,
    document: UUID,
    proposal: UUID,
    last: Decision | None,
    *,
    verdict: Verdict,
    by: Actor,
    at: datetime,
    reading: Reading | None = None,
    found: Found | None = None,
    made: dict[str, Any] | None = None,
    recorded: ledger.Recorded | None = None,
    changed: tuple[str, ...] = (),
    reason: str = "",
) -> None:
    try:
        with transaction.atomic():
            Decision.objects.create(
                document_id=document,
                case_id=case.id,
                compartment_id=case.compartment_id,
                proposal_id=proposal,
                number=last.number + 1 if last else 1,
                verdict=verdict,
                reader=reading.reader if reading else "",
                model=reading.model if reading else "",
                found=found,
                made=made,
                changed=list(changed),
                statement_id=recorded.statement if recorded else None,
                ref=recorded.ref if recorded else "",
                reason=reason.strip()[:LONGEST_REASON].replace("\0", ""),
                decided_by=by.id,
                decided_at=at,
            )
    except IntegrityError as taken:
        raise DecidedMeanwhile(instead="Look at the paper again.") from taken
