"""A line that was set aside is put right by a person: it becomes a record, or is said to be nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.actions import recording
from homeward.ledger.actions.naming import short_name
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.keying import keep_typed
from homeward.lists.actions.looking import typed_row
from homeward.lists.actions.turns import wait_for_list
from homeward.lists.core.keyed import Cells, cells_of, keyed_row
from homeward.lists.core.plan import Row
from homeward.lists.models import List, SetAside, SettledRow, Upload, Version
from homeward.lists.queries import keyings
from homeward.lists.queries.fitting import fitting
from homeward.lists.queries.sealed import WasClosed, lines
from homeward.lists.queries.settled import gone_on, settled
from homeward.lists.queries.standing import is_withdrawn
from homeward.moments import Interval
from homeward.people import actions as people
from homeward.people.core.told import Told
from homeward.refusals import Refused

STORED, LEFT_OUT = "stored", "left out"


class NoSuchLine(Refused):
    """There is no such line among those that were set aside, or none that you may see."""


class AlreadySettled(Refused):
    """Somebody settled this line before."""


class NotSettled(Refused):
    """Nothing is settled about this line that could be taken back."""


class GoneOn(Refused):
    """A later version of the list goes on from the record of this line."""


class NotYetARecord(Refused):
    """What was typed names nobody, or may be read in several ways."""


class Nobody(StrEnum):
    """Why a line is no person's; a closed list, since it stays readable for ever."""

    HEADING = "heading"
    SUM = "sum"
    BLANK = "blank"
    TWICE = "twice"
    NO_PERSON = "no person"


@dataclass(frozen=True, slots=True)
class SettledLine:
    """What became of a line: settled as what, whose record it is; or that another person must type it, and in what two differ.

    `ref` is the short name of the statement that says so.
    """

    line: UUID
    settled: str = ""
    person: UUID | None = None
    record: UUID | None = None
    waits: bool = False
    differing: tuple[str, ...] = ()
    ref: str = ""


@transaction.atomic
def settle_row(
    *,
    case: CaseView,
    line: UUID,
    typed: Mapping[str, str],
    person: UUID | None = None,
    by: Actor,
    at: datetime,
) -> SettledLine:
    """Put a line right as one record, typed by the names of fields; of a picture two different people must type the same.

    It is a further record of `person`, or of the entry of the version before that it surely is; else somebody new.
    """
    access.require(by, "list.settle", case.compartment_id)
    row, version = _open_line(case, line)
    cells = cells_of(typed)
    upload = Upload.objects.get(id=version.version_id)
    if keyings.is_pictured(upload):
        keep_typed(upload, line, {row.number: dict(typed)}, by, at)
        said = keyed_row(
            row.number, [each for each in keyings.typed(upload, line).get(row.number, {}).values() if each]
        )
        if said.agreed is None:
            fields = tuple(field.value for field in said.differing)
            return SettledLine(line, waits=True, differing=fields)
        cells = said.agreed
    tidied = _tidied(case, cells, at)
    whose = person or fitting(row, version, tidied.values)
    told = Told(speaker=_authority(version), speaker_kind="body", said=_said(version, at), words=_words(row))
    once = _turn(line, "settled")
    if whose is None:
        made = people.enter(case=case, values=tidied.values, told=told, once=once, by=by, at=at)
    else:
        made = people.say(case=case, person=whose, values=tidied.values, told=told, once=once, by=by, at=at)
    ref = _settle(case, row, version, by, at, settled=STORED, record=made.statement, person=made.person)
    return SettledLine(line, STORED, made.person, made.statement, ref=ref)


@transaction.atomic
def leave_row_out(*, case: CaseView, line: UUID, why: Nobody, by: Actor, at: datetime) -> SettledLine:
    """Say that a line is no person's record, and why."""
    access.require(by, "list.settle", case.compartment_id)
    try:
        reason = Nobody(why)
    except ValueError as fault:
        raise Refused("This is no reason of the list.", where="why", instead=", ".join(Nobody)) from fault
    row, version = _open_line(case, line)
    ref = _settle(case, row, version, by, at, settled=LEFT_OUT, reason=reason.value)
    return SettledLine(line, LEFT_OUT, ref=ref)


