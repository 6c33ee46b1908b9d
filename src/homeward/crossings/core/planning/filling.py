"""Units put on a plan one after another, in an order; every rule is asked each time, down to the seat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from homeward.crossings.core.planning.tables import Floats, Pairs
from homeward.crossings.core.seating import place
from homeward.crossings.core.standing import Standing

Stop = Callable[[], bool]
ROUNDS = 2
"""The second round is for those whose companion came later in the order."""


def first_fit(standing: Standing, choices: Iterable[tuple[int, Sequence[int]]], stop: Stop = lambda: False) -> int:
    """Each unit goes with the first convoy of its choice that takes it; how many went."""
    known, went, left = standing.known, 0, list(choices)
    for _ in range(ROUNDS):
        waiting = []
        for unit, runs in left:
            if stop():
                return went
            if unit in standing.at:
                continue
            for run in runs:
                if place(standing, known.units[unit], known.runs[run]) is None:
                    went += 1
                    break
            else:
                if not known.units[unit].plain:
                    waiting.append((unit, runs))
        left = waiting
    return went


def by_shares(standing: Standing, pairs: Pairs, share: Floats, least: float = 0.02) -> None:
    """Units by how surely the prices chose for them, each where they chose most."""
    taken = np.flatnonzero(share > least)
    if not len(taken):
        return
    owner, runs, shares = pairs.owner[taken], pairs.run[taken], share[taken]
    order = np.lexsort((-shares, owner))
    begins = np.flatnonzero(np.r_[True, np.diff(owner[order]) > 0])
    ends = np.r_[begins[1:], len(order)]
    units = pairs.owners[owner[order[begins]]]
    surest = np.round(shares[order[begins]], 2)
    sizes = np.array([standing.known.units[unit].size for unit in units.tolist()])
    per_head = pairs.worth[taken][order[begins]] / sizes
    first_fit(
        standing,
        (
            (int(units[at]), runs[order[begins[at] : ends[at]]].tolist())
            for at in np.lexsort((units, -per_head, -surest)).tolist()
        ),
    )


def fill(standing: Standing, pairs: Pairs, reduced: Floats, most: int | None = None, stop: Stop = lambda: False) -> int:
    """Whoever is not on the plan goes with the convoy that leaves most when all it uses is paid for."""
    open_ = [at for at, unit in enumerate(pairs.owners.tolist()) if unit not in standing.at]
    best = pairs.best(reduced)
    sizes = {at: standing.known.units[int(pairs.owners[at])].size for at in open_}
    open_.sort(key=lambda at: (-best[at] / sizes[at], at))

    def choices() -> Iterable[tuple[int, Sequence[int]]]:
        for at in open_:
            unit = int(pairs.owners[at])
            mine = pairs.of(unit)
            gains = np.flatnonzero(pairs.worth[mine] > 0)
            order = gains[np.argsort(-reduced[mine][gains], kind="stable")][:most]
            yield unit, pairs.run[mine][order].tolist()

    return first_fit(standing, choices(), stop)


def upgrade(
    standing: Standing,
    pairs: Pairs,
    most: int = 12,
    stop: Stop = lambda: False,
    fixed: frozenset[int] = frozenset(),
) -> int:
    """Units already on the plan go with a convoy that is worth more, where one takes them; how many did."""
    known, moved = standing.known, 0
    for at in sorted(standing.at, key=lambda unit: (-known.units[unit].size, unit)):
        if stop():
            break
        if at in fixed:
            continue
        now = standing.at[at]
        mine = pairs.of(at)
        worth, runs = pairs.worth[mine], pairs.run[mine]
        better = np.flatnonzero(worth > pairs.value(at, now) + 1e-9)
        if not len(better):
            continue
        unit = known.units[at]
        for choice in better[np.argsort(-worth[better], kind="stable")][:most].tolist():
            run = known.runs[int(runs[choice])]
            if run.window != known.runs[now].window and standing.refusal(unit, run) is not None:
                continue
            standing.mark()
            if not standing.take(unit):
                break
            if place(standing, unit, run) is None:
                moved += 1
                break
            standing.back()
    return moved


def value(standing: Standing, pairs: Pairs) -> float:
    """What the plan is worth, with the dates it does not keep."""
    return sum(pairs.value(unit, run) for unit, run in standing.at.items()) - pairs.lost
