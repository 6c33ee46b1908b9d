"""Cases, sources and documents."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.told import Asked, Paged, Told, When


class Case(Told):
    """A case as lists of cases show it."""

    case: str = Field(description="Its name in addresses.", examples=["gaza_2023_11"])
    title: str
    zone: str = Field(examples=["Asia/Gaza"])
    clock: str = Field(description="The clock by which it is asked unless another is named.")
    compartment: str
    about: str
    opened_at: str
    may_write: bool


class Cases(Told):
    """The cases that the asker may see, the latest opened first."""

    cases: list[Case]


class OneCase(Asked):
    """One case, and the question as it was understood."""

    details: Case


class Judgement(Told):
    """A mark that a named person gave, when and why."""

    mark: str
    topic: str | None
    reason: str
    by: str
    at: str


class Source(Told):
    """Who can know or decide, for whom they act, and how a named person judged them."""

    id: str
    name: str
    kind: str = Field(description="party body person_in_office outlet unnamed")
    role: str | None
    key: str | None
    party: str | None
    party_inferred: bool = Field(description="Whether nobody said in so many words for whom they act.")
    settled_as: str | None = Field(description="Who this is, when a named person of the desk said so.")
    reliability: list[Judgement]


class Sources(Paged):
    """One page of the sources of a case, by kind and name."""

    sources: list[Source]


class OneSource(Source, Asked):
    """One source of a case, and the question."""


class Document(Told):
    """A publication that carries a statement."""

    id: str
    key: str
    outlet: str
    url: str | None
    medium: str | None
    published: When | None
