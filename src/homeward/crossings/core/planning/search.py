"""A plan made better, some days at a time: their convoys are emptied, filled anew by an exact model, seated, kept if better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from homeward.crossings.core.planning.blocks import block, chosen_pairs, started
from homeward.crossings.core.planning.filling import Stop, first_fit
from homeward.crossings.core.planning.highs import solved
from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.tables import Floats, Ints
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing

POOL = 2500
"""Columns of one model: so many it solves in a second or two."""


@dataclass(slots=True)
class Days:
    """Convoys by day, and the pairs with them."""

    runs: dict[date, list[int]]
    pairs: dict[date, Ints]


def days_of(rows: Rows) -> Days:
    known = rows.pairs.known
    runs: dict[date, list[int]] = defaultdict(list)
    for run in known.runs:
        runs[run.date].append(run.at)
    of_day = {day: at for at, day in enumerate(sorted(runs))}
    day_of_run = np.array([of_day[run.date] for run in known.runs], np.int64)
    day_of_pair = day_of_run[rows.pairs.run] if len(rows.pairs.run) else rows.pairs.run
    order = np.argsort(day_of_pair, kind="stable")
    ends = np.searchsorted(day_of_pair[order], np.arange(len(of_day) + 1))
    return Days(dict(runs), {day: order[ends[at] : ends[at + 1]] for day, at in of_day.items()})


def seat_choice(standing: Standing, rows: Rows, chosen: Ints) -> list[int]:
    """Let the chosen pairs ride, those hard to seat first; the pairs that found no seats."""
    pairs, units = rows.pairs, standing.known.units

    def hard(at: int) -> tuple[int, int, int, int]:
        unit = units[int(pairs.unit[at])]
        return (-unit.need[2], -unit.need[1], -unit.size, unit.at)

    waiting = sorted((at for at in chosen.tolist() if int(pairs.unit[at]) not in standing.at), key=hard)
    for _ in range(2):
        waiting = [
            at
            for at in waiting
            if place(standing, units[int(pairs.unit[at])], standing.known.runs[int(pairs.run[at])]) is not None
        ]
    return waiting


@dataclass(slots=True)
class Search:
    """Days of a plan tried anew. `reduced` is what is left of each pair's worth when what it uses is paid for."""

    rows: Rows
    standing: Standing
    reduced: Floats
    days: Days
    fixed: frozenset[int] = frozenset()
    """Units that stay where they are."""
    seed: int = 0

    def attempt(self, days: Sequence[date], seconds: float, cancelled: Callable[[], bool] | None = None) -> float:
        """These days emptied and filled anew; what was gained, nothing when it stays as it was."""
        standing = self.standing
        runs = {run for day in days for run in self.days.runs[day]}
        standing.mark()
        chosen, gains = self._pool(np.concatenate([self.days.pairs[day] for day in days]), runs)
        if not len(chosen):
            return 0.0
        made = block(self.rows, chosen, gains, runs)
        begin = started(self.rows, made, standing)
        off = self._empty(runs, chosen)
        result = solved(made.model, seconds=seconds, gap=2e-4, seed=self.seed, start=begin, cancelled=cancelled)
        picked = chosen_pairs(made, result)
        free = [self._free(int(unit)) for unit in self.rows.pairs.unit[picked]]
        seat_choice(standing, self.rows, picked[np.array(free, bool)])
        self._elsewhere(off)
        gained = self._gained()
        if gained <= 1e-6:
            standing.back()
            return 0.0
        return gained

    def _free(self, unit: int) -> bool:
        """Let a unit leave the other day where it rides; False while others ride there because of it."""
        return unit not in self.standing.at or self.standing.take(self.standing.known.units[unit])

    def _gained(self) -> float:
        """What the changes since the mark are worth."""
        total, pairs = 0.0, self.rows.pairs
        ended: dict[int, int | None] = {}
        for unit, run, _ in self.standing.journal:
            if unit not in ended:
                ended[unit] = run
        for unit, before in ended.items():
            now = self.standing.at.get(unit)
            total += pairs.value(unit, now) if now is not None else 0.0
            total -= pairs.value(unit, before) if before is not None else 0.0
        return total

    def _empty(self, runs: set[int], chosen: Ints) -> list[int]:
        """Take off the plan whoever rides in these convoys, but for those who stay; who was taken off."""
        standing = self.standing
        waiting = [unit for unit, run in standing.at.items() if run in runs and unit not in self.fixed]
        off = []
        while waiting:
            left = [unit for unit in waiting if not standing.take(standing.known.units[unit])]
            off += [unit for unit in waiting if unit not in standing.at]
            if len(left) == len(waiting):
                break
            waiting = left
        return off

    def _pool(self, mine: Ints, runs: set[int]) -> tuple[Ints, Floats]:
        """The pairs of some days worth trying, and what each gains over where its unit would be otherwise."""
        pairs, standing = self.rows.pairs, self.standing
        placed = np.full(len(standing.known.units), -1, np.int64)
        for unit, run in standing.at.items():
            placed[unit] = run
        inside = np.zeros(len(standing.known.runs), bool)
        inside[list(runs)] = True
        of = placed[pairs.unit[mine]]
        here = (of >= 0) & inside[of]
        away = (of >= 0) & ~inside[of]
        fixed = (
            np.isin(pairs.unit[mine], np.fromiter(self.fixed, np.int64)) if self.fixed else np.zeros(len(mine), bool)
        )
        gains = pairs.worth[mine].copy()
        if away.any():
            gains[away] -= self._given_up(pairs.unit[mine][away], of[away])
        free = ~fixed & (gains > 0)
        mine, gains, here = mine[free], gains[free], here[free]
        rank = np.where(here, np.inf, self.reduced[mine] - (pairs.worth[mine] - gains))
        if len(mine) > POOL:
            kept = np.sort(np.argsort(-rank, kind="stable")[: max(POOL, int(here.sum()))])
            mine, gains = mine[kept], gains[kept]
        return mine, gains

    def _given_up(self, units: Ints, runs: Ints) -> Floats:
        """What a unit gives up by leaving where it is: its worth there, less half of what its places can be sold for."""
        pairs = self.rows.pairs
        given = np.zeros(len(units))
        found: dict[int, float] = {}
        for at, (unit, run) in enumerate(zip(units.tolist(), runs.tolist(), strict=True)):
            if unit not in found:
                mine = pairs.of(unit)
                place = mine.start + int(np.searchsorted(pairs.run[mine], run))
                worth, left = float(pairs.worth[place]), float(self.reduced[place])
                found[unit] = worth - 0.5 * (worth - left)
            given[at] = found[unit]
        return given

    def _elsewhere(self, off: Iterable[int]) -> None:
        """Nobody is dropped lightly: whoever was taken off and found no seats tries all other convoys."""
        pairs, standing = self.rows.pairs, self.standing

        def choices() -> Iterable[tuple[int, list[int]]]:
            for unit in off:
                if unit not in standing.at:
                    mine = pairs.of(unit)
                    order = np.argsort(-pairs.worth[mine], kind="stable")[:40]
                    yield unit, pairs.run[mine][order].tolist()

        first_fit(standing, list(choices()))


def improved(
    search: Search, *, seconds: Callable[[], float], each: float, width: int, stop: Stop, told: Callable[[], None]
) -> float:
    """Days tried one after another, in an order by chance, until time is up or a whole round and more gained nothing."""
    chance = np.random.default_rng(search.seed)
    days, gained, idle = sorted(search.days.runs), 0.0, 0
    order: list[int] = []
    while days and seconds() > 0 and not stop() and idle < 2 * len(days) + 2:
        if not order:
            order = chance.permutation(len(days)).tolist()
        first = order.pop()
        others = [at for at in chance.permutation(len(days)).tolist() if at != first][: width - 1]
        more = search.attempt([days[at] for at in (first, *others)], min(each, seconds()), stop)
        gained += more
        idle = 0 if more else idle + 1
        if more:
            told()
    return gained
