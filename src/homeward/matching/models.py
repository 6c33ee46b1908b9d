"""The tables of matching. All are working tables: pairs can be found again from the register, and tell nobody's name.

What was judged of a pair is kept by the ledger, and the register works out who is one (people.queries.identities).
"""

from __future__ import annotations

from django.db import models


class Pair(models.Model):
    """Two people of the register who may be one, the smaller id first, as the last search weighed them.

    Seen by those who may see both: `compartment_id` is where the first stands, `other_compartment_id` the second. `levels` are
    the codes of what was compared (matching.core), without any value, `bits` how much each says.
    """

    pk = models.CompositePrimaryKey("case_id", "one_id", "other_id", "compartment_id", "other_compartment_id")
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    other_compartment_id = models.UUIDField()
    one_id = models.UUIDField()
    other_id = models.UUIDField()
    per_mille = models.IntegerField()
    levels = models.JSONField()
    bits = models.JSONField(default=list)
    found_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "per_mille"], name="pair_by_likelihood"),
            models.Index(fields=["one_id"], name="pair_by_one"),
            models.Index(fields=["other_id"], name="pair_by_other"),
        ]


class Searched(models.Model):
    """How far the register of a case was searched in one compartment against another: up to which statement."""

    pk = models.CompositePrimaryKey("case_id", "compartment_id", "other_compartment_id")
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    other_compartment_id = models.UUIDField()
    position = models.BigIntegerField()
    people = models.IntegerField()
    against = models.IntegerField()
    pairs = models.IntegerField()
    searched_at = models.DateTimeField()
