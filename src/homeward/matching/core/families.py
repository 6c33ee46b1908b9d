"""Families that a list takes apart: who of them stands on it, who does not, and which of them comes first.

A near miss is told as one. Nobody is called missing who may stand there under another spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from homeward.matching.core.places import Stand

OF_AGE = 18
"""Years from which somebody is no child."""
OFF = (Stand.OUT, Stand.NEVER)


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is in whole years, at least and at most, by all days of birth that were given."""

    least: int
    most: int

    @property
    def is_child(self) -> bool:
        """Whether they surely are a child."""
        return self.most < OF_AGE

    @property
    def is_grown(self) -> bool:
        """Whether they surely are none."""
        return self.least >= OF_AGE


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a family: where they stand on the list, how old they are, who of the family is told to have the care of them.

    `away`: they are said to have crossed, to be home or to be dead, and nobody says otherwise; the list need not name them.
    """

    person: UUID
    stand: Stand
    age: Age | None = None
    cared_for_by: frozenset[UUID] = frozenset()
    away: bool = False

    @property
    def is_child(self) -> bool:
        """A child by age; where no age is known, whoever is told to be somebody's child."""
        return self.age.is_child if self.age else bool(self.cared_for_by)

    @property
    def lacks(self) -> bool:
        """Whether the list should name them and does not: surely, or as far as nobody has judged a near miss."""
        return self.stand is not Stand.IN and not self.away


@dataclass(frozen=True, slots=True)
class Split:
    """A family of which a list names some: who is off it, who may stand there under another spelling.

    `children_alone`: children stand there without any parent; `children_left`: a parent stands there without the child.
    """

    members: tuple[Member, ...]
    missing: tuple[Member, ...]
    doubtful: tuple[Member, ...]
    children_alone: tuple[UUID, ...]
    children_left: tuple[UUID, ...]

    @property
    def separated(self) -> bool:
        """Whether children and parents are on different sides of it."""
        return bool(self.children_alone or self.children_left)


def age(births: Iterable[tuple[date, date]], on: date) -> Age | None:
    """The age on a day of somebody born on one of these days, each from its first up to, not including, the other."""
    spans = [(start, until) for start, until in births if start <= on]
    if not spans:
        return None
    last = min(max(until for _, until in spans) - timedelta(days=1), on)
    return Age(_years(last, on), _years(min(start for start, _ in spans), on))


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def split(members: Sequence[Member]) -> Split | None:
    """How a list takes a family apart; none where all of them stand there, or nobody."""
    inside = frozenset(each.person for each in members if each.stand is Stand.IN and not each.away)
    lacking = [each for each in members if each.lacks]
    if not inside or not lacking:
        return None
    return Split(
        tuple(members),
        tuple(each for each in lacking if each.stand in OFF),
        tuple(each for each in lacking if each.stand is Stand.DOUBTFUL),
        tuple(each.person for each in members if each.is_child and _is_alone(each, members, inside)),
        tuple(each.person for each in lacking if each.is_child and _elders(each, members) & inside),
    )


def _is_alone(child: Member, members: Sequence[Member], inside: AbstractSet[UUID]) -> bool:
    """Whether a child stands there, no parent of theirs does, and one should."""
    elders = _elders(child, members)
    off = {each.person for each in members if each.lacks}
    return child.person in inside and not elders & inside and bool(elders & off)


def _elders(child: Member, members: Sequence[Member]) -> frozenset[UUID]:
    """Who has the care of a child, as told; where nobody told, whoever of the family is no child."""
    there = {each.person for each in members}
    told = child.cared_for_by & there
    return told or frozenset(each.person for each in members if not each.is_child and each.person != child.person)


def in_order(families: Iterable[Split]) -> list[Split]:
    """The families as they are worked at: children and parents apart first, then where more are off the list."""
    return sorted(families, key=_urgency)


def _urgency(family: Split) -> tuple[bool, int, int, int, str]:
    apart = not family.separated
    ages = [each.age.least for each in (*family.missing, *family.doubtful) if each.age]
    first = min(str(each.person) for each in family.members)
    return apart, -len(family.missing), -len(family.doubtful), min(ages, default=999), first
