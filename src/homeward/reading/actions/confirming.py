"""A person confirms what a reader proposed, or what none did: only then is anything on the record."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.heard import Heard, Shown
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.reading import queries
from homeward.reading.actions.decided import Decided, DecidedMeanwhile, Found, conditions_of, proposed, undecided
from homeward.reading.actions.reading import proposal_id
from homeward.reading.actions.turns import wait_for_turn
from homeward.reading.core.marking import ROLES, Places, marked, mended, places_of
from homeward.reading.core.written_down import as_heard, changed_fields, spans_of
from homeward.reading.models import Decision, Reading, Verdict
from homeward.reading.queries.copies import confirmed_in_copies, of_the_same_words
from homeward.reading.queries.decisions import last_rows
from homeward.reading.queries.papers import publications_of, whole_paper


@transaction.atomic
def confirm(
    *,
    case: CaseView,
    document: UUID,
    proposal: UUID,
    heard: Heard | None = None,
    places: Places | None = None,
    once: UUID | None = None,
    by: Actor,
    at: datetime,
) -> ledger.Recorded:
    """Put on the record what a reader proposed, as it was proposed or as the person who confirms it wrote it.

    `places` are those of source, cue and content where the person put them right: what shows the statement stands there.
    The same person sending it again records nothing more; `once` is the key of a form or a program, under which an act counts
    once also when it was taken back since. Raises CannotBeRecorded with every fault beside its field, NotAPlace when
    a place is not in the text, and DecidedMeanwhile when it was decided otherwise or by somebody else.
    """
    access.require(by, "reading.confirm", case.compartment_id)
    wait_for_turn(case)
    row = proposed(case, document, proposal)
    reading = Reading.objects.get(id=row.reading_id)
    found = mended(queries.text_of(case, document), row.found, places) if places else row.found
    return _Confirming(case, document, proposal, row.found, found, reading, once, by, at).record(heard)


@transaction.atomic
def confirm_missed(
    *,
    case: CaseView,
    document: UUID,
    places: Places,
    heard: Heard,
    once: UUID | None = None,
    by: Actor,
    at: datetime,
) -> ledger.Recorded:
    """Put on the record what stands in a paper and no reader proposed: `places` are those of source, cue and content.

    Raises NotAPlace when one of them is not in the text, or none is of the content.
    """
    access.require(by, "reading.confirm", case.compartment_id)
    wait_for_turn(case)
    whole_paper(case, document)
    found = marked(queries.text_of(case, document), places)
    sorted_places = {role: sorted(set(places.get(role, ()))) for role in ROLES}
    proposal = proposal_id(document, *sorted_places.values())
    return _Confirming(case, document, proposal, found, found, None, once, by, at).record(heard)


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
    once: UUID | None
    by: Actor
    at: datetime

    def record(self, heard: Heard | None) -> ledger.Recorded:
        """Write down, with what shows it, and keep the decision; the same press again records nothing more."""
        last = last_rows(self.document).get(self.proposal)
        decision = Decided(self.case, self.document, self.proposal, last, self.once, self.by, self.at)
        before = decision.made_before() or (last if self._is_again(last) else None)
        if before is not None:
            return self._again(before, heard)
        undecided(last)
        text, paper = queries.text_of(self.case, self.document), queries.paper(self.case, self.document)
        derived = as_heard(text, self.proposed, queries.printed(self.case, paper))
        made = heard or derived
        told = of_the_same_words(confirmed_in_copies(self.document), made.text)
        recorded = self._write_down(
            last.number + 1 if last else 1, made, self._shown(text, told.origin if told else None)
        )
        changed = self._changed(derived, made)
        decision.keep(
            Verdict.CONFIRMED if self.reading else Verdict.MISSED,
            reading=self.reading,
            found=self.proposed if self.reading else None,
            made=_as_confirmed(self.found, made),
            recorded=recorded,
            changed=changed,
        )
        if self.reading is not None and recorded.statement is not None:
            ledger.record([self._told(self.reading, recorded.statement, changed)])
        return recorded

    def _changed(self, derived: Heard, made: Heard) -> tuple[str, ...]:
        """What the person wrote otherwise than it was proposed, and whether the places were put right."""
        if self.reading is None:
            return ()
        moved = places_of(self.proposed) != places_of(self.found)
        return (*changed_fields(derived, made), *(("places",) if moved else ()))

    def _is_again(self, last: Decision | None) -> bool:
        """Whether the same person confirmed this last."""
        return last is not None and last.statement_id is not None and last.decided_by == self.by.id

    def _again(self, before: Decision, heard: Heard | None) -> ledger.Recorded:
        """What was recorded then; other words than those are not taken for a repetition."""
        if before.statement_id is None:
            raise DecidedMeanwhile(instead="Look at the paper again.")
        if heard is not None and before.made is not None and _recorded_fields(heard) != before.made["recorded"]:
            raise RecordedOtherwise(where=before.ref, instead="Correct it, or take it back and confirm it anew.")
        return ledger.Recorded(before.ref, tuple(conditions_of(before)), before.statement_id)

    def _write_down(self, number: int, made: Heard, shown: Shown) -> ledger.Recorded:
        once = uuid5(self.proposal, f"confirmed|{number}")
        return ledger.write_down(case=self.case, once=once, heard=made, shown=shown, by=self.by, at=self.at)

    def _shown(self, text: str, origin: UUID | None) -> Shown:
        carried = publications_of(self.document)
        days = [published for _, _, published in carried if published is not None]
        return Shown(
            spans=spans_of(self.document, text, self.found),
            carried_by=tuple(publication for publication, _, _ in carried),
            published=min(days, key=_by_when) if days else None,
            origin=origin,
        )

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
    return {**found, "recorded": _recorded_fields(made)}


def _recorded_fields(made: Heard) -> dict[str, Any]:
    """Every field of what was written down, as JSON gives it back."""
    fields: dict[str, Any] = json.loads(json.dumps(asdict(made)))
    return fields


def _by_when(published: Interval) -> datetime:
    return published.start or published.until or datetime.max.replace(tzinfo=UTC)
