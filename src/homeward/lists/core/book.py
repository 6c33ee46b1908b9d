"""A file of lists as plain values: sheets of lines of cells, each as it stands there, before anybody says what it means."""

from __future__ import annotations

from dataclasses import dataclass, field

from homeward.refusals import Finding


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its number as the file counts (from 1), its cells as texts, and whether it is hidden.

    `fault` says why the line could not be read whole: its bytes are of another alphabet, it has more cells than the header.
    Such a line is kept and set aside, never mended.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the file. `hidden` is "", "hidden" or "very hidden"; hidden columns are numbered from 0.

    `dated` names columns (from 0) whose cells the file itself holds as days: these are spelled as YYYY-MM-DD in `cells`.
    `merged` are cells joined to one: the first and last row (as lines are numbered) and column (from 0), whose words stand in the
    first of them alone.
    """

    name: str
    lines: tuple[Line, ...]
    hidden: str = ""
    hidden_columns: tuple[int, ...] = ()
    dated: tuple[int, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()  # top, left, bottom, right


@dataclass(frozen=True, slots=True)
class Book:
    """What a file holds: what kind it is by its content, its tables, and what a person should know about it.

    `encoding` is the alphabet it was read with, `questions` what a person must answer before it can be read for good
    ("encoding": the likeliest alphabets, each with a sample).
    """

    media_type: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()
    encoding: str = ""
    questions: tuple[Question, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Question:
    """What the file leaves open: a code, the sheet and column it is about, the words, and the answers to choose from."""

    code: str
    words: str
    sheet: str = ""
    column: int | None = None
    choices: tuple[tuple[str, str], ...] = ()
