"""Every write about who works at the desk and what each may see; each leaves a line in the sealed log."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID, uuid4

import psycopg
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from homeward.access import queries
from homeward.access.models import Actor, ActorKind, Compartment, Grant, Key, Token
from homeward.moments import stamp
from homeward.refusals import Refused
from homeward.seals import boxes, canonical, keys

SCOPES = ("read", "write")
BOARDING = "board"
"""The scope of a phone at a pick-up point, which may hand over what it saw and nothing else; beside it stands which phone."""
BATCH = 10_000
"""Keys that are made at once; bounds memory, not how many there may be."""


class NotLetIn(Refused):
    """You may not do this here."""


class AlreadyHasAnAdministrator(Refused):
    """This desk already has its first administrator."""


class NameTaken(Refused):
    """Somebody at this desk already has this name."""


class WeakPassword(Refused):
    """The password is too easy to guess."""


def enter(who: UUID | None, *, only: UUID | Collection[UUID] = ()) -> None:
    """Act as this actor until the transaction ends, perhaps in some compartments only; call it first, inside a transaction."""
    narrowed = [only] if isinstance(only, UUID) else list(only)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.enter(%s, %s::uuid[])", [who, narrowed or None])


def record(kind: str, *, by: UUID | None, at: datetime, **what: str) -> None:
    """Write one line into the sealed log of the desk, as the actor of this transaction."""
    event = {"id": str(uuid4()), "kind": kind, "at": stamp(at), "what": what}
    if by is not None:
        event["by"] = str(by)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.record(%s)", [canonical.dumps(event)])


@transaction.atomic
def open_desk(*, at: datetime, compartment: str = "desk", name: str = "The desk") -> tuple[Actor, Compartment]:
    """Make what every desk needs once: the system actor, the operator of the command line, a first compartment.

    Gives the operator and the compartment; a second call finds them as they are.
    """
    operator = Actor.objects.filter(kind=ActorKind.OPERATOR).order_by("made_at", "id").first()
    if operator is not None:
        enter(operator.id)
        return operator, Compartment.objects.get(slug=compartment)
    Actor.objects.create(name="system", kind=ActorKind.SYSTEM, made_at=at, password=make_password(None))
    operator = Actor.objects.create(
        name="operator", kind=ActorKind.OPERATOR, administrator=True, made_at=at, password=make_password(None)
    )
    enter(operator.id)
    record("desk.opened", by=operator.id, at=at)
    return operator, make_compartment(slug=compartment, name=name, by=operator, at=at)


@transaction.atomic
def make_compartment(*, slug: str, name: str, by: Actor, at: datetime) -> Compartment:
    """Make a compartment; who makes it and the system's own jobs may write in it."""
    _administers(by)
    made = Compartment.objects.create(slug=slug, name=name, made_at=at)
    record("compartment.made", by=by.id, at=at, compartment=str(made.id), slug=slug)
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    for actor in {by.id: by, system.id: system}.values():
        grant(actor=actor, compartment=made, may_write=True, by=by, at=at)
    return made


@transaction.atomic
def grant(*, actor: Actor, compartment: Compartment, may_write: bool, by: Actor, at: datetime) -> Grant:
    """Let an actor see a compartment, and perhaps write in it; what was granted before ends."""
    _administers(by)
    Grant.objects.filter(actor=actor, compartment=compartment, ended_at=None).update(ended_at=at, ended_by=by)
    given = Grant.objects.create(
        actor=actor, compartment=compartment, may_write=may_write, granted_by=by, granted_at=at
    )
    record(
        "access.granted",
        by=by.id,
        at=at,
        actor=str(actor.id),
        compartment=str(compartment.id),
        may="write" if may_write else "read",
    )
    return given


@transaction.atomic
def end_grant(*, grant_id: UUID, by: Actor, at: datetime) -> None:
    """End what an actor may see; what was seen before stays in the log."""
    _administers(by)
    if Grant.objects.filter(id=grant_id, ended_at=None).update(ended_at=at, ended_by=by):
        record("access.ended", by=by.id, at=at, grant=str(grant_id))


@transaction.atomic
def first_administrator(*, name: str, password: str, at: datetime) -> Actor:
    """Make the first person who signs in; only while there is none. The door has checked the one-time code."""
    if queries.has_administrator():
        raise AlreadyHasAnAdministrator(instead="Sign in, or ask an administrator for an account.")
    operator, compartment = open_desk(at=at)
    person = make_person(name=name, password=password, administrator=True, by=operator, at=at)
    grant(actor=person, compartment=compartment, may_write=True, by=operator, at=at)
    return person


@transaction.atomic
def make_person(*, name: str, password: str, administrator: bool = False, by: Actor, at: datetime) -> Actor:
    """Make an account for a person of the desk; it sees nothing until it is granted something."""
    _administers(by)
    person = Actor(name=name.strip(), kind=ActorKind.PERSON, administrator=administrator, made_at=at)
    if not person.name:
        raise Refused("The account needs a name.", where="name")
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise WeakPassword(" ".join(weak.messages), where="password") from weak
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as taken:
        raise NameTaken(where="name", instead="Choose another name.") from taken
    record("account.made", by=by.id, at=at, actor=str(person.id), name=person.name)
    return person


