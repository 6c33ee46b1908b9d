"""Manifests: one person signs who goes, another publishes it, files go out to those who need them, families are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction

from homeward.access import actions as access
from homeward.crossings.actions.seating import NotSeated, lock_seats, open_convoy
from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.core.manifests import Recipient
from homeward.crossings.models import OfConvoy
from homeward.crossings.records.boarded import Boarded, Version
from homeward.crossings.records.known import CONVOY
from homeward.crossings.records.seated import held_of, seats_of
from homeward.ledger.actions.naming import short_name
from homeward.ledger.core import kinds, writing
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.people import actions as people
from homeward.refusals import Refused

MOST_ON_A_CONVOY = 2_000
LONGEST_WAY = 200
LANGUAGES = ("en", "ar", "he", "ru")


class NothingToSign(Refused):
    """There is nobody on this manifest, or nothing changed since it was signed."""


class NothingWaits(Refused):
    """No signed manifest waits for a second signature."""


class SecondMustBeAnother(Refused):
    """Who signed this manifest first does not also publish it."""


class ChangedSinceSigned(Refused):
    """The manifest was changed after it was signed."""


class NotPublished(Refused):
    """This convoy has no published manifest yet."""


@transaction.atomic
def sign_manifest(*, convoy: UUID, **act: Unpack[Act]) -> Done:
    """Sign who goes with a convoy, as it is held now; it counts once a second person publishes it."""
    lock_seats(act["case"])
    sheet, _ = of_manifest("sign_manifest", convoy, act)
    if sheet.again():
        return again(sheet, convoy)
    held = held_of(act["case"], convoy)
    if not held:
        raise NothingToSign(where="convoy", instead="Hold seats first.")
    if len(held) > MOST_ON_A_CONVOY:
        raise Refused(f"At most {MOST_ON_A_CONVOY:,} people go with one convoy.", where="convoy")
    people.wait_for_forgetting()
    people.refuse_forgotten({row.person_id for row in held})
    sheet, known = of_manifest("sign_manifest", convoy, {**act, "room": held[0].compartment_id})
    to = open_convoy(sheet, convoy)
    seats = seats_of(held)
    last = known.waiting or known.published
    if last and last.seats == seats:
        raise NothingToSign(where="convoy", instead=f"Version {last.number} says just this ({last.signed.given.ref}).")
    number = known.published.number + 1 if known.published else 1
    plans = {row.plan_id for row in held if row.plan_id}
    content = kinds.ManifestSigned(
        convoy=convoy, version=number, seats=seats, plan=next(iter(plans)) if len(plans) == 1 else None
    )
    return sheet.do(content, f"{to.departs}, version {number}: {len(seats):,} people", about=convoy)


@transaction.atomic
def publish_manifest(*, convoy: UUID, **act: Unpack[Act]) -> Done:
    """Publish what another person signed. It is the version from now on; the one before stays as it was."""
    lock_seats(act["case"])
    sheet, known = of_manifest("publish_manifest", convoy, act)
    if sheet.again():
        return again(sheet, convoy)
    open_convoy(sheet, convoy)
    waiting = known.waiting
    if waiting is None:
        raise NothingWaits(where="convoy", instead="Sign it first; another person publishes it.")
    if Statement.objects.filter(id=waiting.signed.given.statement, recorded_by=sheet.by.id).exists():
        raise SecondMustBeAnother(where="convoy", instead="Ask somebody else of the desk to look at it.")
    if seats_of(held_of(act["case"], convoy)) != waiting.seats:
        raise ChangedSinceSigned(where="convoy", instead="Sign it anew as it is now.")
    people.wait_for_forgetting()
    people.refuse_forgotten({seat.person for seat in waiting.seats})
    access.data_key(compartment=sheet.room, at=sheet.at)  # under which tags and the ids of phones are made
    content = kinds.ManifestPublished(convoy=convoy, version=waiting.number, signed=waiting.signed.given.statement)
    return sheet.do(content, f"version {waiting.number}: {len(waiting.seats):,} people", about=convoy)


@transaction.atomic
def note_given(
    *,
    convoy: UUID,
    recipient: str,
    language: str,
    columns: Sequence[str],
    people_in_it: int,
    digest: str,
    **act: Unpack[Act],
) -> Done:
    """Record that a file of the manifest was made for a recipient: its columns, how many people it holds, its SHA-256."""
    sheet, known = of_manifest("note_given", convoy, act)
    version = must_be_published(known)
    writing.among(Recipient, recipient, "recipient", sheet.findings)
    content = kinds.ManifestGiven(
        convoy=convoy,
        version=version.number,
        recipient=recipient,
        language=language,
        columns=tuple(columns),
        people=people_in_it,
        digest=digest,
    )
    return sheet.do(content, f"version {version.number} for {recipient}: {people_in_it:,} people", about=convoy)


@transaction.atomic
def call_forward(*, convoy: UUID, who: Sequence[UUID], language: str, by_way_of: str, **act: Unpack[Act]) -> Done:
    """Record that somebody sent a family the message to come, and how; the desk itself sends nothing."""
    sheet, known = of_manifest("call_forward", convoy, act)
    version = must_be_published(known)
    chosen = tuple(sorted(set(who)))
    if not chosen or set(chosen) - {seat.person for seat in version.seats}:
        raise NotSeated(where="people", instead=f"Name people of version {version.number}.")
    if language not in LANGUAGES:
        sheet.findings.fault("language", "language", f"Messages are written in {', '.join(LANGUAGES)}.")
    way = " ".join(by_way_of.split())
    if not way or len(way) > LONGEST_WAY or "\0" in way:
        sheet.findings.fault("empty", "by_way_of", "Say how it was sent: by telephone, as a text message. Name nobody.")
    sheet.refuse_faults()
    for person in chosen:
        people.refuse_naming(sheet.case, person, way, "by_way_of")
    content = kinds.CalledForward(
        convoy=convoy, version=version.number, people=chosen, language=language, by_way_of=way
    )
    return sheet.do(content, f"{len(chosen)} called forward, {way}", about=convoy)


def of_manifest(verb: str, convoy: UUID, act: Any) -> tuple[Sheet, Boarded]:
    """The sheet of an act about a convoy, in the compartment where its manifest stands, and what is recorded of it."""
    sheet = Sheet(verb, **{**act, "room": act.get("room") or room_of(act["case"], convoy)})
    sheet.must_know(convoy, CONVOY, "convoy")
    return sheet, Boarded(sheet.known.asked, convoy)


def room_of(case: CaseView, convoy: UUID) -> UUID | None:
    """Where the manifest of this convoy stands, if anything was recorded of it."""
    rooms = OfConvoy.objects.filter(case_id=case.id, convoy_id=convoy).order_by("-position")
    return rooms.values_list("compartment_id", flat=True).first()


def must_be_published(known: Boarded) -> Version:
    """The version that holds; refuses where there is none."""
    if known.published is None:
        raise NotPublished(where="convoy", instead="Two people sign a manifest before anything goes out.")
    return known.published


def again(sheet: Sheet, about: UUID) -> Done:
    """What the same form recorded before."""
    return Done(short_name(sheet.case.id, sheet.act, "d"), sheet.act, about)
