"""What is settled before anything is planned: groups that somebody pinned to a window, and dates that families were told."""

from __future__ import annotations

from collections.abc import Mapping

from homeward.crossings.core.planning.tables import Pairs
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing


def pin(standing: Standing, columns: Pairs, pinned: Mapping[str, str]) -> frozenset[int]:
    """Let pinned groups ride in their windows, as far as everything allows; the units that do."""
    sound, fixed = standing.known, set()
    for group, window in sorted(pinned.items()):
        at = sound.group_at.get(group)
        if at is None:
            continue
        unit = sound.units[sound.unit_of[at]]
        run = next((r for r in sound.runs_of_window.get(window, ()) if sound.runs[r].pickup == unit.pickup), None)
        if run is not None and unit.at not in standing.at and columns.place(unit.at, run) >= 0:
            place(standing, unit, sound.runs[run])
        if unit.at in standing.at:
            fixed.add(unit.at)
    return frozenset(fixed)


def crosses(standing: Standing, group: str) -> bool:
    """Whether a group is on the plan."""
    at = standing.known.group_at.get(group)
    return at is not None and standing.known.unit_of[at] in standing.at


def told_first(columns: Pairs) -> list[tuple[int, list[int]]]:
    """Units that were told a date, the most valuable per head first, each with that window alone."""
    sound, found = columns.known, []
    for unit in columns.owners.tolist():
        told = {sound.groups[group].told for group in sound.units[unit].groups} - {None}
        mine = columns.of(unit)
        for run, worth in zip(columns.run[mine].tolist(), columns.worth[mine].tolist(), strict=True):
            if sound.runs[run].window in told:
                found.append((-worth / sound.units[unit].size, unit, [run]))
    return [(unit, runs) for _, unit, runs in sorted(found)]
