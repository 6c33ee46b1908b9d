"""The tables of reading, each of one class.

Projection (rebuilt by replay): Paper, Appearance.
Kept (only added to): Decision, Allowance.
Working (may be made again from the originals): Reading, Proposal, Mark, Copy.

Rows refer to each other by id without foreign keys: a key across compartments would tell what is hidden.
"""

from __future__ import annotations

import uuid

from django.db import models


class Verdict(models.TextChoices):
    """What a person made of a proposal."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"
    MISSED = "missed"
    TAKEN_BACK = "taken_back"


class State(models.TextChoices):
    """How far a reading is."""

    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"


class InCompartment(models.Model):
    """A row about a document, seen by those who may see its compartment."""

    document_id = models.UUIDField()
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Paper(models.Model):
    """A document that came in, as its receiving told of it."""

    statement_id = models.UUIDField()
    document_id = models.UUIDField(primary_key=True)
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    title = models.TextField()
    media_type = models.TextField()
    language = models.TextField()
    text_digest = models.TextField()
    part = models.IntegerField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "received_at"], name="paper_by_receiving"),
            models.Index(fields=["case_id", "text_digest"], name="paper_by_text"),
        ]


class Appearance(models.Model):
    """That a publication carries a paper: the one with which it came in, and each that was told of since."""

    statement_id = models.UUIDField(primary_key=True)
    document_id = models.UUIDField()
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    publication_id = models.UUIDField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["document_id", "position"], name="appearance_by_document")]


class Reading(InCompartment):
    """One reading of a document: by which reader with which model, and what it left unread.

    `unread` lists places of sentences with a reporting word in which nothing was found; `told` what the reader says of
    itself: where it stopped, what it dropped.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reader = models.TextField()
    model = models.TextField()
    language = models.TextField()
    built_in = models.BooleanField()
    state = models.TextField(choices=State)
    why = models.TextField()
    unread = models.JSONField(default=list)
    told = models.JSONField(default=list)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["document_id", "asked_at"], name="reading_by_document")]


class Proposal(InCompartment):
    """A statement as a reader takes it to stand there. Two readers that find the same places have the same proposal."""

    pk = models.CompositePrimaryKey("reading_id", "proposal_id")
    reading_id = models.UUIDField()
    proposal_id = models.UUIDField()
    number = models.IntegerField()
    start = models.IntegerField()
    confidence = models.FloatField()
    found = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["document_id"], name="proposal_by_document")]


class Decision(InCompartment):
    """What a person made of a proposal, or of a place that no reader proposed; the last one counts.

    `found` is the proposal as it was and `made` what was confirmed instead of it, so that both are kept for those who train
    a reader, whatever becomes of the reading.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proposal_id = models.UUIDField()
    number = models.IntegerField()
    verdict = models.TextField(choices=Verdict)
    reader = models.TextField()
    model = models.TextField()
    found = models.JSONField(null=True)
    made = models.JSONField(null=True)
    changed = models.JSONField(default=list)
    statement_id = models.UUIDField(null=True)
    ref = models.TextField()
    reason = models.TextField()
    decided_by = models.UUIDField()
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            # Two people who decide at the same moment: one of them is told to look again.
            models.UniqueConstraint(fields=["document_id", "proposal_id", "number"], name="decided_one_after_another")
        ]


class Mark(InCompartment):
    """A run of words that a paper holds (reading.core.near), by which near-copies are found."""

    pk = models.CompositePrimaryKey("document_id", "mark")
    mark = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "mark"], name="mark_by_case")]


class Copy(InCompartment):
    """A paper of which at least half stands in an earlier one; `share` is of the shorter of the two."""

    pk = models.CompositePrimaryKey("document_id", "of_id")
    of_id = models.UUIDField()
    share = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["of_id"], name="copy_by_original")]


class Allowance(models.Model):
    """Whether texts of a compartment may be sent to the language model that the desk names; the last word counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    compartment_id = models.UUIDField()
    allowed = models.BooleanField()
    reason = models.TextField()
    said_by = models.UUIDField()
    said_at = models.DateTimeField()
