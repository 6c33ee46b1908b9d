"""From the register to the lists: of all the people, how many stand on any list, on each, on all that count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.matching.core.places import Stand


@dataclass(frozen=True, slots=True)
class Step:
    """The people of the register by where they stand on one list, or on several taken together; each counts once."""

    inside: int = 0
    doubtful: int = 0
    gone: int = 0
    never: int = 0

    @property
    def people(self) -> int:
        return self.inside + self.doubtful + self.gone + self.never


@dataclass(frozen=True, slots=True)
class Funnel:
    """Everybody, then on any list, on each list, and on all of those that count."""

    people: int
    on_any: Step
    on_each: Mapping[UUID, Step]
    on_all: Step


def funnel(
    people: Collection[UUID], stands: Mapping[UUID, Mapping[UUID, Stand]], counting: Collection[UUID] | None = None
) -> Funnel:
    """Count people by where each list has them (by list, then person; who is not named there never stood on it).

    On any list is who stands on one; on all, who stands on each of those that count (all, unless some are named).
    """
    chosen = [each for each in stands if counting is None or each in counting]
    return Funnel(
        len(people),
        _step(people, lambda person: best([stands[each].get(person, Stand.NEVER) for each in stands])),
        {each: _step(people, lambda person, on=each: stands[on].get(person, Stand.NEVER)) for each in stands},  # type: ignore[misc]
        _step(people, lambda person: worst([stands[each].get(person, Stand.NEVER) for each in chosen])),
    )


BEST_FIRST = (Stand.IN, Stand.DOUBTFUL, Stand.OUT, Stand.NEVER)


def best(stands: Sequence[Stand]) -> Stand:
    """Where somebody stands on any of several lists."""
    return min(stands, key=BEST_FIRST.index, default=Stand.NEVER)


def worst(stands: Sequence[Stand]) -> Stand:
    """Where somebody stands on all of several lists: on each; perhaps, once near misses are judged; no more; never."""
    return max(stands, key=BEST_FIRST.index, default=Stand.NEVER)


def _step(people: Collection[UUID], where: Callable[[UUID], Stand]) -> Step:
    counted = Counter(where(person) for person in people)
    return Step(counted[Stand.IN], counted[Stand.DOUBTFUL], counted[Stand.OUT], counted[Stand.NEVER])
