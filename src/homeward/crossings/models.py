"""The tables of crossings, each of one class. What the statements hold stands in their entries; these find them.

Kept (only added to): Plan, sealed under the key of its compartment; its digest stands in the statement of its making.
Projections (rebuilt by replay; a row belongs to the compartment of its statement): Word, OfPerson, PlanMade, OfConvoy.
Working (may be lost): Run, one working out of a plan, with how far it is and what came of it; Held, the seats of manifests
that are still drafts or under way.
"""

from __future__ import annotations

from django.db import models


class InCompartment(models.Model):
    """A row of a case, seen by those who may see its compartment."""

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Word(InCompartment):
    """That a statement is about a thing of the crossings; of those about one subject the last counts.

    `subject` is the id of the thing, or of several with "|" between (of a quota: crossing, day and nationality).
    """

    statement_id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    subject = models.TextField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "kind"], name="word_by_kind"),
            models.Index(fields=["subject"], name="word_by_subject"),
        ]


class OfPerson(InCompartment):
    """That a statement says of a person where they are picked up, which date they were told, beside or apart from whom they are."""

    pk = models.CompositePrimaryKey("statement_id", "person_id")
    statement_id = models.UUIDField()
    person_id = models.UUIDField()
    kind = models.TextField()
    subject = models.UUIDField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["person_id"], name="crossing_of_person"),
            models.Index(fields=["case_id", "kind"], name="crossing_of_case"),
        ]


class PlanMade(InCompartment):
    """A plan as the statement of its making tells of it."""

    statement_id = models.UUIDField(primary_key=True)
    plan_id = models.UUIDField(unique=True)
    number = models.IntegerField()
    digest = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "position"], name="plan_made_by_case")]


class Plan(InCompartment):
    """A plan with the instance that it was made from, sealed; it holds ids of the register and no name."""

    id = models.UUIDField(primary_key=True)
    box = models.BinaryField()


class State(models.TextChoices):
    """How far the working out of a plan is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Purpose(models.TextChoices):
    """Why a plan is worked out: to be kept, or to see what a pin or another policy would change."""

    PLAN = "plan"
    PIN = "pin"
    POLICY = "policy"


GOES_ON = ("state", "progress", "cancel", "reason", "plan_id", "answer_box", "changed_at")
"""The columns of a run that change while it goes on."""


class Run(InCompartment):
    """One working out of a plan, by a process of its own.

    `progress` holds numbers alone (seconds, value, bound); what is asked and what came of it is sealed under the key of the
    compartment.
    """

    id = models.UUIDField(primary_key=True)
    purpose = models.TextField(choices=Purpose)
    state = models.TextField(choices=State)
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    plan_date = models.DateField()
    seconds = models.IntegerField()
    seed = models.IntegerField()
    least_change = models.BooleanField(default=False)
    question_box = models.BinaryField()
    answer_box = models.BinaryField(null=True)
    progress = models.JSONField(default=dict)
    cancel = models.BooleanField(default=False)
    reason = models.TextField(default="")
    plan_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case_id", "asked_at"], name="run_by_case")]

    def keep(self, *columns: str) -> None:
        """Keep how far it is; what was asked stays as it was asked."""
        self.save(force_insert=True) if self._state.adding else self.save(update_fields=columns or GOES_ON)


class OfConvoy(InCompartment):
    """That a statement is about the manifest or the boarding of a convoy, and about which phone, if so."""

    statement_id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    convoy_id = models.UUIDField()
    device_id = models.UUIDField(null=True)
    position = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["convoy_id"], name="of_convoy"),
            models.Index(fields=["device_id"], name="of_device"),
        ]


class Held(InCompartment):
    """A seat held for somebody on a convoy, until its boarding is closed: the same seat is nobody else's, nobody has two."""

    id = models.UUIDField(primary_key=True)
    convoy_id = models.UUIDField()
    vehicle_id = models.UUIDField()
    place = models.TextField()
    number = models.IntegerField()
    person_id = models.UUIDField()
    family_id = models.UUIDField()
    plan_id = models.UUIDField(null=True)
    held_by = models.UUIDField()
    held_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment_id", "convoy_id", "vehicle_id", "place", "number"], name="one_person_for_each_seat"
            ),
            models.UniqueConstraint(fields=["compartment_id", "case_id", "person_id"], name="one_seat_for_each_person"),
        ]
