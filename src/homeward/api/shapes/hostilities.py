"""Series of hostilities: datasets and their versions, places and pairs of actors, series by day, files that are sent in."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field

from homeward.api.shapes.sent import Sent
from homeward.api.shapes.told import Told

Words = Annotated[str, Field(max_length=2_000)]
_ORDER = "Sums of what the maker gave; null where the maker gives none, and on a gap."


class Covers(Told):
    """The days that a version covers; `inferred` when nobody said so and they are the first and last that it holds."""

    first: str | None
    last: str | None
    inferred: bool


class Version(Told):
    """A version of a dataset as it came in; `rows` is `stored` and `set_aside` together."""

    version: str
    dataset: str
    number: int = Field(description="Counts the versions as they came in.")
    label: str = Field(description="The version as its maker calls it.")
    downloaded: str
    form: str
    digest: str = Field(description="SHA-256 of the file as it came.")
    rows: int
    stored: int
    set_aside: int
    root: str = Field(description="The root over everything that is kept of it.")
    covers: Covers
    licence: str | None
    attribution: str | None
    recorded_at: str
    recorded_by: str
    statement: str = Field(description="The short name of the statement that tells of it.")
    found: dict[str, int] = Field(description="In how many rows something doubtful was found, by code.")
    withdrawn: bool


class Dataset(Told):
    """A dataset of a maker with the version that counts, and all of them, the newest first."""

    dataset: str
    maker: str
    title: str
    nature: str = Field(description="events or reports.")
    countries: list[str]
    measures: list[str]
    version: Version | None = Field(description="The version that counts; null when all were taken back.")
    versions: list[Version]


class Datasets(Told):
    """The datasets of a case."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    datasets: list[Dataset]


class Counted(Told):
    """How many rows name something, when, and their sums, with all their doubts."""

    rows: int
    first: str | None
    last: str | None
    low: int | None
    best: int | None
    high: int | None


class Place(Counted):
    """A place that rows name."""

    level: str = Field(description="country, adm1 or adm2.")
    name: str
    within: str | None


class Places(Told):
    """The places that a dataset names."""

    case: str
    compartment: str
    known_at: str | None
    places: list[Place]


class Dyad(Counted):
    """A pair of actors that rows name."""

    key: str
    name: str
    side_a: str
    side_b: str | None


class Dyads(Told):
    """The pairs of actors that a dataset names."""

    case: str
    compartment: str
    known_at: str | None
    dyads: list[Dyad]


class Frame(Told):
    """Which rows a series counts."""

    level: str = Field(description="whole, country, adm1, adm2 or box.")
    name: str | None
    within: str | None
    box: dict[str, str] | None
    date_prec: int = Field(description="The coarsest day that stands on a day: 1 exact, 2 up to six days, 3 a week.")
    where_prec: int = Field(description="The coarsest place that counts.")


class Day(Told):
    """A day of a series; on a gap nobody reported, or the version does not reach it: it has no number and is not zero."""

    date: str
    low: int | None = Field(description=_ORDER)
    best: int | None
    high: int | None
    events: int
    gap: bool
    rows: list[int] | None = Field(
        description="Numbers of rows in the file; null where there are too many to give here."
    )
    flags: list[str]


class Apart(Told):
    """Rows that stand on no day, and why; `counted` ones stand in the days too, because the frame says so."""

    code: str
    words: str
    rows: int
    low: int | None
    best: int | None
    high: int | None
    since: str | None
    until: str | None
    counted: bool


class BandOfDay(Told):
    """The shares of the draws of a day; null on a gap."""

    date: str
    values: list[int] | None


class Bands(Told):
    """How sure a series is by the ranges of its maker."""

    draws: int
    seed: int
    reported: str = Field(description="The weight of the reported number.")
    shares: list[str]
    words: str
    days: list[BandOfDay]


class Series(Told):
    """A series by day, what stands on no day, and where it comes from."""

    case: str
    compartment: str
    dataset: str
    maker: str
    title: str
    nature: str
    version: Version
    frame: Frame
    dyad: Dyad | None
    measure: str
    since: str
    until: str
    known_at: str | None
    days: list[Day]
    apart: list[Apart]
    flags: dict[str, int]
    words: list[str]
    bands: Bands | None = Field(description="Null unless they were asked for.")


class Look(Told):
    """One look that was run, and what came of it."""

    what: str
    outcome: str


class StudySeries(Told):
    """The series that was looked at, and where it comes from."""

    dataset: str
    named: str
    version: str
    statement: str
    place: str
    dyad: str | None
    measure: str
    from_: str = Field(alias="from")
    until: str
    on_no_day: list[str]


class Study(Told):
    """What a look found, what it rests on, what is to be doubted, and every look that was run; exactly what the command gives."""

    case: str
    compartment: str
    known_at: str | None
    look: str
    words: str = Field(description="The answer in a sentence: what went with what, never why.")
    n: int = Field(description="Days with a count.")
    gaps: int
    informative_units: int
    least_units: int = Field(description="With fewer informative units than these there is no p-value.")
    p: str | None = Field(description="Null where there are too few units, or nothing to test.")
    why_no_p: str | None
    findings: list[str]
    caveats: list[str]
    looks: list[Look]
    numbers: dict[str, Any] = Field(description="The look's own numbers; those that are no whole ones are text.")
    series: StudySeries


class Received(Told):
    """A version that came in, and the report of its file."""

    case: str
    dataset: str
    version: str
    number: int
    statement: str
    report: dict[str, Any] = Field(description="In the form of `homeward hostilities check`.")


class SentSeries(Sent):
    """A file of events or daily numbers: its text, or as a form a file, with who made it, which version, and when it was got."""

    text: str = Field("", max_length=1_000_000, description="The file as text.")
    name: Words = Field("", description="The name of the file.")
    maker: Words = Field(description="Who made it.", examples=["UCDP"])
    version: Words = Field(description="Its version, as its maker calls it.", examples=["23.1"])
    downloaded: Words = Field(description="The day on which it was downloaded.", examples=["2026-01-02"])
    dataset: Words = Field("", description="What the desk calls it; by its form when left out.")
    country: Words = Field("", description="The country of the rows, where the file has no such column.")
    licence: Words = Field("", description="Under what it may be used.")
    attribution: Words = Field("", description="How it is to be named; by its form when left out.")
    covers_from: Words = Field("", description="The first day that it covers.")
    covers_until: Words = Field("", description="The last day that it covers.")
    encoding: Words = Field("", description="The code page of its letters, where the file does not show it.")
    accept_warnings: bool = Field(False, description="Take it in with its doubts and rows set aside.")
