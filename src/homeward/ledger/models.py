"""The tables of the ledger, each of one class.

Kept (append-only, under the tree): Statement, Tile, Head, Document.
Projections (rebuilt by replay; a row belongs to the compartment of its statement): Case, Source, ActsFor, Settled,
Judgement, Population, PopulationRelation, Publication, Carried, Figure, Series, Voice, Link, ChainLink, SpanRow.
Working (may be lost without losing truth): Draft.

Rows refer to each other by id without foreign keys: a key across compartments would tell what is hidden.
Indexes that questions walk stand in sql/walking.sql.
"""

from __future__ import annotations

import uuid

from django.db import models


class Statement(models.Model):
    """One entry: `entry` is the truth, what stands after `leaf` is derived from it in the database."""

    position = models.BigIntegerField(primary_key=True)
    id = models.UUIDField(unique=True)
    recorded_at = models.DateTimeField()
    salt = models.BinaryField(max_length=16)
    entry = models.TextField()
    leaf = models.BinaryField(max_length=32)

    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    ref = models.TextField()
    kind = models.TextField()
    speaker_id = models.UUIDField(null=True)
    party_id = models.UUIDField(null=True)
    origin_id = models.UUIDField(null=True)
    modality = models.TextField(null=True)
    topic = models.TextField()
    language = models.TextField()
    recorded_by = models.UUIDField()
    occurred_from = models.DateTimeField(null=True)
    occurred_until = models.DateTimeField(null=True)
    said_from = models.DateTimeField(null=True)
    said_until = models.DateTimeField(null=True)
    published_from = models.DateTimeField(null=True)
    published_until = models.DateTimeField(null=True)
    text = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "ref"], name="statement_by_ref"),
            models.Index(
                fields=["case_id", "kind", "position"], name="statement_by_kind", condition=~models.Q(kind="said.plain")
            ),
            models.Index(fields=["origin_id"], name="statement_by_origin"),
        ]


class Tile(models.Model):
    """256 hashes of one level of the tree, and their root; only full ones are kept."""

    pk = models.CompositePrimaryKey("level", "number")
    level = models.SmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()
    root = models.BinaryField(max_length=32)


class Head(models.Model):
    """The roots over the ledger and over the desk's own log, after an append or when they were to be signed."""

    pk = models.CompositePrimaryKey("size", "access_size")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    access_size = models.BigIntegerField()
    access_root = models.BinaryField(max_length=32)
    signed_at = models.DateTimeField(null=True)
    key_id = models.TextField(null=True)
    signature = models.BinaryField(null=True)