@transaction.atomic
def reopen_row(*, case: CaseView, line: UUID, reason: str, once: UUID, by: Actor, at: datetime) -> str:
    """Take back what was settled about a line: it waits again. Gives the short name of what was taken back.

    What was settled and the record that came of it are withdrawn by further statements; all of them stay in the ledger. Raises
    GoneOn where a later version goes on from that record, and NotSettled where nothing is settled.
    """
    access.require(by, "list.settle", case.compartment_id)
    row = SetAside.objects.filter(id=line, case_id=case.id).first()
    version = Version.objects.filter(version_id=row.version_id).first() if row else None
    if row is None or version is None:
        raise NoSuchLine(where=str(line), instead="See what is set aside: homeward lists aside.")
    wait_for_list(version.list_id)
    told = settled(line)
    if told is None:
        raise NotSettled(where=str(line), instead="It waits to be put right.")
    _words(row)  # a line that was closed could never be settled again
    if told.record_id is not None and (number := gone_on(version, told.record_id)):
        raise GoneOn(
            where=str(line), instead=f"Take version {number} back first, or correct it on the page of the person."
        )
    if told.person_id is not None:
        reason = people.refuse_naming(case, told.person_id, reason, "reason")
    refs = dict(Statement.objects.filter(id__in=[told.statement_id, told.record_id]).values_list("id", "ref"))
    for statement in (told.statement_id, told.record_id):
        if statement in refs:
            ledger.withdraw(
                case=case, ref=refs[statement], reason=reason, once=uuid5(once, refs[statement]), by=by, at=at
            )
    return str(refs[told.statement_id])


def _open_line(case: CaseView, line: UUID) -> tuple[SetAside, Version]:
    row = SetAside.objects.filter(id=line, case_id=case.id).first()
    version = Version.objects.filter(version_id=row.version_id).first() if row else None
    if row is None or version is None:
        raise NoSuchLine(where=str(line), instead="See what is set aside: homeward lists aside.")
    wait_for_list(version.list_id)
    if settled(line) is not None:
        raise AlreadySettled(where=str(line), instead="Correct the record on the page of the person.")
    if is_withdrawn(version.version_id):
        raise Refused("This version was withdrawn.", where=str(line))
    return row, version


def _tidied(case: CaseView, cells: Cells, at: datetime) -> Row:
    """What was typed as one record, with nothing left open."""
    seen = typed_row(case, cells, at=at)
    if seen.questions or not seen.rows:
        why = [question.words for question in seen.questions] + [each.reason for each in seen.set_aside]
        raise NotYetARecord(where="typed", instead=" ".join(why) or "Type at least a name.")
    return seen.rows[0]


def _authority(version: Version) -> str:
    source = List.objects.values_list("authority_id", flat=True).get(list_id=version.list_id)
    return Source.objects.values_list("name", flat=True).get(id=source)


def _said(version: Version, at: datetime) -> str:
    """When the list was given: the day that it is of, else that of its receiving."""
    declared = Interval.from_json(version.declared) if version.declared else None
    return min(declared.start if declared and declared.start else version.recorded_at, at).isoformat()


def _words(row: SetAside) -> str:
    """The line as it came."""
    held = lines(row.compartment_id, [(row.id, bytes(row.box))])
    if row.id not in held:
        raise WasClosed("This line is closed: somebody who stood in it was forgotten.", where=str(row.id))
    return " | ".join(held[row.id]["cells"])[:50_000]


def _settle(
    case: CaseView,
    row: SetAside,
    version: Version,
    by: Actor,
    at: datetime,
    *,
    settled: str,
    record: UUID | None = None,
    person: UUID | None = None,
    reason: str = "",
) -> str:
    act = _turn(row.id, "row-settled")
    content = kinds.RowSettled(
        list=version.list_id,
        version=version.version_id,
        row=row.id,
        settled=settled,
        record=record,
        person=person,
        reason=reason,
    )
    entry = Entry(
        id=act,
        ref=short_name(case.id, act, "v"),
        case=case.id,
        compartment=case.compartment_id,
        by=by.id,
        at=at,
        content=content,
        text=reason,
    )
    recording.record([entry])
    return entry.ref


def _turn(line: UUID, word: str) -> UUID:
    """The id of an act on a line; once it was taken back, the same act is another one."""
    before = SettledRow.objects.filter(aside_id=line).count()
    return uuid5(line, f"{word} {before}" if before else word)
