"""The picture of a case."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.figures import Current, Sum, Sums
from homeward.api.shapes.sources import Source
from homeward.api.shapes.statements import Statement
from homeward.api.shapes.told import Asked, Told


class Word(Told):
    """The last thing said on a topic."""

    topic: str
    statement: str


class Party(Told):
    """A party, or a voice of none, and what it last said on each topic."""

    party: str
    source: Source | None
    words: list[Word]


class Condition(Told):
    """What is said to stand in the way; the desk infers no status."""

    statement: str
    text: str
    gates: str
    demanded_by: list[str]
    demanded_of: list[str]
    status: str = Field(description="met, unmet or unknown, as last reported.")
    vague: bool = Field(description="Whether it names nothing that could be seen to be met.")
    reports: list[str]
    sources: list[str]


class Line(Told):
    """A timeline by event or by when things were known."""

    by: str
    statements: list[str]


class Changed(Told):
    """What became known since a time."""

    since: str
    count: int
    statements: list[str]


class Against(Told):
    """Figures or statements held against each other, and the sentence that says how they stand."""

    what: str
    verdict: str
    refs: list[str]


class Gap(Told):
    """What nobody has said, as a question to put to somebody."""

    question: str
    about: str | None
    put_to: list[str]


class Picture(Asked):
    """What is known of a case, by whom, how sure, what disagrees and what only seems to."""

    parties: list[Party]
    populations: list[Current]
    conditions: list[Condition]
    agreements: list[str]
    timeline: Line
    changed: Changed
    disagreements: list[Against]
    only_seem: list[Against] = Field(description="What looks like a disagreement and is none, with the reason.")
    faults: list[Sum] = Field(description="Sums that do not add up.")
    sums: Sums
    gaps: list[Gap]
    statements: dict[str, Statement] = Field(description="Every statement that the lists name, once, by its ref.")