@transaction.atomic
def sign_in_recorded(*, actor: Actor | None, name: str, at: datetime) -> None:
    """Note that somebody signed in, or that a name was tried in vain."""
    enter(actor.id if actor else None)
    if actor is None:
        record("sign_in.refused", by=None, at=at, name=name[:150])
    else:
        record("sign_in.done", by=actor.id, at=at)


@transaction.atomic
def make_token(*, name: str, scopes: tuple[str, ...], days: int, by: Actor, at: datetime) -> str:
    """Make a key for a program that asks in this actor's name; it is shown once and only its digest is kept."""
    if not scopes or any(scope not in SCOPES for scope in scopes):
        raise Refused(f"A token's scopes are one or more of {', '.join(SCOPES)}.", where="scopes")
    if not 1 <= days <= 366:
        raise Refused("A token lasts from 1 to 366 days.", where="days")
    secret = f"hw_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(
        actor=by,
        name=name,
        digest=token_digest(secret),
        scopes=" ".join(scopes),
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    record("token.made", by=by.id, at=at, token=str(token.id), scopes=" ".join(scopes))
    return secret


@transaction.atomic
def make_phone_token(*, device: UUID, until: datetime, by: Actor, at: datetime) -> str:
    """Make the key by which one phone hands over what it saw, in the name of whoever prepares it; it is shown once."""
    secret = f"hw_{secrets.token_urlsafe(32)}"
    scopes = f"{BOARDING} {device}"
    token = Token.objects.create(
        actor=by, name=f"phone {device}", digest=token_digest(secret), scopes=scopes, made_at=at, expires_at=until
    )
    record("token.made", by=by.id, at=at, token=str(token.id), scopes=scopes)
    return secret


@transaction.atomic
def end_token(*, token_id: UUID, by: Actor, at: datetime) -> None:
    """End a token of one's own at once; another's is not there, and the log says nothing that did not happen."""
    if Token.objects.filter(id=token_id, ended_at=None).update(ended_at=at):
        record("token.ended", by=by.id, at=at, token=str(token_id))


@transaction.atomic
def data_key(*, compartment: UUID, person: UUID | None = None, at: datetime) -> boxes.Key:
    """The key for sealed values of a compartment, or of one person in it; made at the first asking."""
    known = queries.data_key(compartment=compartment, person=person)
    if known is not None:
        return known
    fresh = boxes.fresh_key()
    row = Key(compartment_id=compartment, person_id=person, made_at=at)
    keyring = keys.open_or_make(settings.HOMEWARD_KEYS)
    row.wrapped = boxes.wrap(keyring.newest, fresh, f"access_key.wrapped:{row.id}")
    row.save(force_insert=True)
    return fresh


@transaction.atomic
def data_keys(*, compartment: UUID, people: Collection[UUID], at: datetime) -> dict[UUID, boxes.Key]:
    """The keys of many people in a compartment, each made at the first asking."""
    found = queries.open_keys(compartment=compartment, people=people)
    keyring = keys.open_or_make(settings.HOMEWARD_KEYS)
    lacking = iter(dict.fromkeys(person for person in people if person not in found))
    while part := list(islice(lacking, BATCH)):
        fresh = {person: (uuid4(), boxes.fresh_key()) for person in part}
        wrapped = [boxes.wrap(keyring.newest, key, f"access_key.wrapped:{row}") for row, key in fresh.values()]
        made = _keep_keys(compartment, fresh, wrapped, at)
        found |= {person: fresh[person][1] for person in made}
        # Somebody else made these meanwhile, and their keys hold.
        found |= queries.open_keys(compartment=compartment, people=fresh.keys() - made)
    return found


@transaction.atomic
def destroy_key(*, compartment: UUID, person: UUID, by: Actor, at: datetime) -> bool:
    """Destroy a person's key: what is sealed under it can never be opened again, by anybody. Gives whether there was one."""
    require(by, "key.destroy", compartment)
    gone, _ = Key.objects.filter(compartment_id=compartment, person_id=person).delete()
    record("key.destroyed", by=by.id, at=at, person=str(person), compartment=str(compartment))
    return gone > 0


def _keep_keys(
    compartment: UUID, fresh: dict[UUID, tuple[UUID, boxes.Key]], wrapped: list[bytes], at: datetime
) -> set[UUID]:
    """Keep these keys, except for people who have one; gives whose were kept."""
    connection.ensure_connection()
    # Bound by the server: a command that spells thousands of keys out is long to write and to read.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(
            """
            INSERT INTO access_key (id, compartment_id, person_id, wrapped, made_at)
            SELECT f.id, %s, f.person_id, f.wrapped, %s
            FROM unnest(%b::uuid[], %b::uuid[], %b::bytea[]) AS f (id, person_id, wrapped)
            ON CONFLICT DO NOTHING RETURNING person_id
            """,
            [compartment, at, [row for row, _ in fresh.values()], list(fresh), wrapped],
        )
        return {person for (person,) in cursor.fetchall()}


def token_digest(secret: str) -> bytes:
    """The digest under which a token is kept; a long random secret needs no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


def require(by: Actor, verb: str, compartment: UUID) -> None:
    """Refuse unless the actor may write in the compartment; says nothing about what it may not see."""
    if compartment not in queries.writable():
        raise NotLetIn(where=verb, instead="Ask an administrator of the desk.")


def _administers(by: Actor) -> None:
    if not by.administrator:
        raise NotLetIn(where="administering", instead="Ask an administrator of the desk.")
