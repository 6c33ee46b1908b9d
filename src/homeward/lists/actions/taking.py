"""A list that was looked at becomes a version: its rows records of the register, the rest set aside, all in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.keeping import keep_departures, keep_rows, keep_set_aside
from homeward.lists.actions.looking import SHRUNK, Look, answers_of, look, sealed
from homeward.lists.actions.progress import Progress
from homeward.lists.actions.receiving import look_at, waiting_upload
from homeward.lists.actions.turns import leave_to_the_worker, wait_for_list
from homeward.lists.core.checked import Outcome
from homeward.lists.core.learned import same_answers, settled_columns
from homeward.lists.core.succession import PART, REMOVED
from homeward.lists.models import Original, State, Upload, Version
from homeward.lists.queries.kept import kept_root
from homeward.lists.queries.mappings import remembered
from homeward.lists.queries.progress import KEPT
from homeward.lists.queries.sealed import key_of
from homeward.lists.queries.standing import next_number
from homeward.lists.queries.uploads import NoSuchUpload
from homeward.moments import Interval
from homeward.people.actions import NamesThePerson, TakenRow, take_records
from homeward.people.core.checking import names_somebody
from homeward.refusals import Findings, Refused, Unacceptable

FEW = 2_000
"""Rows that are taken in while whoever asks waits; more are left to the worker."""


class NeedsAYes(Unacceptable):
    """It can be taken in once somebody says that its warnings were looked at."""


class NeedsAReason(Refused):
    """Say why so many are on the list no more, or that this is only a part of it."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How far a file is, and the version that it became."""

    upload: UUID
    state: State
    number: int | None = None


@transaction.atomic
def take_in(
    *,
    case: CaseView,
    upload: UUID,
    accept_warnings: bool = False,
    gone: str = "",
    reason: str = "",
    by: Actor,
    at: datetime,
) -> TakenIn:
    """Take a file in as the next version of its list; a large one is left to the worker. Done once, however often it is asked.

    `gone` says of those who are not on it, where they are many, that they were "removed", for a `reason` without names, or
    that the file is only a "part" of the list. Raises NeedsAYes with every warning that nobody accepted.
    """
    access.require(by, "list.take_in", case.compartment_id)
    row = waiting_upload(case, upload, State.READY, State.ASKING, State.TAKING, State.TAKEN)
    if row.state == State.TAKING:
        leave_to_the_worker("lists.read", row)  # should its job be lost
    if row.state in (State.TAKEN, State.TAKING):
        return TakenIn(row.id, State(row.state), _number(row.id))
    _answer_gone(row, gone, reason)
    if row.asked and not (gone and row.asked == 1):
        raise Refused("There are questions about this file that nobody answered.", where=str(upload), instead=_OPEN)
    if (row.warned or row.aside) and not accept_warnings:
        raise NeedsAYes(_warnings(row), instead=_LOOK)
    row.state, row.taken_by, row.tries, row.changed_at = State.TAKING, by.id, 0, at
    row.keep()
    if (row.rows or 0) + (row.aside or 0) > FEW:
        leave_to_the_worker("lists.read", row)
        return TakenIn(row.id, State.TAKING)
    return read(case=case, upload=row.id, by=by, at=at)


@transaction.atomic
def read(*, case: CaseView, upload: UUID, by: Actor, at: datetime) -> TakenIn:
    """Make the version of a file that somebody decided to take in; all of it is there afterwards, or nothing."""
    access.require(by, "list.take_in", case.compartment_id)
    row = Upload.objects.filter(id=upload, case_id=case.id).first()
    if row is None:
        raise NoSuchUpload(where=str(upload))
    wait_for_list(row.list_id)
    row = Upload.objects.select_for_update().get(id=upload)
    if row.state != State.TAKING:
        return TakenIn(row.id, State(row.state), _number(row.id))
    seen = look(case, row, at=at)
    if seen.outcome in (Outcome.ASK, Outcome.REJECT):
        # The list went on meanwhile, or the file is read otherwise now: a person looks again.
        return TakenIn(row.id, look_at(case, row, at))
    row.state, row.changed_at = State.TAKEN, at
    row.keep()
    number = _Version(case, row, seen, by, at).record()
    return TakenIn(row.id, State.TAKEN, number)


