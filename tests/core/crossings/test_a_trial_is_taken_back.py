"""Whatever is put on a plan or taken off it after a mark is taken back to the last seat."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from homeward.crossings.core.known import known
from homeward.crossings.core.planning.baselines import by_priority
from homeward.crossings.core.planning.tables import pairs
from homeward.crossings.core.planning.writing import trips
from homeward.crossings.core.seated import standing_of
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing
from homeward.crossings.formats.instance import read
from homeward.invented.crossing import crossing


def all_of(standing: Standing) -> dict[str, Any]:
    """Everything that a standing knows, without what counts nothing."""
    return {
        "trips": trips(standing),
        "persons": standing.persons,
        "in_window": +standing.in_window,
        "nations": {day: +counts for day, counts in standing.nations.items() if +counts},
        "used": standing.used,
        "trips of vehicles": +standing.trips,
        "medics": +standing.medics,
        "staff": +standing.staff,
        "convoys": +standing.convoys,
        "at": standing.at,
        "leaning": {unit: others for unit, others in standing.leaning.items() if others},
        "free": sorted((load.run, load.vehicle, tuple(load.free)) for loads in standing.loads for load in loads),
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_trial_leaves_nothing_behind(seed: int) -> None:
    instance = read(crossing(seed, 300))
    sound = known(instance)
    columns = pairs(sound, instance.weights, {})
    standing = by_priority(columns)
    r = Random(seed)
    before = all_of(standing)
    before = {name: value.copy() if isinstance(value, (dict, list, set)) else value for name, value in before.items()}

    standing.mark()
    for _ in range(300):
        unit = sound.units[r.choice(columns.owners.tolist())]
        if unit.at in standing.at:
            standing.take(unit)
        else:
            place(standing, unit, sound.runs[int(r.choice(columns.run[columns.of(unit.at)].tolist()))])
    changed = all_of(standing) != before
    standing.back()

    assert changed
    assert all_of(standing) == before


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plan_that_was_written_down_is_taken_up_as_it_stood(seed: int) -> None:
    from homeward.crossings.core.plan import Plan

    instance = read(crossing(seed, 300))
    standing = by_priority(pairs(known(instance), instance.weights, {}))

    again = standing_of(known(instance), Plan(instance.id, "again", trips(standing)))

    assert trips(again) == trips(standing)
    assert again.at == standing.at
