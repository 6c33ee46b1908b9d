"""What happened around a date: the raw counts of the days around it, and the same around dates of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from homeward.hostilities.core.statistics.answers import ONE_OBSERVATION, AroundADate, Band, Look, Tested, untested
from homeward.hostilities.core.statistics.reckoning import LEAST_DAYS, Numbers, band, basis, numbers, plainly
from homeward.hostilities.core.statistics.series import Daily

SIDE = 21
"""Days that are shown on each side."""


def around(series: Daily, on: date, *, side: int = SIDE, earlier: Sequence[Look] = ()) -> AroundADate:
    """The counts from `side` days before a date to as many after it, beside those of all placebo dates that do not touch it.

    `earlier` are looks that were run before this one; they are listed with it.
    """
    plain = series.plain()
    values, middle = numbers(plain), plain.index(on)
    offsets = tuple(range(-side, side + 1))
    counts = tuple(float(values[middle + k]) if 0 <= middle + k < len(values) else np.nan for k in offsets)
    windows = _windows(values, middle, side)
    apart = _apart(windows, side)
    shown = [band(windows_at) for windows_at in _columns(values, windows, side)]
    before, after = _mean(counts[:side]), _mean(counts[side:])
    changes = [change for w in windows if (change := _change(values[w - side : w + side + 1], side)) is not None]
    findings = _findings(plain, on, middle, counts, windows)
    look = Look(
        f"{side} days before and after {on.isoformat()}: {series.frame}",
        f"{_level(before)} before, {_level(after)} from then on",
    )
    rests = basis(series, len(apart), caveats=[ONE_OBSERVATION], findings=findings, looks=[*earlier, look])
    return AroundADate(
        basis=rests,
        on=on,
        offsets=offsets,
        counts=tuple(None if np.isnan(each) else each for each in counts),
        placebo=tuple(shown),
        before=before,
        after=after,
        placebo_after=band(changes),
        test=untested(rests) or _rank(before, after, values, apart, side),
        words=_words(on, side, before, after, band(changes)),
    )


def _windows(values: Numbers, middle: int, side: int) -> list[int]:
    """Every placebo date whose days all lie in the series and touch none of the date's own."""
    inside = range(side, len(values) - side)
    return [w for w in inside if abs(w - middle) > 2 * side and np.isfinite(values[w - side : w + side + 1]).any()]


def _apart(windows: Sequence[int], side: int) -> list[int]:
    """Placebo dates that share no day with one another."""
    kept: list[int] = []
    for each in windows:
        if not kept or each - kept[-1] > 2 * side:
            kept.append(each)
    return kept


def _columns(values: Numbers, windows: Sequence[int], side: int) -> list[Numbers]:
    return [values[[w + k for w in windows]] if windows else np.array([]) for k in range(-side, side + 1)]


def _mean(counts: Sequence[float]) -> float | None:
    known = [each for each in counts if np.isfinite(each)]
    return float(np.mean(known)) if len(known) >= LEAST_DAYS else None


def _change(window: Numbers, side: int) -> float | None:
    """By how much a day the days from the date on differ from those before it."""
    before, after = _mean(list(window[:side])), _mean(list(window[side:]))
    return None if before is None or after is None else after - before


def _rank(before: float | None, after: float | None, values: Numbers, apart: Sequence[int], side: int) -> Tested:
    """How many placebo dates that share no day show as large a change, the date itself among them."""
    if before is None or after is None:
        return Tested(None, "Too few days with a count on one side.")
    changes = [change for w in apart if (change := _change(values[w - side : w + side + 1], side)) is not None]
    as_large = sum(abs(change) >= abs(after - before) for change in changes)
    return Tested((1 + as_large) / (1 + len(changes)))


def _findings(series: Daily, on: date, middle: int, counts: Sequence[float], windows: Sequence[int]) -> list[str]:
    found = []
    if not 0 <= middle < len(series.counts):
        found.append(f"The series does not reach {on.isoformat()}.")
    missing = int(np.isnan(counts).sum())
    if missing:
        found.append(f"{missing} of the {len(counts)} days shown have no count.")
    if not windows:
        found.append("The series is too short for any placebo date.")
    return found


def _level(found: float | None) -> str:
    """A level in words; of too few days there is none, which is no zero."""
    return "too few days with a count" if found is None else f"{plainly(found)} a day"


def _words(on: date, side: int, before: float | None, after: float | None, placebo: Band | None) -> str:
    if before is None or after is None:
        return f"Around {on.isoformat()} too few days have a count to say what the level was."
    said = f"In the {side} days before {on.isoformat()} {plainly(before)} a day were recorded, from then on {plainly(after)}"
    if placebo is None:
        return f"{said}; there is no other date to hold it against."
    change = after - before
    place = "within" if placebo.lo <= change <= placebo.hi else "outside"
    others = f"{placebo.lo:+.2g} to {placebo.hi:+.2g}"
    return f"{said}; the change of {change:+.2g} a day lies {place} the {others} that go with 90 of 100 other dates."