class Document(models.Model):
    """An original as it came, and the text that spans point into.

    Of a file that holds several papers, as a feed does, part 0 keeps the bytes and each further part the text of one paper.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    digest = models.BinaryField(max_length=32)
    part = models.IntegerField(default=0)
    media_type = models.TextField()
    language = models.TextField()
    text = models.TextField()
    bytes = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment_id", "case_id", "digest", "part"], name="an_original_is_kept_once"
            )
        ]


class Projected(models.Model):
    """A row that replay makes again from the statement it names."""

    statement_id = models.UUIDField()
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()

    class Meta:
        abstract = True


class Case(Projected):
    id = models.UUIDField(primary_key=True)
    slug = models.TextField()
    title = models.TextField()
    zone = models.TextField()
    clock = models.TextField()
    about = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["compartment_id", "slug"], name="one_case_of_a_name")]


class Source(Projected):
    id = models.UUIDField(primary_key=True)
    key = models.TextField()
    name = models.TextField()
    kind = models.TextField()
    role = models.TextField()
    active_from = models.DateTimeField(null=True)
    active_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case_id", "kind", "name"], name="source_by_name")]


class ActsFor(Projected):
    statement_id = models.UUIDField(primary_key=True)
    source_id = models.UUIDField()
    acts_for_id = models.UUIDField()
    inferred = models.BooleanField()
    during_from = models.DateTimeField(null=True)
    during_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["source_id"], name="acts_for_by_source")]


class Settled(Projected):
    """Who a speaker is, as a named person settled it; the latest counts."""

    statement_id = models.UUIDField(primary_key=True)
    source_id = models.UUIDField()
    settled_as_id = models.UUIDField()
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "source_id"], name="settled_by_source")]


class Judgement(Projected):
    """A reliability of a source (letter) or a credibility of a statement (number), by a named person."""

    statement_id = models.UUIDField(primary_key=True)
    about_id = models.UUIDField()
    scale = models.TextField()
    mark = models.TextField()
    topic = models.TextField()
    during_from = models.DateTimeField(null=True)
    during_until = models.DateTimeField(null=True)
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["about_id", "recorded_at"], name="judgement_by_subject")]


class Population(Projected):
    id = models.UUIDField(primary_key=True)
    name = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "name"], name="population_by_name")]


class PopulationRelation(Projected):
    statement_id = models.UUIDField(primary_key=True)
    part_id = models.UUIDField()
    whole_id = models.UUIDField()
    relation = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "part_id"], name="relation_by_part")]


class Publication(Projected):
    id = models.UUIDField(primary_key=True)
    key = models.TextField()
    outlet_id = models.UUIDField()
    url = models.TextField()
    medium = models.TextField()
    published_from = models.DateTimeField(null=True)
    published_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case_id", "key"], name="publication_by_key")]


class Carried(Projected):
    """Which publications carry a statement: outlets of one origin, never counted as origins."""

    pk = models.CompositePrimaryKey("statement_id", "number")
    number = models.IntegerField()
    publication_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["publication_id"], name="carried_by_publication")]


class Figure(Projected):
    """One number of a statement, with the statement's voice and times beside it so that one index walk answers.

    `asof_from` is where its as-of begins (or else ends, or else was recorded): what figures are ordered by. An id of zeros
    stands for a speaker or a publication that is not named.
    """

    pk = models.CompositePrimaryKey("statement_id", "number")
    number = models.IntegerField()
    ref = models.TextField()
    measure = models.TextField()
    population_id = models.UUIDField()
    population_name = models.TextField()
    unit = models.TextField()
    kind = models.TextField()
    op = models.TextField()
    stated_lo = models.DecimalField(max_digits=40, decimal_places=10, null=True)
    stated_hi = models.DecimalField(max_digits=40, decimal_places=10, null=True)
    lo = models.DecimalField(max_digits=40, decimal_places=10, null=True)
    hi = models.DecimalField(max_digits=40, decimal_places=10, null=True)
    asof = models.JSONField(null=True)
    asof_from = models.DateTimeField()
    asof_until = models.DateTimeField(null=True)
    asof_inferred = models.BooleanField()
    window = models.JSONField(null=True)
    part_of_id = models.UUIDField(null=True)
    basis = models.TextField()
    by_id = models.UUIDField()
    words = models.TextField()
    speaker_id = models.UUIDField()
    party_id = models.UUIDField(null=True)
    origin_id = models.UUIDField(null=True)
    origin_doubtful = models.BooleanField()
    modality = models.TextField(null=True)
    said = models.JSONField(null=True)
    said_from = models.DateTimeField(null=True)
    said_until = models.DateTimeField(null=True)
    published_from = models.DateTimeField(null=True)
    published_until = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    ahead = models.BooleanField()
    series_id = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "asof_from"], name="figure_by_asof"),
        ]


class Series(Projected):
    """What figures exist: one row for each population, measure, unit, kind and voice, so that the last is found.

    `ahead`: its figures lie more than a day after they were said, as plans do.
    """

    id = models.UUIDField(primary_key=True)
    population_id = models.UUIDField()
    measure = models.TextField()
    unit = models.TextField()
    kind = models.TextField()
    speaker_id = models.UUIDField()
    by_id = models.UUIDField()
    ahead = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "population_id", "measure"], name="series_by_population")]


class Voice(Projected):
    """Who spoke on what: one row for each party (or speaker) and topic, so that the last word of each is found."""

    id = models.UUIDField(primary_key=True)
    voice_id = models.UUIDField()
    topic = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "voice_id"], name="voice_by_case")]


class Link(Projected):
    """How statement `from_id` stands to another or to one of its figures (0 = the whole), with its own times beside it.

    `from_id` is the statement that says so, or the one that the desk set beside the other.
    """

    pk = models.CompositePrimaryKey("statement_id", "number")
    number = models.IntegerField()
    from_id = models.UUIDField()
    stance = models.TextField()
    to_id = models.UUIDField()
    to_figure = models.IntegerField()
    by_desk = models.BooleanField()
    doubtful = models.BooleanField()
    words = models.TextField()
    said_from = models.DateTimeField(null=True)
    said_until = models.DateTimeField(null=True)
    published_from = models.DateTimeField(null=True)
    published_until = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["to_id", "stance"], name="link_by_target"),
            models.Index(fields=["from_id"], name="link_by_source"),
            models.Index(fields=["case_id", "stance"], name="link_by_stance"),
        ]


class ChainLink(Projected):
    pk = models.CompositePrimaryKey("statement_id", "number")
    number = models.IntegerField()
    source_id = models.UUIDField()
    wording = models.TextField()
    factuality = models.TextField(null=True)


class SpanRow(Projected):
    """Where a document shows a statement; text position in code points, and the quote with its surroundings."""

    pk = models.CompositePrimaryKey("statement_id", "number")
    number = models.IntegerField()
    document_id = models.UUIDField()
    start = models.IntegerField()
    end = models.IntegerField()
    exact = models.TextField()
    prefix = models.TextField()
    suffix = models.TextField()

    class Meta:
        db_table = "ledger_span"
        indexes = [models.Index(fields=["document_id"], name="span_by_document")]


class Draft(models.Model):
    """What somebody is writing down and has not recorded yet; sealed, its owner's alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    actor_id = models.UUIDField()
    case_id = models.UUIDField()
    compartment_id = models.UUIDField()
    box = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["actor_id", "case_id"], name="draft_by_actor")]
