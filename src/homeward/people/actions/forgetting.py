"""A person is forgotten: one asks, another agrees, and the keys under which everything about them is sealed are destroyed.

Statements, links and counts stay, and the ledger still verifies; nothing that says who the person was can be opened again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.writing import record_once
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry, StatementLink
from homeward.ledger.core.voices import Stance
from homeward.ledger.queries.views import CaseView
from homeward.people.actions.facts import refuse_naming
from homeward.people.actions.turns import WasForgotten, wait_for_writers
from homeward.people.queries import memory
from homeward.people.queries.forgetting import ErasureView, open_places, waiting
from homeward.people.queries.register import NoSuchPerson, known_among
from homeward.refusals import Refused


class NothingAsked(Refused):
    """Nobody asks to have somebody forgotten at this address, or it was done or taken back."""


class AnotherMustAgree(Refused):
    """Who asks to have somebody forgotten does not also agree to it."""


class NotEverywhere(Refused):
    """You see this person also where you may not write, and would forget them only in part."""


@dataclass(frozen=True, slots=True)
class ForgottenPerson:
    """Who was forgotten, the statements that say so, how many keys were destroyed, and what else closed, in words."""

    person: UUID
    refs: tuple[str, ...]
    keys: int
    closed: tuple[str, ...]


@transaction.atomic
def ask_erasure(*, case: CaseView, person: UUID, reason: str, once: UUID, by: Actor, at: datetime) -> str:
    """Ask that a person be forgotten; nothing happens until another person of the desk agrees. Gives the short name.

    Who was forgotten where another compartment was hidden from those who agreed can be asked for there.
    """
    if not known_among(case, [person]):
        raise NoSuchPerson(where=str(person), instead="Find the person in the register.")
    rooms = sorted(room for place, room in open_places(case, person) if place == case.id)
    if not rooms:
        raise WasForgotten(where=str(person), instead="Nothing of them opens any more.")
    room = case.compartment_id if case.compartment_id in rooms else rooms[0]
    access.require(by, "people.ask_erasure", room)
    why = refuse_naming(case, person, reason, "reason")
    act = uuid5(case.id, f"people.ask_erasure|{once}")
    content = kinds.ErasureAsked(person=person, reason=why)
    entry = _entry(case.id, room, act, content, why, by, at)
    record_once(act, [entry])
    return entry.ref


@transaction.atomic
def agree_erasure(*, case: CaseView, ref: str, person: UUID | None = None, by: Actor, at: datetime) -> ForgottenPerson:
    """Agree that a person is forgotten, at once and for ever, in every compartment in which the actor writes.

    `person`, where given, must be whom that is about.
    What is hidden from the actor is neither told nor touched: where another compartment holds the person, it is asked there.
    """
    wait_for_writers()
    asked = next((each for each in waiting(case) if each.ref == ref), None)
    if asked is None or person not in (None, asked.person):
        raise NothingAsked(where=ref, instead="See who waits: homeward person forget --waiting.")
    if asked.asked_by_id == by.id:
        raise AnotherMustAgree(where=ref, instead="Ask somebody else of the desk to look at it.")
    places = _places(case, asked.person)
    for _, room in places:
        access.require(by, "people.agree_erasure", room)
    closed = [
        words
        for each in settings.FORGETTING
        for words in import_string(f"{each}.forget")(person=asked.person, by=by, at=at)
    ]
    destroyed = [
        access.destroy_key(compartment=room, person=asked.person, by=by, at=at) for room in {room for _, room in places}
    ]
    refs = _told(asked, places, by, at)
    access.record(
        "person.forgotten",
        by=by.id,
        at=at,
        person=str(asked.person),
        asked_by=str(asked.asked_by_id),
        statement=refs[0],
    )
    memory.let_go(asked.person)
    transaction.on_commit(lambda: memory.let_go(asked.person))
    return ForgottenPerson(asked.person, refs, sum(destroyed), tuple(closed))


def _places(case: CaseView, person: UUID) -> set[tuple[UUID, UUID]]:
    """In which cases and compartments the person still stands, as far as the actor sees; refuses where they may not write."""
    places = open_places(case, person)
    if {room for _, room in places} - set(access_queries.writable()):
        raise NotEverywhere(instead="Ask somebody who may write in all of them.")
    return places


def _told(asked: ErasureView, places: set[tuple[UUID, UUID]], by: Actor, at: datetime) -> tuple[str, ...]:
    """Record in each place that the person is forgotten, so that nobody there wonders why nothing opens."""
    content = kinds.Erased(person=asked.person, agreed_by=by.id, reason=asked.reason)
    links = (StatementLink(stance=Stance.SUPPORTS, to=asked.statement),)
    entries = [
        _entry(place, room, uuid5(asked.statement, f"erased|{place}|{room}"), content, asked.reason, by, at, links)
        for place, room in sorted(places)
    ]
    record(entries)
    return tuple(entry.ref for entry in entries)


def _entry(
    case: UUID,
    room: UUID,
    act: UUID,
    content: kinds.ErasureAsked | kinds.Erased,
    text: str,
    by: Actor,
    at: datetime,
    links: tuple[StatementLink, ...] = (),
) -> Entry:
    return Entry(
        id=act,
        ref=short_name(case, act, "d"),
        case=case,
        compartment=room,
        by=by.id,
        at=at,
        content=content,
        text=text,
        links=links,
    )
