"""Who works at the desk, what each may see, and the log of who was let in.

Kept: `Event` (append-only, sealed). Working: sign-in state, tokens. `Key` rows are the only ones that may be destroyed.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class ActorKind(models.TextChoices):
    PERSON = "person"
    OPERATOR = "operator"
    SYSTEM = "system"


class ActorManager(BaseUserManager["Actor"]):
    """Finds an actor by the name used to sign in."""


class Actor(AbstractBaseUser):
    """Somebody who acts at the desk: a person who signs in, an operator of the command line, or the system itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=150, unique=True)
    shown_as = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=ActorKind)
    administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects = ActorManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.shown_as or self.name


class Compartment(models.Model):
    """Who may see: every row about a case stands in exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """An actor may see a compartment, and perhaps write in it, from a moment until it ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="grants")
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="grants")
    may_write = models.BooleanField(default=False)
    granted_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "compartment"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_grant_for_each_actor_and_compartment",
            )
        ]


class Token(models.Model):
    """A key by which a program asks the desk in the name of an actor; only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.BinaryField(max_length=32, unique=True)
    scopes = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Event(models.Model):
    """One line of the sealed log of the desk itself: a grant, a sign-in, a reading of persons, an export."""

    position = models.BigIntegerField(primary_key=True)
    id = models.UUIDField(unique=True)
    recorded_at = models.DateTimeField()
    salt = models.BinaryField(max_length=16)
    entry = models.TextField()
    leaf = models.BinaryField(max_length=32)
    kind = models.CharField(max_length=60)
    actor_id = models.UUIDField(null=True)


class Tile(models.Model):
    """256 hashes of one level of the log's tree, and their root; only full ones are kept."""

    pk = models.CompositePrimaryKey("level", "number")
    level = models.SmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()
    root = models.BinaryField(max_length=32)


class Key(models.Model):
    """A data key, wrapped by the desk's master key: of a compartment, or of one person who can thereby be forgotten."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="+")
    person_id = models.UUIDField(null=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment", "person_id"],
                nulls_distinct=False,
                name="one_key_for_each_person_and_compartment",
            )
        ]
