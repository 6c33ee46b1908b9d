"""Series of hostilities as files bring them: a version of a dataset was read, with the root over all that is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many rows something was found in, by its code (hostilities.core.codes)."""

    code: str
    rows: int


@kind_of("done.series_read")
@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRead:
    """A file of events or of daily numbers was read as a version of a dataset; `number` counts the versions as they came.

    `label` is the version as its maker calls it, `rank` the numbers in it, by which versions are ordered; `downloaded` the day
    on which the file was. Of its rows so many are `stored`, as so many `values`, and so many set aside. `first` and `last` are
    the days that it covers; `covers_inferred` when nobody said so and they are those that it holds. `root` is that of the
    tree over everything that is kept of it (lower hex), `digest` that of the file as it came (SHA-256, lower hex).
    """

    dataset: UUID
    version: UUID
    number: int
    maker: UUID
    title: str
    nature: str
    form: str
    label: str
    rank: tuple[int, ...]
    downloaded: str
    digest: str
    size: int
    original: UUID
    stored: int
    set_aside: int
    values: int
    root: str
    measures: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    country: str = ""
    first: str = ""
    last: str = ""
    covers_inferred: str = ""
    licence: str = ""
    attribution: str = ""
    found: tuple[Found, ...] = ()
