"""What each unit is worth in each convoy that it could go with; whatever can never be has no pair.

A unit that one capacity alone already shuts out of a convoy has no place in its column either, which keeps bounds tight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.crossings.core.chances import SLACK, SURE
from homeward.crossings.core.instance import CLASSES, EVERYBODY, Clearance, Status, Weights
from homeward.crossings.core.known import Known, Run, count
from homeward.crossings.core.worth import move_penalty, waited

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
NEVER = -np.inf


@dataclass(slots=True)
class Table:
    """One pick-up point: its units and its convoys by their places in `Known`, and what each pair is worth."""

    units: Ints
    runs: Ints
    worth: Floats


@dataclass(slots=True)
class Pairs:
    """Every unit with every convoy that it could go with, by unit; `lost` is what it costs when no told date is kept."""

    known: Known
    unit: Ints
    run: Ints
    worth: Floats
    begins: Ints
    """Where the pairs of each unit begin; one longer than there are units."""
    owners: Ints
    """Units that have any pair."""
    starts: Ints
    """Where the pairs of each owner begin."""
    owner: Ints
    """For each pair, the place of its unit among the owners."""
    lost: float

    def of(self, unit: int) -> slice:
        return slice(int(self.begins[unit]), int(self.begins[unit + 1]))

    def value(self, unit: int, run: int) -> float:
        """What a unit is worth in a convoy; minus infinity where it can never be."""
        at = self.place(unit, run)
        return float(self.worth[at]) if at >= 0 else NEVER

    def place(self, unit: int, run: int) -> int:
        """The place of a pair; -1 when there is none."""
        mine = self.of(unit)
        at = mine.start + int(np.searchsorted(self.run[mine], run))
        return at if at < mine.stop and self.run[at] == run else -1

    def best(self, each: Floats) -> Floats:
        """The largest of a number over the pairs of each owner."""
        return np.maximum.reduceat(each, self.starts) if len(self.starts) else np.zeros(0)


def pairs(known: Known, weights: Weights, pinned: Mapping[str, str]) -> Pairs:
    """The worth of every unit in every convoy by these weights; a pinned group has no window but its own."""
    units, runs, worths = [], [], []
    groups, rules, plan_date = known.groups, known.instance.rules, known.instance.plan_date
    lost = [move_penalty(group, None, known.windows, plan_date, rules, weights) for group in groups]
    for table in _tables(known, weights, pinned, lost):
        row, column = np.nonzero(np.isfinite(table.worth))
        units.append(table.units[row])
        runs.append(table.runs[column])
        worths.append(table.worth[row, column])
    unit, run = (np.concatenate([np.zeros(0, np.int64), *each]) for each in (units, runs))
    worth = np.concatenate([np.zeros(0), *worths])
    order = np.lexsort((run, unit))
    unit, run, worth = unit[order], run[order], worth[order]
    begins = np.searchsorted(unit, np.arange(len(known.units) + 1))
    owners, starts, owner = np.unique(unit, return_index=True, return_inverse=True)
    return Pairs(known, unit, run, worth, begins, owners, starts, owner, float(sum(lost)))


def _tables(known: Known, weights: Weights, pinned: Mapping[str, str], lost: list[float]) -> Iterator[Table]:
    days = sorted({(run.crossing, run.date) for run in known.runs})
    column = {day: at for at, day in enumerate(days)}
    worth = _worth_by_day(known, weights, days)
    of_pickup: dict[str, list[int]] = {}
    for unit in known.units:
        of_pickup.setdefault(unit.pickup, []).append(unit.at)
    for pickup, runs in known.runs_of_pickup.items():
        units = of_pickup.get(pickup, [])
        values = np.full((len(units), len(runs)), NEVER)
        days_of_runs = [column[known.runs[run].crossing, known.runs[run].date] for run in runs]
        p_open = np.array([min(1.0, max(0.0, known.windows[known.runs[run].window].p_open)) for run in runs])
        for row, of in enumerate(units):
            values[row] = 0.0
            for group in known.units[of].groups:
                values[row] += worth[group][days_of_runs] * p_open
                values[row] += _moved(known, group, lost[group], runs, weights, pinned)
        table = Table(np.array(units, np.int64), np.array(runs, np.int64), values)
        _shut_out(known, table)
        yield table


def _moved(
    known: Known, group: int, lost: float, runs: list[int], weights: Weights, pinned: Mapping[str, str]
) -> Floats | float:
    """What a group gains in each convoy over losing the date that it was told; minus infinity beside its pin."""
    of = known.groups[group]
    if of.told is None and of.id not in pinned:
        return 0.0
    instance, gains = known.instance, np.zeros(len(runs))
    for at, run in enumerate(runs):
        window = known.windows[known.runs[run].window]
        kept = move_penalty(of, window, known.windows, instance.plan_date, instance.rules, weights)
        gains[at] = lost - kept if pinned.get(of.id, window.id) == window.id else NEVER
    return gains


def _worth_by_day(known: Known, weights: Weights, days: list[tuple[str, date]]) -> Floats:
    """What each group is worth at each crossing on each day, by how likely its papers are there."""
    groups, instance = known.groups, known.instance
    dates = sorted({day for _, day in days})
    ahead = np.array([(day - instance.plan_date).days for day in dates], np.float64)
    place = {day: at for at, day in enumerate(dates)}
    if not groups or not days:
        return np.full((len(groups), len(days)), NEVER)
    classes = np.zeros((len(groups), len(CLASSES)))
    for at, group in enumerate(groups):
        for person in known.group_people(group):
            classes[at, person.cls - 1] += 1
    factors = np.array([weights.class_value[cls] * weights.daily_factor[cls] ** ahead for cls in CLASSES])
    waits = np.array([waited(group.registered, instance.plan_date, weights) for group in groups])
    value = (classes @ factors) * waits[:, None]
    chances = _chances(known, dates, ahead)
    firm = (ahead >= max(0, instance.rules.firm_days))[None, :]
    found = np.full((len(groups), len(days)), NEVER)
    for crossing in {crossing for crossing, _ in days}:
        share, dead = np.ones_like(value), np.zeros(value.shape, bool)
        for authority in known.required[crossing]:
            share = share * chances[authority][0]
            dead |= chances[authority][1]
        sound = (share >= SURE) | (firm & (share >= instance.rules.min_provisional_p - SLACK))
        worth = np.where(sound & ~dead, share * value, NEVER)
        for at, (of, day) in enumerate(days):
            if of == crossing:
                found[:, at] = worth[:, place[day]]
    return found


def _chances(known: Known, dates: list[date], ahead: Floats) -> dict[str, tuple[Floats, Any]]:
    """For each authority and group the chance on each day, and whether somebody of it can have no yes at all that day."""
    plan_date = known.instance.plan_date
    people = [person for group in known.groups for person in known.group_people(group)]
    starts = np.cumsum([0, *(len(group.members) for group in known.groups)])[:-1]
    found = {}
    for authority in sorted({authority for run in known.runs for authority in known.required[run.crossing]}):
        begins, ends, p, median = (np.zeros(len(people)) for _ in range(4))
        pending = np.zeros(len(people), bool)
        for at, person in enumerate(people):
            begins[at], ends[at], p[at], median[at], pending[at] = _numbers(person.clearances.get(authority), plan_date)
        share = ((begins[:, None] <= ahead) & (ahead <= ends[:, None])).astype(np.float64)
        share[pending] = p[pending, None] * (1 - 0.5 ** (ahead[None, :] / median[pending, None]))
        no_way = (share == 0) & ~pending[:, None]
        found[authority] = (np.minimum.reduceat(share, starts, axis=0), np.logical_or.reduceat(no_way, starts, axis=0))
    return found


def _numbers(held: Clearance | None, plan_date: date) -> tuple[float, float, float, float, bool]:
    if held is None or held.status is Status.REFUSED:
        return 1.0, 0.0, 0.0, 1.0, False
    if held.status is Status.PENDING:
        if not held.median_days > 0:
            return 1.0, 0.0, 0.0, 1.0, True
        return 1.0, 0.0, min(1.0, max(0.0, held.p)), held.median_days, True
    begins = -np.inf if held.valid_from is None else (held.valid_from - plan_date).days
    ends = np.inf if held.valid_until is None else (held.valid_until - plan_date).days
    return begins, ends, 0.0, 1.0, False


def most_places(known: Known, run: Run) -> tuple[int, int, int]:
    """Places of each kind on the most vehicles that a convoy can have."""
    of_day = known.fleet[run.date]
    return tuple(  # type: ignore[return-value]
        sum(sorted((known.capacities[each][kind] for each in of_day), reverse=True)[: run.most]) for kind in range(3)
    )


def _shut_out(known: Known, table: Table) -> None:
    """Take out of a table what one capacity alone does not allow."""
    units = [known.units[at] for at in table.units.tolist()]
    runs = [known.runs[at] for at in table.runs.tolist()]
    if not units or not runs:
        return
    escorted = count(known.instance.rules.minors_per_staff_escort)

    def at_most(needs: list[int], room: list[float]) -> None:
        table.worth[np.array(needs, np.float64)[:, None] > np.array(room, np.float64)[None, :]] = NEVER

    windows = [known.windows[run.window] for run in runs]
    at_most(
        [unit.size for unit in units],
        [
            min(
                count(window.max_persons), run.desk, known.quotas.get((run.crossing, run.date), {}).get(EVERYBODY, 1e18)
            )
            for run, window in zip(runs, windows, strict=True)
        ],
    )
    at_most([unit.lonely for unit in units], [escorted * count(window.staff_escorts) for window in windows])
    places = [most_places(known, run) for run in runs]
    for kind in range(3):
        room = [float(each[kind]) for each in places]
        if kind == 2:
            room = [0.0 if count(window.medics) == 0 else most for most, window in zip(room, windows, strict=True)]
        at_most([unit.need[kind] for unit in units], room)
    rows: dict[str, list[tuple[int, int]]] = {}
    for row, unit in enumerate(units):
        for nation, heads in unit.nations:
            rows.setdefault(nation, []).append((row, heads))
    for nation, of in rows.items():
        room = [known.quotas.get((run.crossing, run.date), {}).get(nation, np.inf) for run in runs]
        at = np.array([row for row, _ in of])
        too_many = np.array([heads for _, heads in of])[:, None] > np.array(room)[None, :]
        table.worth[at] = np.where(too_many, NEVER, table.worth[at])
