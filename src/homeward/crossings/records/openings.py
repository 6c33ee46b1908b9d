"""The windows that are still to be, by the last word on each, with what every gate and day takes."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import UUID

from homeward.crossings.core.overlaps import Opening, Shares, shares
from homeward.crossings.records.known import QUOTA, WINDOW, Known, Told
from homeward.ledger.core.crossings import Standing


class Openings:
    """Worked out once for one question."""

    def __init__(self, known: Known) -> None:
        self.known = known

    @cached_property
    def windows(self) -> dict[UUID, Any]:
        """What was said last of every window that was not called off."""
        last = self.known.last(WINDOW)
        return {UUID(id): told.content for id, told in last.items() if told.content.standing is Standing.SET}

    @cached_property
    def shares(self) -> Shares:
        """How many each takes, windows that overlap counted as one gate."""
        return shares(
            Opening(id, each.crossing, each.on, each.during.start, each.during.until, each.capacity)
            for id, each in self.windows.items()
        )

    @cached_property
    def quotas(self) -> dict[tuple[UUID, str], list[Told]]:
        """The last word on every quota, by crossing and day, in the order of nationalities."""
        found: dict[tuple[UUID, str], list[Told]] = {}
        for told in self.known.last(QUOTA).values():
            found.setdefault((told.content.crossing, told.content.on), []).append(told)
        for day in found.values():
            day.sort(key=lambda told: told.content.nationality)
        return found
