"""A list comes in: the file is kept as it came, sealed, and looked at; what is open waits for a person."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.files.bounds import FILE, NoText, fits
from homeward.files.kinds import kind_of
from homeward.files.visible import visible
from homeward.ledger.core import writing
from homeward.ledger.core.ids import local_id
from homeward.ledger.queries.views import CaseView
from homeward.lists.actions.looking import look, sealed
from homeward.lists.actions.turns import leave_to_the_worker, wait_for_file, wait_for_list
from homeward.lists.core.answers import Answers
from homeward.lists.core.checked import Outcome
from homeward.lists.models import WAITING, Original, State, Upload, Version
from homeward.lists.queries import keyings
from homeward.lists.queries.sealed import WasClosed, binding, key_of
from homeward.lists.queries.standing import is_withdrawn
from homeward.lists.queries.uploads import NoSuchUpload
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.seals import boxes

LONGEST_NAME = 200
SMALL = 300_000
"""Bytes of a file that is looked at while whoever sent it waits; a larger one is left to the worker."""
_PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "TIFF": "image/tiff", "WebP": "image/webp"}


class CannotBeReceived(Unacceptable):
    """This list cannot be taken in as it was given."""


class AlreadyReceived(Refused):
    """This very file is here already; nothing was changed."""

    def __init__(self, upload: UUID, number: int | None, *, where: str) -> None:
        self.upload, self.number = upload, number
        came = f"It is version {number} of the list." if number else "It waits for a person."
        super().__init__(f"This very file is here already; nothing was changed. {came}", where=where)


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came in: its id, which a version of it takes over, and how far it is."""

    upload: UUID
    state: State


@transaction.atomic
def receive(
    *,
    case: CaseView,
    authority: str,
    title: str,
    name: str,
    data: bytes,
    declared: str = "",
    answers: Answers | None = None,
    by: Actor,
    at: datetime,
) -> Received:
    """Keep a file and look at it: `authority` gave it, `title` is what the desk calls the list, `declared` the day it is of.

    A small file is looked at at once, a large one by the worker. Raises AlreadyReceived for the same bytes again, of whatever
    list of the case they are; a file that was refused or given up is looked at anew.
    """
    access.require(by, "list.receive", case.compartment_id)
    fits(len(data), FILE, "bytes", name)
    if not data:
        raise NoText("This file is empty.", where=_shown(name), instead="Send the file that has the list.")
    findings = Findings()
    authority, title = _named(authority, "authority", findings), _named(title, "list", findings)
    day = writing.when(declared, "declared", zone=case.zone, at=at, findings=findings)
    if findings.faults:
        raise CannotBeReceived(findings)
    list_id = list_id_of(case, authority, title)
    wait_for_list(list_id)
    original, key = _kept(case, data, by, at)
    upload = _before(original, list_id, name) or Upload(
        case_id=case.id,
        compartment_id=case.compartment_id,
        list_id=list_id,
        original_id=original.id,
        authority=authority,
        title=title,
        media_type=picture_of(data),
        received_by=by.id,
        received_at=at,
        reason="",
    )
    upload.declared = day.as_json() if day else None
    upload.state, upload.tries, upload.changed_at = State.CHECKING, 0, at
    upload.name_box = sealed(key, _shown(name), "upload", "name_box", upload.id)
    upload.answers_box = sealed(key, (answers or Answers()).as_json(), "upload", "answers_box", upload.id)
    upload.keep()
    return Received(upload.id, _look_or_wait(case, upload, at))


@transaction.atomic
def answer(*, case: CaseView, upload: UUID, answers: Answers, by: Actor, at: datetime) -> Received:
    """Settle what is open about a file that waits; it is looked at anew with these answers."""
    access.require(by, "list.answer", case.compartment_id)
    row = waiting_upload(case, upload, State.CHECKING, State.ASKING, State.READY, State.REJECTED, State.KEYING)
    key = key_of(row.compartment_id, row.original_id)
    row.answers_box = sealed(key, answers.as_json(), "upload", "answers_box", row.id)
    row.state, row.changed_at = State.CHECKING, at
    row.keep()
    return Received(row.id, _look_or_wait(case, row, at))


@transaction.atomic
def give_up(*, case: CaseView, upload: UUID, by: Actor, at: datetime) -> Received:
    """Leave a file that waits: it stays kept, and is no version of the list."""
    access.require(by, "list.give_up", case.compartment_id)
    row = waiting_upload(case, upload, State.CHECKING, State.ASKING, State.READY, State.KEYING, State.REJECTED)
    row.state, row.changed_at = State.GIVEN_UP, at
    row.keep()
    return Received(row.id, State.GIVEN_UP)


