"""Whether the level changed at a known date: an interrupted series with a slope on each side, and placebo dates before it.

Counts are negative binomial (alpha 1), errors robust to a week of autocorrelation (Newey and West). The ratio is that of the
level just after the date to the level just before it, both slopes taken out (Wagner et al., 2002; Bernal et al., 2017).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy.stats import t as student
from statsmodels.genmod import families
from statsmodels.genmod.generalized_linear_model import GLM

from homeward.hostilities.core.statistics.answers import (
    ONE_OBSERVATION,
    Band,
    LevelAtADate,
    Look,
    Tested,
    untested,
)
from homeward.hostilities.core.statistics.reckoning import LAGS, Numbers, band, basis, effective, numbers, plainly
from homeward.hostilities.core.statistics.series import Daily

ALPHA = 1.0
"""The spread of the counts beyond chance: their variance is mean + ALPHA * mean squared."""
LEAST_SIDE = 14
"""Days with a count that each side needs before it bears a level and a slope."""
EDGE = 54
"""Days to either end within which no placebo date is put, where the series is long enough: a slope over few days swings wide."""
MONTH = 30.0
OVERDISPERSED = (
    "A Poisson interval ({lo} to {hi}) would be far too narrow: the counts spread {times} times as wide as it allows."
)
BOTH = "The p-value is the larger one of the model's and the rank among placebo dates."


def level_at(series: Daily, on: date, *, earlier: Sequence[Look] = ()) -> LevelAtADate:
    """The ratio of the level from a date on to the level before it, with its interval and its rank among placebo dates.

    `earlier` are looks that were run before this one; they are listed with it.
    """
    plain = series.plain()
    values, at = numbers(plain), plain.index(on)
    findings = _lacking(values, at, on)
    units = 0 if findings else min(effective(values[:at]), effective(values[at:]))
    if findings:
        return _nothing(series, on, findings, earlier)
    fitted = fit(values, at)
    if fitted is None:
        return _nothing(series, on, ["The counts bear no level and slope on each side."], earlier, units)
    ratio, lo, hi, model_p = fitted
    sharp, dispersion = _sharp(values, at)
    placebos = placebo_ratios(values[:at])
    rank = _rank(ratio, placebos)
    look = Look(
        f"level at {on.isoformat()}: {series.frame}", f"ratio {plainly(ratio)} ({plainly(lo)} to {plainly(hi)})"
    )
    caveats = [ONE_OBSERVATION, BOTH]
    if sharp and dispersion and dispersion > 2:
        caveats.append(OVERDISPERSED.format(lo=plainly(sharp[1]), hi=plainly(sharp[2]), times=plainly(dispersion)))
    rests = basis(series, units, caveats=caveats, looks=[*earlier, look])
    shown = band(placebos)
    return LevelAtADate(
        basis=rests,
        on=on,
        ratio=ratio,
        lo=lo,
        hi=hi,
        sharp=sharp,
        dispersion=dispersion,
        placebo=shown,
        rank=rank,
        test=untested(rests) or _tested(model_p, rank),
        words=_words(on, ratio, lo, hi, shown, rank),
    )


def fit(values: Numbers, at: int) -> tuple[float, float, float, float] | None:
    """The ratio of levels at a day, its interval of 95 of 100 and its p-value; none where the counts do not bear it."""
    fitted = _fitted(values, at, families.NegativeBinomial(alpha=ALPHA), robust=True)
    if fitted is None:
        return None
    logged, error = float(fitted.params[2]), float(fitted.bse[2])
    if not np.isfinite(error) or error <= 0 or abs(logged) > 15:
        return None
    reach = float(student.ppf(0.975, fitted.df_resid)) * error if fitted.df_resid < 60 else 1.959964 * error
    p = float(2 * student.sf(abs(logged) / error, fitted.df_resid))
    return float(np.exp(logged)), float(np.exp(logged - reach)), float(np.exp(logged + reach)), p


def placebo_ratios(before: Numbers) -> list[float]:
    """The same ratio at every day before the date at which nothing is known to have been, of the days before it alone."""
    edge = max(LEAST_SIDE, min(EDGE, len(before) // 3))
    found = []
    for at in range(edge, len(before) - edge + 1):
        if (np.isfinite(before[:at]).sum() < LEAST_SIDE) or (np.isfinite(before[at:]).sum() < LEAST_SIDE):
            continue
        fitted = _fitted(before, at, families.NegativeBinomial(alpha=ALPHA), robust=False)
        if fitted is not None and abs(fitted.params[2]) < 15:
            found.append(float(np.exp(fitted.params[2])))
    return found


def _fitted(values: Numbers, at: int, family: Any, *, robust: bool) -> Any:
    """A level and a slope on each side of a day, fitted to the days with a count."""
    months = (np.arange(len(values)) - at) / MONTH
    since = (months >= 0).astype(float)
    known = np.isfinite(values)
    design = np.column_stack([np.ones(len(values)), months, since, months * since])[known]
    if not values[:at][known[:at]].any() or not values[at:][known[at:]].any():
        return None  # nothing at all on one side: no ratio can be bounded
    how = {"cov_type": "HAC", "cov_kwds": {"maxlags": LAGS}} if robust else {}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            fitted = GLM(values[known], design, family=family).fit(maxiter=60, **how)
        except (ValueError, np.linalg.LinAlgError, FloatingPointError):
            return None
    return fitted if fitted.converged and np.isfinite(fitted.params).all() else None


def _sharp(values: Numbers, at: int) -> tuple[tuple[float, float, float] | None, float | None]:
    """The same with Poisson counts, and how many times wider the counts spread than it allows."""
    fitted = _fitted(values, at, families.Poisson(), robust=False)
    if fitted is None:
        return None, None
    logged, error = float(fitted.params[2]), float(fitted.bse[2])
    ends = tuple(float(np.exp(logged + k * error)) for k in (0.0, -1.959964, 1.959964))
    return (ends[0], ends[1], ends[2]), float(fitted.pearson_chi2 / fitted.df_resid)


def _rank(ratio: float, placebos: Sequence[float]) -> float | None:
    """The share of placebo dates (and the date itself) with a ratio at least as far from 1."""
    if not placebos:
        return None
    as_far = sum(abs(np.log(each)) >= abs(np.log(ratio)) for each in placebos)
    return float((1 + as_far) / (1 + len(placebos)))


def _tested(model_p: float, rank: float | None) -> Tested:
    if rank is None:
        return Tested(None, "There is no placebo date to hold it against.")
    return Tested(max(model_p, rank))


def _lacking(values: Numbers, at: int, on: date) -> list[str]:
    """What stands in the way of a level on each side."""
    if not len(values):
        return ["The series is empty."]
    if not 0 <= at <= len(values):
        return [f"The series does not reach {on.isoformat()}."]
    found = []
    for name, side in (("before", values[:at]), ("from then on", values[at:])):
        known = side[np.isfinite(side)]
        if len(known) < LEAST_SIDE:
            found.append(f"{len(known)} days {name} have a count; {LEAST_SIDE} are needed.")
        elif not known.any():
            found.append(f"Nothing at all was recorded {name}: a ratio has no bound.")
        elif (known == known[0]).all():
            found.append(f"Every day {name} has the same count.")
    return found


def _nothing(series: Daily, on: date, findings: Sequence[str], earlier: Sequence[Look], units: int = 0) -> LevelAtADate:
    """The answer where nothing can be worked out: it says why."""
    said = f"What the level at {on.isoformat()} was cannot be worked out. {' '.join(findings)}"
    look = Look(f"level at {on.isoformat()}: {series.frame}", "nothing to be worked out")
    rests = basis(series, units, caveats=[ONE_OBSERVATION], findings=findings, looks=[*earlier, look])
    return LevelAtADate(
        rests, on, None, None, None, None, None, None, None, Tested(None, "There is no ratio to test."), said
    )


def _words(on: date, ratio: float, lo: float, hi: float, placebo: Band | None, rank: float | None) -> str:
    said = (
        f"From {on.isoformat()} on the level went with {plainly(ratio)} times the one before it "
        f"({plainly(lo)} to {plainly(hi)})"
    )
    if placebo is None or rank is None:
        return f"{said}; there is no placebo date to hold it against."
    return (
        f"{said}; {placebo.of} placebo dates before it gave {plainly(placebo.lo)} to {plainly(placebo.hi)}, "
        f"and {100 * rank:.0f} of 100 were as far from 1."
    )
