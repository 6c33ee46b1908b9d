"""Two plans of one instance beside each other: who crosses in both, who gains, who loses, and what the difference is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Moved:
    """A group that does not cross as before; no window: it does not cross."""

    group: str
    before: str | None
    after: str | None

    @property
    def gains(self) -> bool:
        return self.before is None

    @property
    def loses(self) -> bool:
        return self.after is None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: the values, everybody who moves, and how many people of each class cross in each."""

    value_before: float
    value_after: float
    moved: tuple[Moved, ...]
    classes: tuple[tuple[int, int, int], ...]

    @property
    def loss(self) -> float:
        """How much less the second plan is worth; below 0 where it is worth more."""
        return self.value_before - self.value_after


def windows_of(instance: Instance, plan: Plan) -> dict[str, str]:
    """The window of every group that crosses."""
    to = {each.id: each.window for each in instance.convoys}
    of = {each.id: each.group for each in instance.persons}
    return {of[person]: to[trip.convoy] for trip in plan.trips for person in trip.persons}


def fill(instance: Instance, plan: Plan) -> dict[str, int]:
    """How many people cross in each window."""
    to = {each.id: each.window for each in instance.convoys}
    return dict(Counter(to[trip.convoy] for trip in plan.trips for _ in trip.persons))


def compared(instance: Instance, before: Plan, after: Plan) -> Comparison:
    """The second plan against the first; days count, not which vehicle."""
    one, other = windows_of(instance, before), windows_of(instance, after)
    dates = {each.id: each.date for each in instance.windows}
    moved = [
        Moved(group.id, one.get(group.id), other.get(group.id))
        for group in instance.groups
        if one.get(group.id) != other.get(group.id)
    ]
    return Comparison(
        before.objective,
        after.objective,
        tuple(sorted(moved, key=lambda each: (_day(dates, each.before), _day(dates, each.after), each.group))),
        tuple(_by_class(instance, one, other)),
    )


def _day(dates: Mapping[str, object], window: str | None) -> str:
    return str(dates[window]) if window else "9999"


def _by_class(instance: Instance, before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[int, int, int]]:
    one, other = (Counter(each.cls for each in instance.persons if each.group in plan) for plan in (before, after))
    return [(cls, one[cls], other[cls]) for cls in sorted({each.cls for each in instance.persons})]
