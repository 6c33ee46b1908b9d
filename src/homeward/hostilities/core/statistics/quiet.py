"""Whether open days go with quiet days: the state of a crossing, or how many crossed, on the violence of the days before.

The state of the day before stands in the model, since a crossing that is open mostly stays so; the lag is fixed before looking.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy.stats import norm
from statsmodels.genmod import families
from statsmodels.genmod.generalized_linear_model import GLM

from homeward.hostilities.core.statistics.answers import Look, QuietAndMovement, Tested, untested
from homeward.hostilities.core.statistics.reckoning import LAGS, Numbers, basis, numbers, plainly
from homeward.hostilities.core.statistics.series import Daily

LAG = 3
"""Days before a day whose violence is looked at."""
LEAST_PAIRS = 20
LAG_FIXED = "The violence of the {lag} days before was chosen before looking; other lags were not tried."
FEW_TURNS = (
    "A closure of many days is one closing: what tells something is how often the state changes ({turns} times)."
)


def open_days(
    violence: Daily, states: Mapping[date, bool | None], *, lag: int = LAG, earlier: Sequence[Look] = ()
) -> QuietAndMovement:
    """The odds that a day is open, for twice the violence of the `lag` days before it, given the state of the day before."""
    plain = violence.plain()
    state = np.array([_state(states.get(plain.day(k))) for k in range(len(plain.counts))], dtype=np.float64)
    return _answer(violence, state, state, families.Binomial(), lag, earlier, "open")


def crossing_days(violence: Daily, crossed: Daily, *, lag: int = LAG, earlier: Sequence[Look] = ()) -> QuietAndMovement:
    """How many cross, for twice the violence of the `lag` days before, given whether anybody crossed the day before."""
    plain, moved = violence.plain(), crossed.plain()
    counts = np.array([_count(moved, plain.day(k)) for k in range(len(plain.counts))], dtype=np.float64)
    state = np.where(np.isfinite(counts), (counts > 0).astype(float), np.nan)
    return _answer(violence, counts, state, families.NegativeBinomial(alpha=1.0), lag, earlier, "crossed")


def _answer(
    violence: Daily,
    outcome: Numbers,
    state: Numbers,
    family: Any,
    lag: int,
    earlier: Sequence[Look],
    name: str,
) -> QuietAndMovement:
    before, last = _before(numbers(violence.plain()), lag), np.concatenate([[np.nan], state[:-1]])[: len(state)]
    known = np.isfinite(outcome) & np.isfinite(before) & np.isfinite(last)
    pairs, turns = int(known.sum()), int((state[known] != last[known]).sum())
    fitted, why_not = _fitted(outcome[known], before[known], last[known], family)
    table = _table(before[known], state[known])
    units = min(turns, pairs)
    outcome_words = f"ratio {plainly(fitted[0])}" if fitted else "nothing to be worked out"
    looks = [*earlier, Look(f"days {name} on violence of {lag} days before: {violence.frame}", outcome_words)]
    rests = basis(
        violence,
        units,
        caveats=[LAG_FIXED.format(lag=lag), FEW_TURNS.format(turns=turns)],
        findings=[why_not] if why_not else [],
        looks=looks,
    )
    if fitted is None:
        words = f"Whether days {name} go with quiet days cannot be worked out. {why_not}"
        nothing = Tested(None, "There is no ratio to test.")
        return QuietAndMovement(rests, lag, pairs, turns, None, None, None, nothing, words, table)
    ratio, lo, hi, p = fitted
    what = "odds to be open" if name == "open" else "number of people who cross"
    words = (
        f"Twice the violence of the {lag} days before went with {plainly(ratio)} times the {what} "
        f"({plainly(lo)} to {plainly(hi)}), of {pairs} days and {turns} changes of state."
    )
    return QuietAndMovement(rests, lag, pairs, turns, ratio, lo, hi, untested(rests) or Tested(p), words, table)


def _state(state: bool | None) -> float:
    return np.nan if state is None else float(state)


def _count(series: Daily, day: date) -> float:
    at = series.index(day)
    found = series.counts[at] if 0 <= at < len(series.counts) else None
    return np.nan if found is None else found


def _before(violence: Numbers, lag: int) -> Numbers:
    """The mean of log2(1 + count) over the days before each day; unknown when one of them is."""
    logged = np.log2(1 + violence)
    found = np.full(len(violence), np.nan)
    for k in range(lag, len(violence)):
        found[k] = logged[k - lag : k].mean()
    return found


def _fitted(
    outcome: Numbers, before: Numbers, last: Numbers, family: Any
) -> tuple[tuple[float, float, float, float] | None, str]:
    """The ratio for twice the violence, its interval and p-value; or why there is none."""
    if len(outcome) < LEAST_PAIRS:
        return None, f"{len(outcome)} days have all that is needed; {LEAST_PAIRS} are needed."
    if (outcome == outcome[0]).all():
        return None, "Every day had the same outcome."
    if (before == before[0]).all():
        return None, "The violence of the days before never varied."
    columns = [np.ones(len(outcome)), before] + ([] if (last == last[0]).all() else [last])
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            fitted = GLM(outcome, np.column_stack(columns), family=family).fit(
                maxiter=60, cov_type="HAC", cov_kwds={"maxlags": min(LAGS, len(outcome) // 4)}
            )
        except (ValueError, np.linalg.LinAlgError, FloatingPointError):
            return None, "The model could not be fitted to these days."
    slope, error = float(fitted.params[1]), float(fitted.bse[1])
    apart = not fitted.converged or not np.isfinite(fitted.params).all() or np.abs(fitted.params).max() > 15
    if apart or not np.isfinite(error) or error <= 0:
        return None, "The days are told apart wholly, so that no ratio can be bounded."
    reach = 1.959964 * error
    p = float(2 * norm.sf(abs(slope) / error))
    return (float(np.exp(slope)), float(np.exp(slope - reach)), float(np.exp(slope + reach)), p), ""


def _table(before: Numbers, state: Numbers) -> tuple[tuple[str, int, int], ...]:
    """How many days were open and shut, after the calmer and the more violent half of the days."""
    if not len(before):
        return ()
    calm = before <= np.median(before)
    halves = (("after calmer days", calm), ("after more violent days", ~calm))
    return tuple((name, int((state[of] > 0).sum()), int((state[of] == 0).sum())) for name, of in halves)
