"""Two versions of one list: who is the same, moved, corrected, changed, new or gone, each with the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from homeward.lists.core.book import Question
from homeward.lists.core.differing import differences
from homeward.lists.core.entry import Entry
from homeward.lists.core.pairing import Paired, paired

SHARE, LEAST = 0.2, 5
"""A version that lost at least this share of its entries, and this many, is asked about."""


class How(StrEnum):
    """What became of an entry."""

    SAME = "same"
    MOVED = "moved"
    CORRECTED = "corrected"
    CHANGED = "changed"
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one entry, from which to which, in which fields, and why they are held for one entry."""

    how: How
    before: Entry | None
    after: Entry | None
    why: str = ""
    corrected: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """An entry that went and one that came, which may be one person; a person judges, nothing was joined."""

    out: Entry
    into: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All steps, in the order of the new version and then those that went; every entry of both stands in one step.

    `not_compared` counts entries whose spelling was not held against others because there were too many.
    """

    steps: tuple[Step, ...]
    hints: tuple[Hint, ...] = ()
    not_compared: int = 0

    def of(self, how: How) -> tuple[Step, ...]:
        """The steps of one kind."""
        return tuple(step for step in self.steps if step.how is how)

    @property
    def counts(self) -> dict[How, int]:
        """How many steps of each kind there are."""
        counted = Counter(step.how for step in self.steps)
        return {how: counted[how] for how in How}

    @property
    def shrunk(self) -> bool:
        """Whether so many are gone that somebody must say that they are meant to be."""
        out = self.counts[How.OUT]
        before = sum(1 for step in self.steps if step.before is not None)
        return out >= LEAST and out >= SHARE * before

    @property
    def question(self) -> Question | None:
        """What must be answered before anybody counts as removed."""
        if not self.shrunk:
            return None
        before = sum(1 for step in self.steps if step.before is not None)
        words = f"{self.counts[How.OUT]:,} of {before:,} are not on this version. Were they taken off the list?"
        return Question(
            "shrunk",
            words,
            choices=(("removed", "yes, they were taken off"), ("part", "no, this is only a part of the list")),
        )


def difference(before: Sequence[Entry], after: Sequence[Entry]) -> Difference:
    """What became of each entry; a doubtful pair is one that went, one that came, and a hint."""
    found = paired(before, after)
    moved = moved_among(found)
    steps = [
        _step(found, before, after, at, moved)
        if at in found.after
        else Step(How.IN, None, after[at], "new on this version")
        for at in range(len(after))
    ]
    gone = (at for at in range(len(before)) if at not in found.before)
    steps += [Step(How.OUT, before[at], None, "not on this version") for at in gone]
    hints = tuple(Hint(before[a], after[b], why) for a, b, why in found.hints)
    return Difference(tuple(steps), hints, found.not_compared)


def _step(found: Paired, before: Sequence[Entry], after: Sequence[Entry], at: int, moved: set[int]) -> Step:
    old, new, why = before[found.after[at]], after[at], found.why.get(at, "")
    if at in found.equal:
        return Step(How.MOVED if at in moved else How.SAME, old, new, "the same words")
    corrected, changed = differences(old.values, new.values, found.alike)
    return Step(How.CHANGED if changed else How.CORRECTED, old, new, why, corrected, changed)


def moved_among(found: Paired) -> set[int]:
    """The fewest equal entries that must have changed their place: all but a longest row of them that kept its order."""
    order = sorted(found.equal)
    ends: list[int] = []
    holders: list[int] = []
    behind: dict[int, int] = {}
    for at in order:
        place = found.after[at]
        length = bisect_left(ends, place)
        if length:
            behind[at] = holders[length - 1]
        ends[length : length + 1] = [place]
        holders[length : length + 1] = [at]
    kept: set[int] = set()
    last = holders[-1] if holders else None
    while last is not None:
        kept.add(last)
        last = behind.get(last)
    return set(order) - kept
