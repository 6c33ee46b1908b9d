"""The tables of the register, each of one class. No personal value stands in any of them in plain.

Kept (only added to): Record, the rows of lists, under the root that the statement of their reading carries.
Projections (rebuilt by replay; a row belongs to the compartment of its statement): Person, Said, Whereabouts, Kin, Consent,
Need, Sought, Judgement, NeedListed, ErasureAsked, Erased.

A box is bound to its place: that of a record to the record, that of a statement to the statement and the field.
Rows refer to each other by id without foreign keys: a key across compartments would tell what is hidden.
"""

from __future__ import annotations

from django.db import models


class InCompartment(models.Model):
    """A row of a case, seen by those who may see its compartment."""

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Record(InCompartment):
    """What one row of a list gave about a person: the sealed values, and the row's number in the statement of its reading.

    `instead_of_id` is the record of the version before whose row reads otherwise now.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    statement_id = models.UUIDField()
    number = models.IntegerField()
    instead_of_id = models.UUIDField(null=True)
    box = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement_id", "number"], name="a_row_of_a_list_is_recorded_once")
        ]
        indexes = [
            models.Index(fields=["person_id"], name="record_by_person"),
            models.Index(fields=["case_id", "compartment_id"], name="record_by_case"),
        ]


class Person(InCompartment):
    """Who is in the register of a case, as far as one compartment says so, and the first statement that does."""

    pk = models.CompositePrimaryKey("case_id", "compartment_id", "person_id")
    person_id = models.UUIDField()
    statement_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="person_by_id")]


class OfStatement(InCompartment):
    """A row that replay makes again from the one statement it names."""

    statement_id = models.UUIDField(primary_key=True)

    class Meta:
        abstract = True


class Said(OfStatement):
    """What a voice gave about a person in a statement of its own."""

    person_id = models.UUIDField()
    told_by_id = models.UUIDField(null=True)
    box = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="said_by_person"),
            models.Index(fields=["case_id", "compartment_id"], name="said_by_case"),
        ]


class Whereabouts(OfStatement):
    """Where a voice says that a person is or was; when stands in the statement."""

    person_id = models.UUIDField()
    state = models.TextField()
    told_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="whereabouts_by_person"),
            models.Index(fields=["case_id", "state"], name="whereabouts_by_state"),
        ]


class Kin(OfStatement):
    """How a voice says that a person stands to another."""

    person_id = models.UUIDField()
    other_id = models.UUIDField()
    relation = models.TextField()
    told_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="kin_by_person"),
            models.Index(fields=["other_id"], name="kin_by_other"),
            models.Index(fields=["case_id", "relation"], name="kin_by_relation"),
        ]


class Consent(OfStatement):
    """That a person or the family agrees to share, with whom and until when, or no longer does."""

    person_id = models.UUIDField()
    state = models.TextField()
    given_by = models.TextField()
    scope = models.JSONField()
    until = models.DateTimeField(null=True)
    told_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="consent_by_person")]


class Need(OfStatement):
    """What a person is said to need; which need it is, is sealed."""

    person_id = models.UUIDField()
    told_by_id = models.UUIDField(null=True)
    box = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="need_by_person")]


class Sought(OfStatement):
    """A tracing request, or a further word on one."""

    request_id = models.UUIDField()
    sought_id = models.UUIDField()
    inquirer_id = models.UUIDField(null=True)
    state = models.TextField()
    told_by_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["sought_id"], name="sought_by_person"),
            models.Index(fields=["inquirer_id"], name="sought_by_inquirer"),
            models.Index(fields=["request_id"], name="sought_by_request"),
        ]


class Judgement(InCompartment):
    """That two people are judged to be one, or two; `second` where it holds only once another person judges alike."""

    pk = models.CompositePrimaryKey("statement_id", "number")
    statement_id = models.UUIDField()
    number = models.IntegerField()
    one_id = models.UUIDField()
    other_id = models.UUIDField()
    judgement = models.TextField()
    second = models.BooleanField()
    per_mille = models.IntegerField(null=True)
    rule = models.TextField()
    reason = models.TextField()
    position = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["one_id"], name="judgement_by_one"),
            models.Index(fields=["other_id"], name="judgement_by_other"),
            models.Index(fields=["case_id", "position"], name="judgement_by_case"),
        ]


class NeedListed(OfStatement):
    """A line of the coded list of needs; the last one about a code counts."""

    position = models.BigIntegerField()
    code = models.TextField()
    labels = models.JSONField()
    in_use = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "position"], name="need_listed_by_case")]


class ErasureAsked(OfStatement):
    """That somebody asks to have a person forgotten."""

    person_id = models.UUIDField()
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="erasure_asked_by_person")]


class Erased(OfStatement):
    """That a person was forgotten; whatever was sealed under their key stays closed."""

    person_id = models.UUIDField()
    agreed_by = models.UUIDField()
    reason = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="erased_by_person"),
            models.Index(fields=["case_id"], name="erased_by_case"),
        ]