class _Version:
    """A version on its way into the register and the ledger."""

    def __init__(self, case: CaseView, upload: Upload, seen: Look, by: Actor, at: datetime) -> None:
        self.case, self.upload, self.seen, self.by, self.at = case, upload, seen, by, at
        self.naming = Naming(case, by, at)
        self.authority = self.naming.source(upload.authority, SourceKind.BODY)
        self.declared = Interval.from_json(upload.declared) if upload.declared else None

    def record(self) -> int:
        """Keep the rows, then say in the ledger that they were read; gives the number of the version."""
        case, upload, seen = self.case, self.upload, self.seen
        reading = uuid5(upload.id, "read")
        number = next_number(upload.list_id)
        taken = take_records(case=case, statement_id=reading, rows=self._new(), by=self.by, at=self.at)
        places = [(seen.sheet(row.sheet), row.number) for row in seen.checked.rows]
        keep_rows(case, upload.id, seen.after, places)
        keep_departures(case, upload.id, seen.after)
        keep_set_aside(
            case,
            upload.id,
            [(seen.sheet(line.sheet), line, seen.checked.columns.get(line.sheet)) for line in seen.checked.set_aside],
            at=self.at,
        )
        read = kinds.ListRead(
            list=upload.list_id,
            version=upload.id,
            authority=self.authority,
            stored=len(seen.checked.rows),
            set_aside=len(seen.checked.set_aside),
            same=len(seen.checked.rows) - taken.records,
            records=taken.records,
            root=taken.root,
            kept=kept_root(upload.id),
            declared=self.declared,
        )
        entries = [self._act("received", self._received(number)), *self._settled(), self._act("read", read)]
        record([*self.naming.entries, *entries])
        return number

    def _new(self) -> Iterator[TakenRow]:
        """The rows that are records of their own, numbered in the order of the file."""
        fresh = [row for row in self.seen.after.placed if row.values is not None]
        progress = Progress(self.upload.id, KEPT, len(fresh))
        for number, row in enumerate(fresh, start=1):
            assert row.values is not None
            progress.step()
            yield TakenRow(row.person, row.record, number, row.values)

    def _received(self, number: int) -> kinds.ListReceived:
        original = Original.objects.only("digest").get(id=self.upload.original_id)
        return kinds.ListReceived(
            list=self.upload.list_id,
            version=self.upload.id,
            number=number,
            authority=self.authority,
            digest=bytes(original.digest).hex(),
            title=self.upload.title,
            media_type=self.seen.media_type or self.upload.media_type,
            original=original.id,
            declared=self.declared,
        )

    def _settled(self) -> list[Entry]:
        """What was settled about the columns, unless it is what was known, and about those who are gone."""
        entries = []
        columns, answers = settled_columns(self.seen.answers, self.seen.checked.columns)
        if columns and not same_answers(remembered(self.upload.list_id), columns, answers):
            content = kinds.ColumnsSettled(
                list=self.upload.list_id, version=self.upload.id, columns=columns, answers=answers
            )
            entries.append(self._act("columns", content))
        settled = self.seen.answers.choices.get(SHRUNK, "")
        about = {REMOVED: self.seen.after.gone, PART: self.seen.after.kept}.get(settled, ())
        if about:
            if names_somebody(self.upload.reason, (stood.values for stood in about)):
                raise NamesThePerson(where="reason")
            removals = kinds.RemovalsSettled(
                list=self.upload.list_id,
                version=self.upload.id,
                settled=settled,
                people=tuple(dict.fromkeys(stood.person for stood in about)),
                reason=self.upload.reason,
            )
            entries.append(self._act("removals", removals))
        return entries

    def _act(self, word: str, content: object) -> Entry:
        act = uuid5(self.upload.id, word)
        return Entry(
            **self.naming.shared,
            id=act,
            ref=short_name(self.case.id, act, "v"),
            content=content,
            text=self.upload.title,
        )


def _number(version: UUID) -> int | None:
    return Version.objects.filter(version_id=version).values_list("number", flat=True).first()


def _answer_gone(row: Upload, gone: str, reason: str) -> None:
    """Keep what was said of those who are not on this version."""
    if not gone:
        return
    if gone not in (REMOVED, PART):
        raise Refused(f"Those who are not on it were {REMOVED}, or it is a {PART} of the list.", where="gone")
    if gone == REMOVED and not reason.strip():
        raise NeedsAReason(where="reason")
    key = key_of(row.compartment_id, row.original_id)
    answers = answers_of(row)
    answers = replace(answers, choices={**answers.choices, SHRUNK: gone})
    row.answers_box = sealed(key, answers.as_json(), "upload", "answers_box", row.id)
    row.reason = " ".join(reason.split())


def _warnings(row: Upload) -> Findings:
    findings = Findings()
    if row.aside:
        findings.doubt(
            "set-aside", str(row.id), f"{row.aside:,} rows would be set aside until somebody puts them right."
        )
    if row.warned:
        findings.doubt("warnings", str(row.id), f"{row.warned:,} warnings are told in the report.")
    return findings


_OPEN = "Answer them, or say with --gone of those who are not on it that they were removed, or that it is a part."
_LOOK = "Look at the report, then take it in with the warnings accepted."
