"""Lists that came in: files, versions, rows, what differs, and lines that were set aside."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Field
from pydantic import StrictInt

from homeward.api.shapes.sent import Sent
from homeward.api.shapes.told import Told

Words = Annotated[str, Field(max_length=2_000)]
Texts = list[str]


class Upload(Told):
    """A file that came in; a version takes its id over. Counts are null before the first look, the name once it is closed."""

    upload: str
    list: str
    authority: str
    title: str
    name: str | None
    media_type: str | None
    state: str = Field(description="checking, asking, ready, keying, taking, taken, rejected or given_up.")
    declared: dict[str, Any] | None = Field(description="The day that the list is of.")
    received_at: str
    received_by: str
    stored: int | None
    set_aside: int | None
    questions: int | None
    warnings: int | None
    version: int | None = Field(description="The number of the version that it became.")


class Keyed(Told):
    """A row that people typed of a picture."""

    row: int
    typed_by: int
    agreed: bool
    differing: list[str]


class OneUpload(Upload):
    """A file with the report of the last look at it, in the form of `homeward lists check`, and what is settled."""

    case: str
    compartment: str
    report: dict[str, Any] | None = Field(description="Null before the first look and once the file is closed.")
    answers: dict[str, Any] | None
    keyed: list[Keyed]


class Removals(Told):
    """What a person said of those who are not on a version."""

    settled: str
    reason: str | None


class Version(Told):
    """A publication of a list; `changes` counts its rows by what became of them, and who went."""

    version: str
    list: str
    authority: str
    title: str
    number: int
    declared: dict[str, Any] | None
    recorded_at: str
    recorded_by: str
    media_type: str
    digest: str = Field(description="SHA-256 of the file as it came.")
    stored: int
    set_aside: int
    changes: dict[str, int]
    withdrawn: bool
    original_closed: bool
    removals: Removals | None


class ListOf(Told):
    """A list of an authority, with its last version that counts."""

    list: str
    authority: str
    title: str
    versions: int
    last: Version | None
    open_lines: int = Field(description="Lines that were set aside and wait for a person.")
    waiting: int | None = Field(description="Files that wait for a person or for the worker; null, of the past.")


class Lists(Told):
    """The lists of a case, and the files that wait."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    lists: list[ListOf]
    waiting: list[Upload] | None = Field(description="Null, of the past: nobody kept which files waited.")


class Versions(ListOf):
    """All versions of a list, the last first."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    every: list[Version]


class Row(Told):
    """A row with what it says and said before; values are null once the person was forgotten."""

    sheet: int | None
    row: int | None
    change: str
    fields: list[str] = Field(description="The fields in which it differs from before.")
    record: str
    person: str
    values: dict[str, Any] | None
    before: dict[str, Any] | None


class Rows(Version):
    """A page of the rows of a version; whom it shows is noted in the log of the desk."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    count: int
    rows: list[Row]


class Difference(Told):
    """How two versions of a list differ; rows of one kind of change are shown when it is asked for."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    from_: Version = Field(alias="from")
    to: Version
    counts: dict[str, int]
    rows: list[Row]


class Line(Told):
    """A line that was set aside; cells are null once it is closed."""

    line: str
    list: str
    authority: str
    title: str
    version: str
    number: int = Field(description="The number of the version.")
    sheet: str | None
    row: int
    code: str
    reason: str | None
    cells: Texts | None
    headings: Texts
    typed: dict[str, str] = Field(description="What a person would type, as far as the cells give it.")
    two_people: bool = Field(description="Whether two different people must type the same.")
    keyed_by: Texts
    settled: str | None
    settled_as: str | None = Field(description="The short name of the statement that says what became of it.")
    settled_by: str | None
    person: str | None
    recorded_at: str


class Lines(Told):
    """Lines that were set aside and wait for a person, the oldest first."""

    case: str
    compartment: str
    known_at: str | None = Field(description="As known at which time; null is now.")
    count: int
    lines: list[Line]


class Taken(Told):
    """How far a file is now."""

    case: str
    upload: str
    state: str
    version: int | None


class SettledLine(Told):
    """What became of a line that was set aside."""

    case: str
    line: str
    settled: str | None
    person: str | None
    record: str | None
    waits: bool = Field(description="Whether another person must type it too.")
    differing: list[str]


class Reopened(Told):
    """A line that waits again, and the statement that was withdrawn."""

    case: str
    line: str
    withdrawn: str


class SentList(Sent):
    """A list: its text, or as a form a file, with who gave it and what the desk calls it."""

    text: str = Field("", max_length=1_000_000, description="The list as text with commas, semicolons or tabs.")
    name: Words = Field("", description="The name of the file.")
    authority: Words = Field(description="Who gave the list.", examples=["The embassy"])
    list: Words = Field(description="What the desk calls it.", examples=["Crossing list"])
    declared: Words = Field("", description="The day that it is of, in words.")
    encoding: Words = Field("", description="The code page of its letters, where the file does not show it.")


class SentAnswers(Sent):
    """What is settled about a file: the `answers` of its report, filled in."""

    encoding: Words = ""
    choices: dict[str, str] = Field(default_factory=dict)
    sheets: list[dict[str, Any]] = Field(default_factory=list)


class SentTaking(Sent):
    """The word that a file is taken in."""

    accept_warnings: bool = False
    gone: Literal["", "removed", "part"] = Field("", description="Of those who are not on it, where this is asked.")
    reason: Words = Field("", description="Why they were removed; it names nobody.")


class SentLine(Sent):
    """A line put right: what a person typed, or why it is nobody's."""

    typed: dict[str, str] = Field(default_factory=dict, examples=[{"name": "Amal Haddad", "birth": "12 Mar 1985"}])
    person: str = Field("", max_length=40, description="Whose further record it is; found by itself when left out.")
    nobody: Literal["", "heading", "sum", "blank", "twice", "no person"] = ""


class SentRows(Sent):
    """Rows that one person typed of a picture, each by its number."""

    rows: dict[StrictInt, dict[str, str]]
