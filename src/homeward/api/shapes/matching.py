"""Lists held against the register, as programs get them."""

from __future__ import annotations

from typing import Any

from ninja import Field

from homeward.api.shapes.lists import Version
from homeward.api.shapes.told import Asked, Told

Texts = list[str]


class Place(Told):
    """A row of a list as the file counts it; null where no row gives the entry."""

    sheet: int | None
    row: int | None


class Shown(Told):
    """Somebody: every id that is theirs by judgements, every name that counts; no names once they are forgotten."""

    person: str
    ids: Texts
    names: Texts
    births: Texts


class Near(Shown):
    """Somebody who may be the same, and has not been judged so far."""

    per_mille: int = Field(description="How likely it is that the two are one.")
    levels: Texts
    rows: list[Place]
    unsure: bool = Field(description="Whether it was judged that nobody can tell.")


class Entry(Shown, Place):
    """An entry of a list, what it is, and the statements and judgements that say so."""

    change: str
    ours: bool
    told: Texts = Field(description="Statements of others than this list.")
    judgements: Texts
    contested: bool
    may_be: list[Near]


class Twin(Shown):
    """One of two entries that are, or may be, one person's."""

    rows: list[Place]


class Duplicate(Told):
    """Two entries of one version; `per_mille` is null where they are one by judgement or by the list itself."""

    one: Twin
    other: Twin
    per_mille: int | None
    levels: Texts
    judgements: Texts


class Cell(Told):
    """Where a list has somebody: in, out, never, doubtful; and since which version."""

    stands: str
    since: int | None
    rows: list[Place]


class Age(Told):
    """Whole years, at least and at most."""

    least: int
    most: int


class Member(Shown):
    """Somebody of a family; `away` when said to have crossed, to be home or to be dead, uncontested."""

    stands: str
    since: int | None
    rows: list[Place]
    age: Age | None
    child: bool
    away: bool
    stage: str | None
    stage_contested: bool
    child_of: Texts
    ward_of: Texts
    spouse_of: Texts
    may_be: list[Near]
    lines: list[Place] = Field(
        description="Lines set aside, rows of several names, or rows of a child by its parent's name, that may name them."
    )
    lists: dict[str, Cell]


class Family(Told):
    """A family of which a version names some: who is surely off it, and who may stand there under another spelling."""

    separated: bool
    children_alone: Texts
    children_left: Texts
    missing: Texts
    doubtful: Texts
    members: list[Member]


class Families(Told):
    """A page of such families, those with children and parents apart first."""

    version: Version
    statement: str
    count: int
    separated: int
    near_misses_only: int
    families: list[Family]


class FamiliesApart(Families, Asked):
    """Families that a version of a list takes apart."""


class WarRoom(Asked):
    """A version held against the register; `sorted` adds up to `entries`."""

    version: Version
    statement: str
    before: Version | None
    entries: int
    kept: int
    settled: int
    open_lines: int
    sorted: dict[str, int]
    beside: dict[str, int]
    gone_ours: int
    families: Families
    part: str | None
    count: int
    lines: list[Entry]
    duplicates: list[Duplicate]


class Listed(Told):
    """A list, by the last version that counts."""

    list: str
    authority: str
    title: str
    version: str
    number: int


class Against(Shown):
    """Somebody, and where each list has them."""

    lists: dict[str, Cell]


class Matrix(Asked):
    """People against lists; `chosen` says which people."""

    chosen: str
    count: int
    lists: list[Listed]
    people: list[Against]


class Step(Told):
    """People of the register by where they stand."""

    in_: int = Field(alias="in")
    doubtful: int
    gone: int
    never: int


class ListStep(Listed, Step):
    """The same for one list, with the statement of its reading."""

    statement: str


class AllStep(Step):
    """The same for all lists that count."""

    counting: Texts


class Funnel(Asked):
    """From the register to all lists, in numbers."""

    people: int
    on_any: Step
    lists: list[ListStep]
    on_all: AllStep
    definition: str


class LetterTold(Asked):
    """A letter, and whom it leaves out because no consent to share with authorities is recorded."""

    version: Version
    letter: dict[str, Any]
    without_consent: list[Shown]
    named_without_consent: Texts
