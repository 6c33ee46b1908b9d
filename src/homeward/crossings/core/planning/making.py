"""From an instance to a plan: the steps in their order, within a time, stopped at any moment with the best plan so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from time import monotonic

import numpy as np

from homeward.crossings.core.explaining import Explainer
from homeward.crossings.core.instance import Instance, Weights
from homeward.crossings.core.known import known
from homeward.crossings.core.plan import Code, Plan, Progress, Reason, Step
from homeward.crossings.core.planning import baselines
from homeward.crossings.core.planning.blocks import block, chosen_pairs, solve, started
from homeward.crossings.core.planning.filling import by_shares, fill, first_fit, upgrade, value
from homeward.crossings.core.planning.prices import Priced, descended
from homeward.crossings.core.planning.rows import Rows, plain_rows
from homeward.crossings.core.planning.search import Search, days_of, improved, seat_choice
from homeward.crossings.core.planning.tables import Pairs, pairs
from homeward.crossings.core.planning.writing import provisional, trips
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing

SOLVER = "homeward price-and-place 1"
SMALL = 6_000
"""Up to so many pairs of a unit and a convoy the whole plan is one exact model."""
LEAST_CHANGE = 10.0
"""By so much more a moved date weighs when as little as possible is to change."""
CLOSE = 1e-4
"""A plan within this share of its bound is as good as the best."""


class Baseline(StrEnum):
    """What desks do without a planner."""

    FIRST_COME = "first come first served"
    BY_PRIORITY = "greedy by priority"
    BY_WORTH = "greedy by priority, best window"


def plan(
    instance: Instance,
    *,
    seconds: float,
    seed: int = 1,
    pinned: Mapping[str, str] | None = None,
    least_change: bool = False,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """The best plan found within these seconds, the bound that no plan can pass, and a reason for whoever does not cross.

    Groups in `pinned` cross in the window given there or not at all. With `least_change` a told date is moved only for ten
    times as much. It may be stopped at any moment by `cancelled` and then gives what it has, explained.
    """
    made = _Making(instance, seconds, seed, progress, cancelled, dict(pinned or {}), least_change)
    return made.plan()


def baseline(instance: Instance, which: Baseline) -> Plan:
    """The plan of a desk without a planner, to stand beside one; it has no bound."""
    sound = known(instance)
    columns = pairs(sound, instance.weights, {})
    if which is Baseline.FIRST_COME:
        standing = baselines.first_come(columns)
    else:
        standing = baselines.by_priority(columns, best_window=which is Baseline.BY_WORTH)
    return _written(standing, columns, which.value, None, Explainer(sound, standing).reasons(), ())


@dataclass(slots=True)
class _Making:
    instance: Instance
    seconds: float
    seed: int
    progress: Callable[[Progress], None] | None
    cancelled: Callable[[], bool] | None
    pinned: dict[str, str]
    least_change: bool
    began: float = field(default_factory=monotonic)
    bound: float | None = None

    def plan(self) -> Plan:
        sound = known(self.instance)
        columns = pairs(sound, self._weights(), self.pinned)
        self._tell(Step.READING)
        rows = plain_rows(columns)
        priced = descended(rows, enough=lambda _: self._late(0.5))
        self.bound = priced.bound
        self._tell(Step.PRICES)
        standing, fixed = self._placed(rows, priced)
        self._tell(Step.PLACING, standing, columns)
        if len(columns.unit) <= SMALL:
            standing = self._exact(rows, standing, priced, fixed)
        self._improve(rows, standing, priced, fixed)
        reasons = explained(standing, columns, fixed)
        self._tell(Step.EXPLAINING, standing, columns)
        unkept = tuple(sorted(group for group in self.pinned if not _crosses(standing, group)))
        true = columns if not self.least_change else pairs(sound, self.instance.weights, self.pinned)
        bound = self.bound if not self.least_change else plain_rows(true).bound(priced.prices)
        return _written(standing, true, SOLVER, bound, reasons, unkept)

    def _weights(self) -> Weights:
        weights = self.instance.weights
        if not self.least_change:
            return weights
        cost = weights.move_penalty
        dearer = replace(
            cost,
            dropped=cost.dropped * LEAST_CHANGE,
            later=cost.later * LEAST_CHANGE,
            earlier=cost.earlier * LEAST_CHANGE,
            frozen_extra=cost.frozen_extra * LEAST_CHANGE,
        )
        return replace(weights, move_penalty=dearer)

    def _placed(self, rows: Rows, priced: Priced) -> tuple[Standing, frozenset[int]]:
        """The better of two beginnings: by prices, and, where dates were told, told dates first."""
        columns, sound = rows.pairs, rows.pairs.known
        best: tuple[Standing, frozenset[int]] | None = None
        told = any(group.told for group in sound.groups)
        for keep in (False, True) if told else (False,):
            standing = Standing(sound)
            fixed = _pin(standing, self.pinned)
            if keep:
                first_fit(standing, _told_first(columns))
            by_shares(standing, columns, priced.share)
            reduced = rows.reduced(priced.prices)
            for _ in range(3):
                if not fill(standing, columns, reduced) + self._upgraded(standing, columns, fixed):
                    break
            if best is None or value(standing, columns) > value(best[0], columns):
                best = standing, fixed
        assert best is not None
        return best

    def _upgraded(self, standing: Standing, columns: Pairs, fixed: frozenset[int]) -> int:
        return upgrade(standing, columns, stop=lambda: self._late(0.9), fixed=fixed)

    def _exact(self, rows: Rows, standing: Standing, priced: Priced, fixed: frozenset[int]) -> Standing:
        """The whole plan as one model; its choice is seated, and kept if it is better."""
        columns = rows.pairs
        made = block(rows, np.arange(len(columns.unit)), columns.worth, companions=True)
        begin = started(rows, made, standing)
        left = max(0.5, 0.8 * self._left())
        result = solve(made, left, gap=CLOSE, seed=self.seed, start=begin, cancelled=self._stop)
        assert self.bound is not None
        self.bound = min(self.bound, result.bound - columns.lost)
        other = Standing(columns.known)
        _pin(other, self.pinned)
        seat_choice(other, rows, chosen_pairs(made, result))
        reduced = rows.reduced(priced.prices)
        fill(other, columns, reduced)
        upgrade(other, columns, fixed=fixed)
        fill(other, columns, reduced)
        best = other if value(other, columns) > value(standing, columns) else standing
        self._tell(Step.EXACT, best, columns)
        return best

    def _improve(self, rows: Rows, standing: Standing, priced: Priced, fixed: frozenset[int]) -> None:
        columns = rows.pairs
        search = Search(rows, standing, rows.reduced(priced.prices), days_of(rows), fixed, self.seed)
        small = len(columns.unit) <= SMALL
        improved(
            search,
            seconds=self._left,
            each=5.0,
            width=3 if small else 1,
            stop=lambda: self._stop() or self._close(standing, columns),
            told=lambda: self._tell(Step.IMPROVING, standing, columns),
        )
        fill(standing, columns, search.reduced)

    def _close(self, standing: Standing, columns: Pairs) -> bool:
        now = value(standing, columns)
        return self.bound is not None and self.bound - now <= CLOSE * max(1e-9, abs(self.bound))

    def _left(self) -> float:
        return self.seconds - (monotonic() - self.began)

    def _late(self, share: float) -> bool:
        return self._stop() or monotonic() - self.began > share * self.seconds

    def _stop(self) -> bool:
        return self.cancelled is not None and self.cancelled()

    def _tell(self, step: Step, standing: Standing | None = None, columns: Pairs | None = None) -> None:
        if self.progress is None:
            return
        worth, persons = None, 0
        if standing is not None and columns is not None:
            worth = value(standing, columns)
            persons = sum(standing.known.units[unit].size for unit in standing.at)
        self.progress(Progress(step, monotonic() - self.began, worth, self.bound, persons))


def explained(standing: Standing, columns: Pairs, fixed: frozenset[int]) -> tuple[Reason, ...]:
    """Reasons for whoever does not cross; a group for which there turns out to be room is put on the plan instead."""
    while True:
        explainer = Explainer(standing.known, standing)
        reasons = explainer.reasons()
        placed = 0
        for reason in reasons:
            if reason.code is Code.FITS and not explainer.crosses(reason.group):
                placed += _put_where_it_fits(standing, columns, reason)
        if not placed:
            return reasons


def _put_where_it_fits(standing: Standing, columns: Pairs, reason: Reason) -> bool:
    sound = standing.known
    unit = sound.units[sound.unit_of[sound.group_at[reason.group]]]
    mine = columns.of(unit.at)
    order = np.argsort(-columns.worth[mine], kind="stable")
    return any(place(standing, unit, sound.runs[int(run)]) is None for run in columns.run[mine][order])


def _pin(standing: Standing, pinned: Mapping[str, str]) -> frozenset[int]:
    """Let pinned groups ride in their windows, as far as everything allows; the units that do."""
    sound, fixed = standing.known, set()
    for group, window in sorted(pinned.items()):
        at = sound.group_at.get(group)
        if at is None:
            continue
        unit = sound.units[sound.unit_of[at]]
        run = next((r for r in sound.runs_of_window.get(window, ()) if sound.runs[r].pickup == unit.pickup), None)
        if run is not None and unit.at not in standing.at:
            place(standing, unit, sound.runs[run])
        if unit.at in standing.at:
            fixed.add(unit.at)
    return frozenset(fixed)


def _crosses(standing: Standing, group: str) -> bool:
    at = standing.known.group_at.get(group)
    return at is not None and standing.known.unit_of[at] in standing.at


def _told_first(columns: Pairs) -> list[tuple[int, list[int]]]:
    """Units that were told a date, the most valuable per head first, each with that window alone."""
    sound, found = columns.known, []
    for unit in columns.owners.tolist():
        told = {sound.groups[group].told for group in sound.units[unit].groups} - {None}
        mine = columns.of(unit)
        for run, worth in zip(columns.run[mine].tolist(), columns.worth[mine].tolist(), strict=True):
            if sound.runs[run].window in told:
                found.append((-worth / sound.units[unit].size, unit, [run]))
    return [(unit, runs) for _, unit, runs in sorted(found)]


def _written(
    standing: Standing,
    columns: Pairs,
    solver: str,
    bound: float | None,
    reasons: tuple[Reason, ...],
    unkept: tuple[str, ...],
) -> Plan:
    return Plan(
        standing.known.instance.id,
        solver,
        trips(standing),
        provisional(standing),
        reasons,
        value(standing, columns),
        bound,
        unkept,
    )
