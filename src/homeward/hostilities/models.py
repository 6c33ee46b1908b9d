"""The tables of hostilities, each of one class.

Kept (only added to): Original and Piece, a file as it came, sealed under a key of its own; Value, what is kept of its rows;
Place, Pair and Source, what rows name, by their numbers in the version; SetAside.
Projections (rebuilt by replay): Dataset, Version, Daily. Daily adds up what is kept of a version that a statement tells of.

Rows name what they are of by number and without foreign keys: a million rows that are checked one by one take long to come in,
and the root over all of them stands in their statement.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class InCompartment(models.Model):
    """A row of a case, seen by those who may see its compartment."""

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Original(InCompartment):
    """A file as it came; the same bytes are kept once in a case."""

    id = models.UUIDField(primary_key=True)
    digest = models.BinaryField(max_length=32)
    size = models.BigIntegerField()
    pieces = models.IntegerField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment_id", "case_id", "digest"], name="a_series_is_kept_once_in_a_case"
            )
        ]


class Piece(InCompartment):
    """A part of a file, packed and sealed; together they are the file byte by byte."""

    pk = models.CompositePrimaryKey("original_id", "number")
    original_id = models.UUIDField()
    number = models.IntegerField()
    box = models.BinaryField()


class OfVersion(InCompartment):
    """What is kept of a version under a number of its own."""

    version_id = models.UUIDField()
    number = models.IntegerField()

    class Meta:
        abstract = True


class Place(OfVersion):
    """A place as rows of a version name it; `doubts` are bits of core.codes about its point."""

    pk = models.CompositePrimaryKey("version_id", "number")
    country = models.TextField()
    adm_1 = models.TextField()
    adm_2 = models.TextField()
    name = models.TextField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    where_prec = models.SmallIntegerField()
    doubts = models.IntegerField()


class Pair(OfVersion):
    """A pair of actors as rows of a version name it."""

    pk = models.CompositePrimaryKey("version_id", "number")
    key = models.TextField()
    name = models.TextField()
    side_a = models.TextField()
    side_b = models.TextField()
    type = models.SmallIntegerField()


class Source(OfVersion):
    """Whom a row of a version names as its source."""

    pk = models.CompositePrimaryKey("version_id", "number")
    name = models.TextField()


class Value(OfVersion):
    """A number of a row as its maker gave it (core.rows.Value); `number` is that of the row in the file."""

    pk = models.CompositePrimaryKey("version_id", "number", "part")
    part = models.SmallIntegerField()
    local = models.TextField()
    nature = models.TextField()
    measure = models.TextField()
    place = models.IntegerField()
    dyad = models.IntegerField()
    source = models.IntegerField()
    first = models.DateField()
    last = models.DateField()
    date_prec = models.SmallIntegerField()
    clarity = models.SmallIntegerField(null=True)
    low = models.IntegerField(null=True)
    best = models.IntegerField(null=True)
    high = models.IntegerField(null=True)
    side_a = models.IntegerField(null=True)
    side_b = models.IntegerField(null=True)
    civilians = models.IntegerField(null=True)
    unknown = models.IntegerField(null=True)
    flags = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["version_id", "place", "first"], name="value_by_place")]


class SetAside(OfVersion):
    """A row of a version that is no value: where it stands, why, and its cells as they came."""

    pk = models.CompositePrimaryKey("version_id", "number")
    code = models.TextField()
    heading = models.TextField()
    message = models.TextField()
    cells = models.JSONField()


class Dataset(InCompartment):
    """A dataset of a maker, as its first version named it."""

    dataset_id = models.UUIDField(primary_key=True)
    statement_id = models.UUIDField()
    maker_id = models.UUIDField()
    title = models.TextField()
    nature = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["case_id"], name="dataset_by_case")]


class Version(InCompartment):
    """A version of a dataset, as the statement of its reading tells of it."""

    statement_id = models.UUIDField(primary_key=True)
    version_id = models.UUIDField(unique=True)
    dataset_id = models.UUIDField()
    number = models.IntegerField()
    label = models.TextField()
    rank = ArrayField(models.BigIntegerField())
    downloaded = models.DateField()
    form = models.TextField()
    digest = models.TextField()
    original_id = models.UUIDField()
    stored = models.IntegerField()
    set_aside = models.IntegerField()
    root = models.TextField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    position = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["dataset_id", "number"], name="series_version_by_dataset"),
            models.Index(fields=["case_id", "digest"], name="series_version_by_digest"),
        ]


class Daily(InCompartment):
    """What the values of a version add up to by country, pair, thing counted, and days; `lacking` rows have no number.

    Beside the pairs, which are numbered from 1, stand the sums of all of them: pair -1 of a country, pair -2 of everything.

    `low` and `high` are none where some row gives none; `flags` are the doubts of all of them together.
    """

    pk = models.CompositePrimaryKey(
        "version_id", "country", "dyad", "measure", "nature", "date_prec", "first", "last", "stands"
    )
    version_id = models.UUIDField()
    country = models.TextField()
    dyad = models.IntegerField()
    measure = models.TextField()
    nature = models.TextField()
    date_prec = models.SmallIntegerField()
    first = models.DateField()
    last = models.DateField()
    stands = models.BooleanField()
    rows = models.IntegerField()
    lacking = models.IntegerField()
    low = models.BigIntegerField(null=True)
    best = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    flags = models.IntegerField()
