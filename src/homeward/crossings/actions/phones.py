"""Phones at the door: one is prepared for one version of one manifest, fetches it once, and can be revoked; paper goes beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Unpack
from uuid import UUID, uuid5

from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.crossings.actions.manifests import again, must_be_published, of_manifest
from homeward.crossings.actions.seating import open_convoy
from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.core import entered
from homeward.crossings.models import OfConvoy
from homeward.crossings.records.boarded import BOUND, REVOKED, SET_UP, Boarded
from homeward.crossings.records.known import WINDOW, Told
from homeward.ledger.core import kinds
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval, Precision
from homeward.refusals import Refused

AFTER_THE_WINDOW = timedelta(hours=6)
"""How long a phone shows its manifest once the window is over."""
TO_HAND_OVER = timedelta(days=7)
"""How long after that it may still hand over what it saw."""


class NoSuchPhone(Refused):
    """There is no such phone, or none of yours."""


class SetUpElsewhere(Refused):
    """Another phone fetched this manifest already."""


class HasExpired(Refused):
    """This manifest has expired; the window is over."""


class WasRevoked(Refused):
    """This phone was revoked."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A phone that was prepared: what was recorded, its id, until when it shows the manifest, and its key, which is shown once."""

    done: Done
    device: UUID
    expires: datetime
    key: str


@transaction.atomic
def prepare_phone(*, convoy: UUID, name: str, paper: bool = False, **act: Unpack[Act]) -> Prepared:
    """Prepare a phone, or a sheet of paper, for the version that holds; whoever prepares it answers for what it says."""
    sheet, known = of_manifest("prepare_phone", convoy, act)
    if sheet.again():
        raise Refused(
            "This phone was prepared already; its key is shown once.", instead="Revoke it and prepare another."
        )
    version = must_be_published(known)
    to = open_convoy(sheet, convoy)
    called = entered.name(name, "name", sheet.findings)
    taken = {told.content.name.casefold() for told in known.told(BOUND)}
    if called.casefold() in taken:
        sheet.findings.fault("taken", "name", "There is one of this name already; add what tells them apart.")
    sheet.refuse_faults()
    window = sheet.must_know(to.window, WINDOW, "convoy")
    expires = window.during.until + AFTER_THE_WINDOW
    if expires <= sheet.at:
        raise HasExpired(where="convoy", instead="Prepare phones before the window is over.")
    access.data_key(compartment=sheet.room, at=sheet.at)
    device = uuid5(sheet.act, "device")
    content = kinds.PhoneBound(
        device=device,
        convoy=convoy,
        version=version.number,
        name=called,
        paper="yes" if paper else "no",
        expires=Interval(start=expires, until=expires, precision=Precision.INSTANT, words=expires.isoformat()),
    )
    done = sheet.do(content, called, about=device)
    key = (
        "" if paper else access.make_phone_token(device=device, until=expires + TO_HAND_OVER, by=sheet.by, at=sheet.at)
    )
    return Prepared(done, device, expires, key)


@transaction.atomic
def set_up_phone(*, device: UUID, install: str, case: CaseView, by: Actor, at: datetime) -> Done:
    """Let the phone fetch its manifest; `install` is a secret that only this phone holds, so that a second one is refused."""
    sheet, known, bound = of_phone("set_up_phone", device, case=case, once=device, by=by, at=at)
    if device in known.revoked:
        raise WasRevoked(where="device", instead="Ask the desk to prepare another phone.")
    if at >= bound.content.expires.until:
        raise HasExpired(
            where="device", instead="Hand over what this phone still holds; it needs no manifest for that."
        )
    mark = sha256(install.encode()).hexdigest()
    if not 16 <= len(install) <= 200:
        raise Refused("A phone says by 16 to 200 characters which one it is.", where="install")
    before = next((told for told in known.told(SET_UP) if told.content.device == device), None)
    if before is not None:
        if before.content.install != mark:
            raise SetUpElsewhere(
                where="device", instead="Ask the desk to prepare another phone, and to revoke this one."
            )
        return again(sheet, device)
    content = kinds.PhoneSetUp(device=device, convoy=known.convoy, install=mark)
    return sheet.do(content, bound.content.name, about=device)


@transaction.atomic
def revoke_phone(*, device: UUID, after: int | None = None, **act: Unpack[Act]) -> Done:
    """Revoke a phone: what it says beyond `after` is kept apart (none: beyond the highest number that came in so far)."""
    _lock(_convoy_of(act["case"], device))
    sheet, known, bound = of_phone("revoke_phone", device, **act)
    if sheet.again():
        return again(sheet, device)
    if any(told.content.device == device for told in known.told(REVOKED)):
        raise WasRevoked(where="device", instead="Take the revocation back first, where it named the wrong number.")
    highest = max((word.sequence for same in known.words.values() for word in same if word.device == device), default=0)
    content = kinds.PhoneRevoked(device=device, convoy=known.convoy, after=highest if after is None else max(0, after))
    return sheet.do(content, f"{bound.content.name}, after {content.after}", about=device)


def of_phone(verb: str, device: UUID, **act: Any) -> tuple[Sheet, Boarded, Told]:
    """The sheet of an act about a phone, what is recorded of its convoy, and how it was bound."""
    sheet, known = of_manifest(verb, _convoy_of(act["case"], device), act)
    bound = next((told for told in known.told(BOUND) if told.content.device == device), None)
    if bound is None:
        raise NoSuchPhone(where=str(device))
    return sheet, known, bound


def _convoy_of(case: CaseView, device: UUID) -> UUID:
    rows = OfConvoy.objects.filter(case_id=case.id, device_id=device, kind=BOUND)
    convoy = rows.values_list("convoy_id", flat=True).first()
    if convoy is None:
        raise NoSuchPhone(where=str(device))
    return convoy


def _lock(convoy: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"crossings|boarding|{convoy}"])


def lock_boarding(case: CaseView, device: UUID) -> None:
    """One batch after another for one convoy, so that nothing is kept twice."""
    _lock(_convoy_of(case, device))
