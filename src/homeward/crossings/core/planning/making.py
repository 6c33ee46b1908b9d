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
from homeward.crossings.core.plan import Plan, Progress, Reason, Step
from homeward.crossings.core.planning import baselines
from homeward.crossings.core.planning.blocks import block, chosen_pairs, started
from homeward.crossings.core.planning.bounding import SMALL, proven
from homeward.crossings.core.planning.capacities import by_heads, whole
from homeward.crossings.core.planning.filling import by_shares, fill, first_fit, upgrade, value
from homeward.crossings.core.planning.highs import solved
from homeward.crossings.core.planning.pinning import crosses, pin, told_first
from homeward.crossings.core.planning.prices import HEATS, ROUGH, descended
from homeward.crossings.core.planning.relaxing import sharpened
from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.search import Search, days_of, improved, seat_choice
from homeward.crossings.core.planning.tables import Floats, Pairs, pairs
from homeward.crossings.core.planning.writing import explained as explained_by
from homeward.crossings.core.planning.writing import written
from homeward.crossings.core.standing import Standing

SOLVER = "homeward price-and-place 1"
LARGE = 300_000
"""From so many pairs on a step of the rough prices takes a while, and the sharp ones are not far behind."""
LEAST_CHANGE = 10.0
"""By so much more a moved date weighs when as little as possible is to change."""
FOR_BOUND = 0.75
"""Where little is to change, the rest of the time goes to the bound, which is of other weights than the search."""
CLOSE = 1e-4
"""To this share of the bound the exact model is solved."""
ENOUGH = 3e-4
"""A plan within this share of its bound is searched no further."""


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

    Groups in `pinned` cross in the window given there; a pin that nothing can keep is let go and told in `unkept`. With
    `least_change` a told date is moved only for ten times as much. It may be stopped at any moment by `cancelled` and then
    gives what it has, explained.
    """
    made = _Making(instance, seconds, seed, progress, cancelled, dict(pinned or {}), least_change)
    return made.plan()


def baseline(instance: Instance, which: Baseline, *, explained: bool = True) -> Plan:
    """The plan of a desk without a planner, to stand beside one; it has no bound, and no reasons unless `explained`."""
    sound = known(instance)
    columns = pairs(sound, instance.weights, {})
    if which is Baseline.FIRST_COME:
        standing = baselines.first_come(columns)
    else:
        standing = baselines.by_priority(columns, best_window=which is Baseline.BY_WORTH)
    reasons = Explainer(sound, standing).reasons() if explained else ()
    return written(standing, columns, which.value, None, reasons, ())


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
    kept: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kept = dict(self.pinned)

    def plan(self) -> Plan:
        columns = self._columns()
        self._tell(Step.READING)
        quick = by_heads(columns)
        large = len(columns.unit) > LARGE
        priced = descended(quick, heats=ROUGH if large else HEATS, enough=lambda _: self._late(0.3))
        self.bound = priced.bound
        self._tell(Step.PRICES)
        reduced = quick.reduced(priced.prices)
        standing, fixed = self._placed(columns, priced.share, reduced)
        self._tell(Step.PLACING, standing, columns)
        standing = self._better(columns, standing, fixed, reduced)
        reasons = explained_by(standing, columns)
        self._tell(Step.EXPLAINING, standing, columns)
        return self._plan(standing, columns, reasons)

    def _columns(self) -> Pairs:
        """All pairs; pins that nothing can keep, alone or beside the others, are let go first."""
        sound, weights = known(self.instance), self._weights()
        while True:
            columns = pairs(sound, weights, self.kept)
            standing = Standing(sound)
            pin(standing, columns, self.kept)
            lost = [group for group in self.kept if not crosses(standing, group)]
            if not lost:
                return columns
            for group in lost:
                del self.kept[group]

    def _better(self, columns: Pairs, standing: Standing, fixed: frozenset[int], reduced: Floats) -> Standing:
        """The plan made better by the whole model, as far as time allows."""
        if self._late(0.8) or not len(columns.unit):
            return standing
        rows = whole(columns)
        if len(columns.unit) <= SMALL:
            standing = self._exact(rows, standing, reduced, fixed)
        else:
            sharp = sharpened(rows, reduced, lambda: 0.6 * self.seconds - self._spent(), self._bounded, self._stop)
            if sharp is not None:
                reduced = rows.reduced(sharp.prices)
                other, _ = self._placed(columns, sharp.share, reduced)
                standing = max(standing, other, key=lambda each: value(each, columns))
                self._tell(Step.EXACT, standing, columns)
        self._improve(rows, standing, reduced, fixed)
        return standing

    def _plan(self, standing: Standing, columns: Pairs, reasons: tuple[Reason, ...]) -> Plan:
        unkept = tuple(sorted(self.pinned.keys() - self.kept.keys()))
        if not self.least_change:
            return written(standing, columns, SOLVER, self.bound, reasons, unkept)
        true = pairs(columns.known, self.instance.weights, self.kept)
        bound = proven(true, lambda: self.seconds - self._spent(), seed=self.seed, cancelled=self._stop)
        return written(standing, true, SOLVER, bound, reasons, unkept)

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

    def _placed(self, columns: Pairs, share: Floats, reduced: Floats) -> tuple[Standing, frozenset[int]]:
        """The better of two beginnings: by shares, and, where dates were told, told dates first."""
        sound = columns.known
        best: tuple[Standing, frozenset[int]] | None = None
        told = any(group.told for group in sound.groups)
        for keep in (False, True) if told else (False,):
            standing = Standing(sound)
            fixed = pin(standing, columns, self.kept)
            if keep:
                first_fit(standing, told_first(columns))
            by_shares(standing, columns, share)
            fill(standing, columns, reduced)
            for _ in range(2):
                if not upgrade(standing, columns, stop=lambda: self._late(0.9), fixed=fixed):
                    break
                fill(standing, columns, reduced)
            if best is None or value(standing, columns) > value(best[0], columns):
                best = standing, fixed
        assert best is not None
        return best

    def _exact(self, rows: Rows, standing: Standing, reduced: Floats, fixed: frozenset[int]) -> Standing:
        """The whole plan as one model; its choice is seated, and kept if it is better."""
        columns = rows.pairs
        made = block(rows, np.arange(len(columns.unit)), columns.worth)
        begin = started(rows, made, standing)
        left = 0.8 * self.seconds - self._spent()
        result = solved(made.model, seconds=left, gap=CLOSE, seed=self.seed, start=begin, cancelled=self._stop)
        self._bounded(result.bound - columns.lost)
        other = Standing(columns.known)
        pin(other, columns, self.kept)
        seat_choice(other, rows, chosen_pairs(made, result))
        fill(other, columns, reduced)
        upgrade(other, columns, fixed=fixed)
        fill(other, columns, reduced)
        best = max(standing, other, key=lambda each: value(each, columns))
        self._tell(Step.EXACT, best, columns)
        return best

    def _improve(self, rows: Rows, standing: Standing, reduced: Floats, fixed: frozenset[int]) -> None:
        columns = rows.pairs
        search = Search(rows, standing, reduced, days_of(rows), fixed, self.seed)
        improved(
            search,
            seconds=lambda: (FOR_BOUND if self.least_change else 0.97) * self.seconds - self._spent(),
            each=5.0,
            width=3 if len(columns.unit) <= SMALL else 1,
            stop=lambda: self._stop() or self._close(standing, columns),
            told=lambda: self._tell(Step.IMPROVING, standing, columns),
        )
        fill(standing, columns, reduced)

    def _close(self, standing: Standing, columns: Pairs) -> bool:
        now = value(standing, columns)
        return self.bound is not None and self.bound - now <= ENOUGH * max(1e-9, abs(self.bound))

    def _bounded(self, bound: float) -> None:
        self.bound = bound if self.bound is None else min(self.bound, bound)

    def _spent(self) -> float:
        return monotonic() - self.began

    def _late(self, share: float) -> bool:
        return self._stop() or self._spent() > share * self.seconds

    def _stop(self) -> bool:
        return self.cancelled is not None and self.cancelled()

    def _tell(self, step: Step, standing: Standing | None = None, columns: Pairs | None = None) -> None:
        if self.progress is None:
            return
        worth, persons = None, 0
        if standing is not None and columns is not None:
            worth = value(standing, columns)
            persons = sum(standing.known.units[unit].size for unit in standing.at)
        self.progress(Progress(step, self._spent(), worth, self.bound, persons))
