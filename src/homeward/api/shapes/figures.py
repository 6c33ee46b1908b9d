"""Figures, how they stand to each other, and the populations they count."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.told import Asked, Told, When

Number = int | str
_NUMBER = "A whole number, or exact decimal text where there is a fraction."


class Stated(Told):
    """The number as it was put."""

    op: str = Field(description="eq gt ge lt le about nearly range share vague", examples=["gt"])
    lo: Number | None
    hi: Number | None


class Figure(Told):
    """A number with who said it. `lo` and `hi` are the closed interval that the words allow; null is open."""

    statement: str = Field(examples=["s02"])
    ref: str = Field(description="The figure's own address.", examples=["s02#2"])
    op: str = Field(examples=["gt"])
    lo: Number | None = Field(description=_NUMBER, examples=[501])
    hi: Number | None = Field(description=_NUMBER)
    stated: Stated
    words: str = Field(examples=["more than 500"])
    unit: str
    measure: str
    population: str
    part_of: str | None = Field(description="The whole that the statement itself names.")
    kind: str = Field(description="flow cumulative stock plan list average rule", examples=["stock"])
    outlook: str | None = Field(
        description="possible, expected, promised, conditional or planned: by its own words it has not happened yet."
    )
    modality: str
    asof: str | None = Field(description="When the number stood, in local days.", examples=["2023-11-01"])
    asof_interval: When | None
    asof_inferred: bool
    window: str | None = Field(description="The days in which a flow was counted.")
    window_interval: When | None
    basis: str | None
    counted_by: str | None
    speaker: str
    party: str | None
    origin: str | None = Field(description="The utterance behind it; figures of one origin corroborate nothing.")
    origin_doubtful: bool
    outlets: list[str]
    said_on: str | None
    said: When | None
    recorded_at: str
    text: str
    standing: str = Field(
        description="current, or what a later statement made of it: corrected superseded retracted doubted"
    )
    known: str = Field(description="yes, or possibly: its time straddles the one asked.")
    reaches_past: bool = Field(description="Whether its as-of reaches past the time asked about.")


class Relation(Told):
    """How figure `a` stands to figure `b`, and the sentence that says why."""

    a: str
    b: str
    verdict: str = Field(
        description="same compatible part_of stale corrected different_split not_comparable conflict "
        "arithmetic_fault cannot_tell"
    )
    why: str = Field(examples=["s02#2 is part of s02#1, said in one breath."])
    step: str = Field(description="The question that settled it.")
    gap: Number | None = Field(description="How far two that do not overlap lie apart.")
    about: str | None = Field(
        description="The figure of which the verdict speaks: the part, the older, the replaced one."
    )


class Origins(Told):
    """How many independent origins speak, as a range."""

    lo: int
    hi: int


class Current(Told):
    """What is said of one population by one measure, as it stands."""

    population: str
    measure: str
    unit: str
    part_of: list[str]
    current: list[Figure] = Field(description="The last figure of each voice that nobody corrected or took back.")
    relations: list[Relation]
    origins: Origins
    register_: None = Field(alias="register", description="Filled when the desk keeps a register of people.")


class Group(Current):
    """What is said of one population by one measure, with its history."""

    history: list[Figure] = Field(
        description="Figures known at the time asked, by as-of, corrected ones among them; the latest 400 of all groups."
    )
    more: bool = Field(
        description="Whether older figures are known than `history` gives: ask for one measure, or as of earlier."
    )


class Sum(Told):
    """A sum, and how it fits what was stated; it names the statements and accuses nobody."""

    statements: list[str]
    what: str


class Derived(Told):
    """A number that follows from others although nobody said it."""

    statements: list[str]
    lo: Number | None
    hi: Number | None
    what: str


class Sums(Told):
    """The sums that hold, and numbers that follow."""

    holding: list[Sum]
    derived: list[Derived]


class Figures(Asked):
    """The figures of a case by population and measure, with verdicts and sums."""

    populations: list[Group]
    faults: list[Sum] = Field(description="Sums that do not add up.")
    sums: Sums


class Population(Told):
    """A name under which people, or things, are counted in a case."""

    id: str
    name: str = Field(examples=["Russian citizens on the list"])


class Populations(Asked):
    """The populations counted in a case, by name."""

    populations: list[Population]
