"""Who steps in when a family does not come: for each convoy the next ones for whom there would be room."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from homeward.crossings.core.instance import Instance
from homeward.crossings.core.known import known
from homeward.crossings.core.plan import Plan
from homeward.crossings.core.planning.tables import pairs
from homeward.crossings.core.seated import standing_of
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing


@dataclass(frozen=True, slots=True)
class StandBy:
    """Groups that may step in at one convoy, the most valuable per person first, and how many people they are.

    Each fits the convoy by itself when nobody else steps in and the largest planned family does not come.
    """

    convoy: str
    groups: tuple[tuple[str, ...], ...]


def stand_by(instance: Instance, plan: Plan, *, each: int = 5) -> tuple[StandBy, ...]:
    """For each convoy that runs, up to so many units that do not cross in this plan and could step in at its gate."""
    sound = known(instance)
    standing = standing_of(sound, plan)
    columns = pairs(sound, instance.weights, {})
    waiting: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for unit in columns.owners.tolist():
        if unit in standing.at:
            continue
        mine, size = columns.of(unit), sound.units[unit].size
        for run, worth in zip(columns.run[mine].tolist(), columns.worth[mine].tolist(), strict=True):
            waiting[run].append((-worth / size, unit))
    found = []
    for run, loads in enumerate(standing.loads):
        if loads:
            groups = _stepping_in(standing, run, [unit for _, unit in sorted(waiting[run])], each)
            found.append(StandBy(sound.runs[run].id, groups))
    return tuple(found)


def _stepping_in(standing: Standing, run: int, order: list[int], each: int) -> tuple[tuple[str, ...], ...]:
    """Those of an order who would fit if the largest family of this convoy did not come; nothing is changed."""
    sound = standing.known
    found: list[tuple[str, ...]] = []
    standing.mark()
    riding = [unit for unit, at in standing.at.items() if at == run]
    for unit in sorted(riding, key=lambda at: (-sound.units[at].size, at)):
        if standing.take(sound.units[unit]):
            break
    for unit in order:
        if len(found) == each:
            break
        if place(standing, sound.units[unit], sound.runs[run]) is None:
            found.append(tuple(sound.groups[group].id for group in sound.units[unit].groups))
            standing.back_one()
    standing.back()
    return tuple(found)
