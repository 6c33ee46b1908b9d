"""How the lines of a table are read, and what comes of each: a row, or a line that is set aside with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from homeward.lists.core.columns import Columns
from homeward.lists.core.merged import Above
from homeward.lists.core.notices import Notice
from homeward.people.core.values import Values


@dataclass(frozen=True, slots=True)
class Plan:
    """What is settled for all lines of a table.

    `first` says of a column whether days come first, `calendar` by which calendar its unmarked days count, `left` names columns
    that are left out, `choices` hold answers by their code, `dated` is the day of the list; `above` tells by line and column what
    joined cells above say.
    """

    sheet: str
    columns: Columns
    width: int = 0
    first: Mapping[int, bool | None] = field(default_factory=dict)
    calendar: Mapping[int, str] = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    stray: frozenset[int] = frozenset()
    choices: Mapping[str, str] = field(default_factory=dict)
    dated: date | None = None
    above: Mapping[tuple[int, int], Above] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is one record: where it stands, its running number as written, what it gives, what is to be known."""

    sheet: str
    number: int
    values: Values
    running: str = ""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that is kept and is no record yet: why, by a code that stays the same and in words."""

    sheet: str
    number: int
    code: str
    reason: str
    cells: tuple[str, ...] = ()
