"""What a desk has seen of an evacuation by a day: families, their permissions and crossings, and the days of the crossing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """People who cross together: how many, the day they were asked for, cleared, crossed; none where it has not been."""

    size: int
    asked: int
    cleared: int | None = None
    crossed: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the crossing: open or shut (none: nobody said), how many it took or could have taken, and the hostilities of it."""

    open: bool | None
    places: int | None = None
    hostility: float | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything up to the end of a day; days are counted from 0, and `today` is the first one that nobody has seen."""

    families: tuple[Family, ...]
    days: tuple[Day, ...]

    @property
    def today(self) -> int:
        return len(self.days)

    @property
    def people(self) -> int:
        return sum(each.size for each in self.families)

    @property
    def crossed(self) -> int:
        return sum(each.size for each in self.families if each.crossed is not None)

    def gone_by(self, day: int) -> int:
        """How many had crossed by the end of a day."""
        return sum(each.size for each in self.families if each.crossed is not None and each.crossed <= day)

    def findings(self) -> tuple[str, ...]:
        """What in it contradicts itself, so that no forecast can be made of it."""
        found = []
        if not self.families:
            found.append("Nobody is waiting and nobody has crossed.")
        for number, each in enumerate(self.families, 1):
            if each.size < 1:
                found.append(f"Family {number} has {each.size} people.")
            if each.cleared is not None and each.cleared < each.asked:
                found.append(f"Family {number} was cleared before it was asked for.")
            for name, when in (("asked for", each.asked), ("cleared", each.cleared), ("crossed", each.crossed)):
                if when is not None and when >= self.today:
                    found.append(f"Family {number} was {name} on day {when}, which nobody has seen yet.")
        for number, day in enumerate(self.days):
            if day.places is not None and day.places < 0:
                found.append(f"Day {number} took {day.places} people.")
        return tuple(found)