def look_at(case: CaseView, upload: Upload, at: datetime, *, told: str = "") -> State:
    """Look at a file and keep the report with it; `told` is why it was not taken in when that was tried."""
    key = key_of(upload.compartment_id, upload.original_id)
    if keyings.is_pictured(upload) and len(keyings.who_keyed(upload)) < 2:
        return _keep(upload, State.KEYING, {"outcome": Outcome.ASK.value, "message": _BY_HAND}, key, at)
    try:
        seen = look(case, upload, at=at)
    except WasClosed:
        raise
    except Refused as refused:
        return refuse(upload, refused, at)
    upload.media_type = upload.media_type or seen.media_type
    upload.rows, upload.aside = len(seen.checked.rows), len(seen.checked.set_aside)
    upload.asked, upload.warned = seen.questions, len(seen.checked.warnings)
    upload.answers_box = sealed(key, seen.answers.as_json(), "upload", "answers_box", upload.id)
    report = {**seen.as_json(), "not_taken_in": told} if told else seen.as_json()
    return _keep(upload, _STATES[seen.outcome], report, key, at)


def refuse(upload: Upload, refused: Refused, at: datetime) -> State:
    """Keep why a file cannot be read."""
    key = key_of(upload.compartment_id, upload.original_id)
    told = {"outcome": Outcome.REJECT.value, "message": f"{refused.message} {refused.instead}".strip()}
    return _keep(upload, State.REJECTED, told, key, at)


def waiting_upload(case: CaseView, upload: UUID, *states: State) -> Upload:
    """A file of the case that is in one of these states, held until the transaction ends."""
    row = Upload.objects.select_for_update().filter(id=upload, case_id=case.id).first()
    if row is None:
        raise NoSuchUpload(where=str(upload), instead="See what waits: homeward lists show.")
    if row.state not in states:
        raise Refused(f"This cannot be done while the file is {State(row.state).label.lower()}.", where=str(upload))
    return row


def list_id_of(case: CaseView, authority: str, title: str) -> UUID:
    """The id of the list of this name of this authority."""
    return local_id(case.id, "list", f"{authority.casefold()}|{title.casefold()}")


def picture_of(data: bytes) -> str:
    """The media type of a picture, else nothing: what other files are, their reader says."""
    kind = kind_of(data)
    return next((type for sign, type in _PICTURES.items() if sign in kind.value), "image/x") if kind.pictured else ""


_BY_HAND = "This is a picture: two people key it in, each for themselves, and what differs is looked at again."
_STATES = {
    Outcome.REJECT: State.REJECTED,
    Outcome.ASK: State.ASKING,
    Outcome.WARN: State.READY,
    Outcome.ACCEPT: State.READY,
}


def _look_or_wait(case: CaseView, upload: Upload, at: datetime) -> State:
    size = Original.objects.values_list("size", flat=True).get(id=upload.original_id)
    if size <= SMALL or keyings.is_pictured(upload):
        return look_at(case, upload, at)
    leave_to_the_worker("lists.check", upload)
    return State.CHECKING


def _keep(upload: Upload, state: State, report: object, key: boxes.Key, at: datetime) -> State:
    upload.state, upload.changed_at = state, at
    upload.report_box = sealed(key, report, "upload", "report_box", upload.id)
    upload.keep()
    return state


def _kept(case: CaseView, data: bytes, by: Actor, at: datetime) -> tuple[Original, boxes.Key]:
    """The original of these bytes, kept once in a case."""
    digest = hashlib.sha256(data).digest()
    wait_for_file(case.id, digest.hex())
    known = Original.objects.filter(compartment_id=case.compartment_id, case_id=case.id, digest=digest).first()
    if known is not None:
        return known, key_of(known.compartment_id, known.id)
    original = Original(
        case_id=case.id,
        compartment_id=case.compartment_id,
        digest=digest,
        size=len(data),
        received_at=at,
        received_by=by.id,
    )
    key = access.data_key(compartment=case.compartment_id, person=original.id, at=at)
    original.box = boxes.seal(key, data, binding("original", "box", original.id))
    original.save(force_insert=True)
    return original, key


def _before(original: Original, list_id: UUID, name: str) -> Upload | None:
    """What became of these bytes before: refuses what is a version or waits, gives what was refused or given up."""
    for version in Version.objects.filter(original_id=original.id).order_by("list_id", "number"):
        if not is_withdrawn(version.version_id):
            raise AlreadyReceived(version.version_id, version.number, where=_shown(name))
    uploads = Upload.objects.select_for_update().filter(original_id=original.id)
    if (waits := uploads.filter(state__in=WAITING).first()) is not None:
        raise AlreadyReceived(waits.id, None, where=_shown(name))
    return uploads.filter(list_id=list_id).exclude(state=State.TAKEN).order_by("-received_at").first()


def _named(words: str, where: str, findings: Findings) -> str:
    name = " ".join(words.split())
    if not name:
        findings.fault("empty", where, "Say who gave the list." if where == "authority" else "Give the list a name.")
    elif len(name) > LONGEST_NAME or "\0" in name:
        findings.fault("too-long", where, f"At most {LONGEST_NAME} characters, without control characters.")
    return name


def _shown(name: str) -> str:
    return " ".join(visible(name)[0].split())[:LONGEST_NAME] or "a file"
