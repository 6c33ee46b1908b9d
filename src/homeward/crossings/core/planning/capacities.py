"""The rows of an instance, twice: by heads alone, quick to price, and whole, with vehicles, convoys, medics and companions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from homeward.crossings.core.instance import EVERYBODY
from homeward.crossings.core.known import Known, Run, count
from homeward.crossings.core.planning.rows import KINDS, LONELY, NOTHING, SIZE, Key, Row, Rows, Side, no_rows
from homeward.crossings.core.planning.tables import Floats, Pairs, most_places

BY_HEADS = frozenset({"window", "desks", "quota", "cut"})
"""Rows that stand in both; the others of the quick ones are stated more sharply by vehicles in the whole."""
Type = tuple[tuple[int, int, int], int, frozenset[date] | None]


@dataclass(slots=True)
class _Collected:
    """Rows as they are met."""

    most: dict[str, int]
    rows: list[Row] = field(default_factory=list)

    def row(self, key: Key, runs: Sequence[int], kind: str, room: float) -> int:
        """A row that counts heads of a kind; its place, or -1 when nobody of this kind could ride there."""
        if (kind and kind not in self.most) or not runs:
            return -1
        takes = np.arange(1, self.most[kind] + 1, dtype=np.float64) if kind else NOTHING
        self.rows.append(Row(key, tuple(runs), kind, takes, float(room)))
        return len(self.rows) - 1


def by_heads(pairs: Pairs) -> Rows:
    """Rows that count heads: windows, desks, quotas, and at most so many places as the best vehicles of each kind have."""
    made = no_rows(pairs)
    found = _Collected(made.features.most)
    _shared(pairs.known, found)
    _places(pairs.known, found)
    demand = made.cells(np.ones(len(pairs.unit)))
    made.add([row for row in found.rows if _use(demand, made, row) > row.room])
    return made


def whole(pairs: Pairs) -> Rows:
    """Rows of the exact model: what is shared by heads, vehicles by type, convoys, medics, escorts, companions."""
    made = no_rows(pairs)
    found = _Collected(made.features.most)
    _shared(pairs.known, found)
    demand = made.cells(np.ones(len(pairs.unit)))
    found.rows = [row for row in found.rows if _use(demand, made, row) > row.room]
    sides = _sides(pairs.known, found)
    ties = _companions(pairs, found)
    made.add(found.rows)
    made.add_sides(sides)
    if ties:
        pair, row, takes = (np.array(each) for each in zip(*ties, strict=True))
        made.by_pair.add(pair.astype(np.int64), row.astype(np.int64), takes.astype(np.float64))
    return made


def carried(prices: Floats, of: Rows, to: Rows) -> Floats:
    """Prices of rows that stand in both, for the other rows."""
    known = {row.key: float(price) for row, price in zip(of.rows, prices, strict=True)}
    return np.array([known.get(row.key, 0.0) for row in to.rows], np.float64)


def types_of(known: Known) -> list[tuple[Type, list[int]]]:
    """Vehicles that are alike, with their places."""
    found: dict[Type, list[int]] = {}
    for at, vehicle in enumerate(known.vehicles):
        if count(vehicle.trips_per_day):
            key = (known.capacities[at], count(vehicle.trips_per_day), vehicle.dates)
            found.setdefault(key, []).append(at)
    return list(found.items())


def _shared(known: Known, found: _Collected) -> None:
    for window_id, runs in known.runs_of_window.items():
        found.row(("window", window_id), runs, SIZE, count(known.windows[window_id].max_persons))
        for arrives in sorted({known.runs[run].arrival for run in runs}):
            late = [run for run in runs if known.runs[run].arrival >= arrives]
            found.row(("desks", window_id, str(arrives)), late, SIZE, max(known.runs[run].desk for run in late))
    by_day: dict[tuple[str, date], list[int]] = defaultdict(list)
    for run in known.runs:
        by_day[run.crossing, run.date].append(run.at)
    for (crossing, day), quotas in known.quotas.items():
        for nation, most in quotas.items():
            kind = SIZE if nation == EVERYBODY else f"of {nation}"
            found.row(("quota", crossing, day.isoformat(), nation), by_day.get((crossing, day), ()), kind, most)


def _places(known: Known, found: _Collected) -> None:
    escorted = count(known.instance.rules.minors_per_staff_escort)
    for window_id, runs in known.runs_of_window.items():
        window, fleet = known.windows[window_id], known.fleet[known.runs[runs[0]].date]
        for at, kind in enumerate(KINDS):
            for run in runs:
                found.row(("places", known.runs[run].id, kind), [run], kind, most_places(known, known.runs[run])[at])
            found.row(("fleet", window_id, kind), runs, kind, sum(known.capacities[each][at] for each in fleet))
        lying = max((known.capacities[each][2] for each in fleet), default=0)
        found.row(("medics", window_id), runs, KINDS[2], count(window.medics) * lying)
        found.row(("escorts", window_id), runs, LONELY, escorted * count(window.staff_escorts))
    for day, fleet in known.fleet.items():
        runs = [run.at for run in known.runs if run.date == day]
        for at, kind in enumerate(KINDS):
            room = sum(known.capacities[v][at] * count(known.vehicles[v].trips_per_day) for v in fleet)
            found.row(("fleet of a day", day.isoformat(), kind), runs, kind, room)


def _sides(known: Known, found: _Collected) -> list[Side]:
    """Convoys, vehicles by type, those in which somebody lies, and escorts; and the rows that tie them to each other."""
    types, sides = types_of(known), []
    of_window = {id: _window_rows(known, found, id, types) for id in known.runs_of_window}
    of_day = {day: _day_rows(known, found, day, types) for day in known.fleet}
    for run in known.runs:
        sides += _sides_of(known, found, run, types, of_window[run.window], of_day[run.date])
    return sides


def _window_rows(known: Known, found: _Collected, id: str, types: list[tuple[Type, list[int]]]) -> dict[str, int]:
    window, runs = known.windows[id], known.runs_of_window[id]
    rows = {
        "slots": found.row(("slots", id), runs, "", count(window.escort_slots)),
        "medics": found.row(("medics", id), runs, "", count(window.medics)),
        "escorts": found.row(("escorts", id), runs, "", count(window.staff_escorts)),
    }
    for at, (_, vehicles) in enumerate(types):
        rows[f"type {at}"] = found.row(("type", id, str(at)), runs, "", len(vehicles))
    return rows


def _day_rows(known: Known, found: _Collected, day: date, types: list[tuple[Type, list[int]]]) -> list[int]:
    runs = [run.at for run in known.runs if run.date == day]
    return [
        found.row(("type of a day", day.isoformat(), str(at)), runs, "", len(vehicles) * trips)
        for at, ((_, trips, _), vehicles) in enumerate(types)
    ]


def _sides_of(
    known: Known,
    found: _Collected,
    run: Run,
    types: list[tuple[Type, list[int]]],
    window: dict[str, int],
    day: list[int],
) -> list[Side]:
    mine, at = [run.at], str(run.at)
    runs_it = found.row(("vehicles of a convoy", at), mine, "", 0.0)
    places = [found.row(("places", run.id, kind), mine, kind, 0.0) for kind in KINDS]
    alone = found.row(("alone", at), mine, LONELY, 0.0)
    sides = [Side(("convoy", at), run.at, 1.0, ((runs_it, -float(run.most)), (window["slots"], 1.0)))]
    if alone >= 0:
        per = float(count(known.instance.rules.minors_per_staff_escort))
        most = float(count(known.windows[run.window].staff_escorts))
        sides.append(Side(("escorts", at), run.at, most, ((alone, -per), (window["escorts"], 1.0))))
    for type_at, ((capacity, _, days), vehicles) in enumerate(types):
        if days is not None and run.date not in days:
            continue
        most = float(min(len(vehicles), run.most))
        terms = [(runs_it, 1.0), (window[f"type {type_at}"], 1.0), (day[type_at], 1.0)]
        terms += [(places[kind], -float(capacity[kind])) for kind in (0, 1) if places[kind] >= 0 and capacity[kind]]
        if places[2] >= 0 and capacity[2]:
            lies = found.row(("lying", at, str(type_at)), mine, "", 0.0)
            terms.append((lies, -1.0))
            ends = ((lies, 1.0), (window["medics"], 1.0), (places[2], -float(capacity[2])))
            sides.append(Side(("lying", at, str(type_at)), run.at, most, ends))
        sides.append(Side(("vehicle", at, str(type_at)), run.at, most, tuple(terms)))
    return sides


def _companions(pairs: Pairs, found: _Collected) -> list[tuple[int, int, float]]:
    """Rows that let a unit ride only where one of those rides whom a rule of it names; their terms by pair."""
    known, ties = pairs.known, []
    for at in pairs.owners.tolist():
        if known.units[at].plain:
            continue
        for member in known.units[at].members:
            for rule in member.rules:
                of = {known.unit_of[known.members[other].group] for other in rule.any_of if other in known.members}
                if rule.staff_ok or at in of:
                    continue
                mine = pairs.of(at)
                for pair in range(mine.start, mine.stop):
                    run = int(pairs.run[pair])
                    found.rows.append(Row(("companion", member.id, str(run)), (run,), "", NOTHING, 0.0))
                    row = len(found.rows) - 1
                    ties.append((pair, row, 1.0))
                    ties += [(other, row, -1.0) for unit in sorted(of) if (other := pairs.place(unit, run)) >= 0]
    return ties


def _use(demand: Floats, rows: Rows, row: Row) -> float:
    begins = rows.features.offsets[row.kind]
    return float((demand[list(row.runs), begins : begins + len(row.takes)] @ row.takes).sum())
