"""The tables of lists, each of one class. No personal value stands in any of them in plain.

Kept (only added to): Original, Row, SetAside, Departure.
Projections (rebuilt by replay): List, Version, Reading, Mapping, SettledRow, Removals.
Working (may be made again from the originals): Upload, Keying.

A box is bound to its place. That of a file, and what is worked out of it before it is taken in, opens under the key of the
original; that of a line that was set aside under the key of that line. Rows refer to each other by id without foreign keys: a
key across compartments would tell what is hidden.
"""

from __future__ import annotations

import uuid

from django.db import models


class State(models.TextChoices):
    """How far a file that came in is."""

    CHECKING = "checking"
    ASKING = "asking"
    READY = "ready"
    KEYING = "keying"
    TAKING = "taking"
    TAKEN = "taken"
    REJECTED = "rejected"
    GIVEN_UP = "given_up"


WAITING = (State.CHECKING, State.ASKING, State.READY, State.KEYING, State.TAKING)
"""The states in which a file still waits for a person or for the worker."""


GOES_ON = (
    "declared", "media_type", "state", "rows", "aside", "asked", "warned", "reason", "tries", "name_box", "answers_box",
    "report_box", "taken_by", "changed_at",
)  # fmt: skip
"""The columns of a file on its way that change while it goes on."""


class InCompartment(models.Model):
    """A row of a case, seen by those who may see its compartment."""

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Original(InCompartment):
    """A file as it came, sealed under a key of its own; the same bytes are kept once in a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.BinaryField(max_length=32)
    size = models.BigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    box = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment_id", "case_id", "digest"], name="a_file_is_kept_once_in_a_case"
            )
        ]


class Upload(InCompartment):
    """A file on its way to be a version of a list, whose id the version takes over.

    `asked`, `warned`, `rows` and `aside` count what a look at the file found; the report itself, the answers and the name of
    the file are sealed under the key of the original.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    list_id = models.UUIDField()
    original_id = models.UUIDField()
    authority = models.TextField()
    title = models.TextField()
    media_type = models.TextField()
    declared = models.JSONField(null=True)
    state = models.TextField(choices=State)
    rows = models.IntegerField(null=True)
    aside = models.IntegerField(null=True)
    asked = models.IntegerField(null=True)
    warned = models.IntegerField(null=True)
    reason = models.TextField()
    tries = models.IntegerField(default=0)
    name_box = models.BinaryField()
    answers_box = models.BinaryField()
    report_box = models.BinaryField(null=True)
    received_by = models.UUIDField()
    received_at = models.DateTimeField()
    taken_by = models.UUIDField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "state", "received_at"], name="upload_by_state"),
            models.Index(fields=["original_id"], name="upload_by_original"),
        ]

    def keep(self) -> None:
        """Keep how far it is; what came in stays as it came."""
        self.save(force_insert=True) if self._state.adding else self.save(update_fields=GOES_ON)


class Keying(InCompartment):
    """A line that one person typed from a picture, or for a line that was set aside; the last one of each person counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    upload_id = models.UUIDField()
    aside_id = models.UUIDField(null=True)
    number = models.IntegerField()
    turn = models.IntegerField()
    box = models.BinaryField()
    keyed_by = models.UUIDField()
    keyed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["upload_id", "number", "turn"], name="keying_by_upload")]


class Row(InCompartment):
    """That a row of a version is a record of a person: the one of the version before, or a new one, and what became of it.

    Sheet 0 holds entries of the version before that are still on the list though no row of this file gives them: the file is a
    part of the list, or the row that may give them was set aside.
    """

    pk = models.CompositePrimaryKey("version_id", "sheet", "number")
    version_id = models.UUIDField()
    sheet = models.SmallIntegerField()
    number = models.IntegerField()
    record_id = models.UUIDField()
    person_id = models.UUIDField()
    change = models.TextField()
    before_record_id = models.UUIDField(null=True)
    fields = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="row_by_person"),
            models.Index(fields=["version_id", "change"], name="row_by_change"),
        ]


class SetAside(InCompartment):
    """A line of a version that is no record yet: where it stands and why; the line itself is sealed under its own key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version_id = models.UUIDField()
    sheet = models.SmallIntegerField()
    number = models.IntegerField()
    code = models.TextField()
    box = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version_id", "sheet", "number"], name="a_line_is_set_aside_once")
        ]


class Departure(InCompartment):
    """That an entry of the version before is not on this one."""

    pk = models.CompositePrimaryKey("version_id", "record_id")
    version_id = models.UUIDField()
    record_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="departure_by_person")]


class OfStatement(InCompartment):
    """A row that replay makes again from the one statement it names."""

    statement_id = models.UUIDField(primary_key=True)

    class Meta:
        abstract = True


class List(InCompartment):
    """A list of an authority, as its first version named it."""

    list_id = models.UUIDField(primary_key=True)
    statement_id = models.UUIDField()
    authority_id = models.UUIDField()
    title = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["case_id"], name="list_by_case")]


class Version(OfStatement):
    """A publication of a list, as its receiving told of it."""

    version_id = models.UUIDField(unique=True)
    list_id = models.UUIDField()
    number = models.IntegerField()
    digest = models.TextField()
    media_type = models.TextField()
    original_id = models.UUIDField(null=True)
    declared = models.JSONField(null=True)
    declared_from = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list_id", "number"], name="versions_are_numbered")]
        indexes = [models.Index(fields=["original_id"], name="version_by_original")]


class Reading(OfStatement):
    """What came of reading a version: how many rows are stored, set aside, the same; the root over the new records."""

    version_id = models.UUIDField()
    list_id = models.UUIDField()
    stored = models.IntegerField()
    set_aside = models.IntegerField()
    same = models.IntegerField()
    records = models.IntegerField()
    root = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["version_id"], name="reading_by_version")]


class Mapping(OfStatement):
    """What a person settled about the tables of a list; the last word about a table counts for the versions to come."""

    list_id = models.UUIDField()
    position = models.BigIntegerField()
    columns = models.JSONField()
    answers = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["list_id", "position"], name="mapping_by_list")]


class SettledRow(OfStatement):
    """What a person decided about a line that was set aside."""

    list_id = models.UUIDField()
    version_id = models.UUIDField()
    aside_id = models.UUIDField()
    settled = models.TextField()
    record_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    reason = models.TextField()
    position = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["aside_id", "position"], name="settled_row_by_line"),
            models.Index(fields=["version_id"], name="settled_row_by_version"),
            models.Index(fields=["person_id"], name="settled_row_by_person"),
        ]


class Removals(OfStatement):
    """What a person said that it means that so many stand on a list no more."""

    list_id = models.UUIDField()
    version_id = models.UUIDField()
    settled = models.TextField()
    people = models.IntegerField()
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["version_id"], name="removals_by_version")]
