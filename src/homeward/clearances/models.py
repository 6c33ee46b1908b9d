"""The tables of clearances. All are projections: replay makes them again from the statements they name.

A row belongs to the compartment of its statement. Conditions and the words that show a permission are sealed in the entry and
stand in no table; `conditioned` says only that there are some. Rows refer to each other by id without foreign keys: a key across
compartments would tell what is hidden.
"""

from __future__ import annotations

from django.db import models


class InCompartment(models.Model):
    """A row of a case, seen by those who may see its compartment."""

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Request(InCompartment):
    """That the desk asked an authority about a person, for what, together with whom (the batch)."""

    statement_id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    authority_id = models.UUIDField()
    batch_id = models.UUIDField()
    purpose = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="request_by_person"),
            models.Index(fields=["case_id", "authority_id"], name="request_by_authority"),
            models.Index(fields=["batch_id"], name="request_by_batch"),
        ]


class Permission(InCompartment):
    """An authority's word about a person, and during which time it is in force; either side may be open."""

    statement_id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    authority_id = models.UUIDField()
    state = models.TextField()
    valid_from = models.DateTimeField(null=True)
    valid_until = models.DateTimeField(null=True)
    conditioned = models.BooleanField()
    document_id = models.UUIDField(null=True)
    list_id = models.UUIDField(null=True)
    version_id = models.UUIDField(null=True)
    record_id = models.UUIDField(null=True)
    reading_id = models.UUIDField(null=True)
    settled_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="permission_by_person"),
            models.Index(fields=["case_id", "authority_id"], name="permission_by_authority"),
            models.Index(fields=["version_id"], name="permission_by_version"),
        ]


class Confirmation(InCompartment):
    """That a second person confirmed a permission."""

    pk = models.CompositePrimaryKey("statement_id", "number")
    statement_id = models.UUIDField()
    number = models.IntegerField()
    permission_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["permission_id"], name="confirmation_by_permission")]
