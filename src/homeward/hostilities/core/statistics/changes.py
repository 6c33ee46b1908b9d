"""When the level changed, if nobody says when: one best split and a search for any number, with what noise alone gives.

Counts are taken as log(1 + count), so that one bad day is not a change. The split is that of least squares, the search PELT
(Killick et al., 2012), both by ruptures; its price for a further change is what one placebo series in twenty would pay. Placebo
series are the same days in shuffled blocks: what goes on from day to day stays, a change of level does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import ruptures

from homeward.hostilities.core.statistics.answers import ONE_OBSERVATION, Basis, Look, Tested, WhenItChanged, untested
from homeward.hostilities.core.statistics.reckoning import Numbers, basis, effective, numbers, plainly
from homeward.hostilities.core.statistics.series import Daily

SHORTEST = 5
"""Days that a level lasts at least."""
BLOCK = 14
"""Days that stay together in a placebo series."""
PLACEBOS = 199
NOISE = "Change points are found in noise too: in {share} of 100 shuffled series a split as strong was found."


def change(
    series: Daily, *, seed: int, placebos: int = PLACEBOS, resampled: int = PLACEBOS, earlier: Sequence[Look] = ()
) -> WhenItChanged:
    """The day from which on the level differs most from before, the interval of that day, how often noise does as much.

    Gaps are passed over: the days with a count stand one after another, and each keeps its date.
    """
    plain = series.plain()
    values = numbers(plain)
    at = np.flatnonzero(np.isfinite(values))
    logged = np.log1p(values[at])
    findings = _lacking(logged)
    if findings:
        return _nothing(series, findings, earlier)
    chance = np.random.default_rng(seed)
    split, gain = best_split(logged)
    shuffled = [_shuffled(logged, chance) for _ in range(placebos)]
    gains = np.array([best_split(each)[1] for each in shuffled])
    price = float(np.quantile(gains, 0.95))
    noise = float((1 + (gains >= gain).sum()) / (1 + placebos))
    days = _split_days(logged, split, resampled, chance)
    by_chance = float(np.mean([bool(search(each, price)) for each in shuffled[:50]]))
    lo, hi = (plain.day(int(at[round(float(np.quantile(days, q)))])) for q in (0.025, 0.975))
    best = plain.day(int(at[split]))
    others = tuple(plain.day(int(at[k])) for k in search(logged, price))
    units = min(effective(values[: at[split]]), effective(values[at[split] :]))
    rests = _basis(series, units, best, others, noise, earlier)
    before, after = float(values[at[:split]].mean()), float(values[at[split:]].mean())
    return WhenItChanged(
        basis=rests,
        best=best,
        earliest=min(lo, best),
        latest=max(hi, best),
        before=before,
        after=after,
        others=others,
        noise=noise,
        noise_points=by_chance,
        test=untested(rests) or Tested(noise),
        words=(
            f"The level went from {plainly(before)} to {plainly(after)} a day about {best.isoformat()}, between "
            f"{min(lo, best).isoformat()} and {max(hi, best).isoformat()}; of 100 shuffled series {round(100 * noise)} "
            "split as strongly."
        ),
    )


def _basis(
    series: Daily, units: int, best: date, others: Sequence[date], noise: float, earlier: Sequence[Look]
) -> Basis:
    """What it rests on, both looks listed after the earlier ones."""
    looks = [
        *earlier,
        Look(f"one best split: {series.frame}", best.isoformat()),
        Look("any number of changes", ", ".join(day.isoformat() for day in others) or "none"),
    ]
    return basis(series, units, caveats=[NOISE.format(share=round(100 * noise)), ONE_OBSERVATION], looks=looks)


def best_split(logged: Numbers) -> tuple[int, float]:
    """The split of least squares (what ruptures' Binseg of one change finds at a grid of one day), and how much it saves.

    Written out over running sums, since it is asked for hundreds of times.
    """
    n = len(logged)
    left = np.arange(SHORTEST, n - SHORTEST + 1)
    sums = np.cumsum(logged)
    whole = float(sums[-1])
    part = sums[left - 1]
    saved = part**2 / left + (whole - part) ** 2 / (n - left) - whole**2 / n
    best = int(np.argmax(saved))
    return int(left[best]), float(saved[best])


def search(logged: Numbers, price: float) -> list[int]:
    """Where PELT finds changes, each for a price; without the end of the series."""
    found = ruptures.KernelCPD(kernel="linear", min_size=SHORTEST).fit(logged).predict(pen=price)
    return [int(each) for each in found[:-1]]


def _shuffled(logged: Numbers, chance: np.random.Generator) -> Numbers:
    """The same days in blocks laid in another order, begun anywhere in a circle."""
    turned = np.roll(logged, int(chance.integers(len(logged))))
    blocks = [turned[k : k + BLOCK] for k in range(0, len(turned), BLOCK)]
    return np.concatenate([blocks[k] for k in chance.permutation(len(blocks))])


def _split_days(logged: Numbers, split: int, times: int, chance: np.random.Generator) -> list[int]:
    """Where the split falls when each side's days are drawn again in blocks of a week."""
    found = []
    for _ in range(times):
        sides = [_drawn(side, chance) for side in (logged[:split], logged[split:])]
        found.append(best_split(np.concatenate(sides))[0])
    return found


def _drawn(side: Numbers, chance: np.random.Generator, block: int = 7) -> Numbers:
    starts = chance.integers(0, len(side), size=-(-len(side) // block))
    picked = (starts[:, None] + np.arange(block)[None, :]).ravel()[: len(side)] % len(side)
    return np.asarray(side[picked])


def _lacking(logged: Numbers) -> list[str]:
    if len(logged) < 4 * SHORTEST:
        return [f"{len(logged)} days have a count; {4 * SHORTEST} are needed."]
    if (logged == logged[0]).all():
        return ["Every day has the same count, so no day differs from another."]
    return []


def _nothing(series: Daily, findings: Sequence[str], earlier: Sequence[Look]) -> WhenItChanged:
    look = Look(f"one best split: {series.frame}", "nothing to be worked out")
    rests = basis(series, 0, findings=findings, looks=[*earlier, look])
    words = f"When the level changed cannot be worked out. {' '.join(findings)}"
    return WhenItChanged(
        rests, None, None, None, None, None, (), None, None, Tested(None, "There is no split to test."), words
    )
