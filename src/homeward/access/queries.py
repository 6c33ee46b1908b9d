"""Who works here, and what the actor of this transaction may see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from homeward.access.models import Actor, ActorKind, Compartment, Grant, Key, Token
from homeward.refusals import Refused
from homeward.seals import boxes, keys


class NobodyOfThatName(Refused):
    """Nobody of that name works at this desk."""


class NoSuchCompartment(Refused):
    """There is no such compartment, or none that you may see."""


@dataclass(frozen=True, slots=True)
class CompartmentView:
    id: UUID
    slug: str
    name: str
    may_write: bool


def has_administrator() -> bool:
    """Whether a person who administers the desk exists; the command line's operator does not count."""
    return Actor.objects.filter(kind=ActorKind.PERSON, administrator=True).exists()


def actor_named(name: str) -> Actor:
    """The actor of this name who may still act."""
    actor = Actor.objects.filter(name=name, is_active=True).first()
    if actor is None:
        raise NobodyOfThatName(where=name)
    return actor


def actor(actor_id: UUID) -> Actor | None:
    """An actor who may still act, or none."""
    return Actor.objects.filter(id=actor_id, is_active=True).first()


def actor_of_token(digest: bytes, at: datetime) -> tuple[Actor, tuple[str, ...]] | None:
    """Who asks with this token, and what it may do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT actor_id, scopes FROM access.actor_of_token(%s, %s)", [digest, at])
        row = cursor.fetchone()
    return (Actor.objects.get(id=row[0]), tuple(row[1].split())) if row else None


def names_of(ids: set[UUID]) -> dict[UUID, str]:
    """How actors are shown; of nobody nothing is asked."""
    return {actor.id: str(actor) for actor in Actor.objects.filter(id__in=ids)} if ids else {}


def visible() -> list[UUID]:
    """The compartments that the actor of this transaction may see."""
    return _ids("SELECT access.visible()")


def writable() -> list[UUID]:
    """The compartments that the actor of this transaction may write in."""
    return _ids("SELECT access.writable()")


def is_seen_only_by_those_who_see(compartment: UUID, others: Collection[UUID]) -> bool:
    """Whether all who may see this compartment may see the others too, so that what joins them may stand in it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.is_seen_only_by_those_who_see(%s, %s)", [compartment, list(others)])
        (told,) = cursor.fetchone()
    return bool(told)


def compartments() -> list[CompartmentView]:
    """What the actor of this transaction may see, by name."""
    may = set(writable())
    return [
        CompartmentView(c.id, c.slug, c.name, c.id in may)
        for c in Compartment.objects.filter(id__in=visible()).order_by("name", "id")
    ]


def compartment_named(slug: str) -> Compartment:
    """The compartment of this name, if the actor of this transaction may see or administer it."""
    compartment = Compartment.objects.filter(slug=slug).first()
    if compartment is None:
        raise NoSuchCompartment(where=slug)
    return compartment


def grants_of(actor_id: UUID) -> list[Grant]:
    """The open grants of an actor, as far as the asker may see grants."""
    return list(Grant.objects.filter(actor_id=actor_id, ended_at=None).order_by("granted_at", "id"))


def tokens_of(actor_id: UUID) -> list[Token]:
    """The tokens of the actor who asks."""
    return list(Token.objects.filter(actor_id=actor_id).order_by("-made_at", "id"))


def data_key(*, compartment: UUID, person: UUID | None = None) -> boxes.Key | None:
    """The key for sealed values, or none: it was never made, it was destroyed, or the asker may not see the compartment."""
    row = Key.objects.filter(compartment_id=compartment, person_id=person).first()
    if row is None:
        return None
    keyring = keys.open_or_make(settings.HOMEWARD_KEYS)
    return boxes.unwrap(keyring.fields, bytes(row.wrapped), f"access_key.wrapped:{row.id}")


def open_keys(*, compartment: UUID, people: Collection[UUID]) -> dict[UUID, boxes.Key]:
    """The keys of many people in a compartment; who has none there, or none any more, is left out."""
    if not people:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, person_id, wrapped FROM access_key WHERE compartment_id = %s AND person_id = ANY (%s)",
            [compartment, list(people)],
        )
        rows = cursor.fetchall()
    master = keys.open_or_make(settings.HOMEWARD_KEYS).fields
    return {person: boxes.unwrap(master, bytes(wrapped), f"access_key.wrapped:{row}") for row, person, wrapped in rows}


def _ids(sql: str) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        (found,) = cursor.fetchone()
    return list(found)
